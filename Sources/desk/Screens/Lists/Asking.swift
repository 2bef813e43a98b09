import Forms
import TUI

/// A question before an act that can't be taken back, with what it asks about: the list below may be loaded anew
/// meanwhile and have another row under its bar, and that one is never acted on.
struct Asking<Subject: Sendable>: Sendable {
    /// What became of an event.
    enum Outcome {
        /// No question is open, or the event is none of the dialog's.
        case ignored
        /// The dialog took it, and is open still or was left.
        case taken
        case accepted(Subject)
    }

    let subject: Subject
    private var dialog: Dialog

    /// - Parameter does: The words of the button that acts; the other one leaves all as it is.
    init(_ subject: Subject, title: Phrase, text: Phrase, does: Phrase, isDanger: Bool = true) {
        self.subject = subject
        dialog = Dialog(
            title: title, text: text,
            buttons: [
                .init("cancel", Strings.Common.cancel), .init("do", does, isDanger: isDanger),
            ])
    }

    var scopes: [String] { dialog.scopes }

    func draw(into canvas: inout Canvas, _ context: ScreenContext) {
        dialog.draw(into: &canvas, bounds: canvas.bounds, context: context)
    }

    /// nil where nothing is decided yet.
    fileprivate mutating func answer<Message>(to event: ScreenEvent<Message>) -> Bool? {
        switch dialog.handle(event) {
        case .accepted: dialog.chosen == "do"
        case .cancelled: false
        case .ignored, .handled, .changed, .refused: nil
        }
    }
}

extension Optional {
    /// Hands an event to the question that is open, and closes it once it is answered. Answers of the server, and what is
    /// below, go on to the screen.
    mutating func answer<Subject, Message>(
        to event: ScreenEvent<Message>
    ) -> Asking<Subject>.Outcome where Wrapped == Asking<Subject> {
        guard var asking = self else { return .ignored }
        switch event {
        case .input, .action: break
        case .message, .resumed, .hangup: return .ignored
        }
        guard let isMeant = asking.answer(to: event) else {
            self = asking
            return .taken
        }
        self = nil
        return isMeant ? .accepted(asking.subject) : .taken
    }
}
