import Forms

/// A fee as the law sets it, for a range of dates.
public struct FeeRule: Codable, Hashable, Sendable {
    public var code: String
    public var name: String
    public var kind: FeeKind
    /// What one of it is for: "hồ sơ", "bản", "trang".
    public var per: String
    /// In đồng, for each; of no meaning where there are tiers.
    public var amount: Int
    /// Other amounts by channel: "1" direct, "2" online, "3" postal.
    public var channelAmounts: [String: Int]?
    /// Amounts by page of each copy.
    public var tiers: [FeeTier]?
    /// At most this for one copy, in đồng.
    public var maximum: Int?
    public var exemptions: [FeeExemption]
    /// The text of law.
    public var basis: String
    public var collect: FeeCollection
    public var effectiveFrom: LocalDate
    /// The last day; nil while there is no end.
    public var effectiveTo: LocalDate?

    public init(
        code: String, name: String, kind: FeeKind, per: String, amount: Int,
        channelAmounts: [String: Int]? = nil, tiers: [FeeTier]? = nil, maximum: Int? = nil,
        exemptions: [FeeExemption] = [], basis: String, collect: FeeCollection, effectiveFrom: LocalDate,
        effectiveTo: LocalDate? = nil
    ) {
        self.code = code
        self.name = name
        self.kind = kind
        self.per = per
        self.amount = amount
        self.channelAmounts = channelAmounts
        self.tiers = tiers
        self.maximum = maximum
        self.exemptions = exemptions
        self.basis = basis
        self.collect = collect
        self.effectiveFrom = effectiveFrom
        self.effectiveTo = effectiveTo
    }

    private enum CodingKeys: String, CodingKey {
        case code, name, kind, per, amount, channelAmounts, tiers, maximum, exemptions, basis
        case collect, effectiveFrom, effectiveTo
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        code = try container.decode(String.self, forKey: .code)
        name = try container.decode(String.self, forKey: .name)
        kind = try container.decode(FeeKind.self, forKey: .kind)
        per = try container.decode(String.self, forKey: .per)
        amount = try container.decode(Int.self, forKey: .amount)
        channelAmounts = try container.decodeIfPresent([String: Int].self, forKey: .channelAmounts)
        tiers = try container.decodeIfPresent([FeeTier].self, forKey: .tiers)
        maximum = try container.decodeIfPresent(Int.self, forKey: .maximum)
        exemptions = try container.decodeIfPresent([FeeExemption].self, forKey: .exemptions) ?? []
        basis = try container.decode(String.self, forKey: .basis)
        collect = try container.decode(FeeCollection.self, forKey: .collect)
        effectiveFrom = try container.decode(LocalDate.self, forKey: .effectiveFrom)
        effectiveTo = try container.decodeIfPresent(LocalDate.self, forKey: .effectiveTo)
    }
}
