extension FormLint {
    mutating func check(_ item: FormOutline.Item, in rows: String?) {
        let (field, place) = (item.field, item.place)
        check(
            field.label, at: place + "/label", most: field.kind == .note ? FormLimits.text : FormLimits.label)
        check(field.help, at: place + "/help", most: FormLimits.text)
        check(field.placeholder, at: place + "/placeholder", most: FormLimits.label)
        condition(field.visibleWhen, at: place + "/visible_when", in: rows)
        if case .when(let expression) = field.required {
            condition(expression, at: place + "/required", in: rows)
        }
        if let width = field.width, !(1...200).contains(width) {
            report(place + "/width", "out_of_range", "Độ rộng phải từ 1 đến 200 cột.")
        }
        for (index, source) in field.sources.enumerated() where sources.map({ !$0.contains(source) }) ?? false
        {
            report(place + "/sources/\(index)", "unknown_source", "Không có nguồn dữ liệu “\(source)”.")
        }
        checkComputed(field, at: place, in: rows)
        guard item.isWhole else { return }
        checkKind(field, at: place, in: rows)
        checkInitial(field, at: place)
    }

    private mutating func checkComputed(_ field: Field, at place: String, in rows: String?) {
        if field.kind == .note {
            let takes = field.required != .never || field.computed != nil || field.initial != nil
            if takes || !field.sources.isEmpty {
                report(
                    place, "note_takes_nothing",
                    "Ghi chú không nhận giá trị: bỏ required, computed, initial, sources.")
            }
            return
        }
        guard let expression = field.computed else { return }
        let found = type(of: expression, at: place + "/computed", in: rows)
        if !found.fits(field.kind) {
            report(
                place + "/computed", "type_mismatch",
                "Biểu thức cho \(found.words), mục “\(field.id)” cần \(ExpressionType(field.kind).words).")
        }
        if field.initial != nil || !field.sources.isEmpty || field.repeatable {
            report(
                place + "/computed", "computed_filled",
                "Mục được tính không có initial, sources hay repeatable.")
        }
    }

    private mutating func checkInitial(_ field: Field, at place: String) {
        guard let initial = field.initial else {
            if case .spinBox = field.kind {
                report(
                    place, "missing_initial",
                    "Ô tăng giảm “\(field.id)” cần initial: giá trị ban đầu luôn hiện.")
            }
            return
        }
        guard field.kind != .note else { return }
        var bare = field
        // Bounds of a day that moves can't be held against a value that doesn't.
        switch field.kind {
        case .date: bare.kind = .date(DateRule())
        case .dateRange: bare.kind = .dateRange(DateRule())
        default: break
        }
        if case .files = field.kind {
            report(place + "/initial", "bad_initial", "Mục nhận tệp không có giá trị ban đầu.")
        } else if let issue = FieldCheck(field: bare, today: LocalDate(epochDay: 20_000)).issue(initial) {
            report(place + "/initial", "bad_initial", "Giá trị ban đầu không hợp lệ: \(issue.message.vi)")
        }
    }

    private mutating func checkKind(_ field: Field, at place: String, in rows: String?) {
        switch field.kind {
        case .radio(let options), .checkboxes(let options):
            checkOptions(options, 2...4, at: place)
        case .dropdown(let source, _, let empty):
            check(empty, at: place + "/empty", most: FormLimits.label)
            if !Self.emptyWords.contains(empty.vi) {
                report(
                    place + "/empty", "bad_empty",
                    "Khi chưa chọn gì, ô đọc là “Tất cả” (để lọc) hoặc “Không”.")
            }
            check(source, at: place, in: rows)
        case .search(let source, let popular):
            check(source, at: place, in: rows)
            if popular.isEmpty {
                report(
                    place, "missing_popular", "Ô tìm “\(field.id)” cần popular: những mục hay chọn, hiện sẵn."
                )
            }
            checkPopular(popular, source, at: place)
        case .number(let rule), .money(let rule): check(rule, at: place)
        case .spinBox(let rule):
            check(rule, at: place)
            if let min = rule.min, let max = rule.max, min <= max {
                let (span, overflow) = max.subtractingReportingOverflow(min)
                if overflow || span >= FormLimits.spinBoxValues {
                    report(
                        place + "/max", "range_too_large",
                        "Ô tăng giảm đi qua nhiều nhất \(FormLimits.spinBoxValues) giá trị; dùng number.")
                }
            }
        case .slider(let rule):
            if rule.min >= rule.max {
                reversed(at: place)
            } else if !rule.holds(rule.max) {
                report(place + "/step", "off_scale", "max phải cách min một số lần step.")
            }
            check(rule.unit, at: place + "/unit", most: FormLimits.label)
        case .date(let rule), .dateRange(let rule):
            switch (rule.min, rule.max) {
            case (.date(let min)?, .date(let max)?) where min > max: reversed(at: place)
            case (.today(let min)?, .today(let max)?) where min > max: reversed(at: place)
            default: break
            }
        case .time(let rule), .timeRange(let rule):
            if let min = rule.min, let max = rule.max, min > max { reversed(at: place) }
        case .text(let rule):
            check(rule.patternMessage, at: place + "/pattern_message", most: FormLimits.text)
            if rule.patternMessage != nil, rule.pattern == nil {
                report(
                    place + "/pattern_message", "without_pattern", "Có pattern_message mà không có pattern.")
            }
        case .files(let rule):
            if Set(rule.types).count != rule.types.count {
                report(place + "/types", "duplicate_type", "Một loại tệp có hai lần.")
            }
        case .password, .textArea, .checkbox, .note: break
        }
    }

    /// What a dropdown reads in which nothing is chosen (eForm DD-1).
    private static let emptyWords = ["Tất cả", "Không"]

    private mutating func reversed(at place: String) {
        report(place + "/max", "range_reversed", "Giới hạn bị ngược: min phải trước max.")
    }

    private mutating func check(_ rule: NumberRule, at place: String) {
        if let min = rule.min, let max = rule.max, min > max { reversed(at: place) }
        if let step = rule.step, step < 1 {
            report(place + "/step", "out_of_range", "step phải từ 1 trở lên.")
        }
    }

    private mutating func check(_ source: OptionSource, at place: String, in rows: String?) {
        switch source {
        case .fixed(let options): checkOptions(options, 1...FormLimits.options, at: place)
        case .reference(let name, let parent):
            if let references, !references.contains(name) {
                report(place + "/reference", "unknown_reference", "Không có danh mục “\(name)”.")
            }
            guard let parent else { return }
            guard rows.flatMap({ repeating[$0]?[parent] }) ?? plain[parent] != nil || form.isPartial else {
                return report(place + "/parent_field", "unknown_field", "Không có mục cha “\(parent)”.")
            }
            if let type = rows.flatMap({ repeating[$0]?[parent] }) ?? plain[parent], !type.isText,
                type != .unknown
            {
                report(
                    place + "/parent_field", "type_mismatch",
                    "Mục cha “\(parent)” phải là một lựa chọn, gặp \(type.words).")
            }
        }
    }

    private mutating func checkOptions(_ options: [Option], _ allowed: ClosedRange<Int>, at place: String) {
        let place = place + "/options"
        if !allowed.contains(options.count) {
            report(
                place, "option_count",
                "Có \(options.count) lựa chọn, phải từ \(allowed.lowerBound) đến \(allowed.upperBound)"
                    + (allowed.upperBound == 4 ? "; nhiều hơn thì dùng dropdown." : "."))
        }
        checkEach(options, at: place)
    }

    private mutating func checkEach(_ options: [Option], at place: String) {
        var values: Set<String> = []
        for (index, option) in options.enumerated() {
            let place = place + "/\(index)"
            let value = option.value
            let isTrimmed = value.first?.isWhitespace == false && value.last?.isWhitespace == false
            if !isTrimmed || value.utf8.count > 255 || TextCheck.check(value) != nil {
                report(
                    place + "/value", "bad_value",
                    "Giá trị phải có chữ, không dấu cách ở hai đầu, không ký tự ẩn, tối đa 255 byte.")
            }
            if !values.insert(option.value).inserted {
                report(
                    place + "/value", "duplicate_option", "Hai lựa chọn trùng giá trị “\(option.value)”.")
            }
            check(option.label, at: place + "/label", most: FormLimits.label)
            check(option.help, at: place + "/help", most: FormLimits.text)
        }
    }

    private mutating func checkPopular(_ popular: [Option], _ source: OptionSource, at place: String) {
        if popular.count > 15 {
            report(place + "/popular", "option_count", "Nhiều nhất 15 lựa chọn hay dùng.")
        }
        checkEach(popular, at: place + "/popular")
        guard case .fixed(let options) = source else { return }
        let known = Set(options.map(\.value))
        for (index, option) in popular.enumerated() where !known.contains(option.value) {
            report(
                place + "/popular/\(index)/value", "unknown_option",
                "“\(option.value)” không có trong các lựa chọn của mục.")
        }
    }
}
