/// What `POST /v1/deadlines:preview` takes.
public struct DeadlinePreviewRequest: Codable, Hashable, Sendable {
    /// A unit's code.
    public var unit: String
    public var acceptedAt: Instant
    public var amount: Int
    public var amountUnit: AmountUnit
    public var pauses: [Pause]

    public init(
        unit: String, acceptedAt: Instant, amount: Int, amountUnit: AmountUnit, pauses: [Pause] = []
    ) {
        self.unit = unit
        self.acceptedAt = acceptedAt
        self.amount = amount
        self.amountUnit = amountUnit
        self.pauses = pauses
    }

    private enum CodingKeys: String, CodingKey {
        case unit, acceptedAt, amount, amountUnit, pauses
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        unit = try container.decode(String.self, forKey: .unit)
        acceptedAt = try container.decode(Instant.self, forKey: .acceptedAt)
        amount = try container.decode(Int.self, forKey: .amount)
        amountUnit = try container.decode(AmountUnit.self, forKey: .amountUnit)
        pauses = try container.decodeIfPresent([Pause].self, forKey: .pauses) ?? []
    }
}
