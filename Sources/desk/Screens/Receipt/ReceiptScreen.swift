import APIClient
import Forms
import Models
import TUI

/// One receipt: what it says, how it stands, and what can be done with it: print, void, replace, give back.
struct ReceiptScreen: Screen {
    enum Message: Sendable {
        case loaded(Result<Receipt, APIError>)
        case noted(Result<Acted<Receipt>, SubmitFailure>, printing: Bool)
        case printed(Result<SlipPrinter.Outcome, SlipPrinter.Failure>)
        case saved(TableFile.Outcome)
        /// The officer's drawers, asked for before cash is given back.
        case drawers(Result<[CashSession], APIError>)
    }

    let desk: Desk
    let id: Models.ID
    /// What was just taken: its change is what the cashier needs now.
    private let paid: Payment?
    private(set) var receipt: Receipt?
    private var offset = 0
    private var isWorking = false
    private var problem: Phrase?
    private let owner: SignedIn?
    /// The journal's key of the next paper: a print that failed is tried again as the same one, the paper after one that
    /// came out is another.
    private var printKey: Models.ID

    init(desk: Desk, id: Models.ID, paid: Payment? = nil) {
        self.desk = desk
        self.id = id
        self.paid = paid
        owner = desk.signedIn
        printKey = desk.newID()
    }

    var title: SafeText { desk.title(Strings.Receipts.one) }
    var scopes: [String] { ["receipt"] }

    func enabled(_ action: ActionID) -> Bool {
        switch action {
        case .saveReceiptXML: receipt != nil && !isWorking
        case .printReceipt, .saveReceipt: desk.isCashier && receipt != nil && !isWorking
        // Money may have to go back whose receipt is void: the server knows what is left of it.
        case .refundReceipt: desk.isCashier && receipt.map { $0.state != .replaced } ?? false && !isWorking
        case .voidReceipt: desk.isCashier && receipt?.state == .valid
        case .drawersFromReceipt: desk.isCashier
        case .replaceReceipt: desk.isCashier && receipt.map { $0.state != .replaced } ?? false
        default: true
        }
    }

    mutating func start(_ context: ScreenContext) -> [Effect<Message>] { [load()] }

    private func load() -> Effect<Message> {
        let (desk, id) = (desk, id)
        return .run(id: "load") {
            .loaded(await desk.ask { client throws(APIError) in try await client.receipt(id) })
        }
    }

    mutating func handle(_ event: ScreenEvent<Message>, _ context: ScreenContext) -> [Effect<Message>] {
        switch event {
        case .action(.closeReceipt): return [.pop(result: paid)]
        case .action(.refreshReceipt): return [load()]
        case .action(.printReceipt): return note(printing: true)
        case .action(.saveReceipt): return note(printing: false)
        case .action(.saveReceiptXML):
            guard let receipt else { return [] }
            isWorking = true
            let desk = desk
            return [.run(id: "xml") { .saved(await desk.saveXML(of: receipt)) }]
        case .message(.saved(let outcome)):
            isWorking = false
            return Effect.told(outcome, desk, context.language)
        case .action(.voidReceipt): return ask { .void($0) }
        case .action(.replaceReceipt): return ask { .replace($0) }
        case .action(.refundReceipt): return refund()
        case .action(.drawersFromReceipt): return [.push(DrawerScreen(desk: desk))]
        case .message(.drawers(.success(let sessions))):
            isWorking = false
            let today = desk.today
            guard sessions.contains(where: { $0.state == .open && $0.day == today }) else {
                problem = Strings.Drawer.refundWithout
                return [.bell]
            }
            return ask { .refund($0) }
        case .message(.drawers(.failure(let error))):
            isWorking = false
            problem = error.words
            return error == .unauthorised ? [.push(LoginScreen.again(desk))] : [.bell]
        case .input(.key(let key)):
            offset = sheet(context).scrolled(offset, by: key, rows: max(1, context.size.rows - 1))
            return []
        case .message(.loaded(.success(let receipt))):
            self.receipt = receipt
            problem = nil
            return []
        case .message(.loaded(.failure(let error))):
            problem = error.words
            return error == .unauthorised ? [.push(LoginScreen.again(desk))] : [.bell]
        case .message(.noted(.success(let acted), let printing)):
            receipt = acted.value
            return [produce(acted.value, printing: printing)]
        case .message(.noted(.failure(let failure), _)):
            isWorking = false
            problem = failure.words(unknown: Strings.Receipts.printFirst)
            if case .expired = failure { return [.push(LoginScreen.again(desk))] }
            return [.bell]
        case .message(.printed(.success(let outcome))):
            isWorking = false
            printKey = desk.newID()
            return Effect.told(.success(outcome), context.language)
        case .message(.printed(.failure(let failure))):
            isWorking = false
            return [.toast(SafeText(failure.words.text(context.language)), .error), .bell]
        case .resumed(let result):
            if result as? LoginResult == .other { return [.popToRoot] }
            // The one in its place is what there is to see now.
            if let done = result as? MoneyTaskScreen.Done, case .replace = done.task,
                case .receipt(let newer) = done.value
            {
                return [.replace(ReceiptScreen(desk: desk, id: newer.id))]
            }
            return [load()]
        case .input, .action, .hangup: return []
        }
    }

    private func ask(_ task: (Receipt) -> MoneyTask) -> [Effect<Message>] {
        receipt.map { [.push(MoneyTaskScreen(desk: desk, task: task($0)))] } ?? []
    }

    /// Cash goes back out of the officer's own drawer: that there is none is said before anything is filled in.
    private mutating func refund() -> [Effect<Message>] {
        guard let receipt else { return [] }
        problem = nil
        guard receipt.method == .cash else { return ask { .refund($0) } }
        isWorking = true
        let desk = desk
        return [
            .run(id: "drawers") {
                .drawers(
                    await desk.ask { client throws(APIError) in
                        try await client.cashSessions(open: true, mine: true)
                    })
            }
        ]
    }

    /// The print is noted before the paper comes out: only the journal knows whether it is a reprint.
    private mutating func note(printing: Bool) -> [Effect<Message>] {
        guard let receipt else { return [] }
        isWorking = true
        problem = nil
        let (desk, key, owner) = (desk, printKey, owner)
        return [
            .run(id: "print") {
                .noted(
                    await desk.recordPrint(receipt: receipt, key: key, owner: owner), printing: printing)
            }
        ]
    }

    private func produce(_ receipt: Receipt, printing: Bool) -> Effect<Message> {
        let (printer, paper) = (desk.printer, ReceiptDocument(receipt, desk: desk))
        return .run(id: "print") {
            .printed(printing ? await printer.print(paper) : await printer.save(paper))
        }
    }

    // MARK: - Drawing

    private func sheet(_ context: ScreenContext) -> Sheet {
        let width = context.size.columns - 3
        guard let receipt else { return Sheet(width: width) }
        return ReceiptSheet.make(receipt, paid: paid, width: width, context.language)
    }

    func draw(into canvas: inout Canvas, _ context: ScreenContext) {
        let language = context.language
        let (head, body) = canvas.bounds.splitTop(1)
        guard let receipt else {
            let words = problem ?? Strings.Common.loading
            return ColumnList.say(
                words, role: problem == nil ? .dim : .error, into: &canvas, area: head, language)
        }
        canvas.put(
            SafeText(receipt.symbol + " " + SlipContent.receiptNumber(receipt.number)),
            at: Point(1, head.row),
            role: .title)
        let state = SafeText(Strings.Receipts.name(receipt.state).text(language))
        canvas.put(
            state, at: Point(canvas.size.columns - state.width - 1, head.row),
            role: receipt.state == .valid ? .success : .warning)
        let sheet = sheet(context)
        sheet.draw(into: &canvas, area: body.inset(columns: 1, rows: 0), offset: offset)
        ScrollBar.draw(
            into: &canvas, area: Rect(column: body.endColumn - 1, row: body.row, columns: 1, rows: body.rows),
            total: sheet.lines.count, first: sheet.clamped(offset, rows: body.rows), role: .border,
            glyphs: Glyphs.of(context))
    }

    func messageLine(_ context: ScreenContext) -> MessageLine? {
        if let problem { return MessageLine(SafeText(problem.text(context.language)), role: .error) }
        let words = isWorking ? Strings.Receipts.printing : Strings.Receipts.mistake
        return MessageLine(SafeText(words.text(context.language)))
    }
}
