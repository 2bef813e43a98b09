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
            // The decision comes first here.
            if before != .review { intake.review.focus(field: ReviewForm.ID.decision) }
            recheck()
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
        if forward, intake.page == .procedure, let missing = intake.missingChoice {
            // Papers and declaration are those of a case: there is nothing on these pages yet.
            return [.clearToasts(), .toast(SafeText(missing.text(context.language)), .warning), .bell]
        }
        guard let page = forward ? intake.page.next : intake.page.previous else { return [] }
        return open(page, context)
    }

    /// Lists anew what is to be mended. Checking moves the focus within each page to its first error; on the
    /// review it stays where the officer has it.
    mutating func recheck() {
        let focus = intake.review.focus
        issues = intake.check()
        if let focus { intake.review.focus(focus) }
    }

    /// F8: looks at all pages up to this one, and goes to the first error of the intake; from an error to the next one, and
    /// from the last one to the first. No page is called free of errors before its empty fields were looked at.
    mutating func nextError(_ context: ScreenContext) -> [Effect<Message>] {
        let page = intake.page
        let focus = intake.form?.focus
        let wasAtError = intake.form?.errors.contains { $0.path == focus } == true
        let hasArrived = intake.form?.hasAdvanced == true
        let later = issues.filter { $0.target.page.rawValue > page.rawValue }
        issues = intake.check(through: page) + later
        if let focus { _ = intake.form?.focus(focus) }
        if wasAtError, var form = intake.form {
            // What was answered before has led here by itself: this is the error that the key was meant for.
            if hasArrived, let focus { form.focusToMend(focus) }
            let found = hasArrived || form.goToLaterError()
            intake.form = form
            if found {
                let count = intake.standing(of: issues).count
                intake.form?.say(Strings.Review.errorsLeft(count), .error)
                return []
            }
        }
        let standing = intake.standing(of: issues)
        guard let first = standing.first else { return noError(context) }
        let next = wasAtError ? standing.first { $0.target.page.rawValue > page.rawValue } : nil
        return show(next ?? first, of: standing.count, context)
    }

    private mutating func noError(_ context: ScreenContext) -> [Effect<Message>] {
        if intake.page != .review, var form = intake.form, form.isEnabled("form.next_error") {
            // What only asks for a second look.
            _ = form.perform("form.next_error")
            intake.form = form
            return []
        }
        if intake.page == .declaration, let empty = intake.lackingAnswers.first {
            // What is sent back for papers may be declared later, but is not whole.
            let count = intake.lackingAnswers.count
            intake.go(to: IntakeTarget(page: .declaration, field: empty))
            intake.form?.say(Strings.Review.emptyLeft(count), .warning)
            return []
        }
        let words = intake.page == .review ? Strings.Review.allRight : Strings.Review.noErrors
        return [.clearToasts(), .toast(SafeText(words.text(context.language)), .success)]
    }

    /// Goes to what is to be mended, and says how much there is of it in the whole intake.
    mutating func show(_ issue: IntakeIssue, of count: Int, _ context: ScreenContext) -> [Effect<Message>] {
        intake.go(to: issue.target)
        awaitsForm = issue.text == Strings.Declaration.notLoaded
        // A form says at the field what is wrong; the other pages have the message line only.
        guard issue.target.field != nil, intake.form != nil else {
            return [.clearToasts(), .toast(SafeText(issue.text.text(context.language)), .error)]
        }
        intake.form?.say(Strings.Review.errorsLeft(count), .error)
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
        // What was said of the decision before is not so of this one.
        return [.clearToasts()] + effects
    }
}
