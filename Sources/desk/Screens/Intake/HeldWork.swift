import Models
import TUI

/// Papers and terms that the chosen case has no place for, or that no case is there for yet: they come back with
/// the case that has.
struct HeldWork: Sendable, Equatable {
    var documents: [SubmittedDocument]
    var terms: FormDraft?
}
