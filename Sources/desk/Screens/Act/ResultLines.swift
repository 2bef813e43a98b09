import Forms
import Models

/// The result of a dossier in words: its name, number and day.
enum ResultLines {
    /// "Giấy khai sinh, số 125/2026 ngày 30/11/2026 (2 bản chính)".
    static func text(_ result: SubmittedDocument, _ language: Language) -> String {
        var named = result
        named.name = [
            result.name ?? result.code,
            Strings.Act.issued(result.number, result.issuedOn?.display)?.text(language),
        ].compactMap(\.self).joined(separator: ", ")
        return PaperLine.text(named, language)
    }

    /// For an act that signs or hands over: what; empty where the act asks for the result itself.
    static func known(_ option: ActionOption?, _ language: Language) -> [String] {
        guard let option, [.sign, .deliver].contains(option.action) else { return [] }
        let words = option.action == .sign ? Strings.Act.draftOf : Strings.Act.resultOf
        return (option.results ?? []).prefix(3).map { words(text($0, language)).text(language) }
    }
}
