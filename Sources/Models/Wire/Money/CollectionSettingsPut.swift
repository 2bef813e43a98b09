/// A unit's way of collecting, as an administrator sets it. What was used of a series can't be taken away.
public struct CollectionSettingsPut: Codable, Hashable, Sendable {
    public var beneficiary: Beneficiary?
    public var beneficiaries: [String: Beneficiary]?
    public var series: [ReceiptSeriesPut]
    public var differenceLimit: Int
    /// Whether who is at the unit's reception collects too; not where absent.
    public var receptionCollects: Bool?

    public init(
        beneficiary: Beneficiary? = nil, beneficiaries: [String: Beneficiary]? = nil,
        series: [ReceiptSeriesPut], differenceLimit: Int, receptionCollects: Bool? = nil
    ) {
        self.beneficiary = beneficiary
        self.beneficiaries = beneficiaries
        self.series = series
        self.differenceLimit = differenceLimit
        self.receptionCollects = receptionCollects
    }
}
