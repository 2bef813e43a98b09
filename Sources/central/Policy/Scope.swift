/// The units whose dossiers an officer may see: part of the query itself, never a filter on its answer.
struct Scope: Sendable, Hashable {
    /// These units alone.
    var units: Set<String> = []
    /// These units and all under them: `H26` holds `H26.1.5`.
    var subtrees: Set<String> = []
    /// Every unit: the ministry's own administrators.
    var isEverything = false
    /// Only dossiers whose result goes by post: postal officers.
    var isPostOnly = false

    static let nothing = Scope()
    /// For what the system does itself, and for things that a right of another kind gives.
    static let everything = Scope(isEverything: true)

    var isEmpty: Bool { units.isEmpty && subtrees.isEmpty && !isEverything }

    func contains(_ unit: String) -> Bool {
        isEverything || units.contains(unit)
            || subtrees.contains { unit == $0 || unit.hasPrefix($0 + ".") }
    }
}
