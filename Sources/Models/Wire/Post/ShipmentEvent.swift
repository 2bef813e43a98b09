/// Something that was said of a shipment, by the desk, the counter or the post.
public struct ShipmentEvent: Codable, Hashable, Sendable {
    public enum Source: String, Codable, Hashable, Sendable, CaseIterable {
        /// The desk that made it.
        case desk
        /// The post's counter, with a scanner.
        case counter
        /// The post's feed of tracking.
        case feed
        /// The post's own call.
        case callback
    }

    public var seq: Int
    public var at: Instant
    public var source: Source
    /// In our words; nil where the post's code is none that is known.
    public var state: ShipmentState?
    /// The post's own code and words, as they came.
    public var code: String?
    public var message: String?
    /// The post's number of it: later ones are greater.
    public var number: String?
    public var officer: OfficerRef?

    public init(
        seq: Int, at: Instant, source: Source, state: ShipmentState? = nil, code: String? = nil,
        message: String? = nil, number: String? = nil, officer: OfficerRef? = nil
    ) {
        self.seq = seq
        self.at = at
        self.source = source
        self.state = state
        self.code = code
        self.message = message
        self.number = number
        self.officer = officer
    }
}
