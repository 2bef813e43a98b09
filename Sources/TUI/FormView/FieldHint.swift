import Forms

/// The instruction that stands at a field (eForm G-3, UX-2): the form's own, or what its format asks for.
enum FieldHint {
    static func text(_ field: Field) -> Phrase? {
        // What files are taken is said whatever else is (eForm UP-1).
        if case .files(let rule) = field.kind, let help = field.help {
            return help + ToolkitStrings.files(rule)
        }
        return field.help ?? format(field)
    }

    /// Whether the instruction stands under the field at all times: on complex fields, and where a format is
    /// asked. Elsewhere it is shown while the field has the focus.
    static func isAlwaysShown(_ field: Field) -> Bool {
        guard !field.locked, field.computed == nil else { return false }
        switch field.kind {
        case .text(let rule):
            return rule.pattern != nil || rule.digitsOnly || rule.fixedLength != nil
                || rule.format != nil && rule.format != .personName
        case .textArea, .checkboxes, .dropdown(_, multiple: true, _), .slider, .search: return true
        case .date, .dateRange, .time, .timeRange, .files: return true
        case .number(let rule), .money(let rule), .spinBox(let rule):
            return rule.min != nil || rule.max != nil || field.help != nil
        case .password, .radio, .checkbox, .dropdown, .note: return false
        }
    }

    /// What the format alone asks for.
    static func format(_ field: Field) -> Phrase? {
        switch field.kind {
        case .text(let rule):
            if let format = rule.format { return ToolkitStrings.hint(format) }
            if let length = rule.fixedLength {
                return rule.digitsOnly ? ToolkitStrings.digits(length) : ToolkitStrings.characters(length)
            }
            if rule.digitsOnly { return ToolkitStrings.digitsOnly }
            // What is said where it is not kept says what is asked for.
            return rule.pattern == nil ? nil : rule.patternMessage
        case .date: return ToolkitStrings.dateHint
        case .dateRange: return ToolkitStrings.dateRangeHint
        case .time(let rule): return ToolkitStrings.timeHint(rule.clock)
        case .timeRange(let rule): return ToolkitStrings.timeRangeHint(rule.clock)
        case .files(let rule): return ToolkitStrings.files(rule)
        case .slider(let rule): return ToolkitStrings.scale(rule)
        case .spinBox(let rule): return ToolkitStrings.range(rule.min, rule.max, isMoney: false)
        case .money(let rule): return ToolkitStrings.range(rule.min, rule.max, isMoney: true)
        case .number(let rule): return ToolkitStrings.range(rule.min, rule.max, isMoney: false)
        case .textArea: return ToolkitStrings.textAreaHint
        case .checkboxes, .dropdown(_, multiple: true, _): return ToolkitStrings.manyHint
        case .search: return ToolkitStrings.findHint
        case .dropdown, .password, .radio, .checkbox, .note: return nil
        }
    }
}

extension Phrase {
    /// Two sentences, one after the other.
    fileprivate static func + (a: Phrase, b: Phrase) -> Phrase {
        Phrase(a.vi + " " + b.vi, en: a.text(.en) + " " + b.text(.en))
    }
}
