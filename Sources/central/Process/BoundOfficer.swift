import Models

/// An officer who is able to act at a step by his own role, and the unit that he holds it in.
struct BoundOfficer: Hashable, Sendable {
    var officer: OfficerRef
    /// The real person behind the account.
    var person: String
    var unit: String
}
