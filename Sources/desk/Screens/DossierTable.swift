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
    /// Rows as they were drawn last, and of which rows that is true. Rows that come at the end change none of them.
    let strips = RowStrips()
    private(set) var version = 0

    /// So near to the end the next page is fetched, so that Down never waits.
    static let nearEnd = 30

    var isEmpty: Bool { items.isEmpty }
    var selected: SearchItem? { items.indices.contains(cursor) ? items[cursor] : nil }
    var hasMore: Bool { nextCursor != nil }
    var wantsMore: Bool { hasMore && cursor + Self.nearEnd >= items.count }

    /// A first page: what stood there goes. The bar stays on the same dossier where it is still there, else on the
    /// same place: what was dealt with goes, and the next one is under the bar.
    mutating func replace(_ page: Page<SearchItem>) {
        let (before, row) = (selected?.id, cursor - offset)
        items = page.items
        version = strips.nextVersion()
        nextCursor = page.nextCursor
        let place = min(cursor, max(0, items.count - 1))
        cursor = before.flatMap { id in items.firstIndex { $0.id == id } } ?? place
        // The bar stays in its line of the screen.
        offset = max(0, cursor - row)
    }

    /// Puts the bar on a dossier; false where it is not in the list.
    @discardableResult
    mutating func select(_ id: ID, rows: Int) -> Bool {
        guard let index = items.firstIndex(where: { $0.id == id }) else { return false }
        move(to: index, rows: rows)
        return true
    }

    /// Begins anew: another order or another filter, so that no place means anything any more.
    mutating func clear() { self = DossierTable() }

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
        version = strips.nextVersion()
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
        guard cursor < offset || cursor >= offset + rows else { return }
        // Half a window at once: what comes next is seen before it is reached, and on a slow line a key seldom
        // costs more than its two marks.
        let half = max(1, rows) / 2
        let wanted = cursor < offset ? cursor - (rows - 1 - half) : cursor - half
        offset = max(0, min(wanted, items.count - rows))
    }

    static func offset(_ offset: Int, cursor: Int, rows: Int) -> Int {
        if cursor < offset { return cursor }
        if cursor >= offset + rows { return cursor - max(1, rows) + 1 }
        return offset
    }
}
