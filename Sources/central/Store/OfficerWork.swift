import Forms
import GRDB
import Models

/// What waits for one officer beyond the dossiers that he has taken up.
enum OfficerWork {
    /// A step of a process for the dossiers of a unit.
    struct Place: Hashable, Sendable {
        var unit: String
        var process: String
        var step: String
    }

    /// The steps at which open dossiers wait that nobody has taken up: those that he alone is bound to, and how many
    /// dossiers wait at those that he shares with others.
    static func places(_ database: Database, of officer: Officer, on day: LocalDate) throws
        -> (alone: [Place], shared: Int)
    {
        let units = try BindingTable.units(database, servedBy: officer, on: day)
        guard !units.isEmpty else { return ([], 0) }
        var condition = Scope(units: units).condition(on: ["unit"])
        condition.and("ended_at IS NULL AND assignee IS NULL")
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT unit, process, step, COUNT(*) AS n FROM dossiers WHERE \(condition.sql)
                GROUP BY unit, process, step ORDER BY unit, process, step
                """, arguments: condition.arguments)
        var (alone, shared): ([Place], Int) = ([], 0)
        for row in rows {
            let place = Place(unit: row["unit"], process: row["process"], step: row["step"])
            let bound = try BindingTable.officers(
                database, boundTo: place.unit, process: place.process, step: place.step, on: day)
            guard bound.contains(where: { $0.officer.id == officer.id }) else { continue }
            if bound.count == 1 { alone.append(place) } else { shared += row["n"] as Int }
        }
        return (alone, shared)
    }
}

extension DossierTable {
    /// The open dossiers that an officer has, or that wait for him alone, the oldest first.
    static func workOf(_ database: Database, officer: ID, alone: [OfficerWork.Place], limit: Int) throws
        -> [ID]
    {
        var found: [(at: Int64, id: ID)] = []
        func collect(_ condition: SQLCondition) throws {
            found += try Row.fetchAll(
                database,
                sql: """
                    SELECT id, submitted_at FROM dossiers WHERE \(condition.sql) AND ended_at IS NULL
                    ORDER BY submitted_at, id LIMIT ?
                    """, arguments: condition.arguments + [limit]
            ).map { ($0["submitted_at"], $0["id"]) }
        }
        try collect(SQLCondition("assignee = ?", [officer]))
        for place in alone {
            try collect(
                SQLCondition(
                    "unit = ? AND process = ? AND step = ? AND assignee IS NULL",
                    [place.unit, place.process, place.step]))
        }
        return found.sorted { ($0.at, $0.id) < ($1.at, $1.id) }.prefix(limit).map(\.id)
    }
}
