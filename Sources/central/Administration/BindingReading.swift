import Forms
import GRDB
import Models

/// The matrix of bindings of a unit: procedures, their steps, and who does them.
struct BindingReading {
    let database: Database
    let day: LocalDate

    func page(
        of unit: UnitRef, _ filter: BindingTable.MatrixFilter, after code: String?, limit: Int
    ) throws -> BindingMatrix {
        let found = try BindingTable.lines(
            database, filter, unit: unit.code, on: day, after: code, limit: limit + 1)
        let lines = Array(found.prefix(limit))
        let processes = lines.map(\.process)
        let steps = try ProcessStepTable.steps(database, of: processes, on: day)
        let live = try BindingTable.live(database, unit: unit.code, processes: processes, from: day)
        var staffing = BindingStaffing(database)
        let items = try lines.map { line in
            let byStep = Dictionary(grouping: (live[line.process] ?? []).map(\.binding), by: \.step)
            return BindingRow(
                procedure: line.procedure, field: line.field, process: line.process,
                cells: try (steps[line.process] ?? []).map { step in
                    let bindings = byStep[step.code] ?? []
                    return BindingRow.Cell(
                        step: step.code, name: step.name, role: step.role,
                        roleName: Role.name(of: step.role),
                        holders: try bindings.map { try staffing.holder($0, on: day) },
                        today: try staffing.arrival(bindings, on: day))
                })
        }
        return BindingMatrix(
            unit: unit, items: items,
            nextCursor: found.count > limit ? lines.last.map { Cursor.encode([$0.procedure.code]) } : nil,
            total: code == nil ? try BindingTable.count(database, filter, unit: unit.code, on: day) : nil)
    }
}
