import Forms
import GRDB
import Models

extension DossierTable {
    /// A dossier that lies in the scope, or that the officer has acted on: what he did he may still take back.
    static func find(
        _ database: Database, id: ID, scope: Scope, orActedOnBy officer: ID, seal: DataSeal
    ) throws -> StoredDossier? {
        if let stored = try find(database, id: id, scope: scope, seal: seal) { return stored }
        let acted = try Bool.fetchOne(
            database,
            sql: "SELECT EXISTS (SELECT 1 FROM dossier_events WHERE dossier = ? AND actor = ?)",
            arguments: [id, officer])
        guard acted == true else { return nil }
        return try find(database, id: id, scope: .everything, seal: seal)
    }

    /// The events with the real persons behind them.
    static func history(_ database: Database, of id: ID, seal: DataSeal) throws -> [RoutingEvent] {
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT e.seq, COALESCE(e.person, o.person) AS person FROM dossier_events e
                LEFT JOIN officers o ON o.id = e.actor WHERE e.dossier = ?
                """, arguments: [id])
        var persons: [Int: String] = [:]
        for row in rows { persons[row["seq"]] = row["person"] as String? }
        return try events(database, of: id, seal: seal).map { event in
            RoutingEvent(
                seq: event.seq, at: event.at, action: event.action, officer: event.actor,
                person: persons[event.seq], onBehalfOf: event.onBehalfOf, from: event.fromStep,
                to: event.toStep, status: event.status, note: event.note,
                detail: event.detail ?? DossierEventDetail())
        }
    }

    /// Writes a dossier's row as it is after an act, with its papers and the words that it is found by.
    ///
    /// - Parameter before: As it was; its revision must still be the row's.
    static func update(
        _ database: Database, _ stored: StoredDossier, before: StoredDossier, seal: DataSeal
    ) throws {
        let dossier = stored.dossier
        try database.cachedStatement(
            sql: """
                UPDATE dossiers SET revision = ?, holder_unit = ?, status = ?, step = ?, step_name = ?,
                    accepted_at = ?, due_at = ?, ended_at = ?, received_by = ?, assignee = ?, expires_at = ?,
                    document = ?
                WHERE id = ? AND revision = ?
                """
        ).execute(arguments: [
            dossier.revision, stored.holderUnit, dossier.status, dossier.step, dossier.stepName,
            dossier.acceptedAt?.seconds, dossier.dueAt?.seconds, stored.endedAt?.seconds,
            dossier.receivedBy.id, stored.assignee, stored.expiresAt?.seconds,
            try SealedColumn.seal(StrictJSON.encode(dossier), at: place(dossier.id), seal), dossier.id,
            before.dossier.revision,
        ])
        guard database.changesCount == 1 else { throw ProblemError(.revisionConflict) }
        try DossierSearch.update(database, stored, before: before)
    }

    /// The number and the moment of the last thing that happened to a dossier.
    static func lastEvent(_ database: Database, of id: ID) throws -> (seq: Int, at: Instant)? {
        try Row.fetchOne(
            database,
            sql: "SELECT seq, at FROM dossier_events WHERE dossier = ? ORDER BY seq DESC LIMIT 1",
            arguments: [id]
        ).map { ($0["seq"], Instant(seconds: $0["at"])) }
    }

    /// When the waiting of a dossier ends, reckoned anew; it is no act and changes no revision.
    static func setExpiry(_ database: Database, of id: ID, to expiry: Instant?) throws {
        try database.execute(
            sql: "UPDATE dossiers SET expires_at = ? WHERE id = ?", arguments: [expiry?.seconds, id])
    }

    /// Open dossiers whose waiting has ended, or has yet to be reckoned.
    static func expired(_ database: Database, at now: Instant, limit: Int) throws -> [ID] {
        try String.fetchAll(
            database,
            sql: "SELECT id FROM dossiers WHERE expires_at < ? ORDER BY expires_at, id LIMIT ?",
            arguments: [now.seconds, limit])
    }
}
