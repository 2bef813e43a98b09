/// The answers of a form (or of one row of a repeating group) by the id of the field.
///
/// The ids are kept as they are: no key strategy ever touches them. A JSON null reads as "not answered".
public struct Answers: Hashable, Sendable, ExpressibleByDictionaryLiteral {
    public var values: [String: Answer]

    public init(_ values: [String: Answer] = [:]) {
        self.values = values
    }

    public init(values: [String: Answer]) {
        self.values = values
    }

    public init(dictionaryLiteral elements: (String, Answer)...) {
        values = Dictionary(elements, uniquingKeysWith: { $1 })
    }

    public subscript(id: String) -> Answer? {
        get { values[id] }
        set { values[id] = newValue }
    }

    public var isEmpty: Bool { values.isEmpty }

    /// The text at a field, nil where there is none or it is of another kind.
    public func text(_ id: String) -> String? {
        if case .text(let text)? = values[id] { text } else { nil }
    }

    /// The rows of a repeating group; none where it was left out.
    public func rows(_ id: String) -> [Answers] {
        if case .rows(let rows)? = values[id] { rows } else { [] }
    }
}

extension Answers: Codable {
    /// Nil where a member is no answer (a fraction, a mixed list, an object).
    public init?(_ members: [String: JSONValue]) {
        values = [:]
        values.reserveCapacity(members.count)
        for (id, json) in members where json != .null {
            guard let answer = Answer(json) else { return nil }
            values[id] = answer
        }
    }

    public var json: JSONValue {
        .object(values.mapValues(\.json))
    }

    public init(from decoder: any Decoder) throws {
        guard case .object(let members) = try JSONValue(from: decoder) else {
            throw DecodingError.typeMismatch(
                Answers.self, .init(codingPath: decoder.codingPath, debugDescription: "phải là một đối tượng")
            )
        }
        self.init()
        for (id, json) in members where json != .null {
            guard let answer = Answer(json) else {
                throw DecodingError.dataCorrupted(
                    .init(
                        codingPath: decoder.codingPath + [JSONKey(id)],
                        debugDescription: "phải là chữ, số nguyên, true/false, danh sách chữ hoặc các dòng"))
            }
            values[id] = answer
        }
    }

    public func encode(to encoder: any Encoder) throws {
        try json.encode(to: encoder)
    }
}
