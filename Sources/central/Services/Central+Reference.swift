import Forms

extension Central {
    /// Looks the reference values of some answers up, in the sets in force on a day, and gives a check of them.
    func referenceCheck(_ form: FormDefinition, _ answers: Answers, on day: LocalDate) async throws
        -> FormValidator.ReferenceCheck
    {
        var wanted: Set<ReferenceKey> = []
        for group in form.groups {
            let rows = group.repeats == nil ? [answers] : Array(answers.rows(group.id).prefix(500))
            for field in group.fields {
                guard case .reference(let set, _)? = field.kind.source else { continue }
                for row in rows {
                    switch row[field.id] {
                    case .text(let value): wanted.insert(ReferenceKey(set: set, code: value))
                    case .choices(let values):
                        for value in values.prefix(500) { wanted.insert(ReferenceKey(set: set, code: value)) }
                    default: break
                    }
                }
            }
        }
        let keys = wanted
        let found = try await store.read { try CatalogueTable.parents($0, of: keys, on: day) }
        return { set, value, parent in
            guard let parents = found[ReferenceKey(set: set, code: value)] else { return false }
            return parent.map { parents.contains($0) } ?? true
        }
    }
}
