/// The words that training persons, addresses and organisations are made of, with their weights.
struct NameVocabulary: Codable, Sendable {
    /// `["Nguyễn", 330]`
    struct Weighted: Codable, Sendable {
        var text: String
        var weight: Int

        init(from decoder: any Decoder) throws {
            var container = try decoder.unkeyedContainer()
            text = try container.decode(String.self)
            weight = try container.decode(Int.self)
            guard weight > 0, container.isAtEnd else {
                throw DecodingError.dataCorruptedError(
                    in: container, debugDescription: "cần [chữ, trọng số lớn hơn 0]")
            }
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.unkeyedContainer()
            try container.encode(text)
            try container.encode(weight)
        }
    }

    struct Person: Codable, Sendable {
        var middles: [Weighted]
        var givens: [Weighted]
    }

    struct Organisations: Codable, Sendable {
        var kinds: [String]
        var fields: [String]
        var names: [String]
    }

    var format: Int
    var version: Int
    var source: String
    var families: [Weighted]
    var male: Person
    var female: Person
    var streets: [String]
    var organisations: Organisations
    var healthFacilities: [String]
    var mobilePrefixes: [String]
    /// The codes that identity numbers begin with.
    var identityProvinces: [Weighted]
}
