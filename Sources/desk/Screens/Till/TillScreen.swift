import APIClient
import Forms
import Models
import TUI

/// What is to be collected at this desk: open dossiers for which something is owed, the oldest first. Enter collects.
struct TillScreen: Screen {
    enum Message: Sendable {
        case loaded(Result<Page<OwingDossier>, APIError>)
        case loadedMore(Result<Page<OwingDossier>, APIError>)
        case payment(Result<Payment, APIError>)
        case drawers(Result<[CashSession], APIError>)
        /// A dossier's slip was scanned.
        case scanned(String, Result<Page<OwingDossier>, APIError>)
        /// What others did, and the list as it is since.
        case news(ChangeLog.News)
        case again
        case refreshed(Result<Page<OwingDossier>, APIError>)
    }

    let desk: Desk
    private(set) var items: [OwingDossier] = []
    private var place = ListPlace()
    /// The code that is looked for; nil for all.
    private var sought: String?
    /// The officer's own; nil while it is not known.
    private var drawers: [CashSession]?
    private var nextCursor: String?
    private var isLoading = true
    private var problem: Phrase?
    private var drift = ListDrift()
    /// It is about to be looked at anew: many changes at once are one question.
    private var isReloading = false

    init(desk: Desk) {
        self.desk = desk
    }

    var title: SafeText { desk.title(Strings.Till.title) }
    var scopes: [String] { ["till"] }
    private var cursor: Int { place.cursor }
    private var selected: OwingDossier? { items.indices.contains(cursor) ? items[cursor] : nil }
    /// Others collected it meanwhile, or took it elsewhere.
    private func isGone(_ item: OwingDossier) -> Bool { drift.gone.contains(item.dossier) }

    func enabled(_ action: ActionID) -> Bool {
        switch action {
        case .collect: selected.map { !isGone($0) } ?? false
        default: true
        }
    }

    mutating func start(_ context: ScreenContext) -> [Effect<Message>] {
        // The mark before the question: nothing falls between loading and listening.
        [listen(after: desk.changes.mark), load(), loadDrawers()]
    }

    mutating func handle(_ event: ScreenEvent<Message>, _ context: ScreenContext) -> [Effect<Message>] {
        switch event {
        case .action(.collect): return selected.map { collect($0) } ?? []
        case .action(.refreshTill): return [load(), loadDrawers()]
        case .action(.drawersFromTill): return [.push(DrawerScreen(desk: desk))]
        case .action(.receiptsFromTill): return [.push(ReceiptListScreen(desk: desk))]
        case .action(.reconcileFromTill): return [.push(ReconciliationScreen(desk: desk))]
        case .message(.news(let news)):
            guard !isReloading else { return [listen(after: news.mark)] }
            isReloading = true
            return [listen(after: news.mark), .after(id: "again", seconds: ListDrift.pause, .again)]
        case .message(.again): return [ask("refresh", Message.refreshed), loadDrawers()]
        case .message(.refreshed(let result)):
            isReloading = false
            // A list of a minute ago is better than none; its key asks again, and says why it can't be had.
            guard case .success(let page) = result, !isLoading else { return [] }
            drift.apply(page.items, to: &items, isWhole: page.nextCursor == nil) { $0.dossier }
            return []
        case .action(.findOwing):
            return [
                .push(
                    FindScreen(
                        desk: desk, title: Strings.Till.find, help: Strings.Till.findHelp, text: sought ?? "")
                )
            ]
        case .input(.scan(let scan)): return [look(upScan: ScanReading.searchText(of: scan))]
        case .message(.scanned(let text, .success(let page))):
            // What was scanned is what the citizen stands here for.
            if page.items.count == 1, let item = page.items.first { return collect(item) }
            sought = text
            take(page)
            return []
        case .message(.drawers(.success(let sessions))):
            drawers = sessions
            return []
        // The list says the same of the same server.
        case .message(.drawers(.failure)): return []
        case .action(.closeTill): return [.pop()]
        case .input(.key(let key)):
            let rows = ColumnList.rows(of: context.size.rows)
            return place.handle(key, count: items.count, rows: rows) ? more() : []
        case .message(.loaded(.success(let page))):
            take(page)
            return []
        case .message(.loadedMore(.success(let page))):
            isLoading = false
            let known = Set(items.map(\.dossier))
            items += page.items.filter { !known.contains($0.dossier) }
            nextCursor = page.nextCursor
            return []
        case .message(.payment(.success(let payment))):
            guard payment.vietqr != nil, payment.state == .pending else {
                let words = Strings.Till.taken(payment).text(context.language)
                return [.toast(SafeText(words), CollectScreen.role(payment)), load()]
            }
            let item = items.first { $0.dossier == payment.dossier }
            return [.push(QRCodeScreen(desk: desk, payment: payment, item: item))]
        case .message(.loaded(.failure(let error))), .message(.loadedMore(.failure(let error))),
            .message(.payment(.failure(let error))), .message(.scanned(_, .failure(let error))):
            isLoading = false
            problem = error.words
            return error == .unauthorised ? [.push(LoginScreen.again(desk))] : []
        case .resumed(let result):
            if result as? LoginResult == .other { return [.popToRoot] }
            // What was just paid is not there to be collected again while the list is loaded anew.
            if let payment = result as? Payment { settle(payment) }
            if let found = result as? FindScreen.Sought {
                sought = found.text.isEmpty ? nil : found.text
                (items, nextCursor) = ([], nil)
                place = ListPlace()
            }
            return [load(), loadDrawers()]
        case .input, .action, .hangup: return []
        }
    }

    /// Whether cash has a drawer to go into; while that is not known nothing is said.
    private var hasDrawer: Bool {
        let today = desk.today
        return drawers?.contains { $0.state == .open && $0.day == today && $0.kind == .regular } ?? true
    }

    /// What is on its way already is looked at, and not asked for again.
    private mutating func collect(_ item: OwingDossier) -> [Effect<Message>] {
        guard let pending = item.pendingPayment else {
            if let parcel = item.collectingParcel {
                problem = Strings.Till.postCollects(parcel)
                return [.bell]
            }
            return [.push(CollectScreen(desk: desk, item: item, hasDrawer: hasDrawer))]
        }
        let desk = desk
        return [
            .run(id: "payment") {
                .payment(await desk.ask { client throws(APIError) in try await client.payment(pending) })
            }
        ]
    }

    private mutating func settle(_ payment: Payment) {
        guard payment.state == .paid, let index = items.firstIndex(where: { $0.dossier == payment.dossier })
        else { return }
        items[index].owed -= payment.amount
        (items[index].pendingPayment, items[index].pendingMethod) = (nil, nil)
        if items[index].owed <= 0 { items.remove(at: index) }
        place.stay(on: nil, count: items.count)
    }

    private mutating func take(_ page: Page<OwingDossier>) {
        let before = selected?.dossier
        (isLoading, problem) = (false, nil)
        (items, nextCursor) = (page.items, page.nextCursor)
        drift.reset()
        place.stay(on: items.firstIndex { $0.dossier == before }, count: items.count)
    }

    private mutating func load() -> Effect<Message> {
        isLoading = true
        return ask("load", Message.loaded)
    }

    /// - Parameter id: What others did never takes the answer away that the officer waits for.
    private func ask(
        _ id: String, _ answer: @escaping @Sendable (Result<Page<OwingDossier>, APIError>) -> Message
    ) -> Effect<Message> {
        let (desk, sought) = (desk, sought)
        let limit = min(200, max(100, items.count))
        return .run(id: id) {
            answer(
                await desk.ask { client throws(APIError) in
                    try await client.owing(code: sought, limit: limit)
                })
        }
    }

    private func listen(after mark: Int) -> Effect<Message> {
        let changes = desk.changes
        return .watch(id: "changes") { .news(await changes.next(after: mark)) }
    }

    private mutating func look(upScan text: String) -> Effect<Message> {
        isLoading = true
        let desk = desk
        return .run(id: "load") {
            .scanned(
                text,
                await desk.ask { client throws(APIError) in try await client.owing(code: text, limit: 100) })
        }
    }

    private func loadDrawers() -> Effect<Message> {
        let desk = desk
        return .run(id: "drawers") {
            .drawers(
                await desk.ask { client throws(APIError) in
                    try await client.cashSessions(open: true, mine: true)
                })
        }
    }

    private mutating func more() -> [Effect<Message>] {
        guard !isLoading, let next = nextCursor, place.isNearEnd(of: items.count) else { return [] }
        isLoading = true
        let (desk, sought) = (desk, sought)
        return [
            .run(id: "more") {
                .loadedMore(
                    await desk.ask { client throws(APIError) in
                        try await client.owing(code: sought, cursor: next, limit: 100)
                    })
            }
        ]
    }

    // MARK: - Drawing

    func draw(into canvas: inout Canvas, _ context: ScreenContext) {
        let area = canvas.bounds
        let language = context.language
        let count =
            items.isEmpty && isLoading
            ? Strings.Common.loading : Strings.Till.loaded(items.count, more: nextCursor != nil)
        let right = SafeText(
            [
                drift.sign?.text(language), drawers.map { Strings.Drawer.brief($0).text(language) },
                count.text(language),
            ].compactMap(\.self).joined(separator: " · "))
        let head = sought.map(Strings.Till.found) ?? Strings.Till.owing
        canvas.put(
            SafeText(head.text(language)).truncated(to: max(10, area.columns - right.width - 3)),
            at: Point(1, 0), role: .title)
        canvas.put(right, at: Point(area.columns - right.width - 1, 0), role: .dim)
        let (_, rest) = area.splitTop(1)
        guard !items.isEmpty else {
            let words = problem ?? (isLoading ? Strings.Common.loading : Strings.Till.nothing(sought))
            return ColumnList.say(
                words, role: problem == nil ? .dim : .error, into: &canvas, area: rest, language)
        }
        let (titles, body) = rest.splitTop(1)
        let widths = Self.widths(area.columns - 2)
        put(
            [Strings.Till.code, Strings.Till.applicant, Strings.Till.procedure, Strings.Till.amount].map {
                $0.text(language)
            }, widths, at: titles.row, .label, .label, &canvas)
        guard body.rows > 0 else { return }
        let first = place.first(count: items.count, rows: body.rows)
        for row in 0..<min(body.rows, items.count - first) {
            let item = items[first + row]
            let isGone = isGone(item)
            let mark: Phrase? =
                isGone
                ? Strings.Till.gone
                : item.pendingPayment != nil
                    ? Strings.Till.onItsWay : item.collectingParcel != nil ? Strings.Till.withPost : nil
            let amount = ([Money(item.owed).grouped] + [mark?.text(language)].compactMap(\.self)).joined(
                separator: " ")
            put(
                [item.code, item.applicantName, item.procedureName, amount], widths, at: body.row + row,
                isGone ? .dim : .text, isGone ? .dim : .money, &canvas)
            guard first + row == cursor else { continue }
            let line = body.line(row)
            ListMark.draw(
                into: &canvas, line: line,
                lit: Rect(column: line.column + 1, row: line.row, columns: widths[0], rows: 1),
                isFocused: true, glyphs: Glyphs.of(context))
        }
        ScrollBar.draw(
            into: &canvas,
            area: Rect(column: area.endColumn - 1, row: body.row, columns: 1, rows: body.rows),
            total: items.count, first: first, role: .border, glyphs: Glyphs.of(context))
    }

    /// Code, applicant, procedure, amount; what is left goes to the procedure.
    private static func widths(_ columns: Int) -> [Int] {
        let fixed = columns < 100 ? [20, 20, 17] : [24, 28, 20]
        return [fixed[0], fixed[1], max(8, columns - fixed.reduce(0, +) - 4), fixed[2]]
    }

    private func put(
        _ texts: [String], _ widths: [Int], at row: Int, _ role: Role, _ amountRole: Role,
        _ canvas: inout Canvas
    ) {
        var column = 1
        for (index, (text, width)) in zip(texts, widths).enumerated() {
            let text = SafeText(text).truncated(to: width)
            // Amounts stand under one another by their last digit.
            let shift = index == 3 ? max(0, width - text.width) : 0
            canvas.put(
                text, at: Point(column + shift, row), role: index == 3 ? amountRole : role)
            column += width + 1
        }
    }

    func messageLine(_ context: ScreenContext) -> MessageLine? {
        if let problem, !items.isEmpty {
            return MessageLine(SafeText(problem.text(context.language)), role: .error)
        }
        guard let item = selected else { return nil }
        return MessageLine(SafeText(item.stepName + " · " + item.since.display), waits: true)
    }
}
