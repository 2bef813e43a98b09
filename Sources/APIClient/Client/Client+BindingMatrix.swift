import Models

extension Client {
    /// `GET /v1/units/{unit}/bindings`: procedures, their steps and who does them, by code.
    public func bindingMatrix(
        unit: String, _ query: BindingQuery, cursor: String? = nil, limit: Int? = nil
    ) async throws(APIError) -> BindingMatrix {
        let isPattern = query.text.contains("*")
        let target = Target("/v1/units/\(unit)/bindings")
            .with("q", isPattern || query.text.isEmpty ? nil : query.text)
            .with("code", isPattern ? query.text : nil).with("field", query.field)
            .with("state", query.state).with("cursor", cursor).with("limit", limit)
        return try await value(.get("getBindingMatrix", target))
    }

    /// `POST /v1/binding-changes?dry_run=true`: what a plan would change, and who would get a dossier then. Nothing is done.
    ///
    /// - Returns: With the revision that the plan is to be saved on (`Acts.change(bindings:)`).
    public func preview(bindings plan: BindingsPlan, key: ID) async throws(APIError)
        -> Revised<BindingsPreview>
    {
        let response = try await answer(
            to: .act(
                "changeBindings", Target("/v1/binding-changes").with("dry_run", "true"), plan, key: key))
        return Revised(
            try Reply.decode(BindingsPreview.self, from: response), revision: response.headers.first("ETag"))
    }

    /// `GET /v1/binding-changes`: changes that were saved as one act, the newest first.
    public func bindingChanges(cursor: String? = nil, limit: Int? = nil) async throws(APIError)
        -> Page<BindingsChange>
    {
        try await value(
            .get(
                "listBindingChanges",
                Target("/v1/binding-changes").with("cursor", cursor).with("limit", limit)
            ))
    }
}
