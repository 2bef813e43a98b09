extension Field {
    func encodeKind(into container: inout KeyedEncodingContainer<CodingKeys>) throws {
        try container.encode(typeName, forKey: .type)
        switch kind {
        case .password, .checkbox, .note: break
        case .text(let rule):
            try container.encode(rule.maxLength, forKey: .maxLength)
            try container.encodeIfPresent(rule.format, forKey: .format)
            try container.encodeIfPresent(rule.pattern, forKey: .pattern)
            try container.encodeIfPresent(rule.patternMessage, forKey: .patternMessage)
            if rule.digitsOnly { try container.encode(true, forKey: .digitsOnly) }
            try container.encodeIfPresent(rule.fixedLength, forKey: .fixedLength)
            if rule.uppercase { try container.encode(true, forKey: .uppercase) }
        case .textArea(let rule):
            try container.encode(rule.minRows, forKey: .minRows)
            try container.encode(rule.maxRows, forKey: .maxRows)
            try container.encode(rule.maxLength, forKey: .maxLength)
        case .radio(let options), .checkboxes(let options):
            try container.encode(options, forKey: .options)
        case .dropdown(let source, let multiple, let empty):
            try encode(source, into: &container)
            if multiple { try container.encode(true, forKey: .multiple) }
            try container.encode(empty, forKey: .empty)
        case .search(let source, let popular):
            try encode(source, into: &container)
            if !popular.isEmpty { try container.encode(popular, forKey: .popular) }
        case .date(let rule), .dateRange(let rule):
            try container.encodeIfPresent(rule.min, forKey: .min)
            try container.encodeIfPresent(rule.max, forKey: .max)
        case .time(let rule), .timeRange(let rule):
            try container.encodeIfPresent(rule.min, forKey: .min)
            try container.encodeIfPresent(rule.max, forKey: .max)
            try container.encode(rule.step, forKey: .step)
            try container.encode(rule.clock, forKey: .clock)
        case .number(let rule), .money(let rule), .spinBox(let rule):
            try container.encodeIfPresent(rule.min, forKey: .min)
            try container.encodeIfPresent(rule.max, forKey: .max)
            try container.encodeIfPresent(rule.step, forKey: .step)
        case .slider(let rule):
            try container.encode(rule.min, forKey: .min)
            try container.encode(rule.max, forKey: .max)
            try container.encode(rule.step, forKey: .step)
            if rule.ticks { try container.encode(true, forKey: .ticks) }
            if rule.vertical { try container.encode(true, forKey: .vertical) }
            try container.encodeIfPresent(rule.unit, forKey: .unit)
        case .files(let rule):
            if rule.many { try container.encode(true, forKey: .many) }
            try container.encode(rule.types, forKey: .types)
            try container.encode(rule.maxBytes, forKey: .maxBytes)
            try container.encode(rule.maxCount, forKey: .maxCount)
        }
    }

    private var typeName: FieldTypeName {
        switch kind {
        case .text: .text
        case .password: .password
        case .textArea: .textArea
        case .radio: .radio
        case .checkbox: .checkbox
        case .checkboxes: .checkboxes
        case .dropdown: .dropdown
        case .search: .search
        case .date: .date
        case .dateRange: .dateRange
        case .time: .time
        case .timeRange: .timeRange
        case .number: .number
        case .money: .money
        case .slider: .slider
        case .spinBox: .spinBox
        case .files: .files
        case .note: .note
        }
    }

    private func encode(
        _ source: OptionSource, into container: inout KeyedEncodingContainer<CodingKeys>
    ) throws {
        switch source {
        case .fixed(let options): try container.encode(options, forKey: .options)
        case .reference(let name, let parent):
            try container.encode(name, forKey: .reference)
            try container.encodeIfPresent(parent, forKey: .parentField)
        }
    }
}
