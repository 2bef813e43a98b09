import Forms
import GRDB
import Models

/// Dossiers: the current row of each, its events, its papers and the words that it is found by.
enum DossierTable {
    // MARK: Writing

    static let insertion = """
        INSERT INTO dossiers (id, code, revision, lookup_code, unit, holder_unit, procedure_code,
            procedure_name, procedure_version, case_code, channel, status, step, step_name,
            applicant_name, applicant_identity, applicant_tax, applicant_phone, submitter_identity,
            submitter_phone, delivery_method, submitted_at, accepted_at, due_at, ended_at, received_by,
            assignee, previous, process, process_version, expires_at, document,
            applicant_sort, search_row)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
            ?, ?, ?, ?)
        """

    static let eventInsertion = """
        INSERT INTO dossier_events (dossier, seq, at, action, actor, actor_name, on_behalf_of, from_step,
            to_step, status, note, detail, person)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """

    static func insert(_ database: Database, _ stored: StoredDossier, seal: DataSeal) throws {
        let dossier = stored.dossier
        let applicant = dossier.applicant
        let row = try DossierSearch.nextRow(database, submittedAt: dossier.submittedAt)
        try database.cachedStatement(sql: insertion).execute(arguments: [
            dossier.id, dossier.code, dossier.revision, dossier.lookupCode, dossier.unit.code,
            stored.holderUnit, dossier.procedure.code, dossier.procedure.name, dossier.procedure.version,
            dossier.caseCode, dossier.channel, dossier.status, dossier.step, dossier.stepName,
            applicant.name, applicant.identityNumber, applicant.taxCode, applicant.phone,
            dossier.submitter?.identityNumber, dossier.submitter?.phone, dossier.delivery.method.rawValue,
            dossier.submittedAt.seconds, dossier.acceptedAt?.seconds, dossier.dueAt?.seconds,
            stored.endedAt?.seconds, dossier.receivedBy.id, stored.assignee, stored.previous,
            stored.process.id, stored.process.version, stored.expiresAt?.seconds,
            try SealedColumn.seal(StrictJSON.encode(dossier), at: place(dossier.id), seal),
            NameOrder.key(
                applicant.name,
                isPerson: NameOrder.isPerson(identity: applicant.identityNumber, tax: applicant.taxCode)),
            row,
        ])
        try DossierSearch.insert(database, DossierTerms(stored), row: row)
    }

    static func append(
        _ database: Database, _ event: DossierEvent, to dossier: ID, person: String? = nil, seal: DataSeal
    ) throws {
        let detail = try event.detail.map {
            try SealedColumn.seal(StrictJSON.encode($0), at: place(dossier, event: event.seq), seal)
        }
        try database.cachedStatement(sql: eventInsertion).execute(arguments: [
            dossier, event.seq, event.at.seconds, event.action, event.actor?.id, event.actor?.name,
            event.onBehalfOf?.id, event.fromStep, event.toStep, event.status, event.note, detail,
            person,
        ])
        if let number = event.detail?.handover?.trackingNumber { try ship(database, dossier, under: number) }
    }

    /// Lets a dossier be found by the number under which the post has it.
    static func ship(_ database: Database, _ dossier: ID, under number: String) throws {
        try database.cachedStatement(
            sql: "INSERT INTO dossier_shipments (number, dossier) VALUES (?, ?) ON CONFLICT DO NOTHING"
        ).execute(arguments: [number, dossier])
    }

    // MARK: Reading one

    /// The unit whose officers have the current step.
    static func holder(_ database: Database, of id: ID) throws -> String? {
        try String.fetchOne(
            database.cachedStatement(sql: "SELECT holder_unit FROM dossiers WHERE id = ?"), arguments: [id])
    }

    /// The unit that took a dossier in.
    static func unit(_ database: Database, of id: ID) throws -> String? {
        try String.fetchOne(
            database.cachedStatement(sql: "SELECT unit FROM dossiers WHERE id = ?"), arguments: [id])
    }

    /// The national status of a dossier.
    static func status(_ database: Database, of id: ID) throws -> Int? {
        try Int.fetchOne(
            database.cachedStatement(sql: "SELECT status FROM dossiers WHERE id = ?"), arguments: [id])
    }

    /// A dossier that lies in the scope; nil where there is none, or it is another's.
    static func find(_ database: Database, id: ID, scope: Scope, seal: DataSeal) throws -> StoredDossier? {
        var condition = SQLCondition("id = ?", [id])
        condition.and(scope.dossiers())
        let row = try Row.fetchOne(
            database, sql: "SELECT * FROM dossiers WHERE \(condition.sql)", arguments: condition.arguments)
        return try row.map { try Self.stored($0, seal) }
    }

    /// The names of a dossier that stand in no column; nil where there is no such dossier. A search asks it of every dossier
    /// whose applicant is not called so, hundreds for one question: most have none, and are not taken apart for it.
    static func namesWithin(_ database: Database, id: ID, seal: DataSeal) throws -> NamesWithin? {
        let found = try Row.fetchOne(
            database.cachedStatement(sql: "SELECT document FROM dossiers WHERE id = ?"), arguments: [id])
        guard let found else { return nil }
        let document = try SealedColumn.open(found["document"], at: place(id), seal)
        return try NamesWithin(document)
    }

    static func events(_ database: Database, of id: ID, seal: DataSeal) throws -> [DossierEvent] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT e.*, o.position AS actor_position FROM dossier_events e
                LEFT JOIN officers o ON o.id = e.actor WHERE e.dossier = ? ORDER BY e.seq
                """, arguments: [id]
        ).map { row in
            let actor: String? = row["actor"]
            let behalf: String? = row["on_behalf_of"]
            let seq: Int = row["seq"]
            let detail: DatabaseValue = row["detail"]
            return DossierEvent(
                seq: seq, at: Instant(seconds: row["at"]), action: row["action"],
                actor: actor.map {
                    OfficerRef(id: $0, name: row["actor_name"] ?? "", position: row["actor_position"])
                },
                onBehalfOf: behalf.map { OfficerRef(id: $0, name: "") }, fromStep: row["from_step"],
                toStep: row["to_step"], status: row["status"], note: row["note"],
                detail: detail.isNull
                    ? nil
                    : try LenientJSON.decode(
                        DossierEventDetail.self,
                        from: SealedColumn.open(detail, at: place(id, event: seq), seal)))
        }
    }

    /// The applicant's dossiers in the scope, newest first: of one identity number or tax code, of one procedure
    /// where it is given, and only those that are open or as new as `earliest` where that is given.
    static func ofApplicant(
        _ database: Database, identity: String?, tax: String?, procedure: String? = nil,
        openOrSince earliest: Instant? = nil, scope: Scope, seal: DataSeal, limit: Int
    ) throws -> [StoredDossier] {
        var condition = SQLCondition()
        switch (identity, tax) {
        case (let identity?, let tax?):
            condition.and("applicant_identity = ? OR applicant_tax = ?", [identity, tax])
        case (let identity?, nil): condition.and("applicant_identity = ?", [identity])
        case (nil, let tax?): condition.and("applicant_tax = ?", [tax])
        case (nil, nil): return []
        }
        if let procedure { condition.and("procedure_code = ?", [procedure]) }
        if let earliest {
            condition.and("ended_at IS NULL OR submitted_at >= ?", [earliest.seconds])
        }
        condition.and(scope.dossiers())
        return try Row.fetchAll(
            database,
            sql: "SELECT * FROM dossiers WHERE \(condition.sql) ORDER BY submitted_at DESC, id DESC LIMIT ?",
            arguments: condition.arguments + [limit]
        ).map { try stored($0, seal) }
    }

    /// Those of a unit that have not ended, in the order of their ids.
    static func openIDs(_ database: Database, of unit: String) throws -> [ID] {
        try String.fetchAll(
            database, sql: "SELECT id FROM dossiers WHERE unit = ? AND ended_at IS NULL ORDER BY id",
            arguments: [unit])
    }

    /// Those of a unit whose result is there, those for the post first.
    static func readyIDs(_ database: Database, of unit: String) throws -> [ID] {
        try String.fetchAll(
            database,
            sql: """
                SELECT id FROM dossiers WHERE unit = ? AND status = 9 AND ended_at IS NULL
                ORDER BY CASE delivery_method WHEN 'post' THEN 0 ELSE 1 END, id
                """, arguments: [unit])
    }

    /// Where a dossier's document is sealed for.
    static func place(_ id: ID) -> String { "dossier:" + id }

    /// Where an event's detail is sealed for.
    static func place(_ id: ID, event seq: Int) -> String { "event:\(id):\(seq)" }

    private static func stored(_ row: Row, _ seal: DataSeal) throws -> StoredDossier {
        let document = try SealedColumn.open(row["document"], at: place(row["id"]), seal)
        let (ended, expires): (Int64?, Int64?) = (row["ended_at"], row["expires_at"])
        guard let process: String = row["process"], let version: Int = row["process_version"] else {
            throw StoreError.unreadable("the process of a dossier")
        }
        return StoredDossier(
            dossier: try LenientJSON.decode(Dossier.self, from: document),
            process: ProcessRef(id: process, version: version), holderUnit: row["holder_unit"],
            assignee: row["assignee"], endedAt: ended.map { Instant(seconds: $0) },
            expiresAt: expires.map { Instant(seconds: $0) }, previous: row["previous"])
    }
}
