import APIClient
import Forms
import Models
import TUI

/// The way from page to page, and to the next error.
extension IntakeScreen {
    mutating func open(_ page: IntakePage, _ context: ScreenContext) -> [Effect<Message>] {
        let before = intake.page
        intake.page = page
        boxOffset = 0
        // An offer is about the page it was made on.
        if before != page { intake.otherCard = nil }
        if before == .applicant { intake.fillDeclaration() }
        if before == .declaration || page == .terms { intake.fillQuantities() }
        switch page {
        case .procedure:
            return intake.picker.items.isEmpty ? [loadCatalogue()] : []
        case .declaration:
            return intake.declaration == nil && intake.picker.chosenCase != nil && !formLoad.isLoading
                ? loadForm() : []
        case .terms:
            return refreshTerms()
        case .review:
            reviewOffset = 0
            issues = intake.check()
            // Checking moves the focus within each page to its first error; the decision comes first here.
            intake.page = .review
            intake.review.focus(field: ReviewForm.ID.decision)
            return refreshTerms() + checkDuplicates()
        case .applicant, .papers: return []
        }
    }

    /// PgDn and PgUp: first through the pages of a long declaration, then to the next page of the intake.
    mutating func turn(forward: Bool, _ context: ScreenContext) -> [Effect<Message>] {
        if intake.page == .declaration, var form = intake.declaration {
            let pages = form.definition.pages.count
            if pages > 1 {
                let before = form.page
                _ = form.perform(forward ? "form.next_page" : "form.previous_page")
                if form.page != before {
                    intake.declaration = form
                    return []
                }
            }
        }
        guard let page = forward ? intake.page.next : intake.page.previous else { return [] }
        return open(page, context)
    }

    mutating func nextError(_ context: ScreenContext) -> [Effect<Message>] {
        if intake.page != .review, var form = intake.form, form.isEnabled("form.next_error") {
            _ = form.perform("form.next_error")
            intake.form = form
            return []
        }
        issues = intake.check()
        guard let first = issues.first else {
            return [.toast(SafeText(Strings.Review.allRight.text(context.language)), .success)]
        }
        intake.go(to: first.target)
        return []
    }

    mutating func decide(
        _ decision: IntakeDecision, _ context: ScreenContext
    ) -> [Effect<Message>] {
        intake.isDecided = true
        intake.decide(decision)
        let effects = open(.review, context)
        intake.review.focus(
            field: decision == .refuse ? ReviewForm.ID.refusal : ReviewForm.ID.missing)
        return effects
    }
}
