import Forms
import Models

/// An officer's role in a unit, lent to a colleague of the unit for some days. The colleague acts in his own
/// name, on behalf of the officer.
struct Delegation: Hashable, Sendable {
    var id: ID
    var from: OfficerRef
    var to: OfficerRef
    var unit: String
    var role: Role
    var effectiveFrom: LocalDate
    /// The last day.
    var effectiveTo: LocalDate
    var reason: String
    var madeBy: ID
    var madeAt: Instant
    /// When it was taken back before its last day.
    var endedAt: Instant?

    func holds(on day: LocalDate) -> Bool {
        endedAt == nil && effectiveFrom <= day && day <= effectiveTo
    }
}
