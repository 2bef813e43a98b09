import Forms
import Models

/// A paper of a dossier as a choice in a list. Papers outside the checklist share one code and are told apart by name.
enum PaperOption {
    /// The code, and of a paper outside the checklist its name as well.
    static func value(of paper: SubmittedDocument) -> String {
        guard paper.code == ActForm.otherCode, let name = paper.name else { return paper.code }
        return paper.code + " " + name
    }

    /// What a choice stands for; the name of a paper outside the checklist alone.
    static func read(_ value: String) -> (code: String, name: String?) {
        let mark = ActForm.otherCode + " "
        guard value.hasPrefix(mark) else { return (value, nil) }
        return (ActForm.otherCode, String(value.dropFirst(mark.count)))
    }

    /// Each paper once.
    static func options(_ papers: [SubmittedDocument]) -> [Option] {
        var seen: Set<String> = []
        return papers.compactMap { paper in
            let value = value(of: paper)
            guard seen.insert(value).inserted else { return nil }
            return Option(value: value, label: Phrase(vi: paper.name ?? paper.code))
        }
    }
}
