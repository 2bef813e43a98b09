import APIClient
import Forms
import Models
import TUI

/// One act on one dossier: what it needs is asked, and F10 does it.
///
/// The dossier is claimed while the form is open. What was typed outlives a change by somebody else, a refusal, a lost
/// server and a lost session; the act goes out under one key however often it is sent.
struct ActScreen: KeepingScreen {
    enum Message: Sendable {
        case options(Result<ActionOptions, APIError>)
        case dossier(Result<Dossier, APIError>)
        case clock(Result<DossierClock, APIError>)
        case claimed(Result<DossierClaim, APIError>)
        case beat
        case done(Result<Acted<Dossier>, SubmitFailure>)
        case events(Result<[DossierEvent], APIError>)
        case news(ChangeLog.News)
        case signed(Result<FormSignature, ActSigning.Failure>)
        case typed(TypedKeeper.Event)
    }

    let desk: Desk
    let verb: ProcessAction
    private(set) var subject: ActSubject
    private(set) var form: FormState?
    var keeper: TypedKeeper
    var typedForm: FormState? {
        get { form }
        set { form = newValue }
    }
    private let key: ID
    /// Who acts.
    private let owner: SignedIn?
    /// Keeps other desks of this officer from sending the act meanwhile.
    private let hold: APIClient.Claim?
    private var lease: DossierClaim?
    private(set) var claimProblem: Phrase?
    var problem: Phrase?
    /// Something was sent and not done, as far as is known: the dossier may be another.
    private var hasFailed = false
    /// Somebody else has changed the dossier since the officer saw it.
    private(set) var change: OtherChange?
    private(set) var dialog: Dialog?
    private(set) var openedAt: Instant

    /// Who changed the dossier, and when, as far as the server said.
    struct OtherChange: Sendable {
        var by: String?
        var at: Instant?
        var what: Phrase?
    }

    init(desk: Desk, verb: ProcessAction, subject: ActSubject) {
        self.desk = desk
        self.verb = verb
        self.subject = subject
        key = desk.newID()
        owner = desk.signedIn
        hold = owner?.store?.claim(key)
        openedAt = desk.now
        keeper = TypedKeeper(
            desk: desk, place: .act(verb, subject.id),
            title: Strings.Act.title(Strings.Act.name(verb), subject.code))
    }

    var title: SafeText { desk.title(Strings.Act.name(verb)) }
    var scopes: [String] { dialog?.scopes ?? ((form?.scopes ?? []) + ["act_form"]) }
    var helpScopes: [String] { dialog?.scopes ?? ((form?.helpScopes ?? []) + ["act_form"]) }
    var capturesText: Bool { dialog == nil && form?.capturesText ?? false }
    var deadline: Int64? { form?.deadline }
    func enabled(_ action: ActionID) -> Bool { dialog == nil ? form?.isEnabled(action) ?? true : true }
    func name(of action: ActionID) -> Phrase? { form?.name(of: action) }

    /// The act as the server offers it; nil where it does not.
    var option: ActionOption? { subject.options?.items.first { $0.action == verb } }

    // MARK: - Events

    mutating func start(_ context: ScreenContext) -> [Effect<Message>] {
        let first = [listen(after: desk.changes.mark), lookForTyped()]
        guard subject.options != nil, subject.dossier != nil else { return first + load() }
        return first + prepare(context)
    }

    static func typed(_ event: TypedKeeper.Event) -> Message { .typed(event) }

    mutating func answer(_ event: ScreenEvent<Message>, _ context: ScreenContext) -> [Effect<Message>] {
        switch event {
        case .message(let message): return handle(message, context)
        case .resumed(let result):
            if result as? LoginResult == .other { return [.popToRoot] }
            guard result is LoginResult else { return [] }
            if form == nil { return load() }
            return claims ? [claim()] : []
        case .hangup: return release()
        case .input, .action: break
        }
        if dialog != nil { return handleDialog(event) }
        if case .action(.closeAct) = event, form?.isPopupOpen != true { return leave() }
        if case .input(.scan(let scan)) = event { return taken(scan: scan, context.language) }
        guard let outcome = form.update({ $0.handle(event) }) else { return [] }
        let reports = reports(outcome, of: form?.text(ActForm.ID.identity), context)
        return outcome.submits ? reports + send() : reports
    }

    private mutating func handle(_ message: Message, _ context: ScreenContext) -> [Effect<Message>] {
        switch message {
        case .options(.success(let options)):
            subject.options = options
            return subject.dossier == nil ? [] : prepare(context)
        case .dossier(.success(let dossier)):
            subject.dossier = dossier
            return subject.options == nil ? [] : prepare(context)
        case .options(.failure(let error)), .dossier(.failure(let error)):
            problem = error.words
            return error == .unauthorised ? [.push(LoginScreen.again(desk))] : [.bell]
        // Without it the head says less; nothing is decided by it.
        case .clock(let result):
            subject.clock = try? result.get()
            guard let failure = result.failure, failure != .unauthorised else { return [] }
            return [
                .toast(SafeText(Strings.Dossier.noClock(failure.words).text(context.language)), .warning)
            ]
        case .claimed(.success(let claim)):
            lease = claim
            claimProblem = nil
            return [.after(id: "beat", seconds: beat(of: claim), .beat)]
        case .claimed(.failure(let error)):
            // The act is the server's to refuse; whoever has the dossier is said.
            claimProblem = Strings.Act.claimFailed(error.words)
            return error == .unauthorised
                ? [.push(LoginScreen.again(desk))] : [.after(id: "beat", seconds: 30, .beat)]
        case .beat: return [claim()]
        case .typed(let event): return take(event, context)
        case .news(let news): return heard(news)
        case .signed(.success(let signature)): return [perform(signature)]
        case .signed(.failure(let failure)):
            form?.working = false
            problem = failure.words
            return [.bell]
        case .done(.success(let acted)):
            keeper.finish()
            return [finished(acted)]
        // Who did what; without it the warning says less.
        case .events(let result):
            guard change != nil, let last = (try? result.get())?.max(by: { $0.seq < $1.seq }) else {
                return []
            }
            if change?.by == nil { change?.by = last.actor?.name }
            change?.what = Strings.Verb.name(last.action)
            return []
        case .done(.failure(let failure)): return failed(failure, context)
        }
    }

    /// Somebody did something to this dossier: it is said at once, not only when F10 is refused.
    private mutating func heard(_ news: ChangeLog.News) -> [Effect<Message>] {
        let seen = subject.options?.revision ?? .max
        let other = news.changes.last { $0.id == subject.id && ($0.revision ?? 0) > seen }
        guard let other, form?.working != true else { return [listen(after: news.mark)] }
        change = OtherChange(by: change?.by, at: other.at)
        return [listen(after: news.mark)] + load() + [loadEvents()]
    }

    /// Builds the form once all is known, or says why the act is not possible.
    private mutating func prepare(_ context: ScreenContext) -> [Effect<Message>] {
        problem = nil
        guard let option, option.allowed else {
            dialog = WhyNot.dialog(verb, option, step: subject.dossier?.stepName ?? "")
            return []
        }
        guard form == nil else { return [] }
        form = makeForm(option, context.language)
        return claims ? [claim()] : []
    }

    private func makeForm(_ option: ActionOption, _ language: Language) -> FormState {
        let dossier = subject.dossier
        // Whoever has the dossier need not be given it.
        let holder = subject.options?.assignee?.id
        let definition = ActForm.definition(
            option, assignees: (subject.options?.assignees ?? []).filter { $0.id != holder }, dossier: dossier
        )
        var form = FormState(
            definition, answers: ActForm.answers(option, dossier: dossier, today: desk.today),
            today: desk.today,
            language: language, submitLabel: Strings.Act.name(verb))
        form.time = desk.time
        form.submitHelp = Strings.Act.submitHelp
        form.takesReports = true
        if option.needs.contains(.handoverProof), let name = dossier?.applicant.name, dossier?.masked == false
        {
            form.set(ActForm.ID.recipient, to: .text(name))
        }
        if option.needs.contains(.payment), let total = dossier?.quote.total, total > 0 {
            form.set(ActForm.ID.amount, to: .number(total))
        }
        // What the procedure calls the result is no place for a remark: what is typed at once is one.
        if let first = form.focus, first.field == ActForm.ID.resultName,
            form.rawText(first)?.isEmpty == false,
            !option.needs.contains(.result)
        {
            form.focus(field: ActForm.ID.note)
        }
        return form
    }

    /// A card that is held up while the result is handed over is that of who takes it.
    private mutating func taken(scan: String, _ language: Language) -> [Effect<Message>] {
        guard verb == .deliver, form != nil, case .identityCard(let raw) = ScanReading.recognise(scan) else {
            return [.bell]
        }
        guard let card = try? IdentityCard.parse(raw, today: desk.today) else { return [.bell] }
        problem = nil
        form?.fill(
            ActForm.ID.recipient, value: .text(card.name), source: Strings.Act.fromCard, overwrite: true)
        form?.fill(
            ActForm.ID.identity, value: .text(card.number), source: Strings.Act.fromCard, overwrite: true)
        return []
    }

    private mutating func handleDialog(_ event: ScreenEvent<Message>) -> [Effect<Message>] {
        guard var dialog else { return [] }
        let outcome = dialog.handle(event)
        self.dialog = dialog
        switch outcome {
        case .accepted, .cancelled:
            self.dialog = nil
            // What was typed stays to be seen where the act was possible a moment ago.
            return form == nil ? leave() : []
        case .ignored, .handled, .changed, .refused: return []
        }
    }

    // MARK: - Doing it

    private mutating func send() -> [Effect<Message>] {
        guard let option, option.allowed else {
            dialog = WhyNot.dialog(verb, option, step: subject.dossier?.stepName ?? "")
            return []
        }
        form?.working = true
        problem = nil
        guard option.needs.contains(.signature) else { return [perform(nil)] }
        guard let dossier = subject.dossier else { return [] }
        let (desk, request, revision) = (desk, request(nil), subject.options?.revision ?? 0)
        return [
            .run(id: "sign") {
                .signed(ActSigning.signature(desk, of: request, on: dossier, revision: revision))
            }
        ]
    }

    private func request(_ signature: FormSignature?) -> ActionRequest {
        var request = ActForm.request(
            verb, needs: option?.needs ?? [], to: option?.to, form?.answers ?? Answers())
        request.signature = signature
        return request
    }

    private func perform(_ signature: FormSignature?) -> Effect<Message> {
        let (desk, key, owner, id, place) = (desk, key, owner, subject.id, keeper.place.id)
        let request = request(signature)
        let revision = subject.options?.revision ?? 0
        let title = Strings.Act.title(Strings.Act.name(verb), subject.code)
        return .run(id: "act") {
            .done(
                await desk.act(
                    on: id, request, revision: revision, key: key, title: title, draft: place,
                    owner: owner))
        }
    }

    private func finished(_ acted: Acted<Dossier>) -> Effect<Message> {
        let done = ActOutcome.Done(
            verb: verb, dossier: acted.value, at: desk.now, undoMinutes: option?.undoMinutes,
            forms: option?.forms ?? [], isOfEarlierContent: acted.isOfEarlierContent)
        return .pop(result: ActOutcome(done: done, claimed: lease == nil ? nil : subject.id))
    }

    private mutating func failed(_ failure: SubmitFailure, _ context: ScreenContext) -> [Effect<Message>] {
        form?.working = false
        hasFailed = true
        problem = failure.words(unknown: Strings.Act.unknown)
        switch failure {
        case .expired: return [.push(LoginScreen.again(desk))]
        case .notRecorded, .unknown: break
        case .doneBefore: return [.bell] + load()
        case .refused(let refusal) where refusal.isStale:
            problem = nil
            change = OtherChange(by: refusal.changedBy, at: refusal.changedAt)
            return [.bell] + load() + [loadEvents()]
        case .refused(let refusal):
            let groups = form?.definition.groups.map(\.id) ?? []
            let errors = (refusal.errors ?? []).map { error in
                FieldError(
                    path: ActForm.path(of: error.pointer, in: groups) ?? FieldPath(error.pointer),
                    issue: FieldIssue(
                        code: error.code, message: Phrase(vi: error.message),
                        hint: error.hint.map { Phrase(vi: $0) }))
            }
            if !errors.isEmpty { form?.apply(serverErrors: errors) }
            // What is possible may be another by now.
            return [.bell] + load()
        }
        return [.bell]
    }

    // MARK: - The server

    private func load() -> [Effect<Message>] {
        let (desk, id) = (desk, subject.id)
        return [
            .run(id: "options") {
                .options(await desk.ask { client throws(APIError) in try await client.actions(dossier: id) })
            },
            .run(id: "dossier") {
                .dossier(await desk.ask { client throws(APIError) in try await client.dossier(id) })
            },
            .run(id: "clock") {
                .clock(await desk.ask { client throws(APIError) in try await client.clock(dossier: id) })
            },
        ]
    }

    private func loadEvents() -> Effect<Message> {
        let (desk, id) = (desk, subject.id)
        return .run(id: "events") {
            .events(await desk.ask { client throws(APIError) in try await client.events(dossier: id) })
        }
    }

    private func listen(after mark: Int) -> Effect<Message> {
        let changes = desk.changes
        return .watch(id: "changes") { .news(await changes.next(after: mark)) }
    }

    /// Whether the dossier is to be held while the form is open. To take it, to give it away or to take an act back
    /// needs no lease.
    private var claims: Bool { ![.claim, .release, .reassign, .recall, .undo].contains(verb) }

    private func claim() -> Effect<Message> {
        let (desk, id) = (desk, subject.id)
        return .run(id: "claim") {
            .claimed(await desk.ask { client throws(APIError) in try await client.claim(dossier: id) })
        }
    }

    /// Seconds until the lease is asked for again: well before it ends, not more often than is of use.
    private func beat(of claim: DossierClaim) -> Double {
        Double(min(600, max(15, (claim.until.seconds - desk.now.seconds) / 2)))
    }

    /// What is under way may still be done, and that is said.
    private func leave() -> [Effect<Message>] {
        let isSending = form?.working == true
        let told: [Effect<Message>] =
            isSending ? [.toast(SafeText(Strings.Act.maybeDone.text(desk.language)), .warning)] : []
        return told + [
            .pop(
                result: ActOutcome(
                    claimed: lease == nil ? nil : subject.id,
                    isOutdated: change != nil || hasFailed || isSending))
        ]
    }

    private func release() -> [Effect<Message>] {
        guard lease != nil else { return [] }
        let (desk, id) = (desk, subject.id)
        return [
            .run(id: "release") {
                _ = await desk.ask { client throws(APIError) in try await client.release(dossier: id) }
                return .beat
            }
        ]
    }
}
