import Forms
import GRDB
import Models

/// Something open that a change of a calendar may touch, and its place in the order in which they are looked at: unit by
/// unit, of each its dossiers and then the tickets that were handed to it, by due date.
struct CalendarPlace: Hashable, Sendable {
    var unit: String
    var isTicket = false
    var dueAt: Instant
    var id: ID

    /// What a unit has open whose running time meets a stretch of days. Days after the due date, or before the beginning,
    /// are not looked at when a due date is reckoned.
    static func touched(
        _ database: Database, of unit: String, from: Instant, until: Instant, after: CalendarPlace?,
        limit: Int = .max
    ) throws -> [CalendarPlace] {
        let isAmongTickets = after?.isTicket ?? false
        let dossiers =
            isAmongTickets
            ? []
            : try DossierTable.due(database, of: unit, from: from, until: until, after: after, limit: limit)
        guard dossiers.count < limit else { return dossiers }
        return dossiers
            + (try TicketTable.due(
                database, of: unit, from: from, until: until, after: isAmongTickets ? after : nil,
                limit: limit - dossiers.count))
    }

    /// The units that have anything open.
    static func units(_ database: Database) throws -> [String] {
        Set(try DossierTable.unitsWithOpen(database) + TicketTable.unitsWithOpen(database)).sorted()
    }
}
