import Models

/// What administrators do with many bindings at once: once, under its key, whatever dies in between.
extension Acts {
    /// Saves a plan as it was looked at.
    ///
    /// - Parameter revision: What its preview gave; where any row is another by now the act is refused with 412, row by row.
    public func change(
        bindings plan: BindingsPlan, revision: String, key: ID, title: String, draft: ID? = nil
    ) async throws(ActError) -> Done<BindingsChange> {
        try decoded(
            try await perform(
                "changeBindings", "/v1/binding-changes", plan, key: key, title: title, draft: draft,
                revision: revision))
    }

    /// Puts back what held before a change.
    public func undo(bindings change: ID, key: ID, title: String) async throws(ActError)
        -> Done<BindingsChange>
    {
        let nothing: [String: String] = [:]
        return try decoded(
            try await perform(
                "undoBindingChange", "/v1/binding-changes/\(change):undo", nothing, key: key, title: title,
                draft: nil))
    }

    /// Every operation that answers a change of bindings.
    public static let bindingOperations = ["changeBindings", "undoBindingChange"]
}
