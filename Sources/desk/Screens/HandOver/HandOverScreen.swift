import APIClient
import Forms
import Models
import TUI

/// Hands a draft over to a colleague: brought to the server first, given away there, and forgotten here.
struct HandOverScreen: KeepingScreen {
    enum Message: Sendable {
        case colleagues(Result<[Colleague], APIError>)
        case done(Result<OfficerRef, APIError>)
        /// It was sent, and nobody knows what became of it.
        case unsent
        /// What is kept here can't be read, so it is not known whether it was sent.
        case unread(StoreError)
        /// What was typed last is not at the server.
        case unsynced
        /// It is open in another window, or in another part of this one.
        case inUse
        case typed(TypedKeeper.Event)
    }

    static let colleague = "colleague"

    let desk: Desk
    let draft: Draft
    private let key: ID
    private(set) var form: FormState?
    var problem: Phrase?
    var keeper: TypedKeeper
    var typedForm: FormState? {
        get { form }
        set { form = newValue }
    }

    init(desk: Desk, draft: Draft) {
        self.desk = desk
        self.draft = draft
        key = desk.newID()
        keeper = TypedKeeper(
            desk: desk, place: TypedForm.Place("hand-over", draft.id),
            title: Strings.HandOver.title.text(.vi))
    }

    var title: SafeText { desk.title(Strings.HandOver.title) }
    var scopes: [String] { (form?.scopes ?? []) + ["hand_over"] }
    var capturesText: Bool { form?.capturesText ?? false }
    var deadline: Int64? { form?.deadline }
    func enabled(_ action: ActionID) -> Bool { form?.isEnabled(action) ?? true }
    func name(of action: ActionID) -> Phrase? { form?.name(of: action) }

    mutating func start(_ context: ScreenContext) -> [Effect<Message>] { [load(), lookForTyped()] }

    private func load() -> Effect<Message> {
        let desk = desk
        return .run(id: "colleagues") {
            .colleagues(await desk.ask { client throws(APIError) in try await client.colleagues() })
        }
    }

    static func typed(_ event: TypedKeeper.Event) -> Message { .typed(event) }

    mutating func answer(_ event: ScreenEvent<Message>, _ context: ScreenContext) -> [Effect<Message>] {
        switch event {
        case .message(.typed(let event)): return take(event, context)
        case .action(.closeHandOver) where form?.isPopupOpen != true: return [.pop()]
        case .message(.colleagues(.success(let people))):
            guard !people.isEmpty else {
                problem = Strings.HandOver.nobody
                return []
            }
            var form = Self.form(people, desk.today, context.language)
            form.time = desk.time
            self.form = form
            return []
        case .message(.done(.success(let officer))):
            keeper.finish()
            let words = Strings.HandOver.done(officer.name).text(context.language)
            return [.toast(SafeText(words), .success), .pop()]
        case .message(.unsent):
            form?.working = false
            problem = Strings.HandOver.unsent
            return [.bell]
        case .message(.unread(let error)):
            form?.working = false
            problem = error.words
            return [.bell]
        case .message(.unsynced):
            form?.working = false
            problem = Strings.HandOver.unsynced
            return [.bell]
        case .message(.inUse):
            form?.working = false
            problem = Strings.Intake.draftInUse
            return [.bell]
        case .message(.colleagues(.failure(let error))), .message(.done(.failure(let error))):
            form?.working = false
            form?.mark(error) { $0 == "/officer" ? FieldPath(Self.colleague) : nil }
            problem = error.words
            return error == .unauthorised ? [.push(LoginScreen.again(desk))] : [.bell]
        case .resumed(let result):
            if result as? LoginResult == .other { return [.popToRoot] }
            return form == nil ? [load()] : []
        case .hangup: return []
        case .input, .action:
            guard let outcome = form.update({ $0.handle(event) }), outcome.submits else { return [] }
            return [send()]
        }
    }

    private static func form(
        _ people: [Colleague], _ today: LocalDate, _ language: Language
    ) -> FormState {
        var form = FormState(
            definition(people), today: today, language: language, submitLabel: Strings.HandOver.send)
        form.submitHelp = Strings.Buttons.handOver
        return form
    }

    static func definition(_ people: [Colleague]) -> FormDefinition {
        let options = people.map { $0.option() }
        return FormDefinition(
            id: "desk-hand-over", version: 1, title: Strings.HandOver.title,
            pages: [
                FormPage(
                    id: "hand_over", title: Strings.HandOver.title,
                    groups: [
                        FormGroup(
                            id: "hand_over", title: Strings.HandOver.title,
                            fields: [
                                Field(
                                    id: colleague, label: Strings.HandOver.colleague,
                                    kind: .dropdown(
                                        .fixed(options), multiple: false, empty: Strings.Common.empty),
                                    required: .always, help: Strings.HandOver.colleagueHelp, width: 40)
                            ])
                    ])
            ])
    }

    private mutating func send() -> Effect<Message> {
        form?.working = true
        problem = nil
        let officer = form?.answers.text(Self.colleague) ?? ""
        let (desk, draft, key) = (desk, draft, key)
        return .run(id: "hand-over") { await Self.handOver(draft, to: officer, key: key, desk: desk) }
    }

    /// Brings the draft to the server, gives it away there, and forgets it here.
    static func handOver(_ draft: Draft, to officer: ID, key: ID, desk: Desk) async -> Message {
        let (store, sync) = (desk.store, desk.signedIn?.sync)
        do throws(StoreError) {
            // With an open act it may be a dossier already: the colleague would make a second one of it.
            if try store?.intent(draft.id)?.isPending == true { return .unsent }
        } catch {
            return .unread(error)
        }
        let outcome = await give(draft, to: officer, key: key, desk: desk, store, sync)
        // With the claim gone the draft goes from here, too.
        if case .done(.success) = outcome { await sync?.merge() }
        return outcome
    }

    /// Nobody types in the draft from here on until it is the colleague's, also at another desk of this machine.
    private static func give(
        _ draft: Draft, to officer: ID, key: ID, desk: Desk, _ store: ActStore?, _ sync: DraftSync?
    ) async -> Message {
        let claim = store?.claim(draft.id)
        if store != nil, claim == nil { return .inUse }
        defer { withExtendedLifetime(claim) {} }
        // What was typed last may not be at the server yet.
        await sync?.push()
        // The colleague gets what the server has: it must be what stands here, and goes by its revision.
        let there = await desk.ask { client throws(APIError) in try await client.draft(draft.id) }
        let server: Revised<Draft>
        switch there {
        case .failure(let error): return .done(.failure(error))
        case .success(let found): server = found
        }
        let here: Draft?
        do throws(StoreError) {
            here = try store?.draft(draft.id)
        } catch {
            return .unread(error)
        }
        guard let here, here.content == server.value.content else { return .unsynced }
        let result = await desk.ask { client throws(APIError) in
            try await client.handOver(
                draft: draft.id, to: officer, revision: server.revision ?? "*", key: key)
        }
        if case .failure(.problem(let problem)) = result, problem.isStale { return .unsynced }
        return .done(result)
    }

    func draw(into canvas: inout Canvas, _ context: ScreenContext) {
        canvas.put(
            SafeText(draft.title).truncated(to: canvas.size.columns - 2), at: Point(1, 0), role: .title)
        guard let form else {
            let words = problem ?? Strings.Common.loading
            canvas.put(
                SafeText(words.text(context.language)), at: Point(1, 2), role: problem == nil ? .dim : .error)
            return
        }
        FormView.draw(form, into: &canvas, rect: canvas.bounds.splitTop(2).rest, context: context)
    }

    func messageLine(_ context: ScreenContext) -> MessageLine? {
        if let problem { return MessageLine(SafeText(problem.text(context.language)), role: .error) }
        return form?.messageLine(context.language)
    }
}
