import Forms

/// What `POST /v1/processes/{id}/versions/{version}:activate` takes.
public struct ProcessActivation: Codable, Hashable, Sendable {
    /// The first day; today where it is left out.
    public var effectiveFrom: LocalDate?

    public init(effectiveFrom: LocalDate? = nil) {
        self.effectiveFrom = effectiveFrom
    }
}
