import Forms

/// The list that a dropdown opens: type to filter without accents, one choice or many (eForm DD-1 to DD-5).
///
/// It does not close itself. `perform` and `handle` say `.accepted` or `.cancelled`, and whoever opened it
/// lets it go.
public struct PickList: Widget {
    /// What stands in one line of the list.
    public enum Row: Hashable, Sendable {
        /// The choice of nothing, with the words of the dropdown.
        case empty
        case selectAll
        case deselectAll
        case item(Int)
    }

    public private(set) var items: PickItems
    public let isMultiple: Bool
    /// What the choice of nothing reads; nil where there is none.
    public let emptyLabel: SafeText?
    /// The values chosen, in the order of the list.
    public private(set) var chosen: [String]
    public private(set) var query = TextLine()
    public private(set) var rows: [Row] = []
    /// In `rows`.
    public private(set) var highlighted = 0
    /// The options are on their way.
    public var isLoading: Bool {
        didSet {
            if isLoading != oldValue, items.items.isEmpty { filter() }
        }
    }
    /// The items are found elsewhere for what was typed (eForm SE-1): nothing is filtered here.
    public let isSearch: Bool
    /// What stands there was found for another query; it is not chosen by Enter or Tab unless one has gone to it.
    public private(set) var isStale = false
    /// The officer has moved or filtered: what is lit is meant.
    public private(set) var isTouched = false
    private var matches: [Int] = []
    private var matchedQuery = ""
    var offset = 0
    let drawn = DrawnArea()

    /// More than this many rows are scrolled (DD-3).
    public static let maximumRows = 15
    /// Longer lists show the line that filters them even before it is used.
    static let filterShownFrom = 11

    public init(
        _ items: PickItems, chosen: [String] = [], isMultiple: Bool = false, emptyLabel: SafeText? = nil,
        query: String = "", isLoading: Bool = false, isSearch: Bool = false
    ) {
        self.isSearch = isSearch
        self.items = items
        self.chosen = chosen
        self.isMultiple = isMultiple
        self.emptyLabel = isMultiple ? nil : emptyLabel
        self.isLoading = isLoading
        self.query = TextLine(query)
        isTouched = !query.isEmpty
        isStale = isSearch && !query.isEmpty
        filter()
        if query.isEmpty, let value = chosen.first, let index = items.index(of: value),
            let row = rows.firstIndex(of: .item(index))
        {
            highlighted = row
            offset = max(0, row - Self.maximumRows / 2)
        }
    }

    /// The item under the bar; nil on a command, or where nothing matches.
    public var highlightedItem: PickItems.Item? {
        guard rows.indices.contains(highlighted), case .item(let index) = rows[highlighted] else {
            return nil
        }
        return items.items[index]
    }

    /// There is more than is loaded, and it is needed: the bar has reached the end, or a filter or "all of them" is
    /// about the whole of the list.
    public var wantsMore: Bool {
        guard !items.isComplete, !isLoading else { return false }
        return isMultiple || !isSearch && !query.isEmpty || highlighted >= rows.count - 1
    }

    /// What was searched for could not be found out: nothing of it is shown.
    mutating func fail() {
        isLoading = false
        if isSearch { replace(PickItems([])) }
    }

    /// Puts other options in, as when they arrive; filter, bar and choice stay.
    public mutating func replace(_ items: PickItems) {
        let lit = highlightedItem?.value
        self.items = items
        isLoading = false
        isStale = false
        matchedQuery = ""
        filter()
        if let lit, let index = items.index(of: lit), let row = rows.firstIndex(of: .item(index)) {
            highlighted = row
        }
    }

    // MARK: - Input

    public static var actions: [Action] { ListActions.all }
    public var scopes: [String] { [ListActions.scope, TextActions.scope] }

    public mutating func handle(_ input: Input) -> WidgetOutcome {
        switch input {
        case .text(" ") where isMultiple: return perform("list.toggle")
        case .text, .paste:
            return edited(query.handle(input))
        case .key(let key):
            if let action = ListActions.table.action(for: key, scopes: scopes, inField: false) {
                return perform(action)
            }
            return edited(query.handle(input))
        default: return .ignored
        }
    }

    public mutating func perform(_ action: ActionID) -> WidgetOutcome {
        switch action {
        case "list.up": move(to: highlighted - 1)
        case "list.down": move(to: highlighted + 1)
        case "list.page_up": move(to: highlighted - page)
        case "list.page_down": move(to: highlighted + page)
        case "list.first": move(to: 0)
        case "list.last": move(to: rows.count - 1)
        case "list.cancel": return .cancelled
        case "list.accept": return accept()
        case "list.next_field":
            if isMultiple { return isTouched ? .accepted : .cancelled }
            return isTouched && !isStale && highlightedItem != nil ? accept() : .cancelled
        case "list.previous_field": return .cancelled
        case "list.toggle": return isMultiple ? toggle() : .ignored
        case "list.all":
            guard isMultiple else { return .ignored }
            chooseAll()
            return .changed
        case "list.none":
            guard isMultiple else { return .ignored }
            chooseNone()
            return .changed
        default: return edited(query.perform(action))
        }
        return .handled
    }

    private var page: Int { max(1, (drawn.size?.rows ?? 10) - 1) }

    /// Moves the bar to a row and chooses it, as a click does.
    public mutating func click(row: Int) -> WidgetOutcome {
        guard rows.indices.contains(row) else { return .handled }
        move(to: row)
        return isMultiple ? toggle() : accept()
    }

    private mutating func move(to row: Int) {
        guard !rows.isEmpty else { return }
        highlighted = min(max(0, row), rows.count - 1)
        isTouched = true
        isStale = false
        let height = drawn.size?.rows ?? Self.maximumRows
        if highlighted < offset { offset = highlighted }
        if highlighted >= offset + height { offset = highlighted - height + 1 }
    }

    private mutating func accept() -> WidgetOutcome {
        guard !isStale else { return .refused }
        guard rows.indices.contains(highlighted) else {
            // What is typed on would only be piled onto a search that finds nothing.
            return query.isEmpty || isLoading ? .handled : .cancelled
        }
        switch rows[highlighted] {
        case .empty: chosen = []
        case .selectAll:
            chooseAll()
            return .changed
        case .deselectAll:
            chooseNone()
            return .changed
        case .item(let index):
            if !isMultiple { chosen = [items.items[index].value] }
        }
        return .accepted
    }

    private mutating func toggle() -> WidgetOutcome {
        guard rows.indices.contains(highlighted) else { return .handled }
        guard case .item(let index) = rows[highlighted] else { return accept() }
        let value = items.items[index].value
        isTouched = true
        if let place = chosen.firstIndex(of: value) {
            chosen.remove(at: place)
        } else {
            setChosen(Set(chosen + [value]))
        }
        return .changed
    }

    private mutating func chooseAll() {
        isTouched = true
        setChosen(Set(chosen + matches.map { items.items[$0].value }))
    }

    private mutating func chooseNone() {
        isTouched = true
        chosen = []
    }

    /// Values that are not on the list (more of it is still to come) keep their place at the end.
    private mutating func setChosen(_ values: Set<String>) {
        let known = items.items.map(\.value).filter(values.contains)
        chosen = known + chosen.filter { values.contains($0) && items.index(of: $0) == nil }
    }

    private mutating func edited(_ outcome: WidgetOutcome) -> WidgetOutcome {
        guard outcome == .changed else { return outcome }
        isTouched = true
        guard !isSearch else {
            isStale = true
            return .handled
        }
        filter()
        return .handled
    }

    private mutating func filter() {
        let text = isSearch ? "" : query.text
        let narrows = !matchedQuery.isEmpty && text.hasPrefix(matchedQuery)
        matches = items.matches(text, among: narrows ? matches.sorted() : nil)
        matchedQuery = text
        rows = []
        if query.isEmpty {
            if emptyLabel != nil, !isLoading || !items.items.isEmpty { rows.append(.empty) }
            if isMultiple && !items.items.isEmpty { rows += [.selectAll, .deselectAll] }
        }
        rows += matches.map(Row.item)
        highlighted = 0
        offset = 0
    }
}
