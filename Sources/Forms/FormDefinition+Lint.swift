extension FormDefinition {
    /// What an author got wrong in a form, each as a sentence; nothing for a form that may be published.
    ///
    /// A published form never fails at the desk: ids are unique, expressions name what exists, choices are
    /// as many as the eForm rules allow (RA-1, CB-1), bounds are not turned round.
    public func lint() -> [String] {
        var problems: [String] = []
        var ids: Set<String> = []
        var names: Set<String> = []
        func claim(_ id: String, _ what: String) {
            if id.isEmpty || !id.utf8.allSatisfy(Self.isIDByte) {
                problems.append("\(what) “\(id)”: mã chỉ gồm a–z, 0–9 và _.")
            }
            if !ids.insert(id).inserted { problems.append("\(what) “\(id)” trùng mã.") }
        }
        for group in groups {
            claim(group.id, "Nhóm")
            if group.repeats != nil { names.insert(group.id) }
            for field in group.fields {
                claim(field.id, "Mục")
                names.insert(field.id)
                if group.repeats != nil { names.insert(group.id + "." + field.id) }
                problems += lint(field)
            }
        }
        func check(_ expression: Expression?, _ place: String) {
            for name in expression?.names.sorted() ?? [] where !names.contains(name) {
                problems.append("\(place): biểu thức nói đến “\(name)”, không có mục nào tên như vậy.")
            }
        }
        for page in pages {
            check(page.visibleWhen, "Trang “\(page.id)”")
            for group in page.groups {
                check(group.visibleWhen, "Nhóm “\(group.id)”")
                for field in group.fields {
                    check(field.visibleWhen, "Mục “\(field.id)”")
                    check(field.computed, "Mục “\(field.id)”")
                    if case .when(let expression) = field.required { check(expression, "Mục “\(field.id)”") }
                }
            }
        }
        for rule in rules {
            check(rule.holds, "Quy tắc “\(rule.id)”")
            if !names.contains(rule.field) {
                problems.append("Quy tắc “\(rule.id)” đặt ở mục “\(rule.field)”, không có mục đó.")
            }
        }
        return problems + (paper?.lint(in: self) ?? [])
    }

    private static func isIDByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
            true
        default: false
        }
    }

    private func lint(_ field: Field) -> [String] {
        var problems: [String] = []
        func choices(_ options: [Option], _ allowed: ClosedRange<Int>) {
            if !allowed.contains(options.count) {
                problems.append(
                    "Mục “\(field.id)” có \(options.count) lựa chọn; "
                        + "phải từ \(allowed.lowerBound) đến \(allowed.upperBound), nhiều hơn thì dùng dropdown."
                )
            }
            if Set(options.map(\.value)).count != options.count {
                problems.append("Mục “\(field.id)” có lựa chọn trùng giá trị.")
            }
        }
        switch field.kind {
        case .radio(let options), .checkboxes(let options): choices(options, 2...4)
        case .dropdown(.fixed(let options), _, _): choices(options, 1...500)
        case .dropdown(.reference(_, let parent?), _, _):
            if !groups.contains(where: { $0.fields.contains { $0.id == parent } }) {
                problems.append("Mục “\(field.id)”: không có mục cha “\(parent)”.")
            }
        case .number(let rule), .money(let rule):
            if let min = rule.min, let max = rule.max, min > max {
                problems.append("Mục “\(field.id)”: giới hạn bị ngược.")
            }
        case .text(let rule):
            if let pattern = rule.pattern, (try? Pattern(pattern)) == nil {
                problems.append("Mục “\(field.id)”: mẫu không đọc được.")
            }
        default: break
        }
        return problems
    }
}
