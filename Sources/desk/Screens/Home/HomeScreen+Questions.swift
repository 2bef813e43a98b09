import APIClient
import Forms
import Models
import TUI

/// What Home asks before it is done.
extension HomeScreen {
    mutating func askToDelete(_ draft: Draft, _ language: Language) {
        question = .deleteDraft(draft)
        dialog = Dialog(
            title: Strings.Home.deleteDraft, text: Strings.Home.deleteDraftText(draft.title),
            buttons: [
                .init("cancel", Strings.Common.cancel),
                .init("delete", Strings.Home.delete, isDanger: true),
            ])
    }

    /// nil where the event is none of the dialog's.
    mutating func handleDialog(
        _ event: ScreenEvent<Message>, _ context: ScreenContext
    ) -> [Effect<Message>]? {
        guard var dialog else { return nil }
        switch event {
        case .input, .action: break
        case .message, .resumed, .hangup: return nil
        }
        let outcome = dialog.handle(event)
        self.dialog = dialog
        switch outcome {
        case .accepted:
            let choice = dialog.chosen
            let asked = question
            self.dialog = nil
            question = nil
            return answered(choice, to: asked, context)
        case .cancelled:
            self.dialog = nil
            question = nil
            return []
        case .ignored, .handled, .changed, .refused: return []
        }
    }

    private mutating func answered(
        _ choice: String?, to question: Question?, _ context: ScreenContext
    ) -> [Effect<Message>] {
        switch (question, choice) {
        case (.deleteDraft(let draft), "delete"):
            return [remove(draft)]
        case (.logout, "logout"): return logOut()
        default: return []
        }
    }

    private func remove(_ draft: Draft) -> Effect<Message> {
        let (desk, serial) = (desk, serial)
        return .run(id: "remove") { .removed(serial, await desk.remove(draft)) }
    }
}
