import Forms
import Models

extension DataCheck {
    /// The data that may fill fields in: where from, and which attribute of the applicant.
    private static let sources: Set<String> = {
        let attributes = [
            "name", "identity_number", "birth_date", "sex", "address", "phone", "email", "tax_code",
        ]
        return Set(["card", "person"].flatMap { from in attributes.map { from + "." + $0 } } + ["previous"])
    }()

    /// Ids are unique, expressions and rules name fields that exist, options are few enough for their widget.
    mutating func check(_ form: FormDefinition) {
        let file = "forms/\(form.id).json"
        if !set.procedures.contains(where: { $0.cases.contains { $0.formId == form.id } }) {
            fault(file, "", "không thủ tục nào dùng biểu mẫu này")
        }
        var plain: Set<String> = []
        var rows: [String: Set<String>] = [:]
        for group in form.groups {
            let ids = Set(group.fields.map(\.id))
            if group.repeats != nil {
                rows[group.id] = ids
            } else {
                plain.formUnion(ids)
            }
        }
        unique(form.groups.flatMap(\.fields).map(\.id), file, at: "/pages")
        unique(form.groups.map(\.id), file, at: "/pages")
        unique(form.rules.map(\.id), file, at: "/rules")
        let sums = rows.flatMap { group, ids in ids.map { group + "." + $0 } }
        let names = plain.union(rows.keys).union(sums)
        for (pageIndex, page) in form.pages.enumerated() {
            let place = "/pages/\(pageIndex)"
            check(page.visibleWhen, names, file, at: place + "/visible_when")
            for (groupIndex, group) in page.groups.enumerated() {
                let place = place + "/groups/\(groupIndex)"
                let own = names.union(rows[group.id] ?? [])
                check(group.visibleWhen, names, file, at: place + "/visible_when")
                for (index, field) in group.fields.enumerated() {
                    check(field, plain: plain, names: own, file, at: place + "/fields/\(index)")
                }
            }
        }
        for (index, rule) in form.rules.enumerated() {
            let place = "/rules/\(index)"
            let row = rows.values.first { $0.contains(rule.field) }
            if row == nil, !plain.contains(rule.field) {
                fault(file, place + "/field", "không có trường \(rule.field)")
            }
            check(rule.holds, names.union(row ?? []), file, at: place + "/holds")
        }
    }

    private mutating func check(
        _ field: Field, plain: Set<String>, names: Set<String>, _ file: String, at place: String
    ) {
        check(field.visibleWhen, names, file, at: place + "/visible_when")
        check(field.computed, names, file, at: place + "/computed")
        if case .when(let expression) = field.required {
            check(expression, names, file, at: place + "/required")
        }
        for (index, source) in field.sources.enumerated() where !Self.sources.contains(source) {
            fault(file, place + "/sources/\(index)", "không có nguồn \(source)")
        }
        switch field.kind {
        case .radio(let options), .checkboxes(let options):
            if !(2...4).contains(options.count) {
                fault(file, place + "/options", "nút chọn có 2 đến 4 mục; nhiều hơn thì dùng danh sách")
            }
            unique(options.map(\.value), file, at: place + "/options")
        case .dropdown(.fixed(let options), _, _):
            unique(options.map(\.value), file, at: place + "/options")
        case .dropdown(.reference(let name, let parent), _, _):
            if !["provinces", "communes", "ethnic_groups"].contains(name) {
                fault(file, place + "/reference", "không có danh mục \(name)")
            }
            if let parent, !plain.contains(parent) {
                fault(file, place + "/parent_field", "không có trường \(parent)")
            }
        default: break
        }
    }

    private mutating func check(
        _ expression: Forms.Expression?, _ names: Set<String>, _ file: String, at place: String
    ) {
        guard let expression else { return }
        for name in expression.names.sorted() where !names.contains(name) {
            fault(file, place, "không có trường \(name)")
        }
    }
}
