/// A unit's way of sending by post, as an administrator sets it. What was used of a range can't be taken away.
public struct PostalSettingsPut: Codable, Hashable, Sendable {
    /// The code of the post's counter.
    public var office: String
    public var customerCode: String
    public var senderName: String
    public var senderPhone: String
    public var senderAddress: String
    public var collectFee: Int
    public var resultFee: Int
    public var ranges: [TrackingRangePut]

    public init(
        office: String, customerCode: String, senderName: String, senderPhone: String, senderAddress: String,
        collectFee: Int, resultFee: Int, ranges: [TrackingRangePut]
    ) {
        self.office = office
        self.customerCode = customerCode
        self.senderName = senderName
        self.senderPhone = senderPhone
        self.senderAddress = senderAddress
        self.collectFee = collectFee
        self.resultFee = resultFee
        self.ranges = ranges
    }
}
