import Forms
import TUI

/// What stands over the form of the login: what desk is for, or who is asked back, and what keeps the server away.
struct LoginHeader: Equatable, Sendable {
    /// The officer whose session has ended; nil at the start.
    var former: String?
    var link: Link
    /// The server as it is configured; it never changes while desk runs.
    var serverAddress: String
    var language: Language

    /// Draws the title, and two rows of words where there is room for them.
    func draw(into canvas: inout Canvas, area: Rect) {
        let title: Phrase = former == nil ? Strings.Login.purpose : Strings.Login.again
        canvas.put(
            SafeText(title.text(language)).truncated(to: area.columns).padded(to: area.columns, .centre),
            at: area.origin, role: .title)
        guard area.rows > 1 else { return }
        let (words, role) = words
        for (row, line) in SafeText.wrapped(words.text(language), to: area.columns).prefix(2).enumerated() {
            canvas.put(
                line.padded(to: area.columns, .centre), at: area.origin.offset(rows: 1 + row), role: role)
        }
    }

    private var words: (Phrase, Role) {
        if let former { return (Strings.Login.goesOn(former), .text) }
        return switch link {
        case .failed(let error): (error.message, .error)
        case .lost: (Strings.Login.unreachable(serverAddress), .error)
        case .starting: (Strings.Starting.starting, .dim)
        case .unasked, .connecting, .connected: (Phrase(vi: "", en: ""), .dim)
        }
    }
}
