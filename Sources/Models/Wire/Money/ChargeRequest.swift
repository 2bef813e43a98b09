/// Charges to add to a dossier. Without lines those of its frozen quote are booked, where they are not yet.
public struct ChargeRequest: Codable, Hashable, Sendable {
    public var lines: [ChargeLine]?
    /// Needed with lines.
    public var reason: String?

    public init(
        lines: [ChargeLine]? = nil, reason: String? = nil
    ) {
        self.lines = lines
        self.reason = reason
    }
}
