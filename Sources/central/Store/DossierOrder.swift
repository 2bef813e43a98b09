import GRDB
import Models

/// What a list of dossiers is ordered by; the id decides between equals.
struct DossierOrder: Sendable, Hashable {
    /// The raw value is the `sort` of the API.
    enum Sort: String, Sendable, CaseIterable {
        /// Those without a day last.
        case due
        case submitted
        case name
        case code

        /// The expression in SQL. An index has the same one.
        func column(_ prefix: String) -> String {
            switch self {
            case .due: "COALESCE(\(prefix)due_at, 9000000000000)"
            case .submitted: prefix + "submitted_at"
            case .name: prefix + "applicant_sort"
            case .code: prefix + "code"
            }
        }
    }

    var sort: Sort
    var isDescending: Bool

    static let newestFirst = DossierOrder(sort: .submitted, isDescending: true)
    static let oldestFirst = DossierOrder(sort: .submitted, isDescending: false)
    static let dueFirst = DossierOrder(sort: .due, isDescending: false)

    var column: String { sort.column("d.") }
    var direction: String { isDescending ? "DESC" : "ASC" }

    /// Where a list goes on: what its last row was ordered by.
    struct Position: Sendable, Hashable {
        /// Of this order; one of another order leads nowhere.
        var order: DossierOrder
        var key: Key
        var id: ID
    }

    enum Key: Sendable, Hashable, Comparable {
        case number(Int64)
        case text(String)

        /// As the database compares: texts by their bytes.
        static func < (one: Key, other: Key) -> Bool {
            switch (one, other) {
            case (.number(let one), .number(let other)): one < other
            case (.text(let one), .text(let other)): one.utf8.lexicographicallyPrecedes(other.utf8)
            case (.number, .text): true
            case (.text, .number): false
            }
        }

        var value: DatabaseValue {
            switch self {
            case .number(let number): number.databaseValue
            case .text(let text): text.databaseValue
            }
        }
    }

    func key(_ value: DatabaseValue) -> Key {
        switch value.storage {
        case .int64(let number): .number(number)
        case .string(let text): .text(text)
        default: .text("")
        }
    }

    /// What comes after a row. The first part is the range that an index finds.
    func condition(after position: Position) -> SQLCondition {
        let sign = isDescending ? "<" : ">"
        let key = position.key.value
        return SQLCondition(
            "\(column) \(sign)= ? AND (\(column) \(sign) ? OR d.id \(sign) ?)", [key, key, position.id])
    }

    // MARK: Cursors

    /// Sealed: what a row is ordered by may be a name that its reader sees masked.
    ///
    /// - Parameter officer: Who may go on with it, and nobody else.
    func cursor(_ key: Key, _ id: ID, of officer: ID, _ seal: DataSeal) throws -> String {
        let text =
            switch key {
            case .number(let number): String(number)
            case .text(let text): text
            }
        return try Cursor.seal([mark, text, id], at: Self.place(officer), seal)
    }

    /// Nil for a cursor of another order or officer, or of none.
    func position(_ cursor: String, of officer: ID, _ seal: DataSeal) -> Position? {
        guard let parts = Cursor.open(cursor, parts: 3, at: Self.place(officer), seal), parts[0] == mark
        else { return nil }
        switch sort {
        case .due, .submitted:
            return Int64(parts[1]).map { Position(order: self, key: .number($0), id: parts[2]) }
        case .name, .code: return Position(order: self, key: .text(parts[1]), id: parts[2])
        }
    }

    private var mark: String { sort.rawValue + (isDescending ? "-" : "+") }

    private static func place(_ officer: ID) -> String { "cursor:" + officer }
}
