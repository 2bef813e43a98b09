import APIClient
import Forms
import Models
import TUI

/// Lends a role to a colleague for some days; F10 does it, once.
struct DelegationScreen: KeepingScreen {
    enum Message: Sendable {
        case people(Result<[Colleague], APIError>)
        case done(Result<Acted<Delegation>, SubmitFailure>)
        case typed(TypedKeeper.Event)
    }

    let desk: Desk
    private(set) var form: FormState?
    private var people: [Colleague] = []
    private let key: Models.ID
    private let owner: SignedIn?
    var problem: Phrase?
    var keeper: TypedKeeper
    var typedForm: FormState? {
        get { form }
        set { form = newValue }
    }

    init(desk: Desk) {
        self.desk = desk
        key = desk.newID()
        owner = desk.signedIn
        keeper = TypedKeeper(
            desk: desk, place: TypedForm.Place("delegation", desk.me?.officer.id ?? ""),
            title: Strings.Delegations.new.text(.vi))
    }

    var title: SafeText { desk.title(Strings.Delegations.new) }
    var scopes: [String] { (form?.scopes ?? []) + ["delegation_form"] }
    var helpScopes: [String] { (form?.helpScopes ?? []) + ["delegation_form"] }
    var capturesText: Bool { form?.capturesText ?? false }
    var deadline: Int64? { form?.deadline }
    func enabled(_ action: ActionID) -> Bool { form?.isEnabled(action) ?? true }
    func name(of action: ActionID) -> Phrase? { form?.name(of: action) }

    mutating func start(_ context: ScreenContext) -> [Effect<Message>] { [load(), lookForTyped()] }

    private func load() -> Effect<Message> {
        let desk = desk
        return .run(id: "people") {
            .people(
                await desk.ask { client throws(APIError) in try await client.colleagues(handling: true) })
        }
    }

    static func typed(_ event: TypedKeeper.Event) -> Message { .typed(event) }

    mutating func answer(_ event: ScreenEvent<Message>, _ context: ScreenContext) -> [Effect<Message>] {
        switch event {
        case .message(.typed(let event)): return take(event, context)
        case .action(.closeDelegationForm) where form?.isPopupOpen != true: return [.pop()]
        case .message(.people(.success(let people))):
            begin(people, context.language)
            return []
        case .message(.people(.failure(let error))):
            problem = error.words
            return error == .unauthorised ? [.push(LoginScreen.again(desk))] : [.bell]
        case .message(.done(.success(let acted))):
            keeper.finish()
            let words = Strings.Delegations.made(acted.value).text(context.language)
            return [.toast(SafeText(words), .success), .pop()]
        case .message(.done(.failure(let failure))): return failed(failure)
        case .resumed(let result):
            if result as? LoginResult == .other { return [.popToRoot] }
            return form == nil ? [load()] : []
        case .hangup: return []
        case .input, .action:
            guard let outcome = form.update({ $0.handle(event) }), outcome.submits else { return [] }
            return send()
        }
    }

    private mutating func begin(_ all: [Colleague], _ language: Language) {
        problem = nil
        let own = desk.me?.officer.id
        let lends = desk.isAdministrator
        people = all.filter { $0.isAway != true && (lends || $0.id != own) }
        let roles =
            lends
            ? ["reception", "review", "approval", "clerk", "cashier"] : desk.me?.roles ?? []
        var made = FormState(
            DelegationForm.definition(people, roles: roles, lendsForOthers: lends), today: desk.today,
            language: language, submitLabel: Strings.Delegations.lend)
        made.time = desk.time
        if roles.count == 1 { made.set(DelegationForm.ID.role, to: .text(roles[0])) }
        form = made
    }

    private mutating func send() -> [Effect<Message>] {
        let (desk, key, owner) = (desk, key, owner)
        let own = desk.me?.unit.code ?? ""
        guard let answers = form?.answers,
            let request = DelegationForm.request(answers, own: own, people)
        else { return [] }
        form?.working = true
        problem = nil
        let name = people.first { $0.id == request.to }?.name ?? ""
        let title = Strings.Delegations.actTitle(name)
        let draft = keeper.place.id
        return [
            .run(id: "delegate") {
                .done(
                    await desk.carryOut(key, owner: owner) { acts throws(ActError) in
                        try await acts.delegate(request, key: key, title: title, draft: draft)
                    })
            }
        ]
    }

    private mutating func failed(_ failure: SubmitFailure) -> [Effect<Message>] {
        form?.working = false
        problem = failure.words(unknown: Strings.MoneyTasks.unknown)
        switch failure {
        case .expired: return [.push(LoginScreen.again(desk))]
        case .refused(let refusal):
            let definition = form?.definition
            let errors = (refusal.errors ?? []).compactMap { error -> FieldError? in
                let field = error.pointer.split(separator: "/").first.map(String.init) ?? ""
                guard definition?.field(field) != nil else { return nil }
                return FieldError(
                    path: FieldPath(field),
                    issue: FieldIssue(code: error.code, message: Phrase(vi: error.message)))
            }
            if !errors.isEmpty { form?.apply(serverErrors: errors) }
            return [.bell]
        default: return [.bell]
        }
    }

    func draw(into canvas: inout Canvas, _ context: ScreenContext) {
        guard let form else {
            return ColumnList.say(
                problem ?? Strings.Common.loading, role: problem == nil ? .dim : .error, into: &canvas,
                area: canvas.bounds, context.language)
        }
        FormView.draw(form, into: &canvas, rect: canvas.bounds, context: context)
    }

    func messageLine(_ context: ScreenContext) -> MessageLine? {
        if let problem, form != nil {
            return MessageLine(SafeText(problem.text(context.language)), role: .error)
        }
        return form?.messageLine(context.language)
    }
}
