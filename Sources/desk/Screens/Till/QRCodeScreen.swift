import APIClient
import Forms
import Models
import TUI

/// The code of a transfer over the whole screen, dark on white with its quiet zone, two modules in a cell: so it fits
/// 80×24, and a bank's app reads it off the screen.
struct QRCodeScreen: Screen {
    enum Message: Sendable {
        case modules(Result<QRModules, SlipPrinter.Failure>)
        /// Also whether the cashier asked.
        case payment(Result<Payment, APIError>, isAsked: Bool)
        case due
        case printed(Result<SlipPrinter.Outcome, SlipPrinter.Failure>)
    }

    let desk: Desk
    /// Whose it is, for the slip; nil where the list has changed meanwhile and nobody knows any more.
    private let item: OwingDossier?
    private(set) var payment: Payment
    private(set) var modules: QRModules?
    private var problem: Phrase?
    /// The last question found nobody to answer; it is asked again.
    private var isOutOfTouch = false
    /// How often the bank's message is looked for, in seconds.
    static let pause = 3.0

    init(desk: Desk, payment: Payment, item: OwingDossier?) {
        self.desk = desk
        self.item = item
        self.payment = payment
    }

    var title: SafeText { desk.title(Strings.Till.code) }
    var scopes: [String] { ["qr_code"] }
    var fillsTerminal: Bool { modules != nil }

    mutating func start(_ context: ScreenContext) -> [Effect<Message>] {
        let (printer, text) = (desk.printer, payment.vietqr ?? "")
        return [.run(id: "modules") { .modules(await printer.modules(of: text)) }, wait()]
    }

    mutating func handle(_ event: ScreenEvent<Message>, _ context: ScreenContext) -> [Effect<Message>] {
        switch event {
        case .action(.closeQRCode): return [.pop()]
        case .action(.checkPayment): return [check(isAsked: true)]
        case .message(.due): return [check(isAsked: false)]
        case .action(.cancelPayment): return [.push(MoneyTaskScreen(desk: desk, task: .cancel(payment)))]
        case .action(.printQRCode): return print()
        case .message(.modules(.success(let modules))):
            self.modules = modules
            return []
        case .message(.modules(.failure(let failure))):
            problem = failure.words
            return [.bell]
        case .message(.payment(.success(let newer), let isAsked)):
            isOutOfTouch = false
            return take(newer, isAsked: isAsked, context.language)
        case .message(.payment(.failure(let error), let isAsked)):
            if error == .unauthorised { return [.push(LoginScreen.again(desk))] }
            isOutOfTouch = true
            guard isAsked else { return [wait()] }
            return [.toast(SafeText(error.words.text(context.language)), .error), .bell, wait()]
        case .message(.printed(.success(let outcome))):
            return Effect.told(.success(outcome), context.language)
        case .message(.printed(.failure(let failure))):
            return [.toast(SafeText(failure.words.text(context.language)), .error), .bell]
        case .resumed(let result):
            if result as? LoginResult == .other { return [.popToRoot] }
            if let done = result as? MoneyTaskScreen.Done {
                let words = Strings.MoneyTasks.done(done.task, done.value).text(context.language)
                return [.toast(SafeText(words), .success), .pop()]
            }
            return [check(isAsked: false)]
        case .input, .action, .hangup: return []
        }
    }

    /// What the bank has said by now. As long as it said nothing it is asked again.
    private mutating func take(_ newer: Payment, isAsked: Bool, _ language: Language) -> [Effect<Message>] {
        payment = newer
        if newer.state == .pending || newer.state == .unknown {
            guard isAsked else { return [wait()] }
            return [.toast(SafeText(Strings.Till.notYet.text(language)), .warning), wait()]
        }
        let words = Strings.Till.taken(newer).text(language)
        return [.toast(SafeText(words), CollectScreen.role(newer)), .bell]
            + [newer.receipt.map { .replace(ReceiptScreen(desk: desk, id: $0.id, paid: newer)) } ?? .pop()]
    }

    private func wait() -> Effect<Message> { .after(id: "wait", seconds: Self.pause, .due) }

    private func check(isAsked: Bool) -> Effect<Message> {
        let (desk, id) = (desk, payment.id)
        return .run(id: "payment") {
            .payment(
                await desk.ask { client throws(APIError) in try await client.payment(id) }, isAsked: isAsked)
        }
    }

    private func print() -> [Effect<Message>] {
        guard let me = desk.me else { return [] }
        let paper = ReceiptDocument(
            transfer: payment, of: item, me: me, place: desk.config.place.name, training: desk.isTraining)
        let printer = desk.printer
        return [.run(id: "print") { .printed(await printer.print(paper)) }]
    }

    // MARK: - Drawing

    func draw(into canvas: inout Canvas, _ context: ScreenContext) {
        let language = context.language
        guard let modules else {
            let words = problem ?? Strings.Common.loading
            for (row, line) in SafeText.wrapped(words.text(language), to: canvas.size.columns - 4)
                .enumerated()
            {
                canvas.put(line, at: Point(2, 1 + row), role: problem == nil ? .dim : .error)
            }
            return
        }
        let side = modules.width + 2 * QRModules.quietZone
        let rows = (side + 1) / 2
        guard canvas.size.rows >= rows, canvas.size.columns >= side else {
            let words = Strings.Till.tooSmall(columns: side, rows: rows).text(language)
            for (row, line) in SafeText.wrapped(words, to: canvas.size.columns - 2).enumerated() {
                canvas.put(line, at: Point(1, row), role: .warning)
            }
            return
        }
        for row in 0..<rows {
            for column in 0..<side {
                canvas.put(
                    pixel: modules.colour(column, 2 * row), below: modules.colour(column, 2 * row + 1),
                    at: Point(column, row))
            }
        }
        let room = canvas.size.columns - side - 2
        guard room >= 12 else { return }
        var row = 1
        func put(_ text: String, _ role: Role) {
            for line in SafeText.wrapped(text, to: room) where row < canvas.size.rows {
                canvas.put(line, at: Point(side + 1, row), role: role)
                row += 1
            }
        }
        // Nobody's own bank should take it for a real one.
        if desk.isTraining { put(Strings.Common.training.text(language), .warning) }
        put(Strings.Till.scan.text(language), .title)
        row += 1
        put(Money(payment.amount).display, .money)
        put(payment.dossierCode, .text)
        if let beneficiary = payment.beneficiary {
            row += 1
            put(beneficiary.name, .text)
            put(beneficiary.account, .text)
        }
        row += 1
        let waiting = isOutOfTouch ? Strings.Till.outOfTouch : Strings.Till.awaits
        put(waiting.text(language), isOutOfTouch ? .warning : .text)
        row += 1
        // The key bar is not there to say them.
        for (action, words) in [
            (ActionID.checkPayment, Strings.Keys.checkPayment), (.printQRCode, Strings.Keys.printQRCode),
            (.cancelPayment, Strings.Keys.cancelPayment), (.closeQRCode, Strings.Keys.close),
        ] {
            put(DeskActions.keyLabel(action) + " " + words.name.text(language), .dim)
        }
    }
}
