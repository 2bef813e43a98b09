/// The value of one field, or the rows of one repeating group.
///
/// JSON is the natural one: string, integer, boolean, list of strings, list of objects. A date is the text
/// `YYYY-MM-DD`, an amount of money an integer. An empty JSON list reads as `.choices([])`.
public enum Answer: Hashable, Sendable {
    case text(String)
    case number(Int)
    case flag(Bool)
    case choices([String])
    case rows([Answers])

    /// Nothing given: blank text, no choice, no row. `false` and 0 are answers.
    public var isEmpty: Bool {
        switch self {
        case .text(let text): text.allSatisfy(\.isWhitespace)
        case .number, .flag: false
        case .choices(let values): values.isEmpty
        case .rows(let rows): rows.isEmpty
        }
    }
}

extension Answer {
    /// The answer that a JSON value stands for; nil for null, fractions and mixed lists.
    public init?(_ json: JSONValue) {
        switch json {
        case .string(let text): self = .text(text)
        case .int(let number): self = .number(number)
        case .bool(let flag): self = .flag(flag)
        case .array(let items):
            var choices: [String] = []
            var rows: [Answers] = []
            for item in items {
                switch item {
                case .string(let text): choices.append(text)
                case .object(let members):
                    guard let row = Answers(members) else { return nil }
                    rows.append(row)
                default: return nil
                }
            }
            guard choices.isEmpty || rows.isEmpty else { return nil }
            self = rows.isEmpty ? .choices(choices) : .rows(rows)
        case .null, .double, .object: return nil
        }
    }

    public var json: JSONValue {
        switch self {
        case .text(let text): .string(text)
        case .number(let number): .int(number)
        case .flag(let flag): .bool(flag)
        case .choices(let values): .array(values.map(JSONValue.string))
        case .rows(let rows): .array(rows.map(\.json))
        }
    }
}

extension Answer: Codable {
    public init(from decoder: any Decoder) throws {
        let json = try JSONValue(from: decoder)
        guard let answer = Answer(json) else {
            throw DecodingError.dataCorrupted(
                .init(
                    codingPath: decoder.codingPath,
                    debugDescription: "phải là chữ, số nguyên, true/false, danh sách chữ hoặc các dòng"))
        }
        self = answer
    }

    public func encode(to encoder: any Encoder) throws {
        try json.encode(to: encoder)
    }
}
