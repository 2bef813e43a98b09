import Forms
import GRDB
import Models

extension BindingPlanning {
    /// What would come of a plan, row by row as far as they are shown.
    mutating func preview(_ outcome: Outcome) throws -> BindingsPreview {
        let changed = outcome.changedPlaces
        let items = try changed.prefix(Self.shownRows).map { place in
            try difference(place, outcome)
        }
        return BindingsPreview(
            summary: outcome.summary, day: outcome.from, changed: changed.count,
            unchanged: outcome.places.count - changed.count, changedSteps: outcome.changedSteps,
            items: items, gaps: Array(outcome.gaps.prefix(200)),
            refused: outcome.refused.prefix(200).map {
                InputProblem(pointer: $0.pointer, code: $0.code, message: $0.message, hint: $0.hint)
            })
    }

    private mutating func difference(_ place: Place, _ outcome: Outcome) throws -> BindingsDifference {
        let before = Dictionary(grouping: (live[place] ?? []).map(\.binding), by: \.step)
        let day = outcome.from
        // What is over by then is seen in what was before.
        let left = after(place, outcome).filter { binding in binding.to.map { $0 >= day } ?? true }
        let after = Dictionary(grouping: left, by: \.step)
        return BindingsDifference(
            unit: try staffing.unit(place.unit, on: today),
            procedure: names[place.process] ?? CodeName(code: place.process, name: place.process),
            process: place.process,
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
