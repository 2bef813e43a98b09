import Forms
import GRDB
import Models

/// What the figures are made from, read by pages: a report over a million dossiers holds a thousand of them at a time.
enum FigureTable {
    /// Where a reading goes on.
    struct Position: Sendable {
        var unit: String
        var submitted: Int64
        var id: ID
    }

    /// A dossier's facts without its term, and what names it.
    struct Line: Sendable {
        var facts: DossierFacts
        var position: Position
        var version: Int
        var caseCode: String
        var procedureName: String
        var fieldName: String
        var unitName: String
    }

    /// Dossiers that units of the scope took in before the period's end, but for those that had ended before it
    /// began; by unit, then in the order of their being handed in.
    ///
    /// - Parameter withAssignees: Whether it is read to whom acts gave them by name, which costs opening what is sealed.
    static func page(
        _ database: Database, scope: Scope, period: FigurePeriod, after: Position?, limit: Int,
        withAssignees: Bool = false, seal: DataSeal
    ) throws -> [Line] {
        var condition = scope.condition(on: ["d.unit"])
        condition.and("d.submitted_at < ?", [period.end.seconds])
        condition.and("d.ended_at IS NULL OR d.ended_at >= ?", [period.start.seconds])
        if let after {
            condition.and(
                "(d.unit, d.submitted_at, d.id) > (?, ?, ?)", [after.unit, after.submitted, after.id])
        }
        let day = period.to.iso
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT d.id, d.unit, d.procedure_code, d.procedure_name, d.procedure_version, d.case_code,
                    d.channel, d.submitted_at, d.accepted_at, d.due_at, d.ended_at, p.field_code, p.field_name,
                    (SELECT u.name FROM units u WHERE u.code = d.unit AND u.effective_from <= ?
                        ORDER BY u.effective_from DESC LIMIT 1) AS unit_name
                FROM dossiers d LEFT JOIN procedures p
                    ON p.code = d.procedure_code AND p.version = d.procedure_version
                WHERE \(condition.sql) ORDER BY d.unit, d.submitted_at, d.id LIMIT ?
                """, arguments: [day] + condition.arguments + [limit])
        let acts = try acts(database, of: rows.map { $0["id"] }, withAssignees, seal)
        return rows.map { row in
            let id: ID = row["id"]
            let (accepted, due, ended): (Int64?, Int64?, Int64?) = (
                row["accepted_at"], row["due_at"], row["ended_at"]
            )
            let facts = DossierFacts(
                unit: row["unit"], procedure: row["procedure_code"], field: row["field_code"] ?? "",
                channel: row["channel"], submitted: Instant(seconds: row["submitted_at"]),
                accepted: accepted.map { Instant(seconds: $0) }, due: due.map { Instant(seconds: $0) },
                ended: ended.map { Instant(seconds: $0) }, acts: acts[id] ?? [])
            return Line(
                facts: facts,
                position: Position(unit: facts.unit, submitted: facts.submitted.seconds, id: id),
                version: row["procedure_version"], caseCode: row["case_code"],
                procedureName: row["procedure_name"], fieldName: row["field_name"] ?? "",
                unitName: row["unit_name"] ?? facts.unit)
        }
    }

    /// The acts that hold. Only what was taken back, and what gave it to somebody, needs a detail to be opened.
    private static func acts(
        _ database: Database, of dossiers: [ID], _ withAssignees: Bool, _ seal: DataSeal
    ) throws -> [ID: [DossierFacts.Act]] {
        guard !dossiers.isEmpty else { return [:] }
        let marks = dossiers.map { _ in "?" }.joined(separator: ", ")
        let giving =
            withAssignees
            ? SQLCondition("action = ? OR from_step <> to_step", [ProcessAction.reassign.rawValue])
            : SQLCondition("1 = 0", [])
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT dossier, seq, at, action, actor, status, from_step <> to_step AS moves,
                    CASE WHEN action = ? OR (\(giving.sql)) THEN detail END AS opened
                FROM dossier_events WHERE dossier IN (\(marks)) ORDER BY dossier, seq
                """,
            arguments: [ProcessAction.undo.rawValue] + giving.arguments + StatementArguments(dossiers))
        var acts: [ID: [(seq: Int, act: DossierFacts.Act)]] = [:]
        while let row = try rows.next() {
            let (id, seq, action): (ID, Int, String) = (row["dossier"], row["seq"], row["action"])
            let sealed: DatabaseValue = row["opened"]
            let detail =
                sealed.isNull
                ? nil
                : try LenientJSON.decode(
                    DossierEventDetail.self,
                    from: SealedColumn.open(sealed, at: DossierTable.place(id, event: seq), seal))
            if action == ProcessAction.undo.rawValue, let detail {
                acts[id]?.removeAll { $0.seq == detail.undoes }
                continue
            }
            acts[id, default: []].append(
                (
                    seq,
                    DossierFacts.Act(
                        at: Instant(seconds: row["at"]), status: row["status"], action: action,
                        actor: row["actor"], moves: row["moves"] ?? false, assignee: detail?.assignee?.id)
                ))
        }
        return acts.mapValues { $0.map(\.act) }
    }

    /// The names of officers; what is no officer's id is left out.
    static func officerNames(_ database: Database, of ids: Set<ID>) throws -> [ID: String] {
        var names: [ID: String] = [:]
        let all = ids.sorted()
        for start in stride(from: 0, to: all.count, by: 500) {
            let part = all[start..<min(start + 500, all.count)]
            let rows = try Row.fetchAll(
                database,
                sql:
                    "SELECT id, name FROM officers WHERE id IN (\(part.map { _ in "?" }.joined(separator: ", ")))",
                arguments: StatementArguments(Array(part)))
            for row in rows { names[row["id"]] = row["name"] }
        }
        return names
    }

    // MARK: The day

    /// How many dossiers the units of the scope received, by the hour of the day: what was refused, sent back for papers or
    /// only handed in has not been received.
    static func hours(_ database: Database, scope: Scope, on day: LocalDate) throws -> [Int: Int] {
        let start = Instant(date: day, hour: 0, minute: 0).seconds
        var condition = scope.condition(on: ["d.unit"])
        condition.and("d.accepted_at >= ? AND d.accepted_at < ?", [start, start + 86_400])
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT h.hour, COUNT(*) AS n FROM
                    (SELECT (d.accepted_at - ?) / 3600 AS hour FROM dossiers d WHERE \(condition.sql)) AS h
                GROUP BY h.hour
                """, arguments: [start] + condition.arguments)
        return Dictionary(rows.map { ($0["hour"], $0["n"]) }) { first, _ in first }
    }
}
