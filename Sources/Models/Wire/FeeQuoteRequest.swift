/// What a fee is asked for.
public struct FeeQuoteRequest: Codable, Hashable, Sendable {
    public var procedure: String
    public var caseCode: String
    /// 1 direct, 2 online, 3 postal.
    public var channel: Int
    /// By fee code; a fee that is not named counts once.
    public var quantities: [String: FeeQuantity]
    /// The code of the exemption claimed.
    public var exemption: String?

    public init(
        procedure: String, caseCode: String, channel: Int, quantities: [String: FeeQuantity] = [:],
        exemption: String? = nil
    ) {
        self.procedure = procedure
        self.caseCode = caseCode
        self.channel = channel
        self.quantities = quantities
        self.exemption = exemption
    }

    private enum CodingKeys: String, CodingKey {
        case procedure, channel, quantities, exemption
        case caseCode = "case"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        procedure = try container.decode(String.self, forKey: .procedure)
        caseCode = try container.decode(String.self, forKey: .caseCode)
        channel = try container.decode(Int.self, forKey: .channel)
        quantities = try container.decodeIfPresent([String: FeeQuantity].self, forKey: .quantities) ?? [:]
        exemption = try container.decodeIfPresent(String.self, forKey: .exemption)
    }
}
