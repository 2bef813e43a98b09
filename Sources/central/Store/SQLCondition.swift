import GRDB

/// A condition of a query with its arguments, put together part by part. Values never stand in the SQL.
struct SQLCondition {
    private(set) var parts: [String] = []
    private(set) var arguments = StatementArguments()

    /// `1 = 1` where no part was added.
    var sql: String { parts.isEmpty ? "1 = 1" : parts.joined(separator: " AND ") }

    init() {}

    init(_ sql: String, _ arguments: StatementArguments) {
        and(sql, arguments)
    }

    mutating func and(_ sql: String, _ arguments: StatementArguments = []) {
        parts.append("(\(sql))")
        self.arguments += arguments
    }

    mutating func and(_ condition: SQLCondition) {
        and(condition.sql, condition.arguments)
    }

    func and(also condition: SQLCondition) -> SQLCondition {
        guard !condition.parts.isEmpty else { return self }
        var both = self
        both.and(condition)
        return both
    }
}
