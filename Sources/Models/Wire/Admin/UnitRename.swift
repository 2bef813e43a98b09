import Forms

/// What `POST /v1/units/{unit}:rename` takes.
public struct UnitRename: Codable, Hashable, Sendable {
    public var name: String
    /// The first day of the new name; today where it is left out.
    public var effectiveFrom: LocalDate?
    public var reason: String

    public init(name: String, effectiveFrom: LocalDate? = nil, reason: String) {
        self.name = name
        self.effectiveFrom = effectiveFrom
        self.reason = reason
    }
}
