import Models

/// Why an officer may act at a step: a binding that he fulfils himself, or one that he fulfils on behalf of a
/// colleague who delegated his role.
struct StepAuthority: Hashable, Sendable {
    var binding: ProcessBinding
    /// Nil where he acts by his own role.
    var onBehalfOf: OfficerRef?
}
