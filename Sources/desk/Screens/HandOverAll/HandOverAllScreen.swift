import APIClient
import Forms
import Models
import TUI

/// Gives all that one officer works on to another: one's own before leave, or a colleague's who is away.
struct HandOverAllScreen: Screen {
    enum Message: Sendable {
        case colleagues(Result<[OfficerRef], APIError>)
        case done(Result<Acted<DossierHandOverResult>, SubmitFailure>)
    }

    enum ID {
        static let from = "from"
        static let to = "to"
        static let note = "note"
    }

    let desk: Desk
    private let key: Models.ID
    private let owner: SignedIn?
    private let hold: APIClient.Claim?
    private var people: [OfficerRef] = []
    private(set) var form: FormState?
    private var problem: Phrase?

    init(desk: Desk) {
        self.desk = desk
        key = desk.newID()
        owner = desk.signedIn
        hold = owner?.store?.claim(key)
    }

    var title: SafeText { desk.title(Strings.HandOverAll.title) }
    var scopes: [String] { (form?.scopes ?? []) + ["hand_over_all"] }
    var helpScopes: [String] { (form?.helpScopes ?? []) + ["hand_over_all"] }
    var capturesText: Bool { form?.capturesText ?? false }
    var deadline: Int64? { form?.deadline }
    func enabled(_ action: ActionID) -> Bool { form?.isEnabled(action) ?? true }
    func name(of action: ActionID) -> Phrase? { form?.name(of: action) }

    mutating func start(_ context: ScreenContext) -> [Effect<Message>] { [load()] }

    private func load() -> Effect<Message> {
        let desk = desk
        return .run(id: "colleagues") {
            .colleagues(
                await desk.ask { client throws(APIError) in try await client.colleagues(handling: true) })
        }
    }

    mutating func handle(_ event: ScreenEvent<Message>, _ context: ScreenContext) -> [Effect<Message>] {
        switch event {
        case .action(.closeHandOverAll) where form?.isPopupOpen != true: return [.pop()]
        case .message(.colleagues(.success(let found))):
            let me = desk.me?.officer
            people = found.filter { $0.id != me?.id }
            guard !people.isEmpty, let me else {
                problem = Strings.HandOverAll.nobody
                return []
            }
            var form = FormState(
                Self.definition(me: me, people), today: desk.today, language: context.language,
                submitLabel: Strings.HandOverAll.send)
            form.set(ID.from, to: .text(me.id))
            self.form = form
            return []
        case .message(.colleagues(.failure(let error))):
            problem = error.words
            return error == .unauthorised ? [.push(LoginScreen.again(desk))] : [.bell]
        case .message(.done(.success(let acted))):
            let words = Strings.HandOverAll.done(
                acted.value.count, left: acted.value.left ?? 0, acted.value.to.name)
            return [.toast(SafeText(words.text(context.language)), .success), .pop()]
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

    private mutating func failed(_ failure: SubmitFailure) -> [Effect<Message>] {
        form?.working = false
        switch failure {
        case .expired: return [.push(LoginScreen.again(desk))]
        case .notRecorded(let error): problem = error.words
        case .doneBefore: problem = Strings.Act.doneBefore
        case .refused(let refusal): problem = APIError.problem(refusal).words
        case .unknown(let error):
            problem = Phrase(
                error.words.text(.vi) + " " + Strings.Act.unknown.text(.vi),
                en: error.words.text(.en) + " " + Strings.Act.unknown.text(.en))
        }
        return [.bell]
    }

    static func definition(me: OfficerRef, _ people: [OfficerRef]) -> FormDefinition {
        func option(_ person: OfficerRef) -> Option {
            let position = person.position.map { ", " + $0 } ?? ""
            return Option(value: person.id, label: Phrase(vi: person.name + position))
        }
        func dropdown(_ id: String, _ label: Phrase, _ options: [Option], help: Phrase? = nil) -> Field {
            Field(
                id: id, label: label,
                kind: .dropdown(.fixed(options), multiple: false, empty: Strings.Common.none),
                required: .always, help: help, width: 44)
        }
        let mine = Option(value: me.id, label: Strings.HandOverAll.mine(me.name))
        return FormDefinition(
            id: "desk-hand-over-all", version: 1, title: Strings.HandOverAll.title,
            pages: [
                FormPage(
                    id: "hand_over", title: Strings.HandOverAll.title,
                    groups: [
                        FormGroup(
                            id: "who", title: Strings.HandOverAll.title,
                            fields: [
                                dropdown(
                                    ID.from, Strings.HandOverAll.from, [mine] + people.map(option),
                                    help: Strings.HandOverAll.fromHelp),
                                dropdown(ID.to, Strings.HandOverAll.to, [mine] + people.map(option)),
                                Field(
                                    id: ID.note, label: Strings.Act.note,
                                    kind: .textArea(TextAreaRule(minRows: 2, maxRows: 5, maxLength: 1000)),
                                    required: .always, help: Strings.Act.noteHelp),
                            ])
                    ])
            ])
    }

    private mutating func send() -> [Effect<Message>] {
        guard let answers = form?.answers, let from = answers.text(ID.from), let to = answers.text(ID.to)
        else { return [] }
        guard from != to else {
            problem = Strings.HandOverAll.same
            return [.bell]
        }
        form?.working = true
        problem = nil
        let request = DossierHandOver(from: from, to: to, note: answers.text(ID.note))
        let names = Dictionary(
            (people + (desk.me.map { [$0.officer] } ?? [])).map { ($0.id, $0.name) }
        ) { first, _ in first }
        let title = Strings.HandOverAll.actTitle(names[from] ?? from, names[to] ?? to)
        let (desk, key, owner) = (desk, key, owner)
        return [
            .run(id: "hand-over") {
                .done(await desk.handOver(request, key: key, title: title, owner: owner))
            }
        ]
    }

    func draw(into canvas: inout Canvas, _ context: ScreenContext) {
        guard let form else {
            let words = problem ?? Strings.Common.loading
            canvas.put(
                SafeText(words.text(context.language)), at: Point(1, 1), role: problem == nil ? .dim : .error)
            return
        }
        FormView.draw(form, into: &canvas, rect: canvas.bounds, context: context)
    }

    func messageLine(_ context: ScreenContext) -> MessageLine? {
        if let problem { return MessageLine(SafeText(problem.text(context.language)), role: .error) }
        return form?.messageLine(context.language)
    }
}
