/// Which way the post carries something.
public enum ShipmentKind: String, Codable, Hashable, Sendable, CaseIterable {
    /// Papers from the citizen to the desk.
    case collect
    /// A result from the desk to the citizen.
    case result
}
