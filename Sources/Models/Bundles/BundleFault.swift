/// What a ministry got wrong in a bundle, with its place in the procedure.
public struct BundleFault: Hashable, Sendable {
    public var pointer: String
    public var code: String
    /// Vietnamese, for people.
    public var message: String
}
