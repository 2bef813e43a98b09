import Forms
import GRDB
import Models

/// Who does which step of which process for the dossiers of which unit, day by day.
///
/// A binding counts where its days hold, and its officer is not suspended and is assigned to its role on that
/// day: bound to a step alone, nobody may act.
enum BindingTable {
    /// - Returns: Its place in the table.
    @discardableResult
    static func insert(
        _ database: Database, _ binding: ProcessBinding, revision: Int, by officer: ID?, at now: Instant
    ) throws -> ID {
        let id = UUIDv7.make()
        var (assigned, unit): (ID?, String?)
        switch binding.assignee {
        case .officer(let id): assigned = id
        case .unit(let code): unit = code
        }
        try database.cachedStatement(
            sql: """
                INSERT INTO bindings (id, unit, process, step, role, officer, assignee_unit, effective_from,
                    effective_to, sub_amount, sub_unit, revision, changed_by, changed_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            id, binding.unit, binding.process, binding.step, binding.role, assigned, unit,
            binding.from.iso, binding.to?.iso, binding.subDeadline?.amount,
            binding.subDeadline?.unit.rawValue,
            revision, officer, now.seconds,
        ])
        return id
    }

    /// Those in force for a step on a day; more than one where several may do it.
    static func bindings(
        _ database: Database, of unit: String, process: String, step: String, on day: LocalDate
    ) throws -> [ProcessBinding] {
        var condition = SQLCondition("unit = ? AND process = ? AND step = ?", [unit, process, step])
        condition.and(inForce(day))
        return try fetch(database, condition)
    }

    /// Those in force for all steps of a process on a day.
    static func bindings(_ database: Database, of unit: String, process: String, on day: LocalDate) throws
        -> [ProcessBinding]
    {
        var condition = SQLCondition("unit = ? AND process = ?", [unit, process])
        condition.and(inForce(day))
        return try fetch(database, condition)
    }

    /// Every one that there ever was for a step, also those that have ended or begin later.
    static func history(_ database: Database, of unit: String, process: String, step: String) throws
        -> [ProcessBinding]
    {
        try fetch(database, SQLCondition("unit = ? AND process = ? AND step = ?", [unit, process, step]))
            .filter { binding in binding.to.map { $0 >= binding.from } ?? true }
    }

    // MARK: Officers

    /// All who are able to act at a step on a day by their own role, by name. Nobody stands twice.
    static func officers(
        _ database: Database, boundTo unit: String, process: String, step: String, on day: LocalDate
    ) throws -> [BoundOfficer] {
        var condition = SQLCondition(
            "b.unit = ? AND b.process = ? AND b.step = ? AND o.suspended_at IS NULL", [unit, process, step])
        condition.and(inForce(day, "b"))
        condition.and(inForce(day, "a"))
        let found = try Row.fetchAll(
            database,
            sql: """
                SELECT DISTINCT o.id, o.person, o.name, o.position, a.unit FROM bindings b
                JOIN assignments a ON a.role = b.role AND (a.officer = b.officer OR a.unit = b.assignee_unit)
                JOIN officers o ON o.id = a.officer
                WHERE \(condition.sql) ORDER BY o.name, o.id, a.unit
                """, arguments: condition.arguments
        ).map { row in
            BoundOfficer(
                officer: OfficerRef(id: row["id"], name: row["name"], position: row["position"]),
                person: row["person"], unit: row["unit"])
        }
        var seen: Set<ID> = []
        return found.filter { seen.insert($0.officer.id).inserted }
    }

    /// By what an officer may act at a step on a day: his own role first, then what colleagues delegated to
    /// him. Empty where he may not.
    static func authority(
        _ database: Database, of officer: Officer, unit: String, process: String, step: String,
        on day: LocalDate
    ) throws -> [StepAuthority] {
        let bindings = try bindings(database, of: unit, process: process, step: step, on: day)
        guard !bindings.isEmpty else { return [] }
        let own = bindings.filter { fulfils($0, officer.id, officer.assignments) }
            .map { StepAuthority(binding: $0) }
        let delegated = try DelegationTable.active(database, to: officer.id, on: day).flatMap { delegation in
            guard let role = Role(rawValue: delegation.role) else { return [StepAuthority]() }
            let held = Officer.Assignment(unit: delegation.unit, role: role)
            return bindings.filter { fulfils($0, delegation.from.id, [held]) }
                .map { StepAuthority(binding: $0, onBehalfOf: delegation.from) }
        }
        return own + delegated
    }

    /// The units for whose dossiers an officer does any step on a day, by his own roles or delegated ones.
    static func units(_ database: Database, servedBy officer: Officer, on day: LocalDate) throws
        -> Set<String>
    {
        let delegations = try DelegationTable.active(database, to: officer.id, on: day)
        let roles =
            officer.assignments.map { (officer.id, $0.unit, $0.role.rawValue) }
            + delegations.map { ($0.from.id, $0.unit, $0.role) }
        var units: Set<String> = []
        for (id, unit, role) in roles {
            var condition = SQLCondition("role = ? AND (officer = ? OR assignee_unit = ?)", [role, id, unit])
            condition.and(inForce(day))
            units.formUnion(
                try String.fetchAll(
                    database, sql: "SELECT DISTINCT unit FROM bindings WHERE \(condition.sql)",
                    arguments: condition.arguments))
        }
        return units
    }

    /// Unit, process and step of all that an officer is able to act at on a day, by his own roles or those of officers for
    /// whom he stands in: as a query, found from what he holds and not from what there is.
    static func places(of officer: ID, on day: LocalDate) -> (sql: String, arguments: StatementArguments) {
        let day = day.iso
        let held = """
            SELECT a.officer, a.unit, a.role FROM assignments a
            WHERE a.officer = ? AND a.effective_from <= ? AND (a.effective_to IS NULL OR a.effective_to >= ?)
            UNION SELECT a.officer, a.unit, a.role FROM delegations g
            JOIN officers o ON o.id = g.from_officer AND o.suspended_at IS NULL
            JOIN assignments a ON a.officer = g.from_officer AND a.unit = g.unit AND a.role = g.role
                AND a.effective_from <= ? AND (a.effective_to IS NULL OR a.effective_to >= ?)
            WHERE g.to_officer = ? AND g.effective_from <= ? AND g.effective_to >= ? AND g.ended_at IS NULL
            """
        let arguments: StatementArguments = [officer, day, day, day, day, officer, day, day]
        func bound(_ join: String) -> String {
            """
            SELECT b.unit, b.process, b.step FROM (\(held)) AS h JOIN bindings b ON \(join) AND b.role = h.role
                AND b.effective_from <= ? AND (b.effective_to IS NULL OR b.effective_to >= ?)
            """
        }
        return (
            bound("b.assignee_unit = h.unit") + " UNION " + bound("b.officer = h.officer"),
            arguments + [day, day] + arguments + [day, day]
        )
    }

    /// Whether somebody with these assignments is whom a binding names, whatever its days.
    static func fulfils(_ binding: ProcessBinding, _ id: ID, _ held: [Officer.Assignment]) -> Bool {
        switch binding.assignee {
        case .officer(let officer): officer == id && held.contains { $0.role.rawValue == binding.role }
        case .unit(let unit): held.contains { $0.role.rawValue == binding.role && $0.unit == unit }
        }
    }

    /// Where somebody is able to act on a day, at the steps of a process.
    static func staffed(_ database: Database, process: String, on day: LocalDate) throws
        -> Set<ProcessSurroundings.Place>
    {
        var condition = SQLCondition("b.process = ? AND o.suspended_at IS NULL", [process])
        condition.and(inForce(day, "b"))
        condition.and(inForce(day, "a"))
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT DISTINCT b.unit, b.step FROM bindings b
                JOIN assignments a ON a.role = b.role AND (a.officer = b.officer OR a.unit = b.assignee_unit)
                JOIN officers o ON o.id = a.officer WHERE \(condition.sql)
                """, arguments: condition.arguments)
        return Set(rows.map { ProcessSurroundings.Place(unit: $0["unit"], step: $0["step"]) })
    }

    /// Those of a process in force on a day, in every unit.
    static func bindings(_ database: Database, process: String, on day: LocalDate) throws -> [ProcessBinding]
    {
        var condition = SQLCondition("process = ?", [process])
        condition.and(inForce(day))
        return try fetch(database, condition)
    }

    // MARK: Rows

    static func fetch(_ database: Database, _ condition: SQLCondition) throws -> [ProcessBinding] {
        try Row.fetchAll(
            database,
            sql:
                "SELECT * FROM bindings WHERE \(condition.sql) ORDER BY unit, process, step, effective_from, id",
            arguments: condition.arguments
        ).map(binding)
    }

    static func binding(_ row: Row) throws -> ProcessBinding {
        let (officer, unit): (String?, String?) = (row["officer"], row["assignee_unit"])
        guard let assignee = officer.map(ProcessBinding.Assignee.officer) ?? unit.map({ .unit($0) }),
            let from = LocalDate(iso: row["effective_from"])
        else { throw StoreError.unreadable("binding") }
        let to: String? = row["effective_to"]
        let time: ServiceTime? = (row["sub_amount"] as Int?).flatMap { amount in
            (row["sub_unit"] as String?).flatMap(AmountUnit.init(rawValue:))
                .map { ServiceTime(amount: amount, unit: $0) }
        }
        return ProcessBinding(
            unit: row["unit"], process: row["process"], step: row["step"], role: row["role"],
            assignee: assignee, from: from, to: to.flatMap { LocalDate(iso: $0) }, subDeadline: time)
    }

    static func inForce(_ day: LocalDate, _ alias: String = "bindings") -> SQLCondition {
        SQLCondition(
            "\(alias).effective_from <= ? AND (\(alias).effective_to IS NULL OR \(alias).effective_to >= ?)",
            [day.iso, day.iso])
    }
}
