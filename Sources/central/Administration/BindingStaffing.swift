import Forms
import GRDB
import Models

/// Who is able to act by a binding on a day, asked once for each assignee: of five hundred procedures most have the same few.
struct BindingStaffing {
    struct Person: Hashable, Sendable {
        var officer: OfficerRef
        /// Whose role he was lent.
        var lender: String?
    }

    private struct Key: Hashable {
        var assignee: ProcessBinding.Assignee
        var role: String
        var day: LocalDate
    }

    /// So many names are told.
    static let shown = 5

    let database: Database
    private var people: [Key: [Person]] = [:]
    private var officers: [ID: OfficerRef] = [:]
    private var units: [String: UnitRef] = [:]

    init(_ database: Database) {
        self.database = database
    }

    /// Those who hold the role, by name; whoever was lent it comes after them.
    mutating func people(
        _ assignee: ProcessBinding.Assignee, _ role: String, on day: LocalDate
    ) throws -> [Person] {
        let key = Key(assignee: assignee, role: role, day: day)
        if let known = people[key] { return known }
        let (column, value) =
            switch assignee {
            case .officer(let id): ("a.officer", id)
            case .unit(let code): ("a.unit", code)
            }
        var condition = SQLCondition(
            "\(column) = ? AND a.role = ? AND o.suspended_at IS NULL", [value, role])
        condition.and(BindingTable.inForce(day, "a"))
        let own = try Row.fetchAll(
            database,
            sql: """
                SELECT DISTINCT o.id, o.name, o.position, o.name_key FROM assignments a JOIN officers o ON o.id = a.officer
                WHERE \(condition.sql) ORDER BY o.name_key, o.id
                """, arguments: condition.arguments)
        let lent =
            own.isEmpty
            ? []
            : try Row.fetchAll(
                database,
                sql: """
                    SELECT DISTINCT r.id, r.name, r.position, o.name AS lender
                    FROM assignments a JOIN officers o ON o.id = a.officer
                    JOIN delegations g ON g.from_officer = a.officer AND g.unit = a.unit AND g.role = a.role
                        AND g.effective_from <= ? AND g.effective_to >= ? AND g.ended_at IS NULL
                    JOIN officers r ON r.id = g.to_officer AND r.suspended_at IS NULL
                    WHERE \(condition.sql) ORDER BY r.name, r.id
                    """, arguments: [day.iso, day.iso] + condition.arguments)
        let found = (own + lent).map { row in
            Person(
                officer: OfficerRef(id: row["id"], name: row["name"], position: row["position"]),
                lender: row.hasColumn("lender") ? row["lender"] : nil)
        }
        people[key] = found
        return found
    }

    mutating func isAble(_ binding: ProcessBinding, on day: LocalDate) throws -> Bool {
        try !people(binding.assignee, binding.role, on: day).isEmpty
    }

    /// Whether anybody is able to act at a step by any of its bindings.
    mutating func isStaffed(_ bindings: [ProcessBinding], on day: LocalDate) throws -> Bool {
        for binding in bindings where Self.holds(binding, on: day) {
            if try isAble(binding, on: day) { return true }
        }
        return false
    }

    /// Whom a dossier gets to at a step, nobody twice.
    mutating func arrival(_ bindings: [ProcessBinding], on day: LocalDate) throws -> BindingArrival {
        var names: [String] = []
        var seen: Set<ID> = []
        for binding in bindings where Self.holds(binding, on: day) {
            for person in try people(binding.assignee, binding.role, on: day)
            where seen.insert(person.officer.id).inserted {
                names.append(person.officer.name + (person.lender.map { " (thay \($0))" } ?? ""))
            }
        }
        return BindingArrival(names: Array(names.prefix(Self.shown)), count: names.count)
    }

    static func holds(_ binding: ProcessBinding, on day: LocalDate) -> Bool {
        binding.from <= day && binding.to.map { $0 >= day } ?? true
    }

    // MARK: Names

    /// A binding with the names of who is bound. Whether he is able is told of the day, or of the binding's first one after it.
    mutating func holder(_ binding: ProcessBinding, on day: LocalDate) throws -> BindingHolder {
        var holder = BindingHolder(
            effectiveFrom: binding.from, effectiveTo: binding.to, subDeadline: binding.subDeadline,
            isAble: try isAble(binding, on: max(day, binding.from)))
        switch binding.assignee {
        case .officer(let id): holder.officer = try officer(id)
        case .unit(let code): holder.unit = try unit(code, on: day)
        }
        return holder
    }

    mutating func officer(_ id: ID) throws -> OfficerRef {
        if let known = officers[id] { return known }
        let row = try Row.fetchOne(
            database, sql: "SELECT name, position FROM officers WHERE id = ?", arguments: [id])
        let found = OfficerRef(id: id, name: row?["name"] ?? id, position: row?["position"])
        officers[id] = found
        return found
    }

    mutating func unit(_ code: String, on day: LocalDate) throws -> UnitRef {
        if let known = units[code] { return known }
        let found = UnitRef(
            code: code, name: try OfficerTable.unitName(database, code: code, on: day) ?? code)
        units[code] = found
        return found
    }
}
