import Forms
import GRDB
import Models

extension CatalogueTable {
    /// A calendar as it was published: for whom, and in which version.
    struct CalendarEdition: Hashable, Sendable {
        /// A unit, or the code of the calendar of all others.
        var code: String
        var version: Int
    }

    /// The codes whose calendar a unit follows, the nearest first: its own, those of the units above it, that of all
    /// others.
    private static func calendarCodes(_ database: Database, of unit: String) throws -> [String] {
        var codes: [String] = []
        var parts = unit.split(separator: ".", omittingEmptySubsequences: false)
        while !parts.isEmpty {
            codes.append(parts.joined(separator: "."))
            parts.removeLast()
        }
        if let all = try SettingTable.value(database, SettingTable.defaultCalendar) { codes.append(all) }
        return codes
    }

    /// Which calendar a unit follows on a day; nil where none is in force at all.
    static func calendarEdition(_ database: Database, of unit: String, on day: LocalDate) throws
        -> CalendarEdition?
    {
        let codes = try calendarCodes(database, of: unit)
        let marks = codes.map { _ in "?" }.joined(separator: ", ")
        var condition = SQLCondition(
            "kind = ? AND code IN (\(marks))", [Kind.calendar.rawValue] + StatementArguments(codes))
        condition.and(inForce(day))
        // What began last holds: an edition for the new year is not put aside by a change of this one's days.
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT code, version FROM catalogue WHERE \(condition.sql) ORDER BY effective_from, version
                """, arguments: condition.arguments)
        var versions: [String: Int] = [:]
        for row in rows { versions[row["code"]] = row["version"] as Int }
        return codes.lazy.compactMap { code in
            versions[code].map { CalendarEdition(code: code, version: $0) }
        }.first
    }

    static func calendar(_ database: Database, _ edition: CalendarEdition) throws -> WorkCalendar {
        guard
            let text = try document(database, .calendar, code: edition.code, version: edition.version)
        else { throw StoreError.unreadable("calendar \(edition.code)") }
        return try LenientJSON.decode(WorkCalendar.self, from: Array(text.utf8))
    }

    /// All codes that have a calendar of their own on a day.
    static func calendarCodes(_ database: Database, on day: LocalDate) throws -> Set<String> {
        var condition = SQLCondition("kind = ?", [Kind.calendar.rawValue])
        condition.and(inForce(day))
        return Set(
            try String.fetchAll(
                database, sql: "SELECT DISTINCT code FROM catalogue WHERE \(condition.sql)",
                arguments: condition.arguments))
    }

    /// The editions of a code that begin after a day, in their order, each with its first day.
    static func laterCalendars(_ database: Database, of code: String, after day: LocalDate) throws
        -> [(from: LocalDate, edition: CalendarEdition)]
    {
        try Row.fetchAll(
            database,
            sql: """
                SELECT effective_from, MAX(version) AS version FROM catalogue
                WHERE kind = ? AND code = ? AND effective_from > ? GROUP BY effective_from ORDER BY effective_from
                """, arguments: [Kind.calendar.rawValue, code, day.iso]
        ).map { row in
            guard let from = LocalDate(iso: row["effective_from"]) else {
                throw StoreError.unreadable("calendar \(code)")
            }
            return (from, CalendarEdition(code: code, version: row["version"]))
        }
    }

    /// The next number of an edition of a code; those below any version of another code that it followed so far.
    static func nextCalendarVersion(_ database: Database, of code: String, after version: Int) throws -> Int {
        let last = try Int.fetchOne(
            database, sql: "SELECT MAX(version) FROM catalogue WHERE kind = ? AND code = ?",
            arguments: [Kind.calendar.rawValue, code])
        return max(last ?? 0, version) + 1
    }
}
