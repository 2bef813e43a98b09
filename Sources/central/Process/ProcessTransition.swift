import Models

/// One act that is possible at a step, and where it leads.
struct ProcessTransition: Codable, Hashable, Sendable {
    var from: String
    var action: ProcessAction
    var to: String
    var guards: [ProcessGuard]?
    var needs: [ProcessNeed]?
    var emits: [ProcessEffect]?
    /// How long the act can be undone.
    var undoMinutes: Int?
}
