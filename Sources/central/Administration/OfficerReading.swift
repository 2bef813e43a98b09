import Forms
import GRDB
import Models

/// Officers as administrators see them: their numbers are masked, but in a reveal.
struct OfficerReading {
    let database: Database
    let scope: Scope
    let now: Instant
    let seal: DataSeal

    init(_ database: Database, scope: Scope, at now: Instant, seal: DataSeal) {
        self.database = database
        self.scope = scope
        self.now = now
        self.seal = seal
    }

    /// A page's officers, each with what he holds.
    func wire(_ records: [OfficerTable.Record]) throws -> [OfficerRecord] {
        let held = try AssignmentTable.live(database, of: records.map(\.id), from: now.date)
        return records.map { wire($0, held[$0.id] ?? []) }
    }

    /// One officer as his page shows him.
    func page(_ id: ID, masked: Bool = true) throws -> OfficerRecord? {
        guard
            let record = try OfficerTable.record(database, id: id, scope: scope, on: now.date, seal: seal)
        else { return nil }
        var wire = try wire([record])[0]
        if !masked { wire.identityNumber = record.identityNumber }
        wire.openDossiers = try OfficerTable.openDossiers(database, of: id)
        wire.pending = try OfficerChangeTable.page(
            database, officer: id, openOnly: true, scope: scope, at: now, limit: 20)
        return wire
    }

    private func wire(_ record: OfficerTable.Record, _ held: [OfficerAssignment]) -> OfficerRecord {
        OfficerRecord(
            id: record.id, revision: record.revision, account: record.account, name: record.name,
            position: record.position, unit: record.unit, state: record.state(on: now.date),
            identityNumber: record.identityNumber.map(Masking.identityNumber), vneid: record.vneid,
            effectiveFrom: record.from, effectiveTo: record.to, assignments: held,
            lastLoginAt: record.lastLoginAt, reviewedAt: record.reviewedAt, stateReason: record.stateReason,
            changedBy: record.changedBy, changedAt: record.changedAt)
    }
}
