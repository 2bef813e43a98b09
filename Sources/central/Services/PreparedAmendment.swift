import Models

/// An amendment that passed every check: what its transaction writes.
struct PreparedAmendment: Sendable {
    /// As the dossier was when it was checked; its revision must still be the row's.
    var before: StoredDossier
    var after: StoredDossier
    var event: RoutingEvent
    /// All files that the answers refer to or have referred to; nil where the answers stay.
    var files: Set<String>?
    /// What it was reckoned by.
    var ground: RoutingGround
    var warnings: [InputProblem]
}
