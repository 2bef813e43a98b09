/// Whom a dossier would get to at a step: those who are able to act there on a day.
public struct BindingArrival: Codable, Hashable, Sendable {
    /// The first of them, by name; whom another one stands in for stands behind his own name.
    public var names: [String]
    public var count: Int

    public init(names: [String], count: Int) {
        self.names = names
        self.count = count
    }
}
