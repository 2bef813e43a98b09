import Forms
import GRDB
import Models

/// The steps of published processes at which somebody acts, as they stand in the processes' documents.
enum ProcessStepTable {
    struct Step: Hashable, Sendable {
        var code: String
        var name: String
        var role: String
        var time: ServiceTime?
    }

    static func insert(_ database: Database, _ steps: [ProcessStep], process: String, version: Int) throws {
        for (position, step) in steps.enumerated() {
            guard let role = step.role else { continue }
            try database.cachedStatement(
                sql: """
                    INSERT INTO process_steps (process, version, position, step, name, role, time_amount, time_unit)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                    """
            ).execute(arguments: [
                process, version, position, step.code, step.name, role, step.time?.amount,
                step.time?.unit.rawValue,
            ])
        }
    }

    /// Those of some processes in their order: of the versions that hold on a day or later, as the newest has them.
    static func steps(_ database: Database, of processes: [String], on day: LocalDate) throws
        -> [String: [Step]]
    {
        var found: [String: [Step]] = [:]
        for part in BindingTable.parts(of: processes) {
            let marks = part.map { _ in "?" }.joined(separator: ", ")
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT s.* FROM process_steps s
                    JOIN catalogue c ON c.kind = 'process' AND c.code = s.process AND c.version = s.version
                    WHERE s.process IN (\(marks)) AND (c.effective_to IS NULL OR c.effective_to >= ?)
                    ORDER BY s.process, s.version DESC, s.position
                    """, arguments: StatementArguments(part) + [day.iso])
            for row in rows {
                let (process, step): (String, Step) = (row["process"], step(row))
                if found[process, default: []].contains(where: { $0.code == step.code }) { continue }
                found[process, default: []].append(step)
            }
        }
        return found
    }

    static func step(_ row: Row) -> Step {
        let time = (row["time_amount"] as Int?).flatMap { amount in
            (row["time_unit"] as String?).flatMap(AmountUnit.init(rawValue:))
                .map { ServiceTime(amount: amount, unit: $0) }
        }
        return Step(code: row["step"], name: row["name"], role: row["role"], time: time)
    }
}
