import Forms

/// The one place that decides who may do what. Every route passes `decide` before it runs.
///
/// Deny by default: no rule, no role or no reach is a refusal. What an officer reaches is a `Scope` that the
/// queries carry, so a dossier of another unit isn't found at all.
enum Policy {
    enum Decision: Sendable {
        case open
        case granted(Grant)
        /// Nobody is logged in.
        case unauthenticated
        case refused
    }

    static func decide(_ route: String, officer: Officer?) -> Decision {
        let decision = decide(PolicyRules.table[route], officer: officer)
        guard PolicyRules.ofDossiers.contains(route), case .granted(var grant) = decision else {
            return decision
        }
        grant.scope = closed(grant.scope, of: grant.officer)
        return .granted(grant)
    }

    static func decide(_ rule: AccessRule?, officer: Officer?) -> Decision {
        switch rule {
        case .open: return .open
        case .officer(let roles, let reach):
            guard let officer else { return .unauthenticated }
            let held = officer.roles.intersection(roles)
            guard !held.isEmpty else { return .refused }
            switch reach {
            case .nothing, .own: return .granted(Grant(officer: officer, scope: .nothing))
            case .units:
                let scope = scope(of: officer, through: held)
                return scope.isEmpty ? .refused : .granted(Grant(officer: officer, scope: scope))
            }
        case nil: return officer == nil ? .unauthenticated : .refused
        }
    }

    /// What is left of a scope where dossiers are read: an administrator of a province sees none of them, but those
    /// that he opened with a reason and whose time isn't over. What another of his roles reaches stays.
    private static func closed(_ scope: Scope, of officer: Officer) -> Scope {
        let administered = officer.assignments.filter { $0.role == .provinceAdmin }
        let others = officer.assignments.filter { $0.role != .provinceAdmin }
        guard !administered.isEmpty, !scope.isEverything else { return scope }
        var officer = officer
        officer.assignments = others
        var closed = self.scope(of: officer, through: Role.all)
        closed.units.formIntersection(scope.units)
        closed.subtrees.formIntersection(scope.subtrees)
        closed.postSubtrees.formIntersection(scope.postSubtrees)
        closed.closedSubtrees = Set(administered.map { province($0.unit) })
        closed.opened = officer.opened
        return closed
    }

    /// What an officer's assignments in these roles reach.
    ///
    /// Handling roles reach their own unit; province administrators all units under theirs, though no dossier of them; 1022 all of the
    /// province that it belongs to; the post the dossiers of that province that go by post; the ministry's
    /// administrators everything.
    private static func scope(of officer: Officer, through roles: Set<Role>) -> Scope {
        var scope = Scope()
        let assignments = officer.assignments.filter { roles.contains($0.role) }
        for assignment in assignments {
            switch assignment.role {
            case .reception, .review, .approval, .clerk, .cashier: scope.units.insert(assignment.unit)
            case .provinceAdmin: scope.subtrees.insert(province(assignment.unit))
            case .hotline: scope.subtrees.insert(province(assignment.unit))
            case .postal: scope.postSubtrees.insert(province(assignment.unit))
            case .ministryAdmin: scope.isEverything = true
            }
        }
        return scope
    }

    /// The first part of a unit's code: `H26` of `H26.22` (QĐ 20/2020/QĐ-TTg).
    private static func province(_ unit: String) -> String {
        String(unit.prefix { $0 != "." })
    }
}
