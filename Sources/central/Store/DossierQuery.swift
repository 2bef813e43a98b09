import Forms
import GRDB
import Models

/// A search for one page of dossiers, newest first: read by the index, and held against the dossiers themselves, which
/// alone say what lies in the scope.
struct DossierQuery: Sendable {
    struct Found: Sendable {
        var lines: [DossierLine]
        /// Whether it took a letter otherwise to find them.
        var isSimilar = false
    }

    /// Dossiers that have the same four characters on their slips, of which one is looked for.
    private static let mostLookups = 500

    var reading: SearchReading
    var filter: DossierFilter
    var scope: Scope
    /// Statuses in which a dossier can be overdue.
    var timed: [Int]
    /// The entry that the page before ended with.
    var after: Int64?
    var limit: Int
    var statuses: [Int: NationalStatus]
    var now: Instant
    /// Opens the names that no column has. Nil where words need not be one person's: for what an old database found.
    var seal: DataSeal?

    func run(_ database: Database) throws -> Found {
        var lines = try exact(database)
        guard lines.isEmpty, !reading.words.isEmpty,
            let near = try SearchExpression.near(reading.words, database)
        else { return Found(lines: lines) }
        lines = try named(near, .similarName, database)
        return Found(lines: lines, isSimilar: !lines.isEmpty)
    }

    private func exact(_ database: Database) throws -> [DossierLine] {
        if let code = reading.code {
            return try column("d.code", code, .code, database)
        }
        var lines: [DossierLine] = []
        for number in reading.numbers {
            lines +=
                try number.kind == .tracking
                ? posted(number.value, database)
                : column("d." + number.column, number.value, number.kind, database)
        }
        if let part = reading.codePart { lines += try byCodePart(part, database) }
        if !reading.words.isEmpty, let words = try SearchExpression.words(reading.words, database) {
            let isName = reading.words.contains { $0.contains(where: \.isLetter) && !$0.contains(".") }
            lines += try named(words, isName ? .name : .codePart, database)
        }
        if let lookup = reading.lookup { lines += try byLookup(lookup.secret, lookup.rest, database) }
        if reading.isBlank { lines += try indexed(nil, .filter, database) }
        return merged(lines)
    }

    /// Each once, by the first reason, newest first.
    private func merged(_ lines: [DossierLine]) -> [DossierLine] {
        var seen: Set<ID> = []
        let once = lines.filter { seen.insert($0.item.id).inserted }
        let ordered = once.sorted { one, other in
            guard case .number(let a) = one.key, case .number(let b) = other.key else { return false }
            return a > b
        }
        return Array(ordered.prefix(limit))
    }

    // MARK: By a column

    private func column(_ name: String, _ value: String, _ kind: SearchMatch, _ database: Database) throws
        -> [DossierLine]
    {
        try lines("dossiers d", SQLCondition("\(name) = ?", [value]), kind, database)
    }

    private func posted(_ number: String, _ database: Database) throws -> [DossierLine] {
        try lines(
            "dossiers d",
            SQLCondition("d.id IN (SELECT dossier FROM dossier_shipments WHERE number = ?)", [number]),
            .tracking,
            database)
    }

    /// The slip's four characters are those of few; what else was said is held against each of them.
    private func byLookup(_ secret: String, _ rest: String, _ database: Database) throws -> [DossierLine] {
        let rest = SearchReading(rest)
        var query = self
        query.limit = rest.isBlank ? limit : Self.mostLookups
        let found = try query.column("d.lookup_code", secret, .lookupCode, database)
        guard !rest.isBlank else { return found }
        return found.filter { line in
            if let code = rest.code { return line.item.code == code }
            let words = DossierTerms.words(line.item.applicantName) + DossierTerms.words(line.item.code)
            let asked = rest.codePart ?? rest.words
            return !asked.isEmpty
                && asked.allSatisfy { part in words.contains { $0.hasPrefix(part.lowercased()) } }
        }
    }

    // MARK: By the index

    private func byCodePart(_ part: [String], _ database: Database) throws -> [DossierLine] {
        let (day, number) = (part[0], part[1])
        if number.isEmpty { return try indexed(.term(DossierTerms.day(day)), .codePart, database) }
        let padded = String(repeating: "0", count: max(0, 4 - number.utf8.count)) + number
        var lines: [DossierLine] = []
        // The number itself, spoken without its zeros, or its beginning as it is printed.
        if number.utf8.count >= 4 || number.first != "0" {
            let terms = [DossierTerms.day(day), DossierTerms.number(padded)].map {
                SearchExpression.Node.term($0)
            }
            lines += try indexed(.all(terms), .codePart, database)
        }
        if number.utf8.count < 4 {
            var narrowed = SQLCondition()
            narrowed.and("d.code LIKE ?", ["%-\(day)-\(number)%"])
            lines += try indexed(.term(DossierTerms.day(day)), .codePart, database, narrowed)
        }
        return lines
    }

    func indexed(
        _ words: SearchExpression.Node?, _ kind: SearchMatch, _ database: Database,
        _ more: SQLCondition = SQLCondition()
    ) throws -> [DossierLine] {
        let nodes = [words].compactMap(\.self) + marks
        guard let text = SearchExpression.Node.all(nodes).expression else { return [] }
        var condition = SQLCondition(SearchDialect.matches, [text])
        condition.and(more)
        let row = SearchDialect.row
        if let from = filter.from {
            let first = DossierSearch.position(of: Instant(date: from, hour: 0, minute: 0))
            condition.and("\(row) >= ?", [first])
        }
        if let to = filter.to {
            // Those of the last second may have gone on in the next ones.
            let end = Instant(date: to.adding(days: 1), hour: 1, minute: 0)
            condition.and("\(row) < ?", [DossierSearch.position(of: end)])
        }
        return try lines(SearchDialect.source, condition, kind, database, row: row)
    }

    /// What the list is narrowed to, and where the one who asks may look, as terms of the index: without them it would be
    /// passed over dossier by dossier.
    private var marks: [SearchExpression.Node] {
        var marks: [SearchExpression.Node] = []
        if !scope.isEverything {
            let reach = scope.units.union(scope.subtrees).union(scope.postSubtrees).sorted()
            marks.append(.any(reach.map { .term(DossierTerms.under($0)) }))
        }
        if let status = filter.status { marks.append(.term(DossierTerms.status(status))) }
        if let procedure = filter.procedure { marks.append(.term(DossierTerms.procedure(procedure))) }
        if let channel = filter.channel { marks.append(.term(DossierTerms.channel(channel))) }
        if let unit = filter.unit { marks.append(.term(DossierTerms.under(unit))) }
        if filter.isOverdue {
            marks.append(.term(DossierTerms.open))
            marks.append(.any(timed.map { .term(DossierTerms.status($0)) }))
        }
        return marks
    }

    // MARK: Rows

    private func lines(
        _ source: String, _ condition: SQLCondition, _ kind: SearchMatch, _ database: Database,
        row: String = "d.search_row"
    ) throws -> [DossierLine] {
        var condition = condition
        condition.and(scope.dossiers("d"))
        condition.and(filter.narrowing(timed: timed, at: now))
        if let after { condition.and("\(row) < ?", [after]) }
        // The sign keeps the planner from reading all dossiers newest first, in the hope of meeting these soon.
        let order = row == SearchDialect.row ? row : "+" + row
        let day = now.date.iso
        return try Row.fetchAll(
            database.cachedStatement(
                sql: """
                    SELECT \(DossierList.columns), \(row) AS list_key, u.name AS unit_name
                    FROM \(source) LEFT JOIN units u ON u.code = d.unit
                        AND u.effective_from <= ? AND (u.effective_to IS NULL OR u.effective_to >= ?)
                    WHERE \(condition.sql) ORDER BY \(order) DESC LIMIT ?
                    """), arguments: [day, day] + condition.arguments + [limit]
        ).map { found in
            var line = DossierList.line(
                found, key: .number(found["list_key"]), statuses: statuses, now: now)
            line.item.matched = kind
            return line
        }
    }

    /// Which of a queue's dossiers a text finds. A queue holds open ones alone.
    static func condition(_ text: String, scope: Scope, _ database: Database) throws -> SQLCondition {
        let reading = SearchReading(text)
        if let code = reading.code { return SQLCondition("d.code = ?", [code]) }
        var alternatives = SQLCondition("1 = 0", [])
        func add(_ condition: SQLCondition) {
            alternatives = SQLCondition(
                "(\(alternatives.sql)) OR (\(condition.sql))", alternatives.arguments + condition.arguments)
        }
        for number in reading.numbers where number.kind != .tracking {
            add(SQLCondition("d.\(number.column) = ?", [number.value]))
        }
        if let part = reading.codePart {
            if part[1].isEmpty || part[1].utf8.count < 4 {
                add(SQLCondition("d.code LIKE ?", ["%-\(part[0])-\(part[1])%"]))
            }
            if part[1].utf8.count >= 4 || part[1].first.map({ $0 != "0" }) ?? false {
                let padded = String(repeating: "0", count: max(0, 4 - part[1].utf8.count)) + part[1]
                add(SQLCondition("d.code LIKE ?", ["%-\(part[0])-\(padded)"]))
            }
        }
        if let words = try SearchExpression.words(reading.words, database) {
            var nodes = [words, .term(DossierTerms.open)]
            if !scope.isEverything {
                let reach = scope.units.union(scope.subtrees).union(scope.postSubtrees).sorted()
                nodes.append(.any(reach.map { .term(DossierTerms.under($0)) }))
            }
            if let text = SearchExpression.Node.all(nodes).expression {
                add(SQLCondition("d.search_row IN (\(SearchDialect.rows))", [text]))
            }
        }
        return alternatives
    }
}
