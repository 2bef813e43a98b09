import APIClient
import Forms
import Models
import TUI

/// Who did what, newest first: an administrator's units', everybody else's own.
struct AuditScreen: Screen {
    enum Message: Sendable {
        case loaded(AuditFilter, Result<Page<AuditRecord>, APIError>)
        case loadedMore(AuditFilter, Result<Page<AuditRecord>, APIError>)
        case checked(Result<AuditCheck, APIError>)
    }

    let desk: Desk
    private(set) var items: [AuditRecord] = []
    private(set) var filter: AuditFilter
    private var group = 0
    private var place = ListPlace()
    /// The entry under the bar is shown whole.
    private var isOpen = false
    private var nextCursor: String?
    private var isLoading = true
    private var problem: Phrase?

    init(desk: Desk, filter: AuditFilter = AuditFilter()) {
        self.desk = desk
        self.filter = filter
    }

    var title: SafeText { desk.title(Strings.Audit.title) }
    var scopes: [String] { ["audit"] }
    var wheelIsArrows: Bool { true }
    private var selected: AuditRecord? {
        items.indices.contains(place.cursor) ? items[place.cursor] : nil
    }

    func enabled(_ action: ActionID) -> Bool { action == .openAudit ? selected != nil : true }

    mutating func start(_ context: ScreenContext) -> [Effect<Message>] { [load()] }

    mutating func handle(_ event: ScreenEvent<Message>, _ context: ScreenContext) -> [Effect<Message>] {
        switch event {
        case .action(.closeAudit):
            guard isOpen else { return [.pop()] }
            isOpen = false
            return []
        case .action(.openAudit):
            isOpen.toggle()
            return []
        case .action(.filterAudit): return [.push(AuditFilterScreen(desk: desk, filter: filter))]
        case .action(.otherAudit):
            group = (group + 1) % AuditFilter.actions.count
            filter.action = AuditFilter.actions[group]
            return [anew()]
        case .action(.refreshAudit): return [load()]
        case .action(.verifyAudit):
            let desk = desk
            return [
                .run(id: "verify") {
                    .checked(
                        await desk.ask { client throws(APIError) in try await client.verifyAudit() })
                }
            ]
        case .message(.checked(.success(let check))):
            let words = SafeText(Strings.Audit.verdict(check).text(context.language))
            return [.toast(words, check.whole ? .success : .error)] + (check.whole ? [] : [.bell])
        case .message(.checked(.failure(let error))): return failed(error)
        case .message(.loaded(let asked, let result)):
            // An older answer never lies over a newer one.
            guard asked == filter else { return [] }
            isLoading = false
            switch result {
            case .success(let page):
                let before = selected?.seq
                problem = nil
                (items, nextCursor) = (page.items, page.nextCursor)
                place.stay(on: items.firstIndex { $0.seq == before } ?? 0, count: items.count)
                return []
            case .failure(let error): return failed(error)
            }
        case .message(.loadedMore(let asked, let result)):
            guard asked == filter else { return [] }
            isLoading = false
            switch result {
            case .success(let page):
                let last = items.last?.seq ?? .max
                items += page.items.filter { $0.seq < last }
                nextCursor = page.nextCursor
                return []
            case .failure(let error): return failed(error)
            }
        case .resumed(let chosen as AuditFilter):
            filter = chosen
            return [anew()]
        case .resumed(let result):
            if result as? LoginResult == .other { return [.popToRoot] }
            return result is LoginResult ? [load()] : []
        case .input(.key(let key)):
            let rows = ColumnList.rows(of: context.size.rows)
            return place.handle(key, count: items.count, rows: rows) ? more() : []
        case .input(.mouse(let mouse)):
            guard let opens = place.point(mouse, count: items.count) else { return [] }
            return opens ? handle(.action(.openAudit), context) : more()
        case .input, .action, .hangup: return []
        }
    }

    private mutating func failed(_ error: APIError) -> [Effect<Message>] {
        problem = error.words
        return error == .unauthorised ? [.push(LoginScreen.again(desk))] : [.bell]
    }

    private mutating func anew() -> Effect<Message> {
        (items, place, isOpen) = ([], ListPlace(), false)
        return load()
    }

    private mutating func load() -> Effect<Message> {
        isLoading = true
        let (desk, filter) = (desk, filter)
        return .run(id: "load") { .loaded(filter, await desk.audit(filter, after: nil)) }
    }

    private mutating func more() -> [Effect<Message>] {
        guard !isLoading, let next = nextCursor, place.isNearEnd(of: items.count) else { return [] }
        isLoading = true
        let (desk, filter) = (desk, filter)
        return [.run(id: "more") { .loadedMore(filter, await desk.audit(filter, after: next)) }]
    }

    // MARK: - Drawing

    func draw(into canvas: inout Canvas, _ context: ScreenContext) {
        let language = context.language
        if isOpen, let selected { return draw(selected, into: &canvas, language) }
        let count =
            items.isEmpty && isLoading
            ? Strings.Common.loading : Strings.Audit.loaded(items.count, more: nextCursor != nil)
        var title = Strings.Audit.group(filter.action).text(language)
        if let words = filter.words { title += " · " + words.text(language) }
        let area = ColumnList.head(into: &canvas, Phrase(title), count: count, context)
        guard !items.isEmpty else {
            let words = problem ?? (isLoading ? Strings.Common.loading : Strings.Common.nothing)
            return ColumnList.say(
                words, role: problem == nil ? .dim : .error, into: &canvas, area: area, language)
        }
        let width = area.columns - 2
        let fixed = width < 98 ? [16, 20, 24] : [16, 30, 30]
        let list = ColumnList(
            titles: [Strings.Audit.at, Strings.Audit.officer, Strings.Audit.action, Strings.Audit.detail],
            widths: fixed + [max(8, width - fixed.reduce(0, +) - 4)])
        list.draw(into: &canvas, area: area, count: items.count, place: place, context) { index in
            let item = items[index]
            return ColumnList.Row(
                texts: [
                    item.at.display, item.officerName ?? Strings.Audit.system.text(language), item.action,
                    Self.detail(item),
                ], role: item.outcome == "refused" ? .error : .text)
        }
    }

    /// A few facts, by name.
    private static func detail(_ item: AuditRecord) -> String {
        item.detail.sorted { $0.key < $1.key }.filter { !$0.value.isEmpty }
            .map { "\($0.key): \($0.value)" }.joined(separator: "  ")
    }

    private func draw(_ item: AuditRecord, into canvas: inout Canvas, _ language: Language) {
        var sheet = Sheet(width: canvas.size.columns - 3)
        func pair(_ label: Phrase, _ value: String?) { sheet.pair(SafeText(label.text(language)), value) }
        pair(Strings.Audit.number, "\(item.seq)")
        pair(Strings.Audit.at, item.at.display)
        pair(
            Strings.Audit.officer,
            [item.officerName, item.officer].compactMap(\.self).joined(separator: ", "))
        pair(Strings.Audit.unit, item.unit)
        pair(Strings.Audit.action, item.action)
        pair(Strings.Audit.outcome, Strings.Audit.outcome(item.outcome).text(language))
        pair(Strings.Audit.subject, item.subject)
        for (name, value) in item.detail.sorted(by: { $0.key < $1.key }) { pair(Phrase(name), value) }
        pair(Strings.Audit.trace, item.traceId)
        sheet.draw(into: &canvas, area: canvas.bounds.inset(columns: 1, rows: 0), offset: 0)
    }

    func messageLine(_ context: ScreenContext) -> MessageLine? {
        if let problem, !items.isEmpty {
            return MessageLine(SafeText(problem.text(context.language)), role: .error)
        }
        guard let item = selected, !isOpen else { return nil }
        return MessageLine(
            SafeText([item.unit, item.subject].compactMap(\.self).joined(separator: " · ")), waits: true)
    }
}

extension Desk {
    fileprivate func audit(_ filter: AuditFilter, after cursor: String?) async -> Result<
        Page<AuditRecord>, APIError
    > {
        await ask { client throws(APIError) in
            try await client.audit(
                officer: filter.officer, action: filter.action, subject: filter.subject, unit: filter.unit,
                outcome: filter.refusedOnly ? "refused" : nil, from: filter.from, to: filter.to,
                cursor: cursor, limit: 100)
        }
    }
}
