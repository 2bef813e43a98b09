import Forms
import GRDB
import Models

/// One line of a list of dossiers, before it is masked for the one who asks.
struct DossierLine: Sendable {
    var item: SearchItem
    var unit: String
    var holderUnit: String
    /// What the list is ordered by, for the cursor.
    var key: Int64
}

/// Lists of dossiers: search, inboxes, and how many each inbox holds.
enum DossierList {
    /// What a list is ordered by; the id decides between equals.
    enum Order: Sendable {
        case newestFirst
        case oldestFirst
        /// The earliest due first; those without a day last.
        case dueFirst

        fileprivate var column: String {
            switch self {
            case .newestFirst, .oldestFirst: "d.submitted_at"
            case .dueFirst: "COALESCE(d.due_at, 9000000000000)"
            }
        }

        fileprivate var isDescending: Bool { self == .newestFirst }
    }

    struct Position: Sendable {
        var key: Int64
        var id: ID
    }

    static func page(
        _ database: Database, where condition: SQLCondition, scope: Scope, order: Order, after: Position?,
        limit: Int, statuses: [Int: NationalStatus], now: Instant
    ) throws -> [DossierLine] {
        var condition = condition
        condition.and(scope.dossiers("d"))
        if let after {
            let sign = order.isDescending ? "<" : ">"
            condition.and(
                "\(order.column) \(sign) ? OR (\(order.column) = ? AND d.id \(sign) ?)",
                [after.key, after.key, after.id])
        }
        let direction = order.isDescending ? "DESC" : "ASC"
        let day = now.date.iso
        return try Row.fetchAll(
            database,
            sql: """
                SELECT d.id, d.code, d.procedure_name, d.applicant_name, d.status, d.step_name, d.unit,
                    d.holder_unit, d.accepted_at, d.due_at, u.name AS unit_name, \(order.column) AS list_key
                FROM dossiers d LEFT JOIN units u ON u.code = d.unit
                    AND u.effective_from <= ? AND (u.effective_to IS NULL OR u.effective_to >= ?)
                WHERE \(condition.sql) ORDER BY list_key \(direction), d.id \(direction) LIMIT ?
                """, arguments: [day, day] + condition.arguments + [limit]
        ).map { row in
            let (status, due): (Int, Int64?) = (row["status"], row["due_at"])
            let accepted: Int64? = row["accepted_at"]
            return DossierLine(
                item: SearchItem(
                    id: row["id"], code: row["code"], procedureName: row["procedure_name"],
                    applicantName: row["applicant_name"], status: status,
                    statusName: statuses[status]?.name.text(.vi) ?? "", stepName: row["step_name"],
                    unitName: row["unit_name"] ?? row["unit"],
                    acceptedAt: accepted.map { Instant(seconds: $0) },
                    dueAt: due.map { Instant(seconds: $0) },
                    overdue: due.map { statuses[status]?.clock == .run && $0 < now.seconds } ?? false),
                unit: row["unit"], holderUnit: row["holder_unit"], key: row["list_key"])
        }
    }

    /// How many dossiers of the scope each inbox holds, in one pass.
    static func counts(_ database: Database, _ inboxes: [InboxKind], scope: Scope, at moment: InboxMoment)
        throws -> [InboxKind: Int]
    {
        var arguments = StatementArguments()
        var columns: [String] = []
        for inbox in inboxes {
            let condition = inbox.condition(moment)
            columns.append("SUM(CASE WHEN \(condition.sql) THEN 1 ELSE 0 END) AS \(inbox.rawValue)")
            arguments += condition.arguments
        }
        var condition = scope.dossiers("d")
        condition.and("d.ended_at IS NULL")
        let row = try Row.fetchOne(
            database, sql: "SELECT \(columns.joined(separator: ", ")) FROM dossiers d WHERE \(condition.sql)",
            arguments: arguments + condition.arguments)
        var counts: [InboxKind: Int] = [:]
        for inbox in inboxes { counts[inbox] = row?[inbox.rawValue] ?? 0 }
        return counts
    }

    /// What the one search box asks for: a code (whole, in part, or as it is spoken), an identity number, a tax
    /// code, a phone number, or words of a name without accents.
    ///
    /// - Parameter withLookupCodes: Whether the four characters on the slip count, too: alone or behind the code.
    static func condition(searching text: String, scope: Scope, withLookupCodes: Bool = false) -> SQLCondition
    {
        let condition = condition(of: text, scope)
        guard withLookupCodes, let secret = text.split(whereSeparator: \.isWhitespace).last?.uppercased(),
            LookupCode.isOne(secret)
        else { return condition }
        let rest = text.split(whereSeparator: \.isWhitespace).dropLast().joined(separator: " ")
        var byLookup = SQLCondition("d.lookup_code = ?", [secret])
        if !rest.isEmpty { byLookup.and(Self.condition(of: rest, scope)) }
        return SQLCondition(
            "(\(condition.sql)) OR (\(byLookup.sql))", condition.arguments + byLookup.arguments)
    }

    private static func condition(of text: String, _ scope: Scope) -> SQLCondition {
        if let code = DossierCode.spoken(text) { return SQLCondition("d.code = ?", [code]) }
        if let number = number(text) { return number }
        var byWords = SQLCondition()
        let words = DossierWords.split(text).prefix(8)
        for word in words {
            var inner = scope.condition(on: ["unit"])
            // A short number is the number of a day; it isn't the beginning of every date.
            if word.utf8.count < 5, word.allSatisfy(\.isASCIIDigit) {
                inner.and("word = ?", [word])
            } else {
                inner.and("word >= ? AND word < ?", [word, word + "\u{10FFFF}"])
            }
            byWords.and("d.id IN (SELECT dossier FROM dossier_words WHERE \(inner.sql))", inner.arguments)
        }
        return words.isEmpty ? SQLCondition("1 = 0", []) : byWords
    }

    /// An identity number, a tax code or a phone number, with the blanks, dots and dashes of people's writing; nil
    /// where it is none, as the end of a dossier's code isn't.
    private static func number(_ text: String) -> SQLCondition? {
        let words = text.split(whereSeparator: \.isWhitespace)
        if words.count == 2, words[0].utf8.count == 6, !words[0].hasPrefix("0"), words[1].utf8.count < 8 {
            return nil
        }
        let digits = text.filter { !$0.isWhitespace && $0 != "." }
        var columns: [(String, String)] = []
        if digits.utf8.count >= 9, digits.allSatisfy(\.isASCIIDigit) {
            columns += [
                ("applicant_identity", digits), ("submitter_identity", digits), ("applicant_tax", digits),
            ]
        } else if digits.split(separator: "-").map(\.utf8.count) == [10, 3], TaxCode.check(text) == nil {
            columns.append(("applicant_tax", TaxCode.normalize(text)))
        }
        if PhoneNumber.check(text) == nil, let phone = PhoneNumber.normalize(text) {
            columns += [("applicant_phone", phone), ("submitter_phone", phone)]
        }
        guard !columns.isEmpty else { return nil }
        return SQLCondition(
            columns.map { "d.\($0.0) = ?" }.joined(separator: " OR "), StatementArguments(columns.map(\.1)))
    }

}

extension Character {
    fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}
