/// A form as the linter walks it: every part beside its place, what could not be read left out.
struct FormOutline {
    struct Page {
        var place: String
        var page: FormPage
        var groups: [Group]
    }

    struct Group {
        var place: String
        var group: FormGroup
        var fields: [Item]
    }

    struct Item {
        var place: String
        var field: Field
        /// Its rule was read without a mistake: only then it is looked at.
        var isWhole = true
    }

    struct Rule {
        var place: String
        var rule: FormRule
    }

    /// Nil where the head of the form (id, version, title) could not be read.
    var head: FormDefinition?
    var pages: [Page] = []
    var rules: [Rule] = []
    /// Something was left out, so a name that isn't known may be its.
    var isPartial = false

    var groups: [Group] { pages.flatMap(\.groups) }

    init() {}

    init(_ form: FormDefinition) {
        head = form
        for (index, page) in form.pages.enumerated() {
            let place = "/pages/\(index)"
            let groups = page.groups.enumerated().map { index, group in
                let place = place + "/groups/\(index)"
                let fields = group.fields.enumerated().map { Item(place: place + "/fields/\($0)", field: $1) }
                return Group(place: place, group: group, fields: fields)
            }
            pages.append(Page(place: place, page: page, groups: groups))
        }
        rules = form.rules.enumerated().map { Rule(place: "/rules/\($0)", rule: $1) }
    }
}
