extension Field: Codable {
    enum CodingKeys: String, CodingKey {
        case id, label, type, required, visibleWhen, help, placeholder, width, autoAdvance, initial
        case repeatable, sources, locked, sensitive, computed
        case maxLength, format, pattern, patternMessage, digitsOnly, fixedLength, uppercase
        case minRows, maxRows
        case options, reference, parentField, multiple, empty
        case min, max, step, clock, ticks, vertical, unit
        case popular, many, types, maxBytes, maxCount
    }

    /// The JSON is flat: what belongs to the kind stands beside what belongs to every field, and a key that
    /// the kind does not know is refused by `StrictJSON`.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        func optional<T: Decodable>(_ key: CodingKeys, _ type: T.Type = T.self) throws -> T? {
            try container.decodeIfPresent(type, forKey: key)
        }
        let kind = try Self.kind(try container.decode(FieldTypeName.self, forKey: .type), container)
        var fixedLength: Int?
        if case .text(let rule) = kind { fixedLength = rule.fixedLength }
        self.init(
            id: try container.decode(String.self, forKey: .id),
            label: try container.decode(Phrase.self, forKey: .label),
            kind: kind,
            required: try optional(.required) ?? .never,
            visibleWhen: try optional(.visibleWhen),
            help: try optional(.help),
            placeholder: try optional(.placeholder),
            width: try optional(.width),
            autoAdvance: try optional(.autoAdvance) ?? (fixedLength != nil),
            initial: try optional(.initial),
            repeatable: try optional(.repeatable) ?? false,
            sources: try optional(.sources) ?? [],
            locked: try optional(.locked) ?? false,
            sensitive: try optional(.sensitive) ?? false,
            computed: try optional(.computed))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(id, forKey: .id)
        try container.encode(label, forKey: .label)
        try encodeKind(into: &container)
        if required != .never { try container.encode(required, forKey: .required) }
        try container.encodeIfPresent(visibleWhen, forKey: .visibleWhen)
        try container.encodeIfPresent(help, forKey: .help)
        try container.encodeIfPresent(placeholder, forKey: .placeholder)
        try container.encodeIfPresent(width, forKey: .width)
        try container.encode(autoAdvance, forKey: .autoAdvance)
        try container.encodeIfPresent(initial, forKey: .initial)
        if repeatable { try container.encode(true, forKey: .repeatable) }
        if !sources.isEmpty { try container.encode(sources, forKey: .sources) }
        if locked { try container.encode(true, forKey: .locked) }
        if sensitive { try container.encode(true, forKey: .sensitive) }
        try container.encodeIfPresent(computed, forKey: .computed)
    }
}
