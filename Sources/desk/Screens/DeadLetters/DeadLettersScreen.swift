import APIClient
import Forms
import Models
import TUI

/// What no carrier took: orders that the post refused, and messages to citizens. Each can be sent once more.
struct DeadLettersScreen: Screen {
    enum Message: Sendable {
        case loaded(Result<Page<DossierMessage>, APIError>)
        case loadedMore(Result<Page<DossierMessage>, APIError>)
        case sent(Models.ID, Result<Acted<DossierMessage>, SubmitFailure>)
    }

    let desk: Desk
    private(set) var items: [DossierMessage] = []
    private var place = ListPlace()
    private var nextCursor: String?
    private var isLoading = true
    private var problem: Phrase?
    private let owner: SignedIn?
    /// Of each message that was tried: a try whose answer never came is settled under its key.
    private var keys: [Models.ID: Models.ID] = [:]

    init(desk: Desk) {
        self.desk = desk
        owner = desk.signedIn
    }

    var title: SafeText { desk.title(Strings.DeadLetters.title) }
    var scopes: [String] { ["dead_letters"] }
    var wheelIsArrows: Bool { true }
    private var selected: DossierMessage? {
        items.indices.contains(place.cursor) ? items[place.cursor] : nil
    }

    func enabled(_ action: ActionID) -> Bool {
        switch action {
        case .retryLetter: selected != nil
        case .openLetter: selected.map { $0.dossier != nil || $0.ticket != nil } ?? false
        default: true
        }
    }

    mutating func start(_ context: ScreenContext) -> [Effect<Message>] { [load()] }

    mutating func handle(_ event: ScreenEvent<Message>, _ context: ScreenContext) -> [Effect<Message>] {
        switch event {
        case .action(.closeLetters): return [.pop()]
        case .action(.refreshLetters): return [load()]
        case .action(.openLetter): return open()
        case .action(.retryLetter): return retry()
        case .input(.key(let key)):
            let rows = ColumnList.rows(of: context.size.rows)
            return place.handle(key, count: items.count, rows: rows) ? more() : []
        case .input(.mouse(let mouse)):
            guard let opens = place.point(mouse, count: items.count) else { return [] }
            return opens ? open() : more()
        case .message(.loaded(.success(let page))):
            let before = selected?.id
            (isLoading, problem) = (false, nil)
            (items, nextCursor) = (page.items, page.nextCursor)
            let index = items.firstIndex { $0.id == before } ?? min(place.cursor, max(0, items.count - 1))
            place.stay(on: index, count: items.count)
            return []
        case .message(.loadedMore(.success(let page))):
            isLoading = false
            let known = Set(items.map(\.id))
            items += page.items.filter { !known.contains($0.id) }
            nextCursor = page.nextCursor
            return []
        case .message(.loaded(.failure(let error))), .message(.loadedMore(.failure(let error))):
            isLoading = false
            problem = error.words
            return error == .unauthorised ? [.push(LoginScreen.again(desk))] : [.bell]
        case .message(.sent(let id, .success)):
            keys[id] = nil
            let words = Strings.DeadLetters.again.text(context.language)
            return [.toast(SafeText(words), .success), load()]
        case .message(.sent(let id, .failure(let failure))):
            problem = failure.words(unknown: Strings.Post.unknown)
            switch failure {
            case .expired: return [.push(LoginScreen.again(desk))]
            case .refused:
                keys[id] = nil
                return [.bell]
            default: return [.bell]
            }
        case .resumed(let result):
            return result as? LoginResult == .other ? [.popToRoot] : [load()]
        case .input, .action, .hangup: return []
        }
    }

    private func open() -> [Effect<Message>] {
        guard let selected else { return [.bell] }
        if let dossier = selected.dossier {
            return [.push(DossierScreen(desk: desk, id: dossier, code: ""))]
        }
        return selected.ticket.map { [.push(TicketScreen(desk: desk, id: $0, code: ""))] } ?? [.bell]
    }

    private mutating func retry() -> [Effect<Message>] {
        guard let selected else { return [.bell] }
        problem = nil
        let (desk, id, owner) = (desk, selected.id, owner)
        let key = keys[id] ?? desk.newID()
        keys[id] = key
        let title = Strings.DeadLetters.actTitle(selected.address)
        return [
            .run(id: "retry-" + id) {
                .sent(id, await desk.carryOut(.retry(message: id), key: key, title: title, owner: owner))
            }
        ]
    }

    private mutating func load() -> Effect<Message> {
        isLoading = true
        let desk = desk
        return .run(id: "load") {
            .loaded(await desk.ask { client throws(APIError) in try await client.deadLetters(limit: 100) })
        }
    }

    private mutating func more() -> [Effect<Message>] {
        guard !isLoading, let next = nextCursor, place.isNearEnd(of: items.count) else { return [] }
        isLoading = true
        let desk = desk
        return [
            .run(id: "more") {
                .loadedMore(
                    await desk.ask { client throws(APIError) in
                        try await client.deadLetters(cursor: next, limit: 100)
                    })
            }
        ]
    }

    // MARK: - Drawing

    func draw(into canvas: inout Canvas, _ context: ScreenContext) {
        let language = context.language
        let count =
            items.isEmpty && isLoading
            ? Strings.Common.loading : Strings.DeadLetters.loaded(items.count, more: nextCursor != nil)
        let rest = ColumnList.head(into: &canvas, Strings.DeadLetters.title, count: count, context)
        guard !items.isEmpty else {
            let words = problem ?? (isLoading ? Strings.Common.loading : Strings.DeadLetters.none)
            return ColumnList.say(
                words, role: problem == nil ? .dim : .error, into: &canvas, area: rest, language)
        }
        let columns = FittedColumns<DossierMessage>(
            [
                .init(Strings.DeadLetters.at, 16, text: \.createdAt.display),
                .init(Strings.DeadLetters.channel, 12) {
                    Strings.DeadLetters.name($0.channel).text(language)
                },
                .init(Strings.DeadLetters.to, 20, most: 40, text: \.address),
                .init(Strings.DeadLetters.occasion, 18, least: 8, most: 40) {
                    Strings.DeadLetters.name(occasion: $0.occasion).text(language)
                },
                .init(Strings.DeadLetters.reason, 40, least: 12, most: 60, rank: 1) {
                    $0.fault.map { Strings.DeadLetters.name(fault: $0).text(language) } ?? ""
                },
                .init(Strings.DeadLetters.tries, 7, isAmount: true) { String($0.attempts) },
            ], in: canvas.size.columns - 2)
        columns.list.draw(into: &canvas, area: rest, count: items.count, place: place, context) { index in
            ColumnList.Row(texts: columns.texts(items[index]))
        }
    }

    func messageLine(_ context: ScreenContext) -> MessageLine? {
        guard !items.isEmpty else { return nil }
        if let problem { return MessageLine(SafeText(problem.text(context.language)), role: .error) }
        // The list has no room for it on a small terminal.
        guard let fault = selected?.fault else { return nil }
        let words = Strings.DeadLetters.name(fault: fault).text(context.language)
        return MessageLine(
            SafeText(Strings.DeadLetters.reason.text(context.language) + ": " + words), waits: true)
    }
}
