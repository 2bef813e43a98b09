/// Looks through a form for what its author can't have meant.
struct FormLint {
    let form: FormOutline
    let sources: Set<String>?
    let references: Set<String>?
    var findings: [FormFinding] = []
    /// The types of the fields that stand once, and of those of every repeating group.
    let plain: [String: ExpressionType]
    let repeating: [String: [String: ExpressionType]]

    init(_ form: FormOutline, sources: Set<String>?, references: Set<String>?) {
        self.form = form
        self.sources = sources
        self.references = references
        var plain: [String: ExpressionType] = [:]
        var repeating: [String: [String: ExpressionType]] = [:]
        for group in form.groups {
            for item in group.fields where item.field.kind != .note {
                let type = item.isWhole ? ExpressionType(item.field.kind) : .unknown
                if group.group.repeats == nil {
                    plain[item.field.id] = type
                } else {
                    repeating[group.group.id, default: [:]][item.field.id] = type
                }
            }
            if group.group.repeats != nil {
                repeating[group.group.id, default: [:]] = repeating[group.group.id] ?? [:]
            }
        }
        self.plain = plain
        self.repeating = repeating
    }

    mutating func run() -> [FormFinding] {
        if let head = form.head { checkHead(head) }
        checkSizes()
        checkIDs()
        checkCost()
        for page in form.pages { check(page) }
        for rule in form.rules { check(rule) }
        checkCycles()
        checkPaper()
        return Array(findings.prefix(FormLimits.findings))
    }

    mutating func report(_ place: String, _ code: String, _ message: String) {
        findings.append(FormFinding(pointer: place, code: code, message: message))
    }

    // MARK: The whole

    private mutating func checkHead(_ head: FormDefinition) {
        let isID =
            !head.id.isEmpty
            && head.id.utf8.allSatisfy {
                Self.isIDByte($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".")
            }
        if !isID || head.id.utf8.count > FormLimits.id {
            report(
                "/id", "bad_id",
                "Mã biểu mẫu chỉ gồm a–z, 0–9, _, - và dấu chấm, dài nhất \(FormLimits.id) ký tự.")
        }
        if !(1...1_000_000).contains(head.version) {
            report("/version", "out_of_range", "Số bản phải từ 1 đến 1000000.")
        }
        check(head.title, at: "/title", most: FormLimits.label)
        if form.pages.isEmpty, !form.isPartial { report("/pages", "empty", "Biểu mẫu không có trang nào.") }
    }

    private mutating func checkSizes() {
        let fields = form.groups.reduce(0) { $0 + $1.fields.count }
        for (place, count, most, words) in [
            ("/pages", form.pages.count, FormLimits.pages, "trang"),
            ("/pages", form.groups.count, FormLimits.groups, "nhóm"),
            ("/pages", fields, FormLimits.fields, "mục"),
            ("/rules", form.rules.count, FormLimits.rules, "quy tắc"),
        ] where count > most {
            report(place, "too_many", "Biểu mẫu có \(count) \(words), nhiều nhất \(most).")
        }
    }

    /// Fields and repeating groups share one space of ids, for answers do; groups, pages and rules have their own.
    private mutating func checkIDs() {
        var answers: [String: String] = [:]
        var groups: [String: String] = [:]
        var pages: [String: String] = [:]
        for page in form.pages {
            claim(page.page.id, "Trang", at: page.place, in: &pages)
            for group in page.groups {
                claim(group.group.id, "Nhóm", at: group.place, in: &groups)
                if group.group.repeats != nil {
                    answers[group.group.id] = answers[group.group.id] ?? group.place + "/id"
                }
            }
        }
        for item in form.groups.flatMap(\.fields) {
            claim(item.field.id, "Mục", at: item.place, in: &answers)
        }
        var rules: [String: String] = [:]
        for rule in form.rules { claim(rule.rule.id, "Quy tắc", at: rule.place, in: &rules) }
    }

    private mutating func claim(
        _ id: String, _ what: String, at place: String, in taken: inout [String: String]
    ) {
        let place = place + "/id"
        if id.isEmpty || id.utf8.count > FormLimits.id || !id.utf8.allSatisfy(Self.isIDByte) {
            report(
                place, "bad_id",
                "\(what) “\(id.prefix(80))”: mã chỉ gồm a–z, 0–9 và _, dài nhất \(FormLimits.id) ký tự.")
        }
        if let earlier = taken.updateValue(place, forKey: id) {
            report(place, "duplicate_id", "\(what) “\(id)” trùng mã với \(earlier).")
        }
    }

    private static func isIDByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
            true
        default: false
        }
    }

    // MARK: Texts

    /// Both languages: there, not too long, without characters that can't be seen.
    mutating func check(_ phrase: Phrase?, at place: String, most: Int) {
        guard let phrase else { return }
        if phrase.vi.allSatisfy(\.isWhitespace) { report(place, "empty", "Chưa có chữ tiếng Việt.") }
        for text in [phrase.vi, phrase.en ?? ""] {
            if text.unicodeScalars.count > most { report(place, "too_long", "Chữ dài quá \(most) ký tự.") }
            if let issue = TextCheck.check(text, lines: true) { report(place, issue.code, issue.message.vi) }
        }
    }

    // MARK: Pages and groups

    private mutating func check(_ page: FormOutline.Page) {
        check(page.page.title, at: page.place + "/title", most: FormLimits.label)
        condition(page.page.visibleWhen, at: page.place + "/visible_when", in: nil)
        if page.groups.isEmpty, !form.isPartial {
            report(page.place + "/groups", "empty", "Trang “\(page.page.id)” không có nhóm nào.")
        }
        for group in page.groups {
            check(group.group.title, at: group.place + "/title", most: FormLimits.label)
            check(group.group.help, at: group.place + "/help", most: FormLimits.text)
            check(
                group.group.repeats?.addLabel, at: group.place + "/repeats/add_label", most: FormLimits.label)
            check(
                group.group.repeats?.removeLabel, at: group.place + "/repeats/remove_label",
                most: FormLimits.label)
            condition(group.group.visibleWhen, at: group.place + "/visible_when", in: nil)
            if group.fields.isEmpty, !form.isPartial {
                report(group.place + "/fields", "empty", "Nhóm “\(group.group.id)” không có mục nào.")
            }
            let rows = group.group.repeats == nil ? nil : group.group.id
            for item in group.fields { check(item, in: rows) }
        }
    }

    private mutating func check(_ item: FormOutline.Rule) {
        let (rule, place) = (item.rule, item.place)
        let rows = repeating.first { $0.value[rule.field] != nil }?.key
        if rows == nil, plain[rule.field] == nil, repeating[rule.field] == nil, !form.isPartial {
            report(
                place + "/field", "unknown_field",
                "Quy tắc “\(rule.id)” đặt ở mục “\(rule.field)”, không có mục đó.")
        }
        condition(rule.holds, at: place + "/holds", in: rows)
        check(rule.message, at: place + "/message", most: FormLimits.text)
        check(rule.hint, at: place + "/hint", most: FormLimits.text)
    }
}
