/// Where a shipment is, in our own words: the post's codes are kept beside it as they came.
public enum ShipmentState: String, Codable, Hashable, Sendable, CaseIterable {
    /// Made at the desk; the post has not taken it yet.
    case created
    /// The post took it.
    case accepted
    case inTransit = "in_transit"
    case outForDelivery = "out_for_delivery"
    /// Nobody took it; the post tries again or sends it back.
    case failed
    case delivered
    /// Back at its sender.
    case returned
    case cancelled

    /// Nothing comes after it.
    public var isFinal: Bool { self == .delivered || self == .returned || self == .cancelled }
}
