/// What came of `POST /v1/bindings:apply`.
public struct BindingsApplied: Codable, Hashable, Sendable {
    /// How many steps have the assignee now.
    public var applied: Int
    /// Where nobody is able to act all the same: empty but where gaps were allowed.
    public var gaps: [BindingGap]

    public init(applied: Int, gaps: [BindingGap]) {
        self.applied = applied
        self.gaps = gaps
    }
}
