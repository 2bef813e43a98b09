/// What form 05 says of a stop: when, at which stage, on whose request, and what becomes of fees and papers.
public struct SlipStop: Codable, Hashable, Sendable {
    public var at: Instant
    /// Suspended: the work may go on later.
    public var isTemporary: Bool
    /// The step at which the work was: "Thẩm định hồ sơ".
    public var stage: String
    /// Who asked for it.
    public var requestedBy: String?
    /// What becomes of fees that were collected. Absent: a dotted line.
    public var fees: String?
    /// The papers that are given back; empty: none are.
    public var returned: [String]

    public init(
        at: Instant, isTemporary: Bool, stage: String, requestedBy: String? = nil, fees: String? = nil,
        returned: [String] = []
    ) {
        self.at = at
        self.isTemporary = isTemporary
        self.stage = stage
        self.requestedBy = requestedBy
        self.fees = fees
        self.returned = returned
    }
}
