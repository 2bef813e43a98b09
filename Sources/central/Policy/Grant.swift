/// What the policy allowed: who asks, how far he reaches, and how much of a person he sees.
struct Grant: Sendable {
    var officer: Officer
    var scope: Scope

    /// How much of a dossier is shown.
    ///
    /// Officers of the units that handle it see it whole. The post sees what a parcel needs. 1022 and
    /// administrators see it masked.
    func disclosure(unit: String, holder: String) -> Disclosure {
        let roles = officer.assignments.filter { assignment in
            Role.handling.contains(assignment.role) && [unit, holder].contains(assignment.unit)
        }
        if !roles.isEmpty { return .whole }
        let reached = [unit, holder]
        if !reached.contains(where: scope.contains), reached.contains(where: scope.containsPost) {
            return .delivery
        }
        return .masked
    }

    /// Whether no name of a dossier in reach is masked: all are of units that the officer handles dossiers of, or of the
    /// post.
    var seesEveryName: Bool {
        let handled = officer.assignments.filter { Role.handling.contains($0.role) }.map(\.unit)
        return !scope.isEverything && scope.subtrees.isEmpty && scope.closedSubtrees.isEmpty
            && scope.units.isSubset(of: handled)
    }
}
