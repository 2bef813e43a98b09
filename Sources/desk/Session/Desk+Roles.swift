import Models

/// What the officer at the desk may do; central holds the same rules, and has the last word.
extension Desk {
    /// The roles that handle dossiers, and so may hand out their slips.
    private static let handling: Set<String> = ["reception", "review", "approval", "clerk", "cashier"]

    /// Administrators see what is reported as wrong in the sources.
    var canSeeMismatches: Bool { isAdministrator }

    /// Of a province or of all: accounts, calendars and what others have are theirs to order.
    var isAdministrator: Bool {
        me?.roles.contains { ["province_admin", "ministry_admin"].contains($0) } ?? false
    }

    /// Of a province: it sees no dossiers, and opens one with a reason.
    var opensWithReason: Bool { me?.roles.contains("province_admin") ?? false }

    /// Of all: processes, forms and procedures are published by these.
    var isMinistryAdministrator: Bool { me?.roles.contains("ministry_admin") ?? false }

    /// Whether this officer may hand over what a colleague has: the head of a unit, and administrators.
    var disposesOfOthers: Bool { isAdministrator || me?.roles.contains("approval") == true }

    /// Whether lists may be ordered by name: where names are masked the order would tell of them.
    var sortsByName: Bool { me?.roles.allSatisfy { Self.handling.contains($0) || $0 == "postal" } ?? false }

    /// The unit under whose code digits without one are read; nil where the officer's own takes no dossiers, as 1022 or
    /// an office of administrators.
    var dossierUnit: String? { canPrint ? me?.unit.code : nil }

    /// Reception takes dossiers in; other roles see queues only.
    var canTakeIn: Bool { me?.roles.contains("reception") ?? false }

    /// Reception of the unit that took a dossier in may correct it, as long as it is open: once it is received, or while it
    /// waits for its supplement.
    func canAmend(_ dossier: Dossier?) -> Bool {
        guard let dossier, canTakeIn, !dossier.masked, dossier.acceptedAt != nil || dossier.status == 5 else {
            return false
        }
        return dossier.unit.code == me?.unit.code && ![3, 7, 8, 10].contains(dossier.status)
    }

    /// Whether the figures of a period and of the day are for this officer.
    var canSeeFigures: Bool { canPrint || canSeeMismatches }

    /// Whether the print journal takes an entry of this officer.
    var canPrint: Bool { me?.roles.contains(where: Self.handling.contains) ?? false }
}
