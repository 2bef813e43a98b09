import Forms
import Models
import TUI

extension IntakeScreen {
    /// Signs what stands there now, once all of it is right; the review says so.
    mutating func sign(_ context: ScreenContext) -> [Effect<Message>] {
        func fails(_ words: Phrase) -> [Effect<Message>] {
            [.toast(SafeText(words.text(context.language)), .error), .bell]
        }
        let effects = open(.review, context)
        guard let signer = desk.signer else { return effects + fails(Strings.Review.noSigner) }
        // Files belong to what is signed.
        if unsentFiles > 0 {
            let words = Strings.Files.pending(unsentFiles).text(context.language)
            return effects + [.toast(SafeText(words), .warning), .bell]
        }
        if let first = issues.first(where: { $0 != intake.signatureIssue }) {
            intake.go(to: first.target)
            return fails(Strings.Review.mendFirst(first.text.text(context.language)))
        }
        do {
            try intake.sign(with: signer)
        } catch {
            return effects + fails(Strings.Act.signFailed("\(error)"))
        }
        issues = []
        return effects + [.toast(SafeText(Strings.Review.signed.text(context.language)), .success)]
    }
}
