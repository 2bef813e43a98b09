import Models

// What administrators do with many bindings at once.

extension Act where Answer == BindingsChange {
    /// Saves a plan as it was looked at.
    ///
    /// - Parameter revision: What its preview gave; where any row is another by now the act is refused with 412, row by row.
    public static func change(bindings plan: BindingsPlan, revision: String) -> Self {
        Self("changeBindings", "/v1/binding-changes", plan, tag: revision)
    }

    /// Puts back what held before a change.
    public static func undo(bindings change: ID) -> Self {
        Self("undoBindingChange", "/v1/binding-changes/\(change):undo")
    }
}
