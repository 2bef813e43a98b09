import Forms
import Foundation
import GRDB
import Models

/// Officers as administrators keep them.
extension OfficerTable {
    /// An officer's row with what is sealed in it.
    struct Record: Sendable {
        var id: ID
        var person: String
        var account: String
        var name: String
        var position: String
        var unit: UnitRef
        var identityNumber: String?
        var vneid: String?
        var from: LocalDate?
        var to: LocalDate?
        var isSuspended: Bool
        var isRevoked: Bool
        var stateReason: String?
        var lastLoginAt: Instant?
        var reviewedAt: Instant?
        var revision: Int
        var changedBy: String?
        var changedAt: Instant?

        func state(on day: LocalDate) -> OfficerState {
            if isRevoked { return .revoked }
            if isSuspended { return .suspended }
            if let to, to < day { return .ended }
            if let from, from > day { return .waiting }
            return .active
        }

        var reference: OfficerRef { OfficerRef(id: id, name: name, position: position) }
    }

    /// What a list of officers is narrowed to.
    struct Filter: Sendable, Hashable {
        /// Words of name, account and position without accents, or a whole identity number.
        var text: String?
        var unit: String?
        var role: String?
        var state: State?

        enum State: String, Sendable, CaseIterable {
            case active, waiting, ended, suspended, revoked
            /// At work, and has not logged in for so long that nobody needs the account.
            case unused
            /// Rights that nobody has looked at in this quarter.
            case review
            /// A change waits for a second administrator.
            case pending
            /// At work, without any role.
            case idle
        }
    }

    /// Where a page of the list ends.
    struct Position: Sendable, Hashable {
        var key: String
        var id: ID
    }

    /// Seconds after which an account that nobody logs in with is one that nobody needs.
    static let unusedAfter: Int64 = 90 * 86_400

    static func folded(_ name: String, _ account: String, _ position: String) -> String {
        TextFold.fold("\(name) \(account) \(position)")
    }

    static func markLogin(_ database: Database, officer: ID, at now: Instant) throws {
        try database.execute(
            sql: "UPDATE officers SET last_login_at = ? WHERE id = ?", arguments: [now.seconds, officer])
    }

    // MARK: Reading

    private static let columns = """
        SELECT o.*, u.name AS unit_name, c.name AS changed_name FROM officers o
        LEFT JOIN units u ON u.code = o.unit AND u.effective_from <= ?
            AND (u.effective_to IS NULL OR u.effective_to >= ?)
        LEFT JOIN officers c ON c.id = o.changed_by
        """

    static func record(
        _ database: Database, id: ID, scope: Scope, on day: LocalDate, seal: DataSeal
    ) throws -> Record? {
        var condition = SQLCondition("o.id = ?", [id])
        condition.and(scope.condition(on: ["o.unit"]))
        return try Row.fetchOne(
            database, sql: "\(columns) WHERE \(condition.sql)",
            arguments: [day.iso, day.iso] + condition.arguments
        ).map { try record($0, seal) }
    }

    /// A page of those in a scope, in the order of names.
    static func records(
        _ database: Database, _ filter: Filter, scope: Scope, at now: Instant, after: Position?, limit: Int,
        seal: DataSeal
    ) throws -> [Record] {
        let day = now.date.iso
        var condition = scope.condition(on: ["o.unit"])
        if let unit = filter.unit { condition.and(Scope(subtrees: [unit]).condition(on: ["o.unit"])) }
        if let role = filter.role {
            condition.and(
                """
                EXISTS (SELECT 1 FROM assignments a WHERE a.officer = o.id AND a.role = ?
                    AND a.effective_from <= ? AND (a.effective_to IS NULL OR a.effective_to >= ?))
                """, [role, day, day])
        }
        if let text = filter.text { condition.and(textCondition(text, seal)) }
        if let state = filter.state { condition.and(stateCondition(state, at: now)) }
        if let after { condition.and("(o.name_key, o.id) > (?, ?)", [after.key, after.id]) }
        return try Row.fetchAll(
            database, sql: "\(columns) WHERE \(condition.sql) ORDER BY o.name_key, o.id LIMIT ?",
            arguments: [day, day] + condition.arguments + [limit]
        ).map { try record($0, seal) }
    }

    private static func textCondition(_ text: String, _ seal: DataSeal) -> SQLCondition {
        let number = IdentityNumber.normalize(text)
        if IdentityNumber.check(number) == nil {
            return SQLCondition("o.identity_mark = ?", [identityMark(number, seal)])
        }
        var condition = SQLCondition()
        for word in TextFold.fold(text).split(whereSeparator: \.isWhitespace) {
            let escaped = word.replacing("\\", with: "\\\\").replacing("%", with: "\\%").replacing(
                "_", with: "\\_")
            condition.and("o.folded LIKE ? ESCAPE '\\'", ["%\(escaped)%"])
        }
        return condition
    }

    private static func stateCondition(_ state: Filter.State, at now: Instant) -> SQLCondition {
        let day = now.date
        var atWork = SQLCondition("o.suspended_at IS NULL", [])
        atWork.and("o.valid_from IS NULL OR o.valid_from <= ?", [day.iso])
        atWork.and("o.valid_to IS NULL OR o.valid_to >= ?", [day.iso])
        switch state {
        case .active: return atWork
        case .waiting: return SQLCondition("o.suspended_at IS NULL AND o.valid_from > ?", [day.iso])
        case .ended: return SQLCondition("o.suspended_at IS NULL AND o.valid_to < ?", [day.iso])
        case .suspended: return SQLCondition("o.suspended_at IS NOT NULL AND o.revoked_at IS NULL", [])
        case .revoked: return SQLCondition("o.revoked_at IS NOT NULL", [])
        case .unused:
            atWork.and(
                "COALESCE(o.last_login_at, o.created_at, 0) < ?", [now.seconds - unusedAfter])
        case .review:
            let month = (day.month - 1) / 3 * 3 + 1
            let start = LocalDate(year: day.year, month: month, day: 1) ?? day
            atWork.and("COALESCE(o.reviewed_at, 0) < ?", [start.epochSeconds])
        case .pending:
            return SQLCondition(
                """
                EXISTS (SELECT 1 FROM officer_changes g WHERE g.officer = o.id AND g.decision IS NULL
                    AND g.expires_at > ?)
                """, [now.seconds])
        case .idle:
            atWork.and(
                """
                NOT EXISTS (SELECT 1 FROM assignments a WHERE a.officer = o.id AND a.effective_from <= ?
                    AND (a.effective_to IS NULL OR a.effective_to >= ?))
                """, [day.iso, day.iso])
        }
        return atWork
    }

    private static func record(_ row: Row, _ seal: DataSeal) throws -> Record {
        let id: String = row["id"]
        let identity: DatabaseValue = row["identity"]
        func instant(_ column: String) -> Instant? {
            (row[column] as Int64?).map { Instant(seconds: $0) }
        }
        func day(_ column: String) -> LocalDate? { (row[column] as String?).flatMap { LocalDate(iso: $0) } }
        return Record(
            id: id, person: row["person"], account: row["account"], name: row["name"],
            position: row["position"],
            unit: UnitRef(code: row["unit"], name: row["unit_name"] ?? row["unit"]),
            identityNumber: identity.isNull
                ? nil : String(decoding: try SealedColumn.open(identity, at: place(id), seal), as: UTF8.self),
            vneid: row["vneid"], from: day("valid_from"), to: day("valid_to"),
            isSuspended: (row["suspended_at"] as Int64?) != nil,
            isRevoked: (row["revoked_at"] as Int64?) != nil, stateReason: row["state_reason"],
            lastLoginAt: instant("last_login_at"), reviewedAt: instant("reviewed_at"),
            revision: row["revision"], changedBy: row["changed_name"], changedAt: instant("changed_at"))
    }

    private static func place(_ id: ID) -> String { "officer:\(id)" }

    static func identityMark(_ number: String, _ seal: DataSeal) -> String {
        seal.mark(number, of: "identity")
    }

    /// Who has a number or a name that nobody else may have; nil where it is free. Of the revoked only the account's name
    /// stays taken: what was done under it is named by it.
    static func holder(
        _ database: Database, identityNumber: String? = nil, vneid: String? = nil, account: String? = nil,
        besides id: ID?, seal: DataSeal
    ) throws -> OfficerRef? {
        var condition = SQLCondition("id <> ?", [id ?? ""])
        if let identityNumber {
            condition.and(
                "identity_mark = ? AND revoked_at IS NULL", [identityMark(identityNumber, seal)])
        }
        if let vneid { condition.and("vneid = ? AND revoked_at IS NULL", [vneid]) }
        if let account { condition.and("account = ?", [account]) }
        return try Row.fetchOne(
            database, sql: "SELECT id, name, position, unit FROM officers WHERE \(condition.sql)",
            arguments: condition.arguments
        ).map { OfficerRef(id: $0["id"], name: $0["name"], position: $0["position"]) }
    }

    // MARK: Changing

    /// Writes what an administrator may change; the row comes to its next revision.
    static func update(
        _ database: Database, _ record: Record, by officer: ID, at now: Instant, seal: DataSeal
    ) throws {
        let identity = try record.identityNumber.map {
            try SealedColumn.seal(Array($0.utf8), at: place(record.id), seal)
        }
        try database.cachedStatement(
            sql: """
                UPDATE officers SET account = ?, name = ?, position = ?, unit = ?, person = ?, identity = ?,
                    identity_mark = ?, vneid = ?, valid_from = ?, valid_to = ?,
                    suspended_at = CASE WHEN ? = 1 THEN COALESCE(suspended_at, ?) ELSE NULL END,
                    revoked_at = CASE WHEN ? = 1 THEN COALESCE(revoked_at, ?) ELSE NULL END,
                    state_reason = ?, reviewed_at = ?, folded = ?, name_key = ?, revision = revision + 1,
                    changed_by = ?, changed_at = ? WHERE id = ?
                """
        ).execute(arguments: [
            record.account, record.name, record.position, record.unit.code, record.person, identity,
            record.identityNumber.map { identityMark($0, seal) }, record.vneid, record.from?.iso,
            record.to?.iso, record.isSuspended ? 1 : 0, now.seconds, record.isRevoked ? 1 : 0, now.seconds,
            record.stateReason, record.reviewedAt?.seconds,
            folded(record.name, record.account, record.position),
            NameOrder.key(record.name, isPerson: true), officer, now.seconds, record.id,
        ])
    }

    /// A new officer. Outside of training nobody has a password here.
    static func insert(
        _ database: Database, _ record: Record, passwordHash: String?, by officer: ID, at now: Instant,
        seal: DataSeal
    ) throws {
        try insert(
            database, id: record.id, person: record.person, account: record.account, name: record.name,
            position: record.position, unit: record.unit.code, passwordHash: passwordHash)
        try database.cachedStatement(
            sql: "UPDATE officers SET created_at = ?, revision = 0 WHERE id = ?"
        ).execute(arguments: [now.seconds, record.id])
        try update(database, record, by: officer, at: now, seal: seal)
    }

    static func id(_ database: Database, ofAccount account: String) throws -> ID? {
        try String.fetchOne(
            database, sql: "SELECT id FROM officers WHERE account = ?", arguments: [account])
    }

    static func names(_ database: Database, _ officers: Set<ID>) throws -> [ID: String] {
        guard !officers.isEmpty else { return [:] }
        let marks = officers.map { _ in "?" }.joined(separator: ", ")
        let rows = try Row.fetchAll(
            database, sql: "SELECT id, name FROM officers WHERE id IN (\(marks))",
            arguments: StatementArguments(officers))
        return Dictionary(
            rows.map { ($0["id"] as String, $0["name"] as String) }, uniquingKeysWith: { first, _ in first })
    }

    /// For training, which has one from the beginning.
    static func suspend(_ database: Database, _ officer: ID, reason: String, at now: Instant) throws {
        try database.execute(
            sql: "UPDATE officers SET suspended_at = ?, state_reason = ? WHERE id = ?",
            arguments: [now.seconds, reason, officer])
    }

    /// Accounts that nobody has logged in with, and no administrator has changed, since a moment; also since they were first
    /// watched.
    static func unused(_ database: Database, since last: Instant, watched: Instant, on day: LocalDate) throws
        -> [(id: ID, unit: String)]
    {
        guard watched <= last else { return [] }
        return try Row.fetchAll(
            database,
            sql: """
                SELECT id, unit FROM officers WHERE suspended_at IS NULL AND revoked_at IS NULL
                    AND COALESCE(last_login_at, 0) <= ? AND COALESCE(created_at, 0) <= ?
                    AND COALESCE(changed_at, 0) <= ? AND (valid_from IS NULL OR valid_from <= ?)
                    AND (valid_to IS NULL OR valid_to >= ?) ORDER BY id
                """, arguments: [last.seconds, last.seconds, last.seconds, last.date.iso, day.iso]
        ).map { (id: $0["id"], unit: $0["unit"]) }
    }

    /// Suspends an account by the clock: nobody's act, and the row comes to its next revision.
    static func expire(_ database: Database, _ officer: ID, reason: String, at now: Instant) throws {
        try database.execute(
            sql: """
                UPDATE officers SET suspended_at = ?, state_reason = ?, revision = revision + 1, changed_by = NULL,
                    changed_at = ? WHERE id = ? AND suspended_at IS NULL
                """, arguments: [now.seconds, reason, now.seconds, officer])
    }

    /// The real person whom a number is of, as an officer of before was; nil where there was none.
    static func person(_ database: Database, identityNumber: String, seal: DataSeal) throws -> String? {
        try String.fetchOne(
            database, sql: "SELECT person FROM officers WHERE identity_mark = ? ORDER BY id LIMIT 1",
            arguments: [identityMark(identityNumber, seal)])
    }

    static func openDossiers(_ database: Database, of officer: ID) throws -> Int {
        try Int.fetchOne(
            database, sql: "SELECT COUNT(*) FROM dossiers WHERE assignee = ? AND ended_at IS NULL",
            arguments: [officer]) ?? 0
    }

    /// The hash that an account of training logs in with.
    static func passwordHash(_ database: Database, of officer: ID) throws -> String? {
        try String.fetchOne(
            database, sql: "SELECT password_hash FROM officers WHERE id = ?", arguments: [officer])
    }
}

extension LocalDate {
    /// When the day begins in Vietnam.
    var epochSeconds: Int64 { Int64(epochDay) * 86_400 - 7 * 3600 }
}
