import Forms
import GRDB
import Models

/// The register of a unit's dossiers (form 07), read from the dossiers, and the journal of its prints.
enum RegisterTable {
    /// What the unit entered from the first to the last day, in the order of its book. Code and number of an entry are given
    /// together, so codes run as the book does, and a dossier's day in it is that of its code: by the day on which a
    /// citizen handed in online, a period would have gaps at both ends.
    ///
    /// - Parameter after: The code of the entry before.
    static func page(
        _ database: Database, unit: String, from: LocalDate, to: LocalDate, after: String?, limit: Int,
        seal: DataSeal
    ) throws -> [RegisterEntry] {
        func first(of day: LocalDate) -> String { DossierCode.make(unit: unit, date: day, number: 0) }
        var condition = SQLCondition(
            "unit = ? AND code >= ? AND code < ?", [unit, first(of: from), first(of: to.adding(days: 1))])
        if let after { condition.and("code > ?", [after]) }
        return try Row.fetchAll(
            database,
            sql: """
                SELECT id, holder_unit, ended_at, document FROM dossiers
                WHERE \(condition.sql) ORDER BY code LIMIT ?
                """, arguments: condition.arguments + [limit]
        ).map { try entry($0, in: database, seal) }
    }

    private static func entry(_ row: Row, in database: Database, _ seal: DataSeal) throws -> RegisterEntry {
        let id: ID = row["id"]
        let dossier = try LenientJSON.decode(
            Dossier.self, from: SealedColumn.open(row["document"], at: DossierTable.place(id), seal))
        let holder: String = row["holder_unit"]
        let ended: Int64? = row["ended_at"]
        let isReturned = dossier.status == 10
        let name =
            holder == dossier.unit.code
            ? dossier.unit.name
            : try OfficerTable.unitName(database, code: holder, on: dossier.submittedAt.date) ?? holder
        return RegisterEntry(
            number: dossier.registerNumber, book: dossier.registerBook, code: dossier.code,
            procedureName: dossier.procedure.name, sets: dossier.copies,
            applicantName: dossier.applicant.name, address: dossier.applicant.address,
            phone: dossier.applicant.phone, unitName: name, submittedAt: dossier.submittedAt,
            acceptedAt: dossier.acceptedAt, dueAt: dossier.dueAt,
            returnedAt: isReturned ? ended.map { Instant(seconds: $0) } : nil,
            delivery: dossier.delivery.method,
            recipient: isReturned ? try recipient(database, of: id, seal) : nil, status: dossier.status,
            statusName: dossier.statusName)
    }

    /// Who took the result, as the last hand-over says.
    private static func recipient(_ database: Database, of id: ID, _ seal: DataSeal) throws -> String? {
        let row = try Row.fetchOne(
            database,
            sql: """
                SELECT seq, detail FROM dossier_events WHERE dossier = ? AND action = ? AND detail IS NOT NULL
                ORDER BY seq DESC LIMIT 1
                """, arguments: [id, ProcessAction.deliver.rawValue])
        guard let row else { return nil }
        return try LenientJSON.decode(
            DossierEventDetail.self,
            from: SealedColumn.open(row["detail"], at: DossierTable.place(id, event: row["seq"]), seal)
        ).handover?.recipient
    }

    // MARK: Prints

    static func record(
        _ database: Database, _ print: RegisterPrint, unit: String, by officer: Officer, at: Instant
    ) throws -> PrintRecord {
        let last = try Int.fetchOne(
            database,
            sql: """
                SELECT MAX(copy_number) FROM register_prints WHERE unit = ? AND from_day = ? AND to_day = ?
                """, arguments: [unit, print.from.iso, print.to.iso])
        let record = PrintRecord(
            id: UUIDv7.make(), form: RegisterDocument.form, copies: print.copies, at: at,
            copyNumber: (last ?? 0) + 1)
        try database.execute(
            sql: """
                INSERT INTO register_prints (id, unit, from_day, to_day, copies, copy_number, officer, at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                record.id, unit, print.from.iso, print.to.iso, record.copies, record.copyNumber, officer.id,
                at.seconds,
            ])
        return record
    }

    /// Whether the officer has recorded this print of this unit and period.
    static func hasPrint(
        _ database: Database, id: ID, unit: String, _ period: RegisterPrint, by officer: ID
    ) throws -> Bool {
        try Bool.fetchOne(
            database,
            sql: """
                SELECT EXISTS (SELECT 1 FROM register_prints
                    WHERE id = ? AND unit = ? AND from_day = ? AND to_day = ? AND officer = ?)
                """, arguments: [id, unit, period.from.iso, period.to.iso, officer]) == true
    }

    static func prints(_ database: Database, unit: String) throws -> [PrintRecord] {
        try Row.fetchAll(
            database, sql: "SELECT * FROM register_prints WHERE unit = ? ORDER BY at, id", arguments: [unit]
        ).map { row in
            PrintRecord(
                id: row["id"], form: RegisterDocument.form, copies: row["copies"],
                at: Instant(seconds: row["at"]), copyNumber: row["copy_number"])
        }
    }
}
