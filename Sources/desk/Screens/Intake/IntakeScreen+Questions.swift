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
        case .supplement:
            dialog = Dialog(
                title: Strings.Review.supplementTitle,
                text: Strings.Review.supplementText(
                    intake.papers.missing.map(\.name).joined(separator: "; ")),
                buttons: [
                    .init("send-supplement", Strings.Review.supplementSend),
                    .init("stay", Strings.Review.refusalBack),
                ])
        case .scanner(let devices):
            dialog = Dialog(
                title: Strings.Files.scannerTitle, text: Strings.Files.scannerText,
                buttons: devices.enumerated().map { index, device in
                    .init(Self.scannerButton(index), Phrase(device.name))
                })
        case .nextPage:
            let count = scanJob?.pages.count ?? 0
            dialog = Dialog(
                title: Strings.Files.pagesTitle(count), text: Strings.Files.pagesText,
                buttons: [
                    .init("scan-done", Strings.Files.pagesDone),
                    .init("scan-next", Strings.Files.nextPage(count + 1)),
                    .init("scan-drop", Strings.Files.dropPage(count)),
                ])
        }
    }

    private static func scannerButton(_ index: Int) -> String { "scanner-\(index)" }

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
        let asked = question
        self.dialog = nil
        question = nil
        switch asked {
        case .scanner(let devices):
            let chosen = devices.indices.first { Self.scannerButton($0) == choice }
            guard let chosen else {
                scanJob = nil
                return []
            }
            return choose(devices[chosen])
        // What lies on the disk is not thrown away by Esc.
        case .nextPage where choice == nil: return finishScan()
        default: break
        }
        switch choice {
        case "drop":
            isDone = true
            return [.pop()]
        case "change": return changeApplicant(context) + afterChange()
        case "supplement": return decide(.requestSupplement, context)
        case "refuse": return decide(.refuse, context)
        case "back": return open(.papers, context)
        case "send-refusal", "send-supplement": return send()
        case "scan-done": return finishScan()
        case "scan-next": return lastScanner.map { [scanPage(on: $0)] } ?? []
        case "scan-drop": return dropPage(context)
        default: return []
        }
    }
}
