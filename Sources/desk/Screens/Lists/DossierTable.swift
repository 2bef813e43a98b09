import Forms
import Models
import TUI

/// A list of dossiers that may be thousands long: what is loaded, where the bar stands, whether more is to come.
///
/// Pages are added at the end as the bar nears it; nothing above moves, so the officer never loses the place.
struct DossierTable: Sendable {
    private(set) var items: [SearchItem] = []
    private var place = ListPlace()
    /// For the next page; nil where all is loaded or nothing was asked yet.
    private(set) var nextCursor: String?
    /// Rows as they were drawn last, and of which rows that is true. Rows that come at the end change none of them.
    let strips = RowStrips()
    private(set) var version = 0

    var cursor: Int { place.cursor }
    var offset: Int { place.offset }
    var isEmpty: Bool { items.isEmpty }
    var selected: SearchItem? { items.indices.contains(cursor) ? items[cursor] : nil }
    var hasMore: Bool { nextCursor != nil }
    var wantsMore: Bool { hasMore && place.isNearEnd(of: items.count) }

    /// A first page: what stood there goes. The bar stays on the same dossier where it is still there, else on the
    /// same place: what was dealt with goes, and the next one is under the bar.
    mutating func replace(_ page: Page<SearchItem>) {
        let before = selected?.id
        items = page.items
        version = strips.nextVersion()
        nextCursor = page.nextCursor
        place.stay(
            on: before.flatMap { id in items.firstIndex { $0.id == id } }, count: items.count)
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
        place.handle(key, count: items.count, rows: rows)
    }

    /// As ``ListPlace/point(_:count:isFocused:)``.
    mutating func point(_ mouse: Mouse) -> Bool? { place.point(mouse, count: items.count) }

    /// Where its rows were drawn last.
    var drawn: DrawnList { place.drawn }

    mutating func move(to row: Int, rows: Int) { place.move(to: row, count: items.count, rows: rows) }

    /// The first row that is drawn where so many have room.
    func first(rows: Int) -> Int { place.first(count: items.count, rows: rows) }
}
