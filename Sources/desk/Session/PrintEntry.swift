import Forms
import Models

/// What became of a print's entry in the journal.
enum PrintEntry: Sendable {
    case recorded(PrintRecord)
    /// Kept, and sent when the server is back.
    case waiting
    /// This machine could not keep it; the paper comes out all the same.
    case lost(Phrase)
    /// The server takes no entry from this officer for this dossier, in its own words: no paper without one.
    case refused(Phrase)

    var record: PrintRecord? { if case .recorded(let record) = self { record } else { nil } }

    /// What the officer has to know beside the paper; nil where the journal has it.
    var warning: Phrase? {
        switch self {
        case .recorded: nil
        case .waiting: Strings.Slip.journalFailed
        case .lost(let words): Strings.Slip.journalLost(words)
        case .refused(let words): Strings.Slip.journalRefused(words)
        }
    }
}
