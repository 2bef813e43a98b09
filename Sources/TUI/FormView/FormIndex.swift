import Forms

/// What can be worked out once about a form's definition, so that a key costs no search.
final class FormIndex: Sendable {
    struct Group: Sendable {
        var page: Int
        var definition: FormGroup
        /// Fields by id, in the group.
        var fields: [String: Int]
        /// Fields with a condition of their own: visibility, requirement or a computed value.
        var conditional: [Int]

        var repeats: Repeats? { definition.repeats }
    }

    let definition: FormDefinition
    let groups: [Group]
    /// Of the groups that repeat, by id.
    let repeating: [String: Int]
    /// Where fields outside of repeating groups stand.
    private let single: [String: (group: Int, field: Int)]
    /// The names that any condition looks at. A change of another field changes no other.
    let decisive: Set<String>
    /// The rules by the names that they look at or stand at.
    let rules: [String: [FormRule]]
    /// Dropdowns by the field that their options depend on.
    let dependents: [String: [String]]

    init(_ definition: FormDefinition) {
        self.definition = definition
        var groups: [Group] = []
        var single: [String: (group: Int, field: Int)] = [:]
        var repeating: [String: Int] = [:]
        var decisive: Set<String> = []
        var dependents: [String: [String]] = [:]
        func take(_ expression: Expression?) {
            for name in expression?.names ?? [] {
                decisive.formUnion(name.split(separator: ".").map(String.init))
            }
        }
        for (page, pageDefinition) in definition.pages.enumerated() {
            take(pageDefinition.visibleWhen)
            for group in pageDefinition.groups {
                take(group.visibleWhen)
                var fields: [String: Int] = [:]
                var conditional: [Int] = []
                for (index, field) in group.fields.enumerated() where fields[field.id] == nil {
                    fields[field.id] = index
                    take(field.visibleWhen)
                    take(field.computed)
                    var isConditional = field.visibleWhen != nil || field.computed != nil
                    if case .when(let expression) = field.required {
                        take(expression)
                        isConditional = true
                    }
                    if isConditional { conditional.append(index) }
                    switch field.kind {
                    case .dropdown(.reference(_, parentField: let parent?), _, _),
                        .search(.reference(_, parentField: let parent?), _):
                        dependents[parent, default: []].append(field.id)
                    default: break
                    }
                    if group.repeats == nil, single[field.id] == nil {
                        single[field.id] = (groups.count, index)
                    }
                }
                if group.repeats != nil { repeating[group.id] = groups.count }
                groups.append(
                    Group(page: page, definition: group, fields: fields, conditional: conditional))
            }
        }
        var rules: [String: [FormRule]] = [:]
        for rule in definition.rules {
            let names = rule.holds.names.flatMap { $0.split(separator: ".").map(String.init) }
            for name in Set(names + [rule.field]) { rules[name, default: []].append(rule) }
        }
        self.groups = groups
        self.single = single
        self.repeating = repeating
        self.decisive = decisive
        self.rules = rules
        self.dependents = dependents
    }

    /// The group and the field in it that a path names.
    func find(_ path: FieldPath) -> (group: Int, field: Int)? {
        guard let groupID = path.group, let group = repeating[groupID] else { return single[path.field] }
        return groups[group].fields[path.field].map { (group, $0) }
    }

    func field(_ id: EntryID) -> Field { groups[id.group].definition.fields[id.field] }
    func field(_ place: EntryPlace) -> Field { groups[place.group].definition.fields[place.field] }
}
