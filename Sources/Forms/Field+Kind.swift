/// The name of a kind of field in JSON.
enum FieldTypeName: String, Codable, CaseIterable {
    case text, password, radio, checkbox, checkboxes, dropdown, date, time, number, money, slider, search
    case files, note
    case textArea = "text_area"
    case dateRange = "date_range"
    case timeRange = "time_range"
    case spinBox = "spin_box"
}

extension Field {
    typealias Container = KeyedDecodingContainer<CodingKeys>

    static func kind(_ type: FieldTypeName, _ container: Container) throws -> FieldKind {
        func optional<T: Decodable>(_ key: CodingKeys, _ type: T.Type = T.self) throws -> T? {
            try container.decodeIfPresent(type, forKey: key)
        }
        func numbers() throws -> NumberRule {
            NumberRule(min: try optional(.min), max: try optional(.max), step: try optional(.step))
        }
        switch type {
        case .text: return .text(try textRule(container))
        case .password: return .password
        case .textArea:
            let rule = TextAreaRule(
                minRows: try optional(.minRows) ?? 3, maxRows: try optional(.maxRows) ?? 8,
                maxLength: try optional(.maxLength) ?? 2000)
            try demand((1...20_000).contains(rule.maxLength), .maxLength, "phải từ 1 đến 20000", container)
            try demand((1...50).contains(rule.minRows), .minRows, "phải từ 1 đến 50", container)
            try demand(
                (rule.minRows...50).contains(rule.maxRows), .maxRows, "phải từ min_rows đến 50", container)
            return .textArea(rule)
        case .radio: return .radio(try container.decode([Option].self, forKey: .options))
        case .checkbox: return .checkbox
        case .checkboxes: return .checkboxes(try container.decode([Option].self, forKey: .options))
        case .dropdown:
            return .dropdown(
                try source(container), multiple: try optional(.multiple) ?? false,
                empty: try optional(.empty) ?? Phrase("Không", en: "None"))
        case .search: return .search(try source(container), popular: try optional(.popular) ?? [])
        case .date: return .date(DateRule(min: try optional(.min), max: try optional(.max)))
        case .dateRange: return .dateRange(DateRule(min: try optional(.min), max: try optional(.max)))
        case .time: return .time(try timeRule(container))
        case .timeRange: return .timeRange(try timeRule(container))
        case .number: return .number(try numbers())
        case .money: return .money(try numbers())
        case .slider: return .slider(try sliderRule(container))
        case .spinBox:
            return .spinBox(
                NumberRule(
                    min: try container.decode(Int.self, forKey: .min),
                    max: try container.decode(Int.self, forKey: .max), step: try optional(.step)))
        case .files: return .files(try fileRule(container))
        case .note: return .note
        }
    }

    /// Refuses a value with its place.
    private static func demand(
        _ holds: Bool, _ key: CodingKeys, _ words: String, _ container: Container
    ) throws {
        guard !holds else { return }
        throw DecodingError.dataCorruptedError(forKey: key, in: container, debugDescription: words)
    }

    private static func textRule(_ container: Container) throws -> TextRule {
        func optional<T: Decodable>(_ key: CodingKeys, _ type: T.Type = T.self) throws -> T? {
            try container.decodeIfPresent(type, forKey: key)
        }
        let pattern: String? = try optional(.pattern)
        if let pattern {
            do throws(PatternError) {
                _ = try Pattern(pattern)
            } catch {
                try demand(false, .pattern, error.message, container)
            }
        }
        let rule = TextRule(
            maxLength: try optional(.maxLength) ?? 255, format: try optional(.format), pattern: pattern,
            patternMessage: try optional(.patternMessage), digitsOnly: try optional(.digitsOnly) ?? false,
            fixedLength: try optional(.fixedLength), uppercase: try optional(.uppercase) ?? false)
        try demand((1...255).contains(rule.maxLength), .maxLength, "phải từ 1 đến 255", container)
        try demand(
            rule.fixedLength.map((1...rule.maxLength).contains) ?? true, .fixedLength,
            "phải từ 1 đến max_length", container)
        return rule
    }

    private static func source(_ container: Container) throws -> OptionSource {
        guard let name = try container.decodeIfPresent(String.self, forKey: .reference) else {
            return .fixed(try container.decode([Option].self, forKey: .options))
        }
        return .reference(
            name, parentField: try container.decodeIfPresent(String.self, forKey: .parentField))
    }

    private static func timeRule(_ container: Container) throws -> TimeRule {
        let rule = TimeRule(
            min: try container.decodeIfPresent(LocalTime.self, forKey: .min),
            max: try container.decodeIfPresent(LocalTime.self, forKey: .max),
            step: try container.decodeIfPresent(Int.self, forKey: .step) ?? 30,
            clock: try container.decodeIfPresent(TimeClock.self, forKey: .clock) ?? .h24)
        try demand((1...720).contains(rule.step), .step, "phải từ 1 đến 720 phút", container)
        return rule
    }

    private static func sliderRule(_ container: Container) throws -> SliderRule {
        let rule = SliderRule(
            min: try container.decode(Int.self, forKey: .min),
            max: try container.decode(Int.self, forKey: .max),
            step: try container.decodeIfPresent(Int.self, forKey: .step) ?? 1,
            ticks: try container.decodeIfPresent(Bool.self, forKey: .ticks) ?? false,
            vertical: try container.decodeIfPresent(Bool.self, forKey: .vertical) ?? false,
            unit: try container.decodeIfPresent(Phrase.self, forKey: .unit))
        try demand(rule.step >= 1, .step, "phải từ 1 trở lên", container)
        return rule
    }

    private static func fileRule(_ container: Container) throws -> FileRule {
        let rule = FileRule(
            many: try container.decodeIfPresent(Bool.self, forKey: .many) ?? false,
            types: try container.decode([FileType].self, forKey: .types),
            maxBytes: try container.decodeIfPresent(Int.self, forKey: .maxBytes) ?? FileRule.largestBytes,
            maxCount: try container.decodeIfPresent(Int.self, forKey: .maxCount))
        try demand(!rule.types.isEmpty, .types, "phải có ít nhất một loại tệp", container)
        try demand(
            (1...FileRule.largestBytes).contains(rule.maxBytes), .maxBytes,
            "phải từ 1 đến \(FileRule.largestBytes) byte (20 MiB)", container)
        try demand(
            (1...(rule.many ? FileRule.largestCount : 1)).contains(rule.maxCount), .maxCount,
            rule.many ? "phải từ 1 đến \(FileRule.largestCount)" : "chỉ được là 1 khi không có “many”",
            container)
        return rule
    }
}
