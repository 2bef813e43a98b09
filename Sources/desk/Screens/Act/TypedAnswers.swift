import Forms

extension Answers {
    /// What differs from the answers that a form began with; nil where nothing does.
    func typed(since base: Answers) -> Answers? {
        let changed = values.filter { base[$0.key] != $0.value }
        return changed.isEmpty ? nil : Answers(changed)
    }

    /// With what was typed before on top.
    func restoring(_ typed: Answers) -> Answers {
        Answers(values.merging(typed.values) { $1 })
    }
}
