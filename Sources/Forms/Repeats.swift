/// How often a group may stand on the form (eForm DY-1).
public struct Repeats: Hashable, Sendable {
    public var min: Int
    public var max: Int
    public var addLabel: Phrase
    public var removeLabel: Phrase

    public init(
        min: Int = 0, max: Int = 20, addLabel: Phrase = Phrase("Thêm dòng", en: "Add row"),
        removeLabel: Phrase = Phrase("Xóa dòng", en: "Remove row")
    ) {
        self.min = min
        self.max = max
        self.addLabel = addLabel
        self.removeLabel = removeLabel
    }
}

extension Repeats: Codable {
    private enum CodingKeys: String, CodingKey {
        case min, max, addLabel, removeLabel
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            min: try container.decodeIfPresent(Int.self, forKey: .min) ?? 0,
            max: try container.decodeIfPresent(Int.self, forKey: .max) ?? 20)
        addLabel = try container.decodeIfPresent(Phrase.self, forKey: .addLabel) ?? addLabel
        removeLabel = try container.decodeIfPresent(Phrase.self, forKey: .removeLabel) ?? removeLabel
        guard min >= 0, max >= min, max <= 200 else {
            throw DecodingError.dataCorruptedError(
                forKey: .max, in: container, debugDescription: "số dòng phải có 0 ≤ min ≤ max ≤ 200")
        }
    }
}
