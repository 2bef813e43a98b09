import APIClient
import Forms
import Models
import TUI

/// One parcel: who sends and gets it, what is collected, its way as a line of events, and what can be done with it.
struct ParcelScreen: Screen {
    enum Message: Sendable {
        case loaded(Result<Shipment, APIError>)
        case printed(Result<SlipPrinter.Outcome, SlipPrinter.Failure>)
    }

    let desk: Desk
    let id: Models.ID
    private(set) var shipment: Shipment?
    private var offset = 0
    private var problem: Phrase?

    init(desk: Desk, id: Models.ID) {
        self.desk = desk
        self.id = id
    }

    var title: SafeText { desk.title(Strings.Post.parcel) }
    var scopes: [String] { ["parcel"] }
    var wheelIsArrows: Bool { true }

    func enabled(_ action: ActionID) -> Bool {
        switch action {
        case .printLabel: shipment.map { !$0.masked } ?? false
        case .cancelParcel: desk.canTakeIn && shipment?.state == .created && shipment?.manifest == nil
        case .settleParcel:
            desk.isCashier
                && shipment.map { $0.state == .delivered && $0.cod > 0 && $0.codSettledAt == nil } ?? false
        case .dossierOfParcel: shipment != nil
        default: true
        }
    }

    mutating func start(_ context: ScreenContext) -> [Effect<Message>] { [load()] }

    private func load() -> Effect<Message> {
        let (desk, id) = (desk, id)
        return .run(id: "load") {
            .loaded(await desk.ask { client throws(APIError) in try await client.shipment(id) })
        }
    }

    mutating func handle(_ event: ScreenEvent<Message>, _ context: ScreenContext) -> [Effect<Message>] {
        switch event {
        case .action(.closeParcel): return [.pop()]
        case .action(.refreshParcel): return [load()]
        case .action(.cancelParcel):
            return shipment.map { [.push(PostTaskScreen(desk: desk, task: .cancel($0)))] } ?? []
        case .action(.settleParcel):
            return shipment.map { [.push(PostTaskScreen(desk: desk, task: .settle($0)))] } ?? []
        case .action(.dossierOfParcel):
            return shipment.map {
                [.push(DossierScreen(desk: desk, id: $0.dossier, code: $0.dossierCode))]
            } ?? []
        case .action(.printLabel):
            guard let shipment else { return [] }
            let (printer, label) = (desk.printer, ShipmentLabels([shipment], training: desk.isTraining))
            return [.run(id: "print") { .printed(await printer.print(label)) }]
        case .input(.key(let key)):
            scroll(key, context)
            return []
        case .message(.loaded(.success(let shipment))):
            self.shipment = shipment
            problem = nil
            return []
        case .message(.loaded(.failure(let error))):
            problem = error.words
            return error == .unauthorised ? [.push(LoginScreen.again(desk))] : [.bell]
        case .message(.printed(.success(let outcome))):
            return [.toast(SafeText(outcome.words.text(context.language)), .success)]
        case .message(.printed(.failure(let failure))):
            return [.toast(SafeText(failure.words.text(context.language)), .error), .bell]
        case .resumed(let result):
            if result as? LoginResult == .other { return [.popToRoot] }
            return [load()]
        case .input, .action, .hangup: return []
        }
    }

    private mutating func scroll(_ key: Key, _ context: ScreenContext) {
        let page = max(1, context.size.rows - 3)
        switch key.code {
        case .up: offset -= 1
        case .down: offset += 1
        case .pageUp: offset -= page
        case .pageDown: offset += page
        case .home: offset = 0
        case .end: offset = .max / 2
        default: return
        }
        offset = sheet(context).clamped(offset, rows: context.size.rows - 1)
    }

    // MARK: - Drawing

    private func sheet(_ context: ScreenContext) -> Sheet {
        guard let shipment else { return Sheet(width: context.size.columns - 3) }
        return ParcelSheet.make(shipment, width: context.size.columns - 3, context.language)
    }

    func draw(into canvas: inout Canvas, _ context: ScreenContext) {
        let language = context.language
        let (head, body) = canvas.bounds.splitTop(1)
        guard let shipment else {
            let words = problem ?? Strings.Common.loading
            return ColumnList.say(
                words, role: problem == nil ? .dim : .error, into: &canvas, area: head, language)
        }
        canvas.put(SafeText(shipment.trackingNumber), at: Point(1, head.row), role: .title)
        let state = SafeText(Strings.Post.state(of: shipment).text(language))
        canvas.put(
            state, at: Point(canvas.size.columns - state.width - 1, head.row),
            role: shipment.state == .delivered
                ? .success : shipment.state == .failed || shipment.state == .returned ? .warning : .text)
        let sheet = sheet(context)
        sheet.draw(into: &canvas, area: body.inset(columns: 1, rows: 0), offset: offset)
        ScrollBar.draw(
            into: &canvas, area: Rect(column: body.endColumn - 1, row: body.row, columns: 1, rows: body.rows),
            total: sheet.lines.count, first: sheet.clamped(offset, rows: body.rows), role: .border,
            glyphs: Glyphs.of(context))
    }

    func messageLine(_ context: ScreenContext) -> MessageLine? {
        if let problem, shipment != nil {
            return MessageLine(SafeText(problem.text(context.language)), role: .error)
        }
        guard let words = shipment?.problem else { return nil }
        return MessageLine(
            SafeText(Strings.Post.problem.text(context.language) + ": " + words), role: .warning)
    }
}
