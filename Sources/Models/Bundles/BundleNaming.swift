import Forms

/// What a member's fields, groups and papers are called in the bundle's declaration.
public struct BundleNaming: Hashable, Sendable {
    let member: BundleMember

    init(member: BundleMember) {
        self.member = member
    }

    /// For a form that stands whole within another one: all of it is asked for, under names of its own.
    public init(prefix: String) {
        self.init(member: BundleMember(procedure: "", caseCode: "", start: .atOnce, prefix: prefix))
    }

    private var prefix: String { member.prefix ?? "" }

    /// The field of the declaration that answers a field of the member's own form; nil for one that is not asked for.
    func field(_ id: String) -> String? {
        if let source = member.same[id] { return source }
        return member.omit.contains(id) ? nil : prefix + id
    }

    public func group(_ id: String) -> String { prefix + id }

    func document(_ code: String) -> String { prefix + code }

    /// Whether the declaration has an entry of its own for the field.
    func isAsked(_ id: String) -> Bool {
        member.same[id] == nil && !member.omit.contains(id)
    }

    /// For expressions: every name of the member's form.
    func names(of form: FormDefinition) -> [String: String] {
        var names: [String: String] = [:]
        for group in form.groups {
            names[group.id] = self.group(group.id)
            for field in group.fields {
                names[field.id] =
                    group.repeats == nil ? self.field(field.id) ?? prefix + field.id : prefix + field.id
            }
        }
        return names
    }
}

extension BundleNaming {
    /// The pages of the member's form as the declaration has them: what is filled elsewhere or not asked for is gone.
    public func pages(of form: FormDefinition) throws(ExpressionError) -> [FormPage] {
        let names = names(of: form)
        var pages: [FormPage] = []
        for page in form.pages {
            var kept = page
            kept.id = group(page.id)
            kept.visibleWhen = try page.visibleWhen?.renamed(names)
            kept.groups = []
            for group in page.groups {
                guard let group = try self.group(group, names) else { continue }
                kept.groups.append(group)
            }
            if !kept.groups.isEmpty { pages.append(kept) }
        }
        return pages
    }

    public func rules(of form: FormDefinition) throws(ExpressionError) -> [FormRule] {
        let names = names(of: form)
        var rules: [FormRule] = []
        for rule in form.rules where !member.omit.contains(rule.field) {
            var renamed = rule
            renamed.id = group(rule.id)
            renamed.holds = try rule.holds.renamed(names)
            renamed.field = names[rule.field] ?? rule.field
            rules.append(renamed)
        }
        return rules
    }

    private func group(_ group: FormGroup, _ names: [String: String]) throws(ExpressionError) -> FormGroup? {
        var kept = group
        kept.id = self.group(group.id)
        kept.visibleWhen = try group.visibleWhen?.renamed(names)
        kept.fields = []
        for field in group.fields {
            guard group.repeats != nil || isAsked(field.id) else { continue }
            kept.fields.append(try self.field(field, names))
        }
        return kept.fields.contains { $0.kind != .note } || group.fields.allSatisfy { $0.kind == .note }
            ? kept : nil
    }

    private func field(_ field: Field, _ names: [String: String]) throws(ExpressionError) -> Field {
        var renamed = field
        renamed.id = names[field.id] ?? field.id
        renamed.visibleWhen = try field.visibleWhen?.renamed(names)
        renamed.computed = try field.computed?.renamed(names)
        if case .when(let condition) = field.required {
            renamed.required = .when(try condition.renamed(names))
        }
        renamed.initial = member.initial[field.id] ?? field.initial
        switch field.kind {
        case .dropdown(.reference(let set, let parent?), let multiple, let empty):
            renamed.kind = .dropdown(
                .reference(set, parentField: names[parent] ?? parent), multiple: multiple, empty: empty)
        case .search(.reference(let set, let parent?), let popular):
            renamed.kind = .search(.reference(set, parentField: names[parent] ?? parent), popular: popular)
        default: break
        }
        return renamed
    }
}
