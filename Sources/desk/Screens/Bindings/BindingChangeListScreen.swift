import APIClient
import Forms
import Models
import TUI

/// Changes of bindings that were saved as one act, the newest first; one is taken back as one act.
struct BindingChangeListScreen: Screen {
    enum Message: Sendable {
        case loaded(Result<Page<BindingsChange>, APIError>)
        case loadedMore(Result<Page<BindingsChange>, APIError>)
        case undone(Result<Acted<BindingsChange>, SubmitFailure>)
    }

    let desk: Desk
    private(set) var items: [BindingsChange] = []
    private var place = ListPlace()
    private var nextCursor: String?
    private var isLoading = true
    private var isActing = false
    private var problem: Phrase?
    private var asking: Asking<BindingsChange>?
    private let owner: SignedIn?
    /// A second try to take the same change back is the same act.
    private var keys: [Models.ID: Models.ID] = [:]
    private var last: BindingsChange?

    init(desk: Desk) {
        self.desk = desk
        owner = desk.signedIn
    }

    var title: SafeText { desk.title(Strings.Bindings.changes) }
    var scopes: [String] { asking?.scopes ?? ["binding_changes"] }
    var wheelIsArrows: Bool { true }
    private var selected: BindingsChange? {
        items.indices.contains(place.cursor) ? items[place.cursor] : nil
    }

    func enabled(_ action: ActionID) -> Bool {
        guard asking == nil else { return true }
        return action == .undoBindings ? !isActing && selected.map { $0.undoneAt == nil } ?? false : true
    }

    mutating func start(_ context: ScreenContext) -> [Effect<Message>] { [load()] }

    mutating func handle(_ event: ScreenEvent<Message>, _ context: ScreenContext) -> [Effect<Message>] {
        switch asking.answer(to: event) {
        case .accepted(let change): return [undo(change)]
        case .taken: return []
        case .ignored: break
        }
        switch event {
        case .action(.undoBindings):
            guard enabled(.undoBindings), let selected else { return [.bell] }
            asking = Asking(
                selected, title: Strings.Bindings.undoTitle, text: Strings.Bindings.undoText(selected),
                does: Strings.Bindings.undo)
            return []
        case .action(.refreshBindingChanges): return [load()]
        case .action(.closeBindingChanges): return [last.map { .pop(result: $0) } ?? .pop()]
        case .message(.loaded(.success(let page))):
            isLoading = false
            let before = selected?.id
            (items, nextCursor) = (page.items, page.nextCursor)
            place.stay(on: items.firstIndex { $0.id == before } ?? 0, count: items.count)
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
        case .message(.undone(.success(let acted))):
            isActing = false
            last = acted.value
            let words = Strings.Bindings.undone(acted.value).text(context.language)
            return [.toast(SafeText(words), .success), load()]
        case .message(.undone(.failure(let failure))):
            isActing = false
            problem = failure.words(unknown: Strings.MoneyTasks.unknown)
            if case .expired = failure { return [.push(LoginScreen.again(desk))] }
            return [.bell, load()]
        case .input(.key(let key)):
            guard place.handle(key, count: items.count, rows: ColumnList.rows(of: context.size.rows)) else {
                return []
            }
            problem = nil
            return more()
        case .input(.mouse(let mouse)):
            _ = place.point(mouse, count: items.count)
            return more()
        case .resumed(let result): return result as? LoginResult == .other ? [.popToRoot] : [load()]
        case .input, .action, .hangup: return []
        }
    }

    private mutating func undo(_ change: BindingsChange) -> Effect<Message> {
        isActing = true
        problem = nil
        let key = keys[change.id] ?? desk.newID()
        keys[change.id] = key
        let (desk, owner) = (desk, owner)
        let title = Strings.Officers.actTitle(Strings.Bindings.undo.vi, change.summary)
        return .run(id: "undo") {
            .undone(
                await desk.carryOut(.undo(bindings: change.id), key: key, title: title, owner: owner))
        }
    }

    private mutating func load() -> Effect<Message> {
        isLoading = true
        let desk = desk
        return .run(id: "load") {
            .loaded(
                await desk.ask { client throws(APIError) in try await client.bindingChanges(limit: 50) })
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
                        try await client.bindingChanges(cursor: next, limit: 50)
                    })
            }
        ]
    }

    // MARK: - Drawing

    func draw(into canvas: inout Canvas, _ context: ScreenContext) {
        let language = context.language
        let area = ColumnList.head(
            into: &canvas, Strings.Bindings.changes, count: Phrase(vi: items.isEmpty ? "" : "\(items.count)"),
            context)
        defer { asking?.draw(into: &canvas, context) }
        guard !items.isEmpty else {
            let words = problem ?? (isLoading ? Strings.Common.loading : Strings.Bindings.noChanges)
            return ColumnList.say(
                words, role: problem == nil ? .dim : .error, into: &canvas, area: area, language)
        }
        let columns = area.columns - 2
        let list = ColumnList(
            titles: [Strings.Bindings.at, Strings.Bindings.by, Strings.Bindings.what],
            widths: [16, 18, max(8, columns - 36)])
        list.draw(into: &canvas, area: area, count: items.count, place: place, context) { index in
            let item = items[index]
            let sign = item.undoneAt == nil ? "" : Strings.Bindings.isUndone.text(language) + " "
            return ColumnList.Row(
                texts: [item.at.display, item.by.name, sign + item.summary],
                role: item.undoneAt == nil ? .text : .dim)
        }
    }

    func messageLine(_ context: ScreenContext) -> MessageLine? {
        let language = context.language
        if let problem { return MessageLine(SafeText(problem.text(language)), role: .error) }
        guard let item = selected else { return nil }
        return MessageLine(SafeText(Strings.Bindings.detail(item).text(language)), waits: true)
    }
}
