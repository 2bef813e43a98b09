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

    /// Which calendar a unit follows; nil where none is published at all.
    static func calendarEdition(_ database: Database, of unit: String) throws -> CalendarEdition? {
        let codes = try calendarCodes(database, of: unit)
        let marks = codes.map { _ in "?" }.joined(separator: ", ")
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT code, MAX(version) AS version FROM catalogue WHERE kind = ? AND code IN (\(marks))
                GROUP BY code
                """, arguments: [Kind.calendar.rawValue] + StatementArguments(codes))
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

    /// All codes that have a calendar of their own.
    static func calendarCodes(_ database: Database) throws -> Set<String> {
        Set(
            try String.fetchAll(
                database, sql: "SELECT DISTINCT code FROM catalogue WHERE kind = ?",
                arguments: [Kind.calendar.rawValue]))
    }
}
