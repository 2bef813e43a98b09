import Forms
import Models
import TUI

/// A list of dossiers that may be thousands long: what is loaded, where the bar stands, whether more is to come.
///
/// Pages are added at the end as the bar nears it; nothing above moves, so the officer never loses the place.
struct DossierTable: Sendable {
    private(set) var items: [SearchItem] = []
    private(set) var cursor = 0
    private(set) var offset = 0
    /// For the next page; nil where all is loaded or nothing was asked yet.
    private(set) var nextCursor: String?

    /// So near to the end the next page is fetched, so that Down never waits.
    static let nearEnd = 30

    var isEmpty: Bool { items.isEmpty }
    var selected: SearchItem? { items.indices.contains(cursor) ? items[cursor] : nil }
    var hasMore: Bool { nextCursor != nil }
    var wantsMore: Bool { hasMore && cursor + Self.nearEnd >= items.count }

    /// A first page: what stood there goes; the bar stays on the same dossier where it is still there.
    mutating func replace(_ page: Page<SearchItem>) {
        let before = selected?.id
        items = page.items
        nextCursor = page.nextCursor
        cursor = before.flatMap { id in items.firstIndex { $0.id == id } } ?? 0
        offset = 0
    }

    /// A further page. Dossiers that moved down meanwhile and come again are not shown twice.
    mutating func append(_ page: Page<SearchItem>) {
        let known = Set(items.map(\.id))
        items += page.items.filter { !known.contains($0.id) }
        nextCursor = page.nextCursor
    }

    /// Shows a row as it is now. It keeps its place, and the bar and the rows around it keep theirs; false where the
    /// dossier is not in the list.
    @discardableResult
    mutating func update(_ item: SearchItem) -> Bool {
        guard let index = items.firstIndex(where: { $0.id == item.id }) else { return false }
        items[index] = item
        return true
    }

    func contains(_ id: ID) -> Bool { items.contains { $0.id == id } }

    /// Moves the bar by a key; false where the key means something else.
    mutating func handle(_ key: Key, rows: Int) -> Bool {
        guard key.modifiers.isEmpty else { return false }
        switch key.code {
        case .up: move(to: cursor - 1, rows: rows)
        case .down: move(to: cursor + 1, rows: rows)
        case .pageUp: move(to: cursor - max(1, rows - 1), rows: rows)
        case .pageDown: move(to: cursor + max(1, rows - 1), rows: rows)
        case .home: move(to: 0, rows: rows)
        case .end: move(to: items.count - 1, rows: rows)
        default: return false
        }
        return true
    }

    mutating func move(to row: Int, rows: Int) {
        guard !items.isEmpty else { return }
        cursor = min(max(0, row), items.count - 1)
        offset = Self.offset(offset, cursor: cursor, rows: rows)
    }

    static func offset(_ offset: Int, cursor: Int, rows: Int) -> Int {
        if cursor < offset { return cursor }
        if cursor >= offset + rows { return cursor - max(1, rows) + 1 }
        return offset
    }
}
