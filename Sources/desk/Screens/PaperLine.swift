import Forms
import Models

/// One paper that was handed in, in one line: its name and how much of it is there.
enum PaperLine {
    static func text(_ document: SubmittedDocument, _ language: Language) -> String {
        var facts: [String] = []
        if document.originals > 0 {
            facts.append(Strings.Dossier.originals(document.originals).text(language))
        }
        if document.copies > 0 { facts.append(Strings.Dossier.copies(document.copies).text(language)) }
        if document.presented == true { facts.append(Strings.Dossier.presented.text(language)) }
        let state: Phrase? =
            switch document.digitised {
            case .none: nil
            case .digitised: Strings.Dossier.digitised
            case .reused: Strings.Dossier.reused
            case .reusedResult: Strings.Dossier.reusedResult
            }
        if let state { facts.append(state.text(language)) }
        let name = document.name ?? document.code
        return facts.isEmpty ? name : "\(name) (\(facts.joined(separator: ", ")))"
    }
}
