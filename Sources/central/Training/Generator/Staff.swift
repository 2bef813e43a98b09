import Models

/// Who acts at which step for the dossiers of a unit, as the bindings say.
struct Staff: Sendable {
    private let officers: [String: [OfficerAccount]]
    private let holders: [String: String]

    init(set: TrainingSet) {
        let byID = Dictionary(set.officers.items.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
        let byUnit = Dictionary(grouping: set.officers.items, by: \.unit)
        var officers: [String: [OfficerAccount]] = [:]
        var holders: [String: String] = [:]
        for binding in set.bindings {
            let key = Self.key(binding.unit, binding.process, binding.step)
            switch binding.assignee {
            case .officer(let id):
                guard let officer = byID[id] else { continue }
                officers[key, default: []].append(officer)
                holders[key] = officer.unit
            case .unit(let code):
                officers[key, default: []] += (byUnit[code] ?? []).filter { $0.roles.contains(binding.role) }
                holders[key] = code
            }
        }
        self.officers = officers
        self.holders = holders
    }

    private static func key(_ unit: String, _ process: String, _ step: String) -> String {
        "\(unit) \(process) \(step)"
    }

    /// Those who may act at a step; empty at a step where nobody does.
    func officers(unit: String, process: String, step: String) -> [OfficerAccount] {
        officers[Self.key(unit, process, step)] ?? []
    }

    /// The unit whose officers have a step; the dossier's own where nobody acts any more.
    func holder(unit: String, process: String, step: String) -> String {
        holders[Self.key(unit, process, step)] ?? unit
    }
}
