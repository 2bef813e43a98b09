import Forms
import GRDB
import Models

/// Drawers, what was counted in them, and what was put in or taken out.
enum CashTable {
    struct Stored: Sendable {
        var session: CashSession
        /// The real person who keeps it.
        var person: String
    }

    static func insert(_ database: Database, _ session: CashSession, person: String) throws {
        try database.cachedStatement(
            sql: """
                INSERT INTO cash_sessions (id, unit, officer, person, desk, day, kind, state, opened_at, opening,
                    difference_limit)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            session.id, session.unit.code, session.officer.id, person, session.desk, session.day.iso,
            session.kind.rawValue, session.state.rawValue, session.openedAt.seconds, session.opening,
            session.limit,
        ])
    }

    static func setState(_ database: Database, of id: ID, to state: CashSessionState) throws {
        try database.cachedStatement(sql: "UPDATE cash_sessions SET state = ? WHERE id = ?")
            .execute(arguments: [state.rawValue, id])
    }

    static func close(_ database: Database, _ id: ID, reason: String?, by officer: ID, at: Instant) throws {
        try database.cachedStatement(
            sql: """
                UPDATE cash_sessions SET state = 'closed', reason = ?, closed_by = ?, closed_at = ? WHERE id = ?
                """
        ).execute(arguments: [reason, officer, at.seconds, id])
    }

    static func count(
        _ database: Database, _ notes: [String: Int], counted: Int, of session: ID, by officer: ID,
        at: Instant
    ) throws {
        try database.cachedStatement(
            sql: """
                INSERT INTO cash_counts (session, seq, at, officer, notes, counted)
                VALUES (?, (SELECT COALESCE(MAX(seq), 0) + 1 FROM cash_counts WHERE session = ?), ?, ?, ?, ?)
                """
        ).execute(arguments: [
            session, session, at.seconds, officer,
            String(decoding: try StrictJSON.encode(notes), as: UTF8.self), counted,
        ])
    }

    static func insert(_ database: Database, _ movement: CashMovement, of session: ID) throws {
        try database.cachedStatement(
            sql: """
                INSERT INTO cash_movements (id, session, kind, amount, reason, officer, at)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            movement.id, session, movement.kind.rawValue, movement.amount, movement.reason,
            movement.officer.id, movement.at.seconds,
        ])
    }

    // MARK: Reading

    static func find(_ database: Database, id: ID, scope: Scope, on day: LocalDate) throws -> Stored? {
        var condition = scope.condition(on: ["s.unit"])
        condition.and("s.id = ?", [id])
        return try rows(database, condition, limit: 1, on: day).first
    }

    /// The drawer that cash of an officer goes into on a day: that of the desk, else the one that was opened last.
    static func open(_ database: Database, officer: ID, unit: String, desk: String?, on day: LocalDate) throws
        -> ID?
    {
        try String.fetchOne(
            database.cachedStatement(
                sql: """
                    SELECT id FROM cash_sessions WHERE officer = ? AND unit = ? AND day = ? AND state = 'open'
                        AND (? IS NULL OR desk = ? OR kind = 'rescue')
                    ORDER BY CASE WHEN kind = 'regular' THEN 0 ELSE 1 END, opened_at DESC, id DESC LIMIT 1
                    """), arguments: [officer, unit, day.iso, desk, desk])
    }

    /// The spare drawer of an officer in a unit on a day that is not closed: there is one at most.
    static func rescue(_ database: Database, officer: ID, unit: String, on day: LocalDate) throws -> ID? {
        try String.fetchOne(
            database.cachedStatement(
                sql: """
                    SELECT id FROM cash_sessions WHERE officer = ? AND unit = ? AND day = ? AND kind = 'rescue'
                        AND state <> 'closed' ORDER BY opened_at LIMIT 1
                    """), arguments: [officer, unit, day.iso])
    }

    /// Whether an officer keeps a drawer that is not closed: at a desk, or in a unit of a day before.
    static func unclosed(
        _ database: Database, officer: ID, unit: String, desk: String, on day: LocalDate
    ) throws -> ID? {
        try String.fetchOne(
            database,
            sql: """
                SELECT id FROM cash_sessions WHERE officer = ? AND (desk = ? OR (unit = ? AND day < ?))
                    AND state <> 'closed' AND kind = 'regular' ORDER BY opened_at LIMIT 1
                """, arguments: [officer, desk, unit, day.iso])
    }

    /// Drawers of a unit from before a day that nobody has closed yet, the oldest first.
    static func left(_ database: Database, unit: String, before day: LocalDate, limit: Int) throws -> [Stored]
    {
        try rows(
            database, SQLCondition("s.unit = ? AND s.day < ? AND s.state <> 'closed'", [unit, day.iso]),
            limit: limit, on: day)
    }

    static func state(_ database: Database, of id: ID) throws -> CashSessionState? {
        try String.fetchOne(
            database.cachedStatement(sql: "SELECT state FROM cash_sessions WHERE id = ?"), arguments: [id]
        ).flatMap(CashSessionState.init(rawValue:))
    }

    /// The latest first: of a day, or those that are not closed.
    static func page(
        _ database: Database, scope: Scope, officer: ID?, day: LocalDate?, isOpen: Bool, limit: Int,
        on today: LocalDate
    ) throws -> [Stored] {
        var condition = scope.condition(on: ["s.unit"])
        if let officer { condition.and("s.officer = ?", [officer]) }
        if let day { condition.and("s.day = ?", [day.iso]) }
        if isOpen { condition.and("s.state <> 'closed'") }
        return try rows(database, condition, limit: limit, on: today)
    }

    static func movements(_ database: Database, of session: ID) throws -> [CashMovement] {
        try Row.fetchAll(
            database.cachedStatement(
                sql: """
                    SELECT m.*, o.name AS officer_name, o.position AS officer_position FROM cash_movements m
                    JOIN officers o ON o.id = m.officer WHERE m.session = ? ORDER BY m.at, m.id
                    """), arguments: [session]
        ).map { row in
            guard let kind = CashMovementKind(rawValue: row["kind"]) else {
                throw StoreError.unreadable("cash movement")
            }
            return CashMovement(
                id: row["id"], kind: kind, amount: row["amount"], reason: row["reason"],
                at: Instant(seconds: row["at"]),
                officer: OfficerRef(row, "officer") ?? OfficerRef(id: row["officer"], name: ""))
        }
    }

    /// What should lie in a drawer as it is closed: what it was closed with stays known.
    private static func expected(_ database: Database, of session: ID) throws -> Int {
        try Int.fetchOne(
            database.cachedStatement(
                sql: """
                    SELECT COALESCE(SUM(e.amount), 0) FROM ledger_entries e
                    JOIN ledger_transactions t ON t.seq = e.transaction_seq
                    WHERE e.account = ? AND t.kind <> 'cash_close'
                    """), arguments: [LedgerAccount.cash(session).text]) ?? 0
    }

    /// The greatest difference that any of its counts has shown, each beside what should have been there at its moment.
    private static func greatestDifference(_ database: Database, of session: ID) throws -> Int? {
        try Int.fetchOne(
            database.cachedStatement(
                sql: """
                    SELECT k.counted - (SELECT COALESCE(SUM(e.amount), 0) FROM ledger_entries e
                        JOIN ledger_transactions t ON t.seq = e.transaction_seq
                        WHERE e.account = ? AND t.kind <> 'cash_close' AND t.at <= k.at) AS off
                    FROM cash_counts k WHERE k.session = ? ORDER BY ABS(off) DESC, k.seq LIMIT 1
                    """), arguments: [LedgerAccount.cash(session).text, session])
    }

    private static func payments(_ database: Database, of session: ID) throws -> Int {
        try Int.fetchOne(
            database.cachedStatement(
                sql: """
                    SELECT (SELECT COUNT(*) FROM payments WHERE session = ?)
                        + (SELECT COUNT(*) FROM refunds WHERE session = ?)
                    """), arguments: [session, session]) ?? 0
    }

    private static func rows(
        _ database: Database, _ condition: SQLCondition, limit: Int, on day: LocalDate
    ) throws -> [Stored] {
        try Row.fetchAll(
            database.cachedStatement(
                sql: """
                    SELECT s.*, o.name AS officer_name, o.position AS officer_position, c.name AS closed_by_name,
                        c.position AS closed_by_position,
                        (SELECT u.name FROM units u WHERE u.code = s.unit AND u.effective_from <= s.day
                            ORDER BY u.effective_from DESC LIMIT 1) AS unit_name,
                        (SELECT COUNT(*) FROM cash_counts k WHERE k.session = s.id) AS count_number
                    FROM cash_sessions s JOIN officers o ON o.id = s.officer
                    LEFT JOIN officers c ON c.id = s.closed_by
                    WHERE \(condition.sql) ORDER BY s.opened_at DESC, s.id DESC LIMIT ?
                    """), arguments: condition.arguments + [limit]
        ).map { try decode($0, database, on: day) }
    }

    private static func decode(_ row: Row, _ database: Database, on today: LocalDate) throws -> Stored {
        let (id, unit): (ID, String) = (row["id"], row["unit"])
        guard let kind = CashSessionKind(rawValue: row["kind"]),
            let state = CashSessionState(rawValue: row["state"]), let day = LocalDate(iso: row["day"])
        else { throw StoreError.unreadable("cash session") }
        let closedAt: Int64? = row["closed_at"]
        var session = CashSession(
            id: id, unit: UnitRef(code: unit, name: row["unit_name"] ?? unit),
            officer: OfficerRef(row, "officer") ?? OfficerRef(id: row["officer"], name: ""),
            desk: row["desk"], day: day, kind: kind, state: state,
            openedAt: Instant(seconds: row["opened_at"]), opening: row["opening"],
            movements: try movements(database, of: id), recounts: max((row["count_number"] as Int) - 1, 0),
            limit: row["difference_limit"], reason: row["reason"],
            closedAt: closedAt.map { Instant(seconds: $0) }, closedBy: OfficerRef(row, "closed_by"),
            overdue: state != .closed && day < today)
        let last =
            state == .open
            ? nil
            : try Row.fetchOne(
                database.cachedStatement(
                    sql: "SELECT notes, counted FROM cash_counts WHERE session = ? ORDER BY seq DESC LIMIT 1"),
                arguments: [id])
        if let last {
            let (notes, counted): (String, Int) = (last["notes"], last["counted"])
            let expected = try expected(database, of: id)
            session.counts = try LenientJSON.decode([String: Int].self, from: Array(notes.utf8))
            session.counted = counted
            session.expected = expected
            session.difference = counted - expected
            session.greatestDifference = try greatestDifference(database, of: id)
            session.payments = try payments(database, of: id)
        }
        return Stored(session: session, person: row["person"])
    }
}
