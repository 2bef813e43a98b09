import APIClient
import Forms
import Models
import TUI

/// The ways out: with a draft saved, after a question, to another officer.
extension IntakeScreen {
    mutating func leave(_ context: ScreenContext) -> [Effect<Message>] {
        if submission == .sending {
            stopSending()
            submission = .unknown(Strings.Review.cancelling)
            return [.cancel(id: "submit")]
        }
        if let card = intake.otherCard, !intake.isCardPlaced {
            intake.otherCard = nil
            let words = Strings.Applicant.cardRejected(card.name).text(context.language)
            return [.toast(SafeText(words), .text)]
        }
        if intake.isUntouched || isDone { return [.pop()] }
        saveNow()
        guard saveProblem != nil || owner?.store == nil else {
            scanJob?.drop()
            // Who pressed Esc to close something else knows then where the work is.
            return [.pop(), .toast(SafeText(Strings.Home.draftKept(intake.title).text(context.language)))]
        }
        ask(.leave, context)
        return []
    }

    mutating func willClose(_ context: ScreenContext) -> CloseDecision<Message> {
        if intake.isUntouched || isDone { return .close }
        saveNow()
        // The next officer must not see it, saved or not.
        guard saveProblem != nil || owner?.store == nil, desk.isAtDesk(owner) else {
            scanJob?.drop()
            return .close
        }
        ask(.leave, context)
        return .stay([])
    }

    mutating func resumed(_ result: (any Sendable)?) -> [Effect<Message>] {
        let waited = waiting
        // Whatever became of the login: the next session that ends asks again.
        waiting = .nothing
        guard let login = result as? LoginResult else { return [] }
        guard login == .same else {
            // The next officer begins with an empty desk; this work waits sealed for the one who did it.
            saveNow()
            for pending in uploads.values { pending.scanned?.remove() }
            scanJob?.drop()
            isDone = true
            return [.popToRoot]
        }
        let uploads = goOnUploading()
        switch waited {
        case .nothing: return uploads
        case .reload: return uploads + reload()
        case .submit: return uploads + send()
        }
    }
}
