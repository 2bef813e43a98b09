import Forms
import Models
import TUI

/// What the intake asks before something that can't be taken back.
extension IntakeScreen {
    mutating func ask(_ question: Question, _ context: ScreenContext) {
        self.question = question
        switch question {
        case .leave:
            dialog = Dialog(
                title: Strings.Intake.leaveTitle,
                text: Strings.Intake.leaveTextUnsaved,
                buttons: [
                    .init("stay", Strings.Intake.stay),
                    .init("drop", Strings.Intake.dropDraft, isDanger: true),
                ])
        case .missingPapers:
            let list = intake.papers.missing.map(\.name).joined(separator: "; ")
            dialog = Dialog(
                title: Strings.Review.missingTitle,
                text: Strings.Review.missingText(list),
                buttons: [
                    .init("back", Strings.Review.backToPapers),
                    .init("supplement", Strings.Review.supplement), .init("refuse", Strings.Review.refuse),
                ])
        case .otherApplicant(let card):
            let former = intake.applicantName ?? intake.identityNumber ?? ""
            dialog = Dialog(
                title: Strings.Applicant.changeTitle,
                text: Strings.Applicant.changeText(
                    "\(former) (\(intake.identityNumber ?? ""))", "\(card.name) (\(card.number))"),
                buttons: [
                    .init("stay", Strings.Applicant.keep(former)),
                    .init("change", Strings.Applicant.change, isDanger: true),
                ])
        case .refusal:
            dialog = Dialog(
                title: Strings.Review.refusalTitle,
                text: Strings.Review.refusalText(intake.applicantName ?? "", intake.reason ?? ""),
                buttons: [
                    .init("stay", Strings.Review.refusalBack),
                    .init("send-refusal", Strings.Review.refusalSend, isDanger: true),
                ])
        }
    }

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
        guard outcome == .accepted || outcome == .cancelled else { return [] }
        let choice = outcome == .accepted ? dialog.chosen : nil
        self.dialog = nil
        question = nil
        switch choice {
        case "drop":
            isDone = true
            return [.pop()]
        case "change": return changeApplicant(context) + afterChange()
        case "supplement": return decide(.requestSupplement, context)
        case "refuse": return decide(.refuse, context)
        case "back": return open(.papers, context)
        case "send-refusal": return send()
        default: return []
        }
    }
}
