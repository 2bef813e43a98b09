import Forms

/// How large the entry of a field is drawn.
enum FieldWidth {
    /// No one-line entry is wider: long lines are hard to read, and texts scroll.
    static let widest = 60

    /// Columns that the entry wants; nil takes what there is, up to `widest`.
    static func columns(_ field: Field, _ entry: FormEntry, _ language: Language) -> Int? {
        if let width = field.width { return max(2, min(width, 200)) }
        if field.locked || field.computed != nil { return locked(entry) }
        switch field.kind {
        // One column more than the text, for the cursor behind it.
        case .text(let rule): return text(rule)
        case .password: return 24
        case .date: return 13
        case .dateRange: return 26
        case .time(let rule): return rule.clock == .h24 ? 9 : 12
        case .timeRange(let rule): return rule.clock == .h24 ? 17 : 23
        case .slider(let rule): return Slider(rule).width(language)
        case .spinBox(let rule): return SpinBox(rule).width
        case .number(let rule):
            guard let most = rule.max else { return 12 }
            return max(4, String(most).count + 2)
        case .money: return 18
        case .radio(let options):
            if case .radio(let group) = entry.editor {
                return group.choices.reduce(-2) { $0 + 4 + $1.label.width + 2 }
            }
            return widest(of: options, language)
        case .dropdown(.fixed(let options), multiple: false, let empty):
            return max(widest(of: options, language), DisplayWidth.of(empty.text(language)) + 3)
        case .checkbox, .checkboxes, .textArea, .dropdown, .search, .files, .note: return nil
        }
    }

    private static func text(_ rule: TextRule) -> Int? {
        if let length = rule.fixedLength { return length <= 40 ? length + 1 : nil }
        switch rule.format {
        case .identityNumber?: return 13
        case .phone?: return 14
        case .taxCode?: return 15
        case .dossierCode?: return 26
        case .email?, .personName?, nil: return rule.maxLength <= 24 ? rule.maxLength + 1 : nil
        }
    }

    private static func widest(of options: [Option], _ language: Language) -> Int {
        let widest = options.reduce(0) { max($0, DisplayWidth.of($1.label.text(language))) }
        return min(max(widest + 3, 12), 40)
    }

    private static func locked(_ entry: FormEntry) -> Int? {
        guard let text = entry.editor.text else { return nil }
        let width = DisplayWidth.of(text)
        return width < 24 ? max(1, width) : nil
    }

    /// Rows of the entry at a width.
    static func rows(_ entry: FormEntry, _ field: Field, columns: Int, _ state: FormState) -> Int {
        if field.locked || field.computed != nil, let text = entry.editor.text {
            return max(1, SafeText.wrapped(text, to: columns).count)
        }
        switch entry.editor {
        case .box(let box): return box.height(columns: max(1, columns - 1))
        case .radio(let group): return group.height(columns: columns)
        case .checks(let boxes): return boxes.height(columns: columns)
        case .check(let box): return box.label.wrapped(to: max(1, columns - 4)).count
        case .slider(let slider): return slider.height
        case .files(let list): return list.height
        case .line, .date, .time, .number, .spin, .pick, .none: return 1
        }
    }
}
