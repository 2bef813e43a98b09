import Forms
import GRDB
import Models

/// A dossier as the store keeps it: whole, with what only central knows of it.
struct StoredDossier: Sendable {
    /// Unmasked, without possible duplicates.
    var dossier: Dossier
    /// The process that it goes by, in the version that it began under.
    var process: ProcessRef
    /// The unit whose officers have the current step.
    var holderUnit: String
    /// Who claimed the current step.
    var assignee: String?
    /// When it ended: given out, refused, withdrawn or stopped.
    var endedAt: Instant?
    /// When the system ends the waiting at its step; the moment 0 where that has yet to be reckoned.
    var expiresAt: Instant?
    /// The dossier that was taken in just before for the same applicant.
    var previous: ID?

    var isOpen: Bool { endedAt == nil }

    /// The dossier with the unit that has it now, as that is called on a day, and with what is still to be paid.
    func told(_ database: Database, on day: LocalDate) throws -> Dossier {
        try Self.told(dossier, holder: holderUnit, database, on: day)
    }

    static func told(_ dossier: Dossier, holder: String, _ database: Database, on day: LocalDate) throws
        -> Dossier
    {
        var told = dossier
        let name = try OfficerTable.unitName(database, code: holder, on: day)
        told.holder = UnitRef(code: holder, name: name ?? holder)
        if try ChargeTable.count(database, of: dossier.id) > 0 {
            told.owed = max(0, try LedgerTable.balance(database, .dossier(dossier.id)))
        }
        let openings = try BreakGlassTable.of(database, dossier: dossier.id)
        told.openings = openings.isEmpty ? nil : openings
        return told
    }
}
