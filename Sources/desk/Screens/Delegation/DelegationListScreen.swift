import APIClient
import Forms
import Models
import TUI

/// Roles that are lent: one's own, lent and borrowed; an administrator's units'. The newest first.
struct DelegationListScreen: Screen {
    enum Message: Sendable {
        case loaded(Result<Page<Delegation>, APIError>)
        case loadedMore(Result<Page<Delegation>, APIError>)
        case ended(Result<Delegation, APIError>)
    }

    let desk: Desk
    private(set) var items: [Delegation] = []
    private var place = ListPlace()
    private var nextCursor: String?
    private var isLoading = true
    private var problem: Phrase?
    /// Asks before one is taken back.
    private var asking: Asking<Delegation>?

    init(desk: Desk) {
        self.desk = desk
    }

    var title: SafeText { desk.title(Strings.Delegations.title) }
    var scopes: [String] { asking?.scopes ?? ["delegations"] }
    var wheelIsArrows: Bool { true }
    private var selected: Delegation? {
        items.indices.contains(place.cursor) ? items[place.cursor] : nil
    }

    func enabled(_ action: ActionID) -> Bool {
        guard asking == nil else { return true }
        return action == .endDelegation ? selected.map { isOpen($0) } ?? false : true
    }

    private func isOpen(_ delegation: Delegation) -> Bool {
        delegation.endedAt == nil && delegation.effectiveTo >= desk.today
    }

    mutating func start(_ context: ScreenContext) -> [Effect<Message>] { [load()] }

    mutating func handle(_ event: ScreenEvent<Message>, _ context: ScreenContext) -> [Effect<Message>] {
        switch asking.answer(to: event) {
        case .accepted(let delegation): return [end(delegation)]
        case .taken: return []
        case .ignored: break
        }
        switch event {
        case .action(.newDelegation): return [.push(DelegationScreen(desk: desk))]
        case .action(.endDelegation):
            guard let selected, isOpen(selected) else { return [.bell] }
            asking = Asking(
                selected, title: Strings.Delegations.endTitle, text: Strings.Delegations.endText(selected),
                does: Strings.Delegations.end)
            return []
        case .action(.refreshDelegations): return [load()]
        case .action(.closeDelegations): return [.pop()]
        case .message(.loaded(.success(let page))):
            isLoading = false
            problem = nil
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
        case .message(.ended(.success)):
            return [.toast(SafeText(Strings.Delegations.ended.text(context.language)), .success), load()]
        case .message(.loaded(.failure(let error))), .message(.loadedMore(.failure(let error))),
            .message(.ended(.failure(let error))):
            isLoading = false
            problem = error.words
            return error == .unauthorised ? [.push(LoginScreen.again(desk))] : [.bell]
        case .resumed(let result):
            if result as? LoginResult == .other { return [.popToRoot] }
            return [load()]
        case .input(.key(let key)):
            let rows = ColumnList.rows(of: context.size.rows)
            return place.handle(key, count: items.count, rows: rows) ? more() : []
        case .input(.mouse(let mouse)):
            return place.point(mouse, count: items.count) == nil ? [] : more()
        case .input, .action, .hangup: return []
        }
    }

    private func end(_ delegation: Delegation) -> Effect<Message> {
        let desk = desk
        return .run(id: "end") {
            .ended(
                await desk.ask { client throws(APIError) in
                    try await client.endDelegation(delegation.id)
                    return delegation
                })
        }
    }

    private mutating func load() -> Effect<Message> {
        isLoading = true
        let desk = desk
        return .run(id: "load") {
            .loaded(await desk.ask { client throws(APIError) in try await client.delegations(limit: 100) })
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
                        try await client.delegations(cursor: next, limit: 100)
                    })
            }
        ]
    }

    // MARK: - Drawing

    func draw(into canvas: inout Canvas, _ context: ScreenContext) {
        let language = context.language
        let count =
            items.isEmpty && isLoading
            ? Strings.Common.loading : Strings.Delegations.loaded(items.count, more: nextCursor != nil)
        let area = ColumnList.head(into: &canvas, Strings.Delegations.title, count: count, context)
        defer { asking?.draw(into: &canvas, context) }
        guard !items.isEmpty else {
            let words = problem ?? (isLoading ? Strings.Common.loading : Strings.Delegations.none)
            return ColumnList.say(
                words, role: problem == nil ? .dim : .error, into: &canvas, area: area, language)
        }
        let width = area.columns - 2
        // On a narrow screen the role stands in the line of the selected one.
        let role = width < 98 ? 0 : 26
        let names = max(10, (width - 23 - 12 - (role > 0 ? role + 4 : 3)) / 2)
        var list = ColumnList(
            titles: [Strings.Delegations.from, Strings.Delegations.to], widths: [names, names])
        if role > 0 {
            list.titles.append(Strings.Officers.role)
            list.widths.append(role)
        }
        list.titles += [Strings.Officers.validity, Strings.Delegations.stands]
        list.widths += [23, 12]
        list.draw(into: &canvas, area: area, count: items.count, place: place, context) { index in
            let item = items[index]
            return ColumnList.Row(
                texts: [item.from.name, item.to.name]
                    + (role > 0 ? [Strings.OfficerTasks.role(item.role).text(language)] : []) + [
                        Strings.Officers.days(item.effectiveFrom, item.effectiveTo).text(language),
                        Strings.Delegations.state(item, on: desk.today).text(language),
                    ], role: isOpen(item) ? .text : .dim)
        }
    }

    func messageLine(_ context: ScreenContext) -> MessageLine? {
        if let problem, !items.isEmpty {
            return MessageLine(SafeText(problem.text(context.language)), role: .error)
        }
        guard let item = selected, asking == nil else { return nil }
        let words = [Strings.OfficerTasks.role(item.role).text(context.language), item.unit, item.reason]
        return MessageLine(SafeText(words.joined(separator: " · ")), waits: true)
    }
}
