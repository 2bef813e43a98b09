import TUI

/// What was typed into a form as memory holds it; nil once the disk has it, or it is done.
struct UnkeptText: Sendable {
    var text: FormDraft?
    /// Which state it is, in the order of `Desk.nextEdit`.
    var edit: Int
}
