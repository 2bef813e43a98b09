/// What a charge follows from.
public enum ChargeSource: String, Codable, Hashable, Sendable, CaseIterable {
    /// The quote that was frozen at the intake.
    case quote
    /// The quote as an amendment made it.
    case amendment
    /// A payment that was asked for on the way (status 6).
    case request
    /// An officer's own charge, with its basis.
    case officer
    /// A refund: what was given back is no longer owed.
    case refund
}
