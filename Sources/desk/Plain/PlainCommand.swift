import Forms
import TUI

/// What can be typed at a question instead of an answer, for the jobs that have keys on the screen.
///
/// Each begins with "!", so that no answer is taken for one by accident; "\\" before it enters it as text.
enum PlainCommand: Equatable {
    /// The form on paper, as far as it is filled in.
    case paper
    /// Tells the owner of a source that the value in this field is wrong.
    case report
    /// The value that the last dossier had in this field.
    case again
    /// Looks at a file of this field, by its number.
    case view(Int)
    /// Fetches a file of this field.
    case download(Int)
    /// Begins with "!" and is none of them.
    case unknown

    init?(_ line: String) {
        let words = TextFold.fold(line.trimmed).split(separator: " ")
        guard let name = words.first, name.hasPrefix("!") else { return nil }
        let number = words.count == 1 ? 1 : Int(words[1]) ?? 0
        switch name.dropFirst() {
        case "giay", "paper": self = .paper
        case "sai", "wrong": self = .report
        case "lap", "last": self = .again
        case "xem", "view": self = .view(number)
        case "tai", "save": self = .download(number)
        default: self = .unknown
        }
    }

    /// Those that do something at a question.
    static func help(at question: FormQuestion) -> [Phrase] {
        var help: [Phrase] = []
        if question.field.repeatable { help.append(Strings.Plain.againCommand) }
        if question.source != nil { help.append(Strings.Plain.reportCommand) }
        if question.kind == .files, !question.value.isEmpty { help.append(Strings.Plain.fileCommands) }
        return help + [Strings.Plain.paperCommand]
    }
}
