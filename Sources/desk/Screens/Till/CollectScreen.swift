import APIClient
import Forms
import Models
import TUI

/// Collects what a dossier owes: cash with its change, a transfer with its code, or the platform. Once, under one key,
/// however often F10 is pressed and whatever becomes of the network.
struct CollectScreen: Screen {
    enum Message: Sendable {
        case done(Result<Acted<Payment>, SubmitFailure>)
    }

    let desk: Desk
    let item: OwingDossier
    private(set) var form: FormState
    private let key: Models.ID
    private let owner: SignedIn?
    private var problem: Phrase?

    init(desk: Desk, item: OwingDossier) {
        self.desk = desk
        self.item = item
        key = desk.newID()
        owner = desk.signedIn
        form = CollectForm.make(item, today: desk.today, desk.language)
        form.time = desk.time
    }

    var title: SafeText { desk.title(Strings.Till.collect) }
    var scopes: [String] { form.scopes + ["collect_form"] }
    var helpScopes: [String] { form.helpScopes + ["collect_form"] }
    var capturesText: Bool { form.capturesText }
    var deadline: Int64? { form.deadline }
    func enabled(_ action: ActionID) -> Bool { form.isEnabled(action) }
    func name(of action: ActionID) -> Phrase? { form.name(of: action) }

    mutating func handle(_ event: ScreenEvent<Message>, _ context: ScreenContext) -> [Effect<Message>] {
        switch event {
        case .action(.closeCollect) where !form.isPopupOpen: return [.pop()]
        case .message(.done(.success(let acted))): return taken(acted.value, context.language)
        case .message(.done(.failure(let failure))): return failed(failure)
        case .resumed(let result):
            return result as? LoginResult == .other ? [.popToRoot] : []
        case .hangup: return []
        case .input, .action:
            let outcome = form.handle(event)
            return outcome.submits ? send() : []
        }
    }

    private mutating func send() -> [Effect<Message>] {
        guard let request = CollectForm.request(form.answers, dossier: item.dossier) else { return [.bell] }
        form.working = true
        problem = nil
        let (desk, key, owner, title) = (desk, key, owner, Strings.Till.actTitle(item.code))
        return [
            .run(id: "pay") {
                .done(await desk.pay(request, key: key, title: title, owner: owner))
            }
        ]
    }

    private func taken(_ payment: Payment, _ language: Language) -> [Effect<Message>] {
        let words = Strings.Till.taken(payment).text(language)
        guard payment.state != .paid, payment.vietqr != nil else {
            return [.toast(SafeText(words), .success), .pop()]
        }
        return [.replace(QRCodeScreen(desk: desk, payment: payment))]
    }

    private mutating func failed(_ failure: SubmitFailure) -> [Effect<Message>] {
        form.working = false
        problem = failure.words(unknown: Strings.Till.unknown)
        switch failure {
        case .expired: return [.push(LoginScreen.again(desk))]
        case .refused(let refusal):
            let errors = (refusal.errors ?? []).compactMap { error -> FieldError? in
                guard let path = CollectForm.path(of: error.pointer) else { return nil }
                return FieldError(
                    path: path, issue: FieldIssue(code: error.code, message: Phrase(vi: error.message)))
            }
            if !errors.isEmpty { form.apply(serverErrors: errors) }
            return [.bell]
        default: return [.bell]
        }
    }

    /// What goes back, while it is typed.
    private var change: Int? {
        guard let request = CollectForm.request(form.answers, dossier: item.dossier),
            let tendered = request.tendered, tendered >= request.amount
        else { return nil }
        return tendered - request.amount
    }

    func draw(into canvas: inout Canvas, _ context: ScreenContext) {
        let columns = canvas.size.columns - 2
        canvas.put(
            SafeText(item.code + "  " + item.applicantName).truncated(to: columns), at: Point(1, 0),
            role: .title)
        canvas.put(SafeText(item.procedureName).truncated(to: columns), at: Point(1, 1), role: .text)
        let owed = Money(item.owed)
        canvas.put(
            SafeText(Strings.Till.owes(owed.display).text(context.language)).truncated(to: columns),
            at: Point(1, 2), role: .money)
        canvas.put(SafeText(owed.words).truncated(to: columns), at: Point(1, 3), role: .dim)
        if let change {
            canvas.put(
                SafeText(Strings.Till.change(Money(change).display).text(context.language)),
                at: Point(1, 4), role: .money)
        }
        FormView.draw(form, into: &canvas, rect: canvas.bounds.splitTop(5).rest, context: context)
    }

    func messageLine(_ context: ScreenContext) -> MessageLine? {
        if let problem { return MessageLine(SafeText(problem.text(context.language)), role: .error) }
        return form.messageLine(context.language)
    }
}
