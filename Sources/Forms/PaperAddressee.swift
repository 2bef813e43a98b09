/// To whom a paper is written: “Kính gửi: …”.
public struct PaperAddressee: Hashable, Sendable {
    /// The kind of authority: “Ủy ban nhân dân cấp xã”. A dotted line follows it for the name.
    public var text: Phrase
    /// Whether it is the authority that takes the dossier in, whose name then stands in place of the kind.
    public var receivingUnit: Bool

    public init(_ text: Phrase, receivingUnit: Bool = false) {
        self.text = text
        self.receivingUnit = receivingUnit
    }
}

extension PaperAddressee: Codable {
    private enum CodingKeys: String, CodingKey {
        case text, receivingUnit
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            try container.decode(Phrase.self, forKey: .text),
            receivingUnit: try container.decodeIfPresent(Bool.self, forKey: .receivingUnit) ?? false)
    }
}
