import Models

/// A made-up dossier with all that the store keeps of it.
struct GeneratedDossier: Sendable {
    /// Whole: nothing masked, no possible duplicates.
    var dossier: Dossier
    /// The process that it goes by.
    var process: ProcessRef
    /// In order; each follows a transition of the process.
    var events: [DossierEvent]
    /// Stretches in which the clock stood; the last is open where it stands now.
    var pauses: [Pause]
    /// The unit whose officers have the current step.
    var holderUnit: String
    /// Who claimed the current step.
    var assignee: ID?
    /// When it ended: given out, refused, withdrawn or stopped.
    var endedAt: Instant?
}
