import APIClient
import Forms
import Models
import TUI

/// Collects what a dossier owes: cash with its change, a transfer with its code, or the platform. Once, under one key,
/// however often F10 is pressed and whatever becomes of the network.
struct CollectScreen: KeepingScreen {
    enum Message: Sendable {
        case done(Result<Acted<Payment>, SubmitFailure>)
        /// Whether an earlier try has no outcome yet.
        case earlier(Bool)
        case typed(TypedKeeper.Event)
        case printed(Result<SlipPrinter.Outcome, SlipPrinter.Failure>)
    }

    /// So many amounts that may be handed over stand on a key of their own.
    static let offers = 5

    let desk: Desk
    let item: OwingDossier
    private(set) var form: FormState
    private let key: Models.ID
    private let owner: SignedIn?
    var problem: Phrase?
    /// Whether the officer has a drawer for the cash; true while it is not known.
    private let hasDrawer: Bool
    /// Cash that is recorded here and that the server has not confirmed; what it is for can be said on a provisional slip.
    private var unconfirmed: PaymentRequest?
    private var isPrinting = false
    var keeper: TypedKeeper
    var typedForm: FormState? {
        get { form }
        set { if let newValue { form = newValue } }
    }

    init(desk: Desk, item: OwingDossier, hasDrawer: Bool = true) {
        self.desk = desk
        self.hasDrawer = hasDrawer
        self.item = item
        key = desk.newID()
        owner = desk.signedIn
        keeper = TypedKeeper(
            desk: desk, place: TypedForm.Place("collect", item.dossier),
            title: Strings.Till.actTitle(item.code))
        form = CollectForm.make(item, today: desk.today, desk.language)
        form.time = desk.time
    }

    var title: SafeText { desk.title(Strings.Till.collect) }
    var scopes: [String] { form.scopes + ["collect_form"] }
    var helpScopes: [String] { form.helpScopes + ["collect_form"] }
    var capturesText: Bool { form.capturesText }
    var deadline: Int64? { form.deadline }
    func enabled(_ action: ActionID) -> Bool {
        if let number = action.handed { return number <= handed.count && isCash && !form.working }
        if action == .provisionalSlip { return unconfirmed != nil && !isPrinting && !form.working }
        return form.isEnabled(action)
    }
    func name(of action: ActionID) -> Phrase? { form.name(of: action) }

    static func typed(_ event: TypedKeeper.Event) -> Message { .typed(event) }

    mutating func start(_ context: ScreenContext) -> [Effect<Message>] {
        let (desk, owner, dossier) = (desk, owner, item.dossier)
        return [
            lookForTyped(),
            .run(id: "earlier") { .earlier(desk.openPayment(of: dossier, owner: owner) != nil) },
        ]
    }

    mutating func answer(_ event: ScreenEvent<Message>, _ context: ScreenContext) -> [Effect<Message>] {
        switch event {
        case .message(.typed(let event)):
            let before = form.answers
            let effects = take(event, context)
            // Hands begin at how it is paid, whatever field was left.
            if form.answers != before { _ = form.focus(FieldPath(CollectForm.ID.method)) }
            return effects
        case .message(.earlier(let isOpen)):
            if isOpen, problem == nil { problem = Strings.Till.earlier }
            return []
        case .action(.closeCollect) where !form.isPopupOpen: return [.pop()]
        case .action(let action) where action.handed != nil:
            if let number = action.handed, handed.indices.contains(number - 1) {
                form.set(CollectForm.ID.tendered, to: .number(handed[number - 1]))
            }
            return []
        case .action(.provisionalSlip): return printProvisional()
        case .message(.printed(let result)):
            isPrinting = false
            return Effect.told(result, context.language)
        case .message(.done(.success(let acted))): return taken(acted.value, context.language)
        case .message(.done(.failure(let failure))): return failed(failure)
        case .resumed(let result):
            return result as? LoginResult == .other ? [.popToRoot] : []
        case .hangup: return []
        case .input, .action: return form.handle(event).submits ? send() : []
        }
    }

    private var isCash: Bool { form.answers.text(CollectForm.ID.method) == PaymentMethod.cash.rawValue }

    /// What is likely to be handed over: the next round sums above what is to be paid.
    private var handed: [Int] {
        guard case .number(let amount)? = form.answers[CollectForm.ID.amount] else { return [] }
        return CollectForm.handed(for: amount)
    }

    private mutating func send() -> [Effect<Message>] {
        guard let request = CollectForm.request(form.answers, dossier: item.dossier) else { return [.bell] }
        form.working = true
        problem = nil
        unconfirmed = request.method == .cash ? request : nil
        let (desk, key, owner, title) = (desk, key, owner, Strings.Till.actTitle(item.code))
        let place = keeper.place.id
        return [
            .run(id: "pay") {
                .done(await desk.pay(request, key: key, title: title, draft: place, owner: owner))
            }
        ]
    }

    private mutating func taken(_ payment: Payment, _ language: Language) -> [Effect<Message>] {
        keeper.finish()
        if payment.state == .pending, payment.vietqr != nil {
            return [.replace(QRCodeScreen(desk: desk, payment: payment, item: item))]
        }
        return [.toast(SafeText(Strings.Till.taken(payment).text(language)), Self.role(payment))]
            + [
                payment.receipt.map { .replace(ReceiptScreen(desk: desk, id: $0.id, paid: payment)) }
                    ?? .pop()
            ]
    }

    static func role(_ payment: Payment) -> Role { payment.state == .paid ? .success : .warning }

    private mutating func failed(_ failure: SubmitFailure) -> [Effect<Message>] {
        form.working = false
        problem = failure.words(unknown: Strings.Till.unknown)
        if case .unknown = failure {
            // The act lies on the disk and goes out by itself when the server is back; the payer waits for a paper now.
            if unconfirmed != nil { problem = failure.words(unknown: Strings.Till.unknownCash) }
        } else {
            unconfirmed = nil
        }
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

    /// No number is on it, for nobody but the server gives one.
    private mutating func printProvisional() -> [Effect<Message>] {
        guard let request = unconfirmed, let me = desk.me else { return [] }
        isPrinting = true
        let paper = ReceiptDocument(provisional: request, for: item, me: me, desk: desk)
        let printer = desk.printer
        return [.run(id: "print") { .printed(await printer.print(paper)) }]
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
        func put(_ text: String, _ row: Int, _ role: Role) {
            canvas.put(SafeText(text).truncated(to: columns), at: Point(1, row), role: role)
        }
        put(item.code + "  " + item.applicantName, 0, .title)
        put(item.procedureName, 1, .text)
        let owed = Money(item.owed)
        put(Strings.Till.owes(owed.display).text(context.language), 2, .money)
        put(owed.words, 3, .dim)
        if let change {
            put(Strings.Till.change(Money(change).display).text(context.language), 4, .money)
        } else if isCash, !handed.isEmpty {
            let sums = handed.map { Money($0).grouped }.joined(separator: " · ")
            put(Strings.Till.handed(handed.count, sums).text(context.language), 4, .dim)
        }
        FormView.draw(form, into: &canvas, rect: canvas.bounds.splitTop(5).rest, context: context)
    }

    func messageLine(_ context: ScreenContext) -> MessageLine? {
        if let problem { return MessageLine(SafeText(problem.text(context.language)), role: .error) }
        let line = form.messageLine(context.language)
        guard isCash, !hasDrawer, line.role != .error else { return line }
        return MessageLine(SafeText(Strings.Drawer.cashWithout.text(context.language)), role: .warning)
    }
}
