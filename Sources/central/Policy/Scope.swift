import Models

/// The units whose dossiers an officer may see: part of the query itself, never a filter on its answer.
struct Scope: Sendable, Hashable {
    /// These units alone.
    var units: Set<String> = []
    /// These units and all under them: `H26` holds `H26.1.5`.
    var subtrees: Set<String> = []
    /// Of these units and all under them, only the dossiers whose result goes by post: postal officers.
    var postSubtrees: Set<String> = []
    /// Every unit: the ministry's own administrators.
    var isEverything = false
    /// Under these no dossier is seen but those that were opened: of a province, for its administrators.
    var closedSubtrees: Set<String> = []
    /// Dossiers that were opened with a reason, for as long as that holds.
    var opened: Set<ID> = []

    static let nothing = Scope()
    /// For what the system does itself, and for things that a right of another kind gives.
    static let everything = Scope(isEverything: true)

    var isEmpty: Bool {
        units.isEmpty && subtrees.isEmpty && postSubtrees.isEmpty && closedSubtrees.isEmpty && !isEverything
    }

    /// Whether it reaches nothing but what goes by post.
    var isPostOnly: Bool {
        !postSubtrees.isEmpty && units.isEmpty && subtrees.isEmpty && opened.isEmpty && !isEverything
    }

    /// Whether all of the unit's dossiers lie in it.
    func contains(_ unit: String) -> Bool {
        isEverything || units.contains(unit) || subtrees.contains { Self.holds($0, unit) }
    }

    /// Whether those of the unit's dossiers lie in it that go by post.
    func containsPost(of unit: String) -> Bool { postSubtrees.contains { Self.holds($0, unit) } }

    /// Whether those of the unit's dossiers that don't lie in it may be opened with a reason.
    func mayOpen(in unit: String) -> Bool { closedSubtrees.contains { Self.holds($0, unit) } }

    /// Whether any of the unit's dossiers may lie in it.
    func concerns(_ unit: String) -> Bool { contains(unit) || containsPost(of: unit) }

    static func holds(_ root: String, _ unit: String) -> Bool {
        unit == root || unit.hasPrefix(root + ".")
    }
}
