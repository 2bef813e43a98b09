import Forms
import Models
import TUI

/// One thing to be mended before an intake can be sent.
struct IntakeIssue: Sendable, Equatable {
    var target: IntakeTarget
    var text: Phrase
}

extension Intake {
    /// Checks every page and marks its fields; what is left is listed in the order of the pages.
    ///
    /// What follows from other pages is worked out first: the list of form 02 and the quantities are never those
    /// of an earlier look.
    ///
    /// - Parameter last: The page up to which is checked; what comes after it may not have been begun.
    mutating func check(through last: IntakePage = .review) -> [IntakeIssue] {
        if last == .review { takeDeclaredContact() }
        listMissing()
        fillQuantities()
        func isAsked(_ page: IntakePage) -> Bool { page.rawValue <= last.rawValue }
        var issues: [IntakeIssue] = []
        func add(_ page: IntakePage, _ errors: [FieldError]) {
            for error in errors where error.issue.severity == .error {
                issues.append(
                    IntakeIssue(
                        target: IntakeTarget(page: page, field: error.path), text: error.issue.message))
            }
        }
        add(.applicant, applicant.validate())
        if isAsked(.procedure), let missingChoice {
            issues.append(
                IntakeIssue(target: IntakeTarget(page: .procedure, field: nil), text: missingChoice))
        }
        // A refused dossier need not be declared in full; the officer refuses what was brought.
        if decision == .receive, isAsked(.declaration) {
            if declaration != nil {
                add(.declaration, declaration?.validate() ?? [])
            } else if picker.chosenCase != nil {
                issues.append(
                    IntakeIssue(
                        target: IntakeTarget(page: .declaration, field: nil),
                        text: Strings.Declaration.notLoaded))
            }
        }
        if isAsked(.terms) { add(.terms, termsErrors()) }
        if isAsked(.review) {
            add(.review, review.validate())
            if let signatureIssue { issues.append(signatureIssue) }
        }
        // Each form would count its own errors only.
        applicant.say(nil)
        declaration?.say(nil)
        terms.say(nil)
        review.say(nil)
        return issues
    }

    /// The entries of the declaration in which nothing stands though its form requires it: a dossier that is not received
    /// may leave them for later.
    var lackingAnswers: [FieldPath] {
        guard let declaration else { return [] }
        return FormValidator(declaration.definition, today: today).lacking(declaration.answers)
    }

    /// What is known to be wrong now, in the order of the pages: what stands marked at a field, and of an earlier
    /// look what stands at none and was not mended since.
    func standing(of issues: [IntakeIssue]) -> [IntakeIssue] {
        IntakePage.allCases.flatMap { page -> [IntakeIssue] in
            // As in `check`: what is not taken in need not be declared in full.
            let isAsked = page != .declaration || decision == .receive
            let errors = isAsked ? form(of: page)?.errors ?? [] : []
            return issues.filter { $0.target.page == page && $0.target.field == nil && !isMended($0) }
                + errors.map {
                    IntakeIssue(target: IntakeTarget(page: page, field: $0.path), text: $0.issue.message)
                }
        }
    }

    /// What page 2 still asks for: a procedure, or a case of it.
    var missingChoice: Phrase? {
        if picker.procedure == nil { return Strings.Procedure.notChosen }
        return picker.chosenCase == nil ? Strings.Procedure.caseNotChosen : nil
    }

    private func isMended(_ issue: IntakeIssue) -> Bool {
        switch issue.text {
        case Strings.Procedure.notChosen: picker.procedure != nil
        case Strings.Procedure.caseNotChosen: picker.chosenCase != nil
        case Strings.Declaration.notLoaded: declaration != nil
        default: false
        }
    }

    /// The errors of page 5, with what no pattern can see: too many copies in all.
    private mutating func termsErrors() -> [FieldError] {
        let errors = terms.validate()
        let wrong = Set(errors.filter { $0.issue.severity == .error }.map(\.path.field))
        let more = uncountable.filter { !wrong.contains($0.id) }.map { field in
            FieldError(
                path: FieldPath(field.id),
                issue: FieldIssue(
                    code: "copies", message: Strings.Terms.tooManyCopies, hint: nil, severity: .error))
        }
        guard !more.isEmpty else { return errors }
        terms.apply(serverErrors: more)
        return errors + more
    }

    /// Why, as the slip will say; nil for a dossier that is received.
    var reason: String? {
        switch decision {
        case .receive: nil
        case .requestSupplement: review.answers.text(ReviewForm.ID.reason)
        case .refuse: review.answers.text(ReviewForm.ID.refusal)
        }
    }

    /// The request's body; nil while no case is chosen.
    var request: DossierIntake? {
        guard let procedure = picker.procedure, let chosen = picker.chosenCase else { return nil }
        let decision = decision
        var missing: [String]?
        if decision == .requestSupplement {
            missing = (review.answers.text(ReviewForm.ID.missing) ?? "").split(separator: "\n").map {
                String($0).trimmed
            }.filter { !$0.isEmpty }
        }
        var copies = 1
        if case .number(let count)? = terms.answers[TermsForm.ID.sets] { copies = count }
        let note = terms.answers.text(TermsForm.ID.note)
        return DossierIntake(
            decision: decision, procedure: procedure.code, caseCode: chosen.code, channel: channel,
            applicant: wireApplicant, submitter: wireSubmitter, documents: papers.submitted,
            answers: declaration?.answers ?? Answers(),
            formId: declaration?.definition.id ?? chosen.formId,
            formVersion: declaration?.definition.version ?? chosen.formVersion, quantities: quantities,
            exemption: exemption, copies: copies, delivery: wireDelivery,
            reason: reason,
            missing: missing, note: note?.isEmpty == false ? note : nil, previous: previous,
            signature: signature)
    }

    /// Puts what the server found wrong at the fields it names, and returns it as a list.
    mutating func apply(_ problems: [InputProblem]) -> [IntakeIssue] {
        var byPage: [IntakePage: [FieldError]] = [:]
        var issues: [IntakeIssue] = []
        // A signature that the server does not take is none.
        if problems.contains(where: { $0.pointer.hasPrefix("/signature") }) { signed = nil }
        for problem in problems {
            var target = IntakeTarget(pointer: problem.pointer, isOrganisation: isOrganisation)
            if target.field?.field == ReviewForm.ID.reason, decision == .refuse {
                target.field = FieldPath(ReviewForm.ID.refusal)
            }
            let issue = FieldIssue(
                code: problem.code, message: Phrase(vi: problem.message),
                hint: problem.hint.map { Phrase(vi: $0) }, severity: .error)
            if let field = target.field {
                byPage[target.page, default: []].append(FieldError(path: field, issue: issue))
            }
            issues.append(IntakeIssue(target: target, text: issue.message))
        }
        for (page, errors) in byPage {
            switch page {
            case .applicant: applicant.apply(serverErrors: errors)
            case .declaration: declaration?.apply(serverErrors: errors)
            case .terms: terms.apply(serverErrors: errors)
            case .review: review.apply(serverErrors: errors)
            case .procedure, .papers: break
            }
        }
        return issues.sorted { $0.target.page.rawValue < $1.target.page.rawValue }
    }

    /// Goes to the place of an issue.
    mutating func go(to target: IntakeTarget) {
        page = target.page
        guard let field = target.field else { return }
        switch target.page {
        case .applicant: applicant.focusToMend(field)
        case .declaration: declaration?.focusToMend(field)
        case .terms: terms.focusToMend(field)
        case .review: review.focusToMend(field)
        case .procedure, .papers: break
        }
    }

    /// A new act for the same person: who it is stays, everything else begins anew.
    func next(key: ID, now: Instant, previous: ID) -> Intake {
        var next = Intake(key: key, now: now, language: language, options: options)
        next.applicant = applicant
        next.applicant.working = false
        next.untouchedRevision = applicant.revision
        next.known = known
        next.previous = previous
        next.page = .procedure
        next.picker.load(picker.items)
        return next
    }
}
