import APIClient
import Forms
import Models
import TUI

/// The receipts of today, or those that a number or a dossier's code finds on any day; the latest first.
struct ReceiptListScreen: Screen {
    enum Message: Sendable {
        case loaded(String?, Result<Page<Receipt>, APIError>)
        case loadedMore(String?, Result<Page<Receipt>, APIError>)
        /// What others did, and the list as it is since.
        case news(ChangeLog.News)
        case again
        case refreshed(String?, Result<Page<Receipt>, APIError>)
    }

    let desk: Desk
    private(set) var items: [Receipt] = []
    private var place = ListPlace()
    /// nil for today's.
    private var sought: String?
    private var nextCursor: String?
    private var isLoading = true
    private var problem: Phrase?
    private var drift = ListDrift()
    private var isReloading = false

    init(desk: Desk, sought: String? = nil) {
        self.desk = desk
        self.sought = sought
    }

    var title: SafeText { desk.title(Strings.Receipts.title) }
    var scopes: [String] { ["receipts"] }
    private var selected: Receipt? { items.indices.contains(place.cursor) ? items[place.cursor] : nil }

    func enabled(_ action: ActionID) -> Bool { action != .openReceipt || selected != nil }

    mutating func start(_ context: ScreenContext) -> [Effect<Message>] {
        [listen(after: desk.changes.mark), load()]
    }

    mutating func handle(_ event: ScreenEvent<Message>, _ context: ScreenContext) -> [Effect<Message>] {
        switch event {
        case .action(.openReceipt):
            return selected.map { [.push(ReceiptScreen(desk: desk, id: $0.id))] } ?? []
        case .action(.findReceipt):
            return [
                .push(
                    FindScreen(
                        desk: desk, title: Strings.Receipts.find, help: Strings.Receipts.findHelp,
                        text: sought ?? ""))
            ]
        case .action(.refreshReceipts): return [load()]
        case .action(.closeReceipts): return [.pop()]
        case .input(.scan(let scan)): return look(for: Self.text(ofScan: scan))
        case .input(.key(let key)):
            let rows = ColumnList.rows(of: context.size.rows)
            return place.handle(key, count: items.count, rows: rows) ? more() : []
        // An older answer never lies over a newer one.
        case .message(.loaded(let asked, _)) where asked != sought: return []
        case .message(.loadedMore(let asked, _)) where asked != sought: return []
        case .message(.news(let news)):
            guard !isReloading else { return [listen(after: news.mark)] }
            isReloading = true
            return [listen(after: news.mark), .after(id: "again", seconds: ListDrift.pause, .again)]
        case .message(.again):
            let (desk, sought, limit) = (desk, sought, limit)
            return [.run(id: "refresh") { .refreshed(sought, await Self.ask(desk, sought, limit: limit)) }]
        case .message(.refreshed(let asked, let result)):
            isReloading = false
            guard asked == sought, !isLoading, case .success(let page) = result else { return [] }
            drift.apply(page.items, to: &items, isWhole: page.nextCursor == nil) { $0.id }
            return []
        case .message(.loaded(_, .success(let page))):
            let before = selected?.id
            (isLoading, problem) = (false, nil)
            (items, nextCursor) = (page.items, page.nextCursor)
            drift.reset()
            place.stay(on: items.firstIndex { $0.id == before }, count: items.count)
            return []
        case .message(.loadedMore(_, .success(let page))):
            isLoading = false
            let known = Set(items.map(\.id))
            items += page.items.filter { !known.contains($0.id) }
            nextCursor = page.nextCursor
            return []
        case .message(.loaded(_, .failure(let error))), .message(.loadedMore(_, .failure(let error))):
            isLoading = false
            problem = error.words
            return error == .unauthorised ? [.push(LoginScreen.again(desk))] : []
        case .resumed(let result):
            if result as? LoginResult == .other { return [.popToRoot] }
            if let found = result as? FindScreen.Sought { return look(for: found.text) }
            return [load()]
        case .input, .action, .hangup: return []
        }
    }

    /// A receipt's own code holds symbol, number and dossier; any other scan what it identifies.
    static func text(ofScan scan: String) -> String {
        let parts = scan.split(separator: "|", omittingEmptySubsequences: false)
        if parts.count == 5, parts[1].count == 8, parts[1].allSatisfy({ $0.isASCII && $0.isNumber }) {
            return String(parts[1])
        }
        return ScanReading.searchText(of: scan)
    }

    private mutating func look(for text: String) -> [Effect<Message>] {
        sought = text.isEmpty ? nil : text
        (items, nextCursor, problem) = ([], nil, nil)
        place = ListPlace()
        return [load()]
    }

    /// Up to eight digits are a receipt's number, anything else is a dossier's code.
    static func ask(
        _ desk: Desk, _ sought: String?, cursor: String? = nil, limit: Int = 100
    ) async -> Result<Page<Receipt>, APIError> {
        let today = desk.today
        return await desk.ask { client throws(APIError) in
            guard let sought else {
                return try await client.receipts(day: today, cursor: cursor, limit: limit)
            }
            if sought.count <= 8, let number = Int(sought), number > 0 {
                return try await client.receipts(number: number, cursor: cursor, limit: limit)
            }
            return try await client.receipts(code: sought, cursor: cursor, limit: limit)
        }
    }

    private mutating func load() -> Effect<Message> {
        isLoading = true
        let (desk, sought, limit) = (desk, sought, limit)
        return .run(id: "load") { .loaded(sought, await Self.ask(desk, sought, limit: limit)) }
    }

    /// As many as are shown, as far as the server gives them at once.
    private var limit: Int { min(200, max(100, items.count)) }

    private func listen(after mark: Int) -> Effect<Message> {
        let changes = desk.changes
        return .watch(id: "changes") { .news(await changes.next(after: mark)) }
    }

    private mutating func more() -> [Effect<Message>] {
        guard !isLoading, let next = nextCursor, place.isNearEnd(of: items.count) else { return [] }
        isLoading = true
        let (desk, sought) = (desk, sought)
        return [.run(id: "more") { .loadedMore(sought, await Self.ask(desk, sought, cursor: next)) }]
    }

    // MARK: - Drawing

    func draw(into canvas: inout Canvas, _ context: ScreenContext) {
        let language = context.language
        var count =
            items.isEmpty && isLoading
            ? Strings.Common.loading : Strings.Receipts.loaded(items.count, more: nextCursor != nil)
        if let sign = drift.sign {
            count = Phrase(sign.vi + " · " + count.vi, en: sign.text(.en) + " · " + count.text(.en))
        }
        let head = sought.map(Strings.Receipts.found) ?? Strings.Receipts.today(desk.today.display)
        let rest = ColumnList.head(into: &canvas, head, count: count, context)
        guard !items.isEmpty else {
            let words = problem ?? (isLoading ? Strings.Common.loading : Strings.Receipts.none(sought))
            return ColumnList.say(
                words, role: problem == nil ? .dim : .error, into: &canvas, area: rest, language)
        }
        let columns = canvas.size.columns - 2
        // Of today the hour is enough.
        let isToday = sought == nil
        let fixed = [15, isToday ? 5 : 16, 20, 12]
        let list = ColumnList(
            titles: [
                Strings.Receipts.number, Strings.Receipts.time, Strings.Till.code, Strings.Receipts.total,
                Strings.Till.payer,
            ], widths: fixed + [max(10, columns - fixed.reduce(0, +) - fixed.count)])
        list.draw(into: &canvas, area: rest, count: items.count, place: place, context) { index in
            let receipt = items[index]
            let amount = SafeText(Money(receipt.total).grouped).padded(to: 11, .right).string
            let state =
                receipt.state == .valid
                ? receipt.payerName : Strings.Receipts.name(receipt.state).text(language)
            return ColumnList.Row(
                texts: [
                    receipt.symbol + " " + SlipContent.receiptNumber(receipt.number),
                    isToday ? receipt.issuedAt.clock : receipt.issuedAt.display, receipt.dossierCode, amount,
                    state,
                ], role: receipt.state == .valid ? .text : .dim)
        }
    }

    func messageLine(_ context: ScreenContext) -> MessageLine? {
        if let problem, !items.isEmpty {
            return MessageLine(SafeText(problem.text(context.language)), role: .error)
        }
        guard let receipt = selected else { return nil }
        return MessageLine(SafeText(receipt.payerName + " · " + receipt.procedureName), waits: true)
    }
}
