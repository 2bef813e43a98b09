import Models

extension Client {
    /// `GET /v1/drafts`: the officer's own, the latest first.
    public func drafts(cursor: String? = nil, limit: Int? = nil) async throws(APIError) -> Page<Draft> {
        try await value(
            .get("listDrafts", Target("/v1/drafts").with("cursor", cursor).with("limit", limit)))
    }

    /// `GET /v1/drafts/{id}`
    public func draft(_ id: ID) async throws(APIError) -> Revised<Draft> {
        let response = try await answer(to: .get("getDraft", "/v1/drafts/\(id)"))
        return Revised(
            try Reply.decode(Draft.self, from: response), revision: response.headers.first("ETag"))
    }

    /// `PUT /v1/drafts/{id}`
    ///
    /// - Parameter revision: What the change is made upon; nil for a new draft, `*` for whatever is there.
    ///   Answered with 412 (`Problem.isStale`) where another desk was faster.
    public func putDraft(_ draft: DraftPut, revision: String?) async throws(APIError) -> Revised<Draft> {
        let call = Call.send(
            "putDraft", .put, "/v1/drafts/\(draft.id)", try Call.encode(draft), isRepeatable: false,
            headers: revision.map { [Header("If-Match", $0)] } ?? [])
        let response = try await answer(to: call)
        return Revised(
            try Reply.decode(Draft.self, from: response), revision: response.headers.first("ETag"))
    }

    /// `GET /v1/colleagues`: who else receives dossiers in the officer's units.
    ///
    /// - Parameter handling: All who handle dossiers wherever the officer may see them, in whatever role, and those who
    ///   have left and still have some.
    public func colleagues(handling: Bool = false) async throws(APIError) -> [Colleague] {
        try await all("listColleagues", Target("/v1/colleagues").with("who", handling ? "handling" : nil))
    }

    /// `POST /v1/drafts/{id}:hand-over`: from then on the draft is the colleague's alone.
    ///
    /// - Parameter revision: What is handed over, as it was seen; `*` for whatever is there. Answered with 412
    ///   (`Problem.isStale`) where another desk has changed it since.
    @discardableResult
    public func handOver(
        draft id: ID, to officer: ID, revision: String, key: ID
    ) async throws(APIError) -> OfficerRef {
        var call = Call.act(
            "handOverDraft", "/v1/drafts/\(id):hand-over",
            bytes: try Call.encode(DraftHandOver(officer: officer)), key: key)
        call.request.headers.append(Header("If-Match", revision))
        return try await value(call)
    }

    /// `DELETE /v1/drafts/{id}`. Deleting what is gone is no error.
    public func deleteDraft(_ id: ID, revision: String = "*") async throws(APIError) {
        let request = Request(
            .delete, Target("/v1/drafts/\(id)").text, headers: [Header("If-Match", revision)],
            isRepeatable: true)
        try await answer(to: Call(operation: "deleteDraft", request: request))
    }
}
