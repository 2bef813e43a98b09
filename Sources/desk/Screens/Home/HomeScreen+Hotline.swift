import APIClient
import Forms
import Models
import TUI

/// Home of a hotline's officer.
extension HomeScreen {
    /// What the board asked for.
    enum BoardNews: Sendable {
        case calls(Result<Page<HotlineCall>, APIError>)
        /// Those before the last one that is listed.
        case moreCalls(Result<Page<HotlineCall>, APIError>)
        case tickets(Result<Page<Ticket>, APIError>)
        case figures(Result<CallFigures, APIError>)
        /// Of those who answer tickets.
        case ticketFigures(Result<TicketFigures, APIError>)
        /// Of a cashier: what is to be collected, and how the drawer stands.
        case owing(Result<Page<OwingDossier>, APIError>)
        case drawers(Result<[CashSession], APIError>)
        /// Of the post's counter.
        case parcels(Result<[ShipmentGroup: Int], APIError>)
    }

    /// So many calls are listed at once; the day's others come as the bar nears them.
    private static let callPage = 100

    mutating func loadBoard() -> [Effect<Message>] {
        if board.calls.value == nil { board.calls = .loading }
        if board.tickets.value == nil { board.tickets = .loading }
        let (desk, serial, today) = (desk, loginSerial, desk.today)
        return [
            .run(id: "calls") {
                .board(
                    serial,
                    .calls(
                        await desk.ask { client throws(APIError) in
                            try await client.calls(day: today, mine: true, limit: Self.callPage)
                        }))
            },
            .run(id: "tickets") {
                .board(
                    serial,
                    .tickets(
                        await desk.ask { client throws(APIError) in
                            try await client.tickets(state: "open", limit: 50)
                        }))
            },
            .run(id: "figures") {
                .board(
                    serial,
                    .figures(await desk.ask { client throws(APIError) in try await client.callFigures() }))
            },
        ]
    }

    /// How many tickets wait for this officer's units.
    func loadTicketFigures() -> [Effect<Message>] {
        guard desk.canAnswerTickets else { return [] }
        let (desk, serial) = (desk, loginSerial)
        return [
            .run(id: "tickets") {
                .board(
                    serial,
                    .ticketFigures(
                        await desk.ask { client throws(APIError) in try await client.ticketFigures() }))
            }
        ]
    }

    mutating func take(_ news: BoardNews, _ context: ScreenContext) -> [Effect<Message>] {
        var failure: APIError?
        // What the board itself says in the place of a list needs no word more.
        var isShown = false
        switch news {
        case .calls(let result):
            failure = result.failure
            // What was there a minute ago is better than nothing.
            if failure == nil || board.calls.value == nil {
                isShown = true
                board.calls = Remote(result.map(\.items))
                board.callsCursor = (try? result.get())?.nextCursor
            }
        case .moreCalls(let result):
            failure = result.failure
            board.isLoadingCalls = false
            if case .success(let page) = result { board.append(page) }
        case .tickets(let result):
            failure = result.failure
            if failure == nil || board.tickets.value == nil {
                isShown = true
                board.tickets = Remote(result.map(\.items))
            }
        case .figures(let result):
            failure = result.failure
            if case .success(let figures) = result { board.figures = figures }
        case .ticketFigures(let result):
            failure = result.failure
            if case .success(let figures) = result { tickets = figures }
        case .owing(let result):
            failure = result.failure
            if case .success(let page) = result { till.owing = page }
        case .drawers(let result):
            failure = result.failure
            if case .success(let sessions) = result { till.drawers = sessions }
        case .parcels(let result):
            failure = result.failure
            if case .success(let counts) = result { post = counts }
        }
        board.settle(drafts)
        guard let failure else { return [] }
        if failure == .unauthorised { return [.push(LoginScreen.again(desk))] }
        return isShown ? [] : [.toast(SafeText(failure.words.text(context.language)), .warning)]
    }

    /// The unfinished card that the bar stands on.
    var unfinishedCall: Draft? {
        let rows = board.rows(drafts)
        guard panel == .queues, rows.indices.contains(board.callCursor),
            case .unfinished(let draft) = rows[board.callCursor]
        else { return nil }
        return draft
    }

    private var selectedTicket: Ticket? {
        let items = board.tickets.value ?? []
        return items.indices.contains(board.ticketCursor) ? items[board.ticketCursor] : nil
    }

    private var selectedCall: HotlineCall? {
        let rows = board.rows(drafts)
        guard rows.indices.contains(board.callCursor), case .saved(let call) = rows[board.callCursor] else {
            return nil
        }
        return call
    }

    var canOpenOnBoard: Bool {
        panel == .drafts
            ? selectedTicket != nil
            : unfinishedCall != nil || selectedCall?.ticket != nil || selectedCall?.dossier != nil
    }

    /// An unfinished card is taken up; of a saved call its ticket is opened, else its dossier.
    func openOnBoard(_ language: Language) -> [Effect<Message>] {
        if panel == .drafts {
            return selectedTicket.map { [.push(TicketScreen(desk: desk, id: $0.id, code: $0.code))] } ?? []
        }
        if let draft = unfinishedCall {
            return CallScreen(desk: desk, draft: draft).map { [.push($0)] } ?? [.bell]
        }
        if let ticket = selectedCall?.ticket {
            return [.push(TicketScreen(desk: desk, id: ticket.id, code: ticket.code))]
        }
        if let dossier = selectedCall?.dossier {
            return [.push(DossierScreen(desk: desk, id: dossier.id, code: dossier.code))]
        }
        return []
    }

    mutating func moveOnBoard(_ key: Key) -> [Effect<Message>] {
        let isCalls = panel == .queues
        let count = isCalls ? board.rows(drafts).count : board.tickets.value?.count ?? 0
        guard count > 0 else { return [] }
        var cursor = isCalls ? board.callCursor : board.ticketCursor
        switch key.code {
        case .up: cursor -= 1
        case .down: cursor += 1
        case .pageUp: cursor -= Self.pageStep
        case .pageDown: cursor += Self.pageStep
        case .home: cursor = 0
        case .end: cursor = count - 1
        default: return []
        }
        cursor = min(max(0, cursor), count - 1)
        guard isCalls else {
            board.ticketCursor = cursor
            return []
        }
        board.callCursor = cursor
        return loadMoreCalls(count: count)
    }

    mutating func pointOnBoard(_ mouse: Mouse, _ context: ScreenContext) -> [Effect<Message>] {
        let calls = board.rows(drafts).count
        let tickets = board.tickets.value?.count ?? 0
        let onCalls = board.drawnCalls.click(
            mouse, bar: panel == .queues ? board.callCursor : nil, count: calls)
        let onTickets = board.drawnTickets.click(
            mouse, bar: panel == .drafts ? board.ticketCursor : nil, count: tickets)
        switch (onCalls, onTickets) {
        case (.open, _), (_, .open): return canOpenOnBoard ? openOnBoard(context.language) : [.bell]
        case (.row(let row), _):
            panel = .queues
            board.callCursor = row
            return loadMoreCalls(count: calls)
        case (_, .row(let row)):
            panel = .drafts
            board.ticketCursor = row
            return []
        case (nil, nil): return []
        }
    }

    /// Rows of a page on the board, which has few.
    private static let pageStep = 10

    private mutating func loadMoreCalls(count: Int) -> [Effect<Message>] {
        guard let cursor = board.callsCursor, !board.isLoadingCalls,
            board.callCursor + 2 * Self.pageStep > count
        else { return [] }
        board.isLoadingCalls = true
        let (desk, serial, today) = (desk, loginSerial, desk.today)
        return [
            .run(id: "more_calls") {
                .board(
                    serial,
                    .moreCalls(
                        await desk.ask { client throws(APIError) in
                            try await client.calls(
                                day: today, mine: true, cursor: cursor, limit: Self.callPage)
                        }))
            }
        ]
    }
}
