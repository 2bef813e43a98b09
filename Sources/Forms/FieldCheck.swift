/// What is wrong with the answer of one field by itself; the parser and the validator both ask here, so that
/// screen and server never disagree.
struct FieldCheck {
    let field: Field
    let today: LocalDate

    /// The first issue of a non-empty answer; nil for a good one.
    func issue(_ answer: Answer) -> FieldIssue? {
        switch (field.kind, answer) {
        case (.text(let rule), .text(let text)): textIssue(text, rule)
        case (.password, .text(let text)):
            text.unicodeScalars.count > 255 ? Messages.tooLong(text.unicodeScalars.count, 255) : nil
        case (.textArea(let rule), .text(let text)):
            TextCheck.check(text, lines: true) ?? lengthIssue(text, rule.maxLength)
        case (.radio(let options), .text(let value)),
            (.dropdown(.fixed(let options), false, _), .text(let value)),
            (.search(.fixed(let options), _), .text(let value)):
            options.contains { $0.value == value } ? nil : Messages.unknownOption
        case (.dropdown(.reference, false, _), .text(let value)),
            (.search(.reference, _), .text(let value)):
            TextCheck.check(value) ?? lengthIssue(value, 255)
        case (.checkbox, .flag): nil
        case (.checkboxes(let options), .choices(let values)): choicesIssue(values, options)
        case (.dropdown(.fixed(let options), true, _), .choices(let values)): choicesIssue(values, options)
        case (.dropdown(.reference, true, _), .choices(let values)): choicesIssue(values, nil)
        case (.date(let rule), .text(let text)): dateIssue(text, rule)
        case (.dateRange(let rule), .text(let text)): dateRangeIssue(text, rule)
        case (.time(let rule), .text(let text)): timeIssue(text, rule)
        case (.timeRange(let rule), .text(let text)): timeRangeIssue(text, rule)
        case (.number(let rule), .number(let number)), (.spinBox(let rule), .number(let number)):
            numberIssue(number, rule, money: false)
        case (.slider(let rule), .number(let number)): sliderIssue(number, rule)
        case (.files(let rule), .rows(let rows)): filesIssue(rows, rule)
        case (.money(let rule), .number(let number)): numberIssue(number, rule, money: true)
        case (.note, _): Messages.unknownField
        default: Messages.wrongType(field)
        }
    }

    private func lengthIssue(_ text: String, _ most: Int) -> FieldIssue? {
        let length = text.unicodeScalars.count
        return length > most ? Messages.tooLong(length, most) : nil
    }

    /// What is checked is the uniform spelling, as the desk makes it of what is typed: so that both sides say the
    /// same of one text, whether it comes typed or as JSON.
    private func textIssue(_ given: String, _ rule: TextRule) -> FieldIssue? {
        if let issue = TextCheck.check(given) ?? lengthIssue(given, 1000) { return issue }
        let text = FieldParser.spelled(given, rule)
        if let issue = TextCheck.check(text) ?? lengthIssue(text, min(rule.maxLength, 255)) { return issue }
        if let issue = formatIssue(text, rule.format) { return issue }
        if rule.digitsOnly, !text.utf8.allSatisfy({ (48...57).contains($0) }) { return Messages.digitsOnly }
        let length = text.unicodeScalars.count
        if let expected = rule.fixedLength, length != expected {
            return Messages.fixedLength(length, expected, digits: rule.digitsOnly)
        }
        if let source = rule.pattern, let pattern = try? Pattern(source), !pattern.matches(text) {
            guard let message = rule.patternMessage else { return Messages.pattern }
            return FieldIssue(code: "pattern", message: message)
        }
        return nil
    }

    private func formatIssue(_ text: String, _ format: TextFormat?) -> FieldIssue? {
        switch format {
        case nil: nil
        case .identityNumber?: IdentityNumber.check(text)
        case .phone?: PhoneNumber.check(text)
        case .email?: EmailAddress.check(text)
        case .taxCode?: TaxCode.check(text)
        case .personName?: PersonName.check(text)
        case .dossierCode?: DossierCodeFormat.check(text)
        }
    }

    private func choicesIssue(_ values: [String], _ options: [Option]?) -> FieldIssue? {
        guard Set(values).count == values.count else { return Messages.repeatedOption }
        guard let options else { return values.lazy.compactMap { lengthIssue($0, 255) }.first }
        return values.allSatisfy { value in options.contains { $0.value == value } }
            ? nil : Messages.unknownOption
    }

    private func dateIssue(_ text: String, _ rule: DateRule) -> FieldIssue? {
        guard let date = LocalDate(iso: text) else { return Messages.dateFormat }
        return boundIssue(date, rule)
    }

    private func boundIssue(_ date: LocalDate, _ rule: DateRule) -> FieldIssue? {
        if let bound = rule.min?.resolved(today: today), date < bound {
            return Messages.tooEarly(bound, today: today)
        }
        if let bound = rule.max?.resolved(today: today), date > bound {
            return Messages.tooLate(bound, today: today)
        }
        return nil
    }

    private func numberIssue(_ number: Int, _ rule: NumberRule, money: Bool) -> FieldIssue? {
        if number.magnitude > FieldParser.largestNumber { return Messages.hugeNumber }
        if let bound = rule.min, number < bound { return Messages.tooSmall(bound, money: money) }
        if let bound = rule.max, number > bound { return Messages.tooLarge(bound, money: money) }
        return nil
    }

    private func dateRangeIssue(_ text: String, _ rule: DateRule) -> FieldIssue? {
        guard let (from, to) = DateRange.ends(iso: text) else { return Messages.dateRange }
        guard let range = DateRange(from: from, to: to) else { return Messages.rangeReversed }
        return boundIssue(range.from, rule) ?? boundIssue(range.to, rule)
    }

    private func boundIssue(_ time: LocalTime, _ rule: TimeRule) -> FieldIssue? {
        if let bound = rule.min, time < bound { return Messages.tooEarly(bound, rule.clock) }
        if let bound = rule.max, time > bound { return Messages.tooLate(bound, rule.clock) }
        return nil
    }

    private func timeIssue(_ text: String, _ rule: TimeRule) -> FieldIssue? {
        guard let time = LocalTime(iso: text) else { return Messages.time }
        return boundIssue(time, rule)
    }

    private func timeRangeIssue(_ text: String, _ rule: TimeRule) -> FieldIssue? {
        guard let (from, to) = TimeRange.ends(iso: text) else { return Messages.timeRange }
        guard let range = TimeRange(from: from, to: to) else { return Messages.rangeReversed }
        return boundIssue(range.from, rule) ?? boundIssue(range.to, rule)
    }

    private func sliderIssue(_ number: Int, _ rule: SliderRule) -> FieldIssue? {
        numberIssue(number, NumberRule(min: rule.min, max: rule.max), money: false)
            ?? (rule.holds(number) ? nil : Messages.offScale(rule))
    }

    private func filesIssue(_ rows: [Answers], _ rule: FileRule) -> FieldIssue? {
        guard rows.count <= rule.maxCount else { return Messages.tooManyFiles(rows.count, rule.maxCount) }
        var hashes: Set<String> = []
        for row in rows {
            guard let file = FileAnswer(row) else { return Messages.files }
            if let issue = TextCheck.check(file.name) ?? lengthIssue(file.name, 255) { return issue }
            guard !file.name.allSatisfy(\.isWhitespace) else { return Messages.files }
            guard let type = FileType(mediaType: file.type), rule.types.contains(type) else {
                return Messages.fileType(rule.types)
            }
            guard file.size > 0 else { return Messages.emptyFile(file.name) }
            guard file.size <= rule.maxBytes else {
                return Messages.fileTooLarge(file.name, file.size, rule.maxBytes)
            }
            guard hashes.insert(file.sha256).inserted else { return Messages.repeatedFile(file.name) }
        }
        return nil
    }
}
