/// How a unit sends by post.
public struct PostalSettings: Codable, Hashable, Sendable {
    public var unit: UnitRef
    public var revision: Int
    /// The post's counter that the desk hands over to; nil where the unit does not send by post yet.
    public var office: UnitRef?
    /// What the post calls the unit.
    public var customerCode: String?
    /// Who sends: the desk, with its telephone and address.
    public var sender: PostalParty?
    /// The post's prices, in đồng.
    public var collectFee: Int
    public var resultFee: Int
    public var ranges: [TrackingRange]

    public init(
        unit: UnitRef, revision: Int, office: UnitRef? = nil, customerCode: String? = nil,
        sender: PostalParty? = nil, collectFee: Int, resultFee: Int, ranges: [TrackingRange]
    ) {
        self.unit = unit
        self.revision = revision
        self.office = office
        self.customerCode = customerCode
        self.sender = sender
        self.collectFee = collectFee
        self.resultFee = resultFee
        self.ranges = ranges
    }
}
