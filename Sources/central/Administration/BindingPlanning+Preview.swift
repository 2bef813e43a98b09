import Forms
import GRDB
import Models

extension BindingPlanning {
    /// What would come of a plan, row by row as far as they are shown.
    mutating func preview(_ outcome: Outcome) throws -> BindingsPreview {
        let changed = outcome.changedPlaces
        let names = try CatalogueTable.procedureNames(database, of: steps.keys.sorted(), on: today)
        let items = try changed.prefix(Self.shownRows).map { place in
            try difference(place, outcome, name: names[place.process])
        }
        return BindingsPreview(
            summary: outcome.summary, day: outcome.from, changed: changed.count,
            unchanged: outcome.places.count - changed.count, changedSteps: outcome.changedSteps,
            items: items, gaps: Array(outcome.gaps.prefix(200)),
            refused: outcome.refused.prefix(200).map {
                InputProblem(pointer: $0.pointer, code: $0.code, message: $0.message, hint: $0.hint)
            })
    }

    private mutating func difference(_ place: Place, _ outcome: Outcome, name: CodeName?) throws
        -> BindingsDifference
    {
        let before = Dictionary(grouping: (live[place] ?? []).map(\.binding), by: \.step)
        let after = Dictionary(grouping: after(place, outcome), by: \.step)
        let day = outcome.from
        return BindingsDifference(
            unit: try staffing.unit(place.unit, on: today),
            procedure: name ?? CodeName(code: place.process, name: place.process), process: place.process,
            steps: try (steps[place.process] ?? []).map { step in
                let isChanged = outcome.changed[place]?.contains(step.code) ?? false
                return BindingsDifference.Step(
                    step: step.code, name: step.name, roleName: Role.name(of: step.role),
                    isChanged: isChanged,
                    before: try (before[step.code] ?? []).map { try staffing.holder($0, on: today) },
                    after: try (after[step.code] ?? []).map { try staffing.holder($0, on: day) },
                    arrival: try staffing.arrival(after[step.code] ?? [], on: day))
            })
    }
}
