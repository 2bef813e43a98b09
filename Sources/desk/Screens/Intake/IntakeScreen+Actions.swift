import APIClient
import Forms
import Models
import TUI

/// What keys and the fields of the forms do.
extension IntakeScreen {
    mutating func handle(_ action: ActionID, _ context: ScreenContext) -> [Effect<Message>] {
        switch action {
        case .submit: return submitPressed(context)
        case .nextPage: return turn(forward: true, context)
        case .previousPage: return turn(forward: false, context)
        case .nextError, .noError, "form.next_error": return nextError(context)
        case .fillKnown: return fillKnown(context)
        case "form.undo" where intake.canTakeBack, "text.undo" where intake.canTakeBack:
            return takeBackApplicant(context)
        case .switchKind:
            intake.switchKind()
            return []
        case .onBehalf:
            intake.switchOnBehalf()
            return []
        case .capitals:
            intake.capitaliseNames()
            return [.clearToasts()]
        case .history: return [.push(LookupScreen(desk: desk, query: intake.identityNumber ?? ""))]
        case .supplement: return decide(.requestSupplement, context)
        case .refuse: return decide(.refuse, context)
        case .reload: return reload()
        case .leave: return leave(context)
        case .scrollDown, .scrollUp: return scroll(action == .scrollDown ? 1 : -1, context)
        case .allPapers:
            intake.papers.tickAllRequired()
            intake.suggestDecision()
            return []
        case .tickPaper:
            intake.papers.tick()
            intake.suggestDecision()
            return []
        case .digitised:
            intake.papers.cycleDigitised()
            intake.suggestDecision()
            return []
        case .takeProcedure: return takeProcedure()
        case .sign: return sign(context)
        case .paperForm: return openPaper(context)
        default:
            if let page = (1...6).first(where: { action == .page($0) }).flatMap(IntakePage.init(rawValue:)) {
                return open(page, context)
            }
            guard var form = intake.form else { return [] }
            let outcome = form.perform(action)
            intake.form = form
            return react(to: outcome, context)
        }
    }

    /// A moment that the form has asked for.
    mutating func tick(_ context: ScreenContext) -> [Effect<Message>] {
        guard var form = intake.form else { return [] }
        let outcome = form.handle(.tick)
        intake.form = form
        return react(to: outcome, context)
    }

    /// What a form tells: fields that others depend on, options it needs, the way out at its ends.
    mutating func react(to outcome: FormOutcome, _ context: ScreenContext) -> [Effect<Message>] {
        // An older message would lie over what the form says of this key or paste.
        var effects: [Effect<Message>] = outcome.speaks ? [.clearToasts()] : []
        for event in outcome.events {
            switch event {
            case .changed(let path): effects += changed(path, context)
            case .needsOptions(let request): effects.append(loadOptions(request))
            case .refused: effects.append(.bell)
            case .edge(let forward):
                if intake.page == .review {
                    reviewOffset = max(0, reviewOffset + (forward ? 1 : -1))
                } else {
                    effects += turn(forward: forward, context)
                }
            case .submit: effects += submitPressed(context)
            case .left(let path):
                guard let small = intake.smallNames.first(where: { $0.path == path }) else { break }
                let words = Strings.Applicant.smallName(small.name).text(context.language)
                effects += [.clearToasts(), .toast(SafeText(words), .warning)]
            case .entered, .rowsChanged, .pageChanged: break
            case .file(let path, let request): effects += serve(request, at: path, context)
            case .previewPage(let page): effects += turn(to: page, context)
            case .needsFolder(let path): effects.append(readFolder(path))
            case .reportSource(let path, let value): effects += report(value, at: path, context)
            }
        }
        return effects
    }

    private mutating func changed(_ path: FieldPath, _ context: ScreenContext) -> [Effect<Message>] {
        // What was to be mended here is being mended; the next check says whether it is.
        issues.removeAll { $0.target.page == intake.page && $0.target.field == path }
        switch intake.page {
        case .applicant where path.field == ApplicantForm.ID.number: return lookUpIfNew()
        case .terms:
            if path.field == TermsForm.ID.delivery { intake.fillDelivery() }
            // While a quantity is wrong the sum of the one before must not stand there.
            if !intake.uncountable.isEmpty || quote.failure != nil { return askQuote() }
            return [.after(id: "quote-pause", seconds: 0.3, .quotePause)]
        case .declaration:
            guard let group = intake.relationChanged(path) else { return [] }
            let words = Strings.Declaration.copied(group.text(context.language))
            return [.toast(SafeText(words.text(context.language)), .success)]
        case .review where path.field == ReviewForm.ID.decision:
            intake.isDecided = true
            intake.decide(intake.decision)
            return []
        default: return []
        }
    }
}
