import APIClient
import Forms
import Models
import TUI

/// Correcting a dossier after its slip was given out: what stands there can be typed over, F10 shows what changes, and only
/// then it goes out, once, under one key.
///
/// What was typed outlives a change by somebody else, a refusal, a lost server and a lost session.
struct AmendScreen: KeepingScreen {
    enum Message: Sendable {
        case subject(Result<AmendSubject, APIError>)
        case options(OptionRequest, Result<Page<ReferenceItem>, APIError>)
        case dossier(Result<Dossier, APIError>)
        case done(Result<Acted<Dossier>, SubmitFailure>)
        case typed(TypedKeeper.Event)
    }

    let desk: Desk
    /// The dossier as the officer saw it: the correction goes out with its revision.
    private(set) var subject: AmendSubject
    var dossier: Dossier { subject.dossier }
    private(set) var form: FormState?
    var keeper: TypedKeeper
    var typedForm: FormState? {
        get { form }
        set { form = newValue }
    }
    /// Where the next part of a long list begins, by what asks for it.
    private var optionCursors: [OptionRequest: String] = [:]
    private let key: ID
    private let owner: SignedIn?
    /// Keeps other desks of this officer from sending it meanwhile.
    private let hold: APIClient.Claim?
    var problem: Phrase?
    private var dialog: Dialog?
    /// Somebody else has changed the dossier since, or something was sent and not done, as far as is known.
    private var isOutdated = false

    init(desk: Desk, dossier: Dossier) {
        self.desk = desk
        subject = AmendSubject(dossier)
        key = desk.newID()
        owner = desk.signedIn
        hold = owner?.store?.claim(key)
        keeper = TypedKeeper(
            desk: desk, place: .amend(dossier.id),
            title: Strings.Act.title(Strings.Act.name(.amend), dossier.code))
    }

    var title: SafeText { desk.title(Strings.Act.name(.amend)) }
    var scopes: [String] { dialog?.scopes ?? ((form?.scopes ?? []) + ["act_form"]) }
    var helpScopes: [String] { dialog?.scopes ?? ((form?.helpScopes ?? []) + ["act_form"]) }
    var capturesText: Bool { dialog == nil && form?.capturesText ?? false }
    var deadline: Int64? { form?.deadline }
    func enabled(_ action: ActionID) -> Bool { dialog == nil ? form?.isEnabled(action) ?? true : true }
    func name(of action: ActionID) -> Phrase? { form?.name(of: action) }

    // MARK: - Events

    mutating func start(_ context: ScreenContext) -> [Effect<Message>] {
        let (desk, dossier) = (desk, dossier)
        return [
            lookForTyped(),
            .run(id: "subject") {
                do throws(APIError) {
                    return .subject(.success(try await AmendSubject.load(dossier, desk)))
                } catch {
                    return .subject(.failure(error))
                }
            },
        ]
    }

    static func typed(_ event: TypedKeeper.Event) -> Message { .typed(event) }

    mutating func answer(_ event: ScreenEvent<Message>, _ context: ScreenContext) -> [Effect<Message>] {
        switch event {
        case .message(let message): return handle(message, context)
        case .resumed(let result):
            return result as? LoginResult == .other ? [.popToRoot] : []
        case .hangup: return []
        case .input, .action: break
        }
        if dialog != nil { return handleDialog(event) }
        if case .action(.closeAct) = event, form?.isPopupOpen != true { return leave() }
        if case .input(.scan(let scan)) = event { return taken(scan: scan) }
        guard let outcome = form.update({ $0.handle(event) }) else { return [] }
        let asked = outcome.events.compactMap { event -> Effect<Message>? in
            if case .needsOptions(let request) = event { loadOptions(request) } else { nil }
        }
        let more = asked + reports(outcome, of: number, context)
        return outcome.submits ? more + confirm(context.language) : more
    }

    private mutating func handle(_ message: Message, _ context: ScreenContext) -> [Effect<Message>] {
        switch message {
        case .subject(.success(let loaded)):
            subject = loaded
            form = makeForm(AmendForm.answers(of: subject), context.language)
            let asked = (form?.missingOptions() ?? []).map(loadOptions)
            guard let lack = subject.lack else { return asked }
            let words = Strings.Amend.lacks(lack.words).text(context.language)
            return asked + [.toast(SafeText(words), .warning), .bell]
        case .subject(.failure):
            // Without the cases and the declaration everything else can be put right all the same.
            form = makeForm(AmendForm.answers(of: subject), context.language)
            return [.push(LoginScreen.again(desk))]
        case .options(let request, let result): return optionsLoaded(request, result)
        case .typed(let event): return take(event, context)
        case .dossier(.success(let newer)):
            subject.dossier = newer
            return []
        case .dossier(.failure(let error)):
            problem = error.words
            return error == .unauthorised ? [.push(LoginScreen.again(desk))] : [.bell]
        case .done(.success(let acted)):
            keeper.finish()
            let done = ActOutcome.Done(
                verb: .amend, dossier: acted.value, at: desk.now,
                forms: acted.value.acceptedAt == nil ? [] : [SlipForm.appointment.rawValue],
                isOfEarlierContent: acted.isOfEarlierContent)
            return [.pop(result: ActOutcome(done: done))]
        case .done(.failure(let failure)): return failed(failure)
        }
    }

    private func makeForm(_ answers: Answers, _ language: Language) -> FormState {
        var form = FormState(
            AmendForm.definition(subject, today: desk.today), answers: answers, today: desk.today,
            language: language, submitLabel: Strings.Amend.review)
        form.time = desk.time
        form.submitHelp = Strings.Amend.submitHelp
        form.takesReports = true
        return form
    }

    /// A card that is held up is that of the applicant: mistakes of names and numbers are put right by it.
    private mutating func taken(scan: String) -> [Effect<Message>] {
        guard form != nil, case .identityCard(let raw) = ScanReading.recognise(scan),
            let card = try? IdentityCard.parse(raw, today: desk.today)
        else { return [.bell] }
        var values: [(String, String)] = [
            (ApplicantForm.ID.number, card.number), (ApplicantForm.ID.name, card.name),
            (ApplicantForm.ID.birth, card.birthDate.iso), (ApplicantForm.ID.sex, card.sex.rawValue),
        ]
        if !card.residence.isEmpty { values.append((ApplicantForm.ID.address, card.residence)) }
        _ = form?.fill(
            values.map { (FieldPath($0.0), .text($0.1)) }, source: Strings.Act.fromCard, overwrite: true)
        return []
    }

    /// Whose values a card gave: of who stands on the form, else of who stands on the dossier.
    private var number: String? {
        form?.text(ApplicantForm.ID.number) ?? (dossier.masked ? nil : dossier.applicant.identityNumber)
    }

    private var amendment: DossierAmendment {
        AmendForm.amendment(form?.answers ?? Answers(), of: subject)
    }

    /// What changes, before it is sent.
    private mutating func confirm(_ language: Language) -> [Effect<Message>] {
        let after = AmendForm.preview(amendment, of: subject)
        // Two that can't be compared would look alike.
        guard let old = try? StrictJSON.value(of: dossier), let new = try? StrictJSON.value(of: after) else {
            problem = Strings.Errors.unencodable
            return [.bell]
        }
        let changes = AmendedField.changes(from: old, to: new)
        let lines = AmendedLines(language: language, form: subject.declaration).lines(changes)
        guard !lines.isEmpty else {
            problem = Strings.Amend.nothing
            return [.bell]
        }
        problem = nil
        let reason = Pager.Paragraph(Strings.Amend.because(amendment.reason), role: .dialog)
        dialog = Dialog(
            title: Strings.Amend.changes,
            text: lines.map { Pager.Paragraph($0.text, role: .dialog) } + [reason],
            buttons: [.init("send", Strings.Amend.send), .init("back", Strings.Amend.back)])
        return []
    }

    private mutating func handleDialog(_ event: ScreenEvent<Message>) -> [Effect<Message>] {
        guard var dialog else { return [] }
        let outcome = dialog.handle(event)
        self.dialog = dialog
        switch outcome {
        case .accepted:
            self.dialog = nil
            return dialog.chosen == "send" ? [send()] : []
        case .cancelled:
            self.dialog = nil
            return []
        case .ignored, .handled, .changed, .refused: return []
        }
    }

    private mutating func send() -> Effect<Message> {
        form?.working = true
        let (desk, key, owner, id, place) = (desk, key, owner, dossier.id, keeper.place.id)
        let (amendment, revision) = (amendment, dossier.revision)
        let title = Strings.Act.title(Strings.Act.name(.amend), dossier.code)
        return .run(id: "amend") {
            .done(
                await desk.amend(
                    id, amendment, revision: revision, key: key, title: title, draft: place, owner: owner))
        }
    }

    private mutating func failed(_ failure: SubmitFailure) -> [Effect<Message>] {
        form?.working = false
        isOutdated = true
        problem = failure.words(unknown: Strings.Act.unknown)
        switch failure {
        case .expired: return [.push(LoginScreen.again(desk))]
        case .notRecorded, .unknown: break
        case .doneBefore: return [.bell] + reload()
        case .refused(let refusal) where refusal.isStale:
            problem = Strings.Act.changed(refusal.changedBy, refusal.changedAt?.display)
            return [.bell] + reload()
        case .refused(let refusal):
            let errors = AmendForm.errors(refusal, in: subject)
            if !errors.isEmpty { form?.apply(serverErrors: errors) }
        }
        return [.bell]
    }

    private func reload() -> [Effect<Message>] {
        let (desk, id) = (desk, dossier.id)
        return [
            .run(id: "dossier") {
                .dossier(await desk.ask { client throws(APIError) in try await client.dossier(id) })
            }
        ]
    }

    /// What is under way may still be done, and that is said.
    private func leave() -> [Effect<Message>] {
        let isSending = form?.working == true
        let told: [Effect<Message>] =
            isSending ? [.toast(SafeText(Strings.Act.maybeDone.text(desk.language)), .warning)] : []
        return told + [.pop(result: ActOutcome(isOutdated: isOutdated || isSending))]
    }

    // MARK: - Lists of the declaration

    func namesOfTyped(_ request: OptionRequest) -> Effect<Message>? { loadOptions(request) }

    private func loadOptions(_ request: OptionRequest) -> Effect<Message> {
        let (desk, cursor) = (desk, optionCursors[request])
        let parts = [request.set, request.parent, request.query, request.code, "\(request.offset)"]
        // Names that are asked for at once must not take each other's place.
        return .run(id: "options-" + parts.map { $0 ?? "" }.joined(separator: "/")) {
            .options(
                request,
                await desk.ask { client throws(APIError) in
                    try await client.options(request, cursor: cursor)
                })
        }
    }

    private mutating func optionsLoaded(
        _ request: OptionRequest, _ result: Result<Page<ReferenceItem>, APIError>
    ) -> [Effect<Message>] {
        guard case .success(let page) = result else {
            form?.optionsFailed(request)
            return []
        }
        let options = page.items.map { Option(value: $0.code, label: Phrase(vi: $0.name)) }
        var rest = request
        rest.offset += options.count
        // A page with nothing on it is the last one, whatever it says.
        optionCursors[rest] = options.isEmpty ? nil : page.nextCursor
        let next = form?.provide(options, for: request, isComplete: optionCursors[rest] == nil)
        return next.map { [loadOptions($0)] } ?? []
    }

    // MARK: - Drawing

    func lineEnd(_ context: ScreenContext) -> LineEnd? {
        guard let form, dialog == nil else { return nil }
        return FormView.lineEnd(form, context: context)
    }

    func drawTyped(into canvas: inout Canvas, _ context: ScreenContext) -> Range<Int>? {
        guard let form, dialog == nil else { return nil }
        return FormView.drawTyped(form, into: &canvas, context: context)
    }

    func draw(into canvas: inout Canvas, _ context: ScreenContext) {
        let columns = canvas.size.columns - 2
        let head = SafeText(dossier.code + "  ") + SafeText(Strings.Act.name(.amend).text(context.language))
        canvas.put(head.truncated(to: columns), at: Point(1, 0), role: .title)
        canvas.put(
            SafeText(dossier.applicant.name + " · " + dossier.procedure.name).truncated(to: columns),
            at: Point(1, 1), role: .text)
        canvas.put(
            SafeText(Strings.Amend.note.text(context.language)).truncated(to: columns), at: Point(1, 2),
            role: .dim)
        let area = canvas.bounds.splitTop(4).rest
        if let form {
            FormView.draw(form, into: &canvas, rect: area, context: context)
        } else {
            canvas.put(
                SafeText(Strings.Common.loading.text(context.language)), at: Point(2, area.row), role: .dim)
        }
        dialog?.draw(into: &canvas, bounds: canvas.bounds, context: context)
    }

    func messageLine(_ context: ScreenContext) -> MessageLine? {
        if let problem { return MessageLine(SafeText(problem.text(context.language)), role: .error) }
        return form?.messageLine(context.language)
    }
}
