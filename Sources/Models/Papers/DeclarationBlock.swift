/// A piece of a declaration's body, in the order of reading.
public enum DeclarationBlock: Hashable, Sendable {
    case heading(String)
    case field(DeclarationField)
    /// Words that take no answer.
    case note(String)
    case table(DeclarationTable)
}

/// In JSON an object with one member that says what it is: `{"heading": "Người yêu cầu"}`.
extension DeclarationBlock: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case heading, field, note, table
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let keys = CodingKeys.allCases.filter(container.contains)
        guard let key = keys.first, keys.count == 1 else {
            throw DecodingError.dataCorrupted(
                .init(
                    codingPath: decoder.codingPath,
                    debugDescription: "phải có đúng một trong heading, field, note, table"))
        }
        switch key {
        case .heading: self = .heading(try container.decode(String.self, forKey: key))
        case .field: self = .field(try container.decode(DeclarationField.self, forKey: key))
        case .note: self = .note(try container.decode(String.self, forKey: key))
        case .table: self = .table(try container.decode(DeclarationTable.self, forKey: key))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        switch self {
        case .heading(let text): try container.encode(text, forKey: .heading)
        case .field(let field): try container.encode(field, forKey: .field)
        case .note(let text): try container.encode(text, forKey: .note)
        case .table(let table): try container.encode(table, forKey: .table)
        }
    }
}
