extension Field: Codable {
    private enum CodingKeys: String, CodingKey {
        case id, label, type, required, visibleWhen, help, placeholder, width, autoAdvance, initial
        case repeatable, sources, locked, sensitive, computed
        case maxLength, format, pattern, patternMessage, digitsOnly, fixedLength, uppercase
        case minRows, maxRows
        case options, reference, parentField, multiple, empty
        case min, max, step
    }

    private enum TypeName: String, Codable {
        case text, password, radio, checkbox, checkboxes, dropdown, date, number, money, note
        case textArea = "text_area"
    }

    /// The JSON is flat: what belongs to the kind stands beside what belongs to every field, and a key that
    /// the kind does not know is refused by `StrictJSON`.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        func optional<T: Decodable>(_ key: CodingKeys, _ type: T.Type = T.self) throws -> T? {
            try container.decodeIfPresent(type, forKey: key)
        }
        let kind = try Self.kind(try container.decode(TypeName.self, forKey: .type), container)
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

    private static func kind(
        _ type: TypeName, _ container: KeyedDecodingContainer<CodingKeys>
    ) throws -> FieldKind {
        func optional<T: Decodable>(_ key: CodingKeys, _ type: T.Type = T.self) throws -> T? {
            try container.decodeIfPresent(type, forKey: key)
        }
        func numbers() throws -> NumberRule {
            NumberRule(min: try optional(.min), max: try optional(.max), step: try optional(.step))
        }
        switch type {
        case .text:
            let pattern: String? = try optional(.pattern)
            if let pattern {
                do {
                    _ = try Pattern(pattern)
                } catch {
                    throw DecodingError.dataCorruptedError(
                        forKey: .pattern, in: container, debugDescription: error.message)
                }
            }
            let rule = TextRule(
                maxLength: try optional(.maxLength) ?? 255, format: try optional(.format), pattern: pattern,
                patternMessage: try optional(.patternMessage), digitsOnly: try optional(.digitsOnly) ?? false,
                fixedLength: try optional(.fixedLength), uppercase: try optional(.uppercase) ?? false)
            guard (1...255).contains(rule.maxLength) else {
                throw DecodingError.dataCorruptedError(
                    forKey: .maxLength, in: container, debugDescription: "max_length phải từ 1 đến 255")
            }
            return .text(rule)
        case .password: return .password
        case .textArea:
            return .textArea(
                TextAreaRule(
                    minRows: try optional(.minRows) ?? 3, maxRows: try optional(.maxRows) ?? 8,
                    maxLength: try optional(.maxLength) ?? 2000))
        case .radio: return .radio(try container.decode([Option].self, forKey: .options))
        case .checkbox: return .checkbox
        case .checkboxes: return .checkboxes(try container.decode([Option].self, forKey: .options))
        case .dropdown:
            let source: OptionSource
            if let name: String = try optional(.reference) {
                source = .reference(name, parentField: try optional(.parentField))
            } else {
                source = .fixed(try container.decode([Option].self, forKey: .options))
            }
            return .dropdown(
                source, multiple: try optional(.multiple) ?? false,
                empty: try optional(.empty) ?? Phrase("Không", en: "None"))
        case .date: return .date(DateRule(min: try optional(.min), max: try optional(.max)))
        case .number: return .number(try numbers())
        case .money: return .money(try numbers())
        case .note: return .note
        }
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

    private func encodeKind(into container: inout KeyedEncodingContainer<CodingKeys>) throws {
        switch kind {
        case .text(let rule):
            try container.encode(TypeName.text, forKey: .type)
            try container.encode(rule.maxLength, forKey: .maxLength)
            try container.encodeIfPresent(rule.format, forKey: .format)
            try container.encodeIfPresent(rule.pattern, forKey: .pattern)
            try container.encodeIfPresent(rule.patternMessage, forKey: .patternMessage)
            if rule.digitsOnly { try container.encode(true, forKey: .digitsOnly) }
            try container.encodeIfPresent(rule.fixedLength, forKey: .fixedLength)
            if rule.uppercase { try container.encode(true, forKey: .uppercase) }
        case .password: try container.encode(TypeName.password, forKey: .type)
        case .textArea(let rule):
            try container.encode(TypeName.textArea, forKey: .type)
            try container.encode(rule.minRows, forKey: .minRows)
            try container.encode(rule.maxRows, forKey: .maxRows)
            try container.encode(rule.maxLength, forKey: .maxLength)
        case .radio(let options):
            try container.encode(TypeName.radio, forKey: .type)
            try container.encode(options, forKey: .options)
        case .checkbox: try container.encode(TypeName.checkbox, forKey: .type)
        case .checkboxes(let options):
            try container.encode(TypeName.checkboxes, forKey: .type)
            try container.encode(options, forKey: .options)
        case .dropdown(let source, let multiple, let empty):
            try container.encode(TypeName.dropdown, forKey: .type)
            switch source {
            case .fixed(let options): try container.encode(options, forKey: .options)
            case .reference(let name, let parent):
                try container.encode(name, forKey: .reference)
                try container.encodeIfPresent(parent, forKey: .parentField)
            }
            if multiple { try container.encode(true, forKey: .multiple) }
            try container.encode(empty, forKey: .empty)
        case .date(let rule):
            try container.encode(TypeName.date, forKey: .type)
            try container.encodeIfPresent(rule.min, forKey: .min)
            try container.encodeIfPresent(rule.max, forKey: .max)
        case .number(let rule), .money(let rule):
            if case .money = kind {
                try container.encode(TypeName.money, forKey: .type)
            } else {
                try container.encode(TypeName.number, forKey: .type)
            }
            try container.encodeIfPresent(rule.min, forKey: .min)
            try container.encodeIfPresent(rule.max, forKey: .max)
            try container.encodeIfPresent(rule.step, forKey: .step)
        case .note: try container.encode(TypeName.note, forKey: .type)
        }
    }
}
