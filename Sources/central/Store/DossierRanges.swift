import GRDB
import Models

/// A list that is read as several ranges of indexes, each of them in the list's order: merged as far as a page goes.
///
/// A union of them would be put together anew for every officer, whose places may be hundreds; here each kind of range is
/// one statement that the database knows already.
struct DossierRanges {
    private struct Key {
        var value: DossierOrder.Key
        var id: ID

        func comes(before other: Key, _ order: DossierOrder) -> Bool {
            if value == other.value { return order.isDescending ? id > other.id : id < other.id }
            return order.isDescending ? other.value < value : value < other.value
        }
    }

    private struct Range {
        var condition: SQLCondition
        var found: [Key] = []
        /// How far `found` was taken.
        var taken = 0
        var hasMore = true
    }

    let order: DossierOrder
    private var ranges: [Range]
    private let after: DossierOrder.Position?
    /// Rows of a range at once: of many ranges each is asked for few.
    private let chunk: Int

    init(_ conditions: [SQLCondition], order: DossierOrder, after: DossierOrder.Position?, limit: Int) {
        self.order = order
        self.after = after
        ranges = conditions.map { Range(condition: $0) }
        chunk = min(limit, 3 + 2 * limit / max(1, conditions.count))
    }

    /// The ids of the next dossiers in the list's order.
    mutating func ids(_ database: Database, limit: Int) throws -> [ID] {
        for index in ranges.indices { try fill(index, database) }
        // The range whose next dossier comes first stands last.
        var heads = ranges.indices.filter { head($0) != nil }
        heads.sort { comes($1, before: $0) }
        var ids: [ID] = []
        while ids.count < limit, let first = heads.popLast(), let key = head(first) {
            ids.append(key.id)
            ranges[first].taken += 1
            if ranges[first].taken == ranges[first].found.count { try fill(first, database) }
            guard head(first) != nil else { continue }
            var (low, high) = (0, heads.count)
            while low < high {
                let middle = (low + high) / 2
                if comes(first, before: heads[middle]) { low = middle + 1 } else { high = middle }
            }
            heads.insert(first, at: low)
        }
        return ids
    }

    private func head(_ index: Int) -> Key? {
        let range = ranges[index]
        return range.taken < range.found.count ? range.found[range.taken] : nil
    }

    private func comes(_ one: Int, before other: Int) -> Bool {
        guard let one = head(one), let other = head(other) else { return false }
        return one.comes(before: other, order)
    }

    private mutating func fill(_ index: Int, _ database: Database) throws {
        guard ranges[index].hasMore else { return }
        let last = ranges[index].found.last.map {
            DossierOrder.Position(order: order, key: $0.value, id: $0.id)
        }
        let query = Self.query(ranges[index].condition, order: order, after: last ?? after, limit: chunk)
        let rows = try Row.fetchAll(
            database.cachedStatement(sql: query.sql), arguments: query.arguments)
        ranges[index].found = rows.map { Key(value: order.key($0["list_key"]), id: $0["id"]) }
        ranges[index].taken = 0
        ranges[index].hasMore = rows.count == chunk
    }

    /// What is asked of one range. A test looks at how the database goes about it.
    static func query(
        _ condition: SQLCondition, order: DossierOrder, after: DossierOrder.Position?, limit: Int
    ) -> (sql: String, arguments: StatementArguments) {
        var condition = condition
        if let after { condition.and(order.condition(after: after)) }
        return (
            """
            SELECT d.id, \(order.column) AS list_key FROM dossiers d WHERE \(condition.sql)
            ORDER BY list_key \(order.direction), d.id \(order.direction) LIMIT ?
            """, condition.arguments + [limit]
        )
    }
}
