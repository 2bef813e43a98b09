/// How a unit collects: which account, which receipts, how much a drawer may be off.
public struct CollectionSettings: Codable, Hashable, Sendable {
    public var unit: UnitRef
    public var revision: Int
    public var beneficiary: Beneficiary?
    /// Other accounts by procedure.
    public var beneficiaries: [String: Beneficiary]
    public var series: [ReceiptSeries]
    /// In đồng.
    public var differenceLimit: Int
    /// Whether who is at the unit's reception collects too.
    public var receptionCollects: Bool

    public init(
        unit: UnitRef, revision: Int, beneficiary: Beneficiary? = nil, beneficiaries: [String: Beneficiary],
        series: [ReceiptSeries], differenceLimit: Int, receptionCollects: Bool = false
    ) {
        self.unit = unit
        self.revision = revision
        self.beneficiary = beneficiary
        self.beneficiaries = beneficiaries
        self.series = series
        self.differenceLimit = differenceLimit
        self.receptionCollects = receptionCollects
    }
}
