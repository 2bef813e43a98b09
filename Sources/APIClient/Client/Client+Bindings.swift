import Models

extension Client {
    /// `GET /v1/units/{unit}/bindings/{process}`: who does which step for a unit's dossiers.
    public func bindings(unit: String, process: ID) async throws(APIError) -> Revised<UnitBindings> {
        let response = try await answer(to: .get("getBindings", "/v1/units/\(unit)/bindings/\(process)"))
        return Revised(
            try Reply.decode(UnitBindings.self, from: response), revision: response.headers.first("ETag"))
    }

    /// `PUT /v1/units/{unit}/bindings/{process}`: the whole set from now on.
    ///
    /// - Parameter revision: What the change is made upon; answered with 412 (`Problem.isStale`) where another
    ///   administrator was faster.
    public func putBindings(
        unit: String, process: ID, _ set: BindingsPut, revision: String
    ) async throws(APIError) -> Revised<UnitBindings> {
        let response = try await answer(
            to: .send(
                "putBindings", .put, "/v1/units/\(unit)/bindings/\(process)", try Call.encode(set),
                isRepeatable: false, headers: [Header("If-Match", revision)]))
        return Revised(
            try Reply.decode(UnitBindings.self, from: response), revision: response.headers.first("ETag"))
    }

    /// `POST /v1/bindings:apply`: one assignee for a selection of units, processes and steps.
    public func applyBindings(_ selection: BindingsApply, key: ID) async throws(APIError) -> BindingsApplied {
        try await value(.act("applyBindings", "/v1/bindings:apply", selection, key: key))
    }

    /// `GET /v1/delegations`: the officer's own; an administrator's units'.
    public func delegations(cursor: String? = nil, limit: Int? = nil) async throws(APIError)
        -> Page<Delegation>
    {
        try await value(
            .get("listDelegations", Target("/v1/delegations").with("cursor", cursor).with("limit", limit)))
    }

    /// `POST /v1/delegations`: lends a role to a colleague for some days.
    public func delegate(_ request: DelegationRequest, key: ID) async throws(APIError) -> Delegation {
        try await value(.act("makeDelegation", "/v1/delegations", request, key: key))
    }

    /// `DELETE /v1/delegations/{id}`. Ending what has ended is no error.
    public func endDelegation(_ id: ID) async throws(APIError) {
        let request = Request(.delete, Target("/v1/delegations/\(id)").text, isRepeatable: true)
        try await answer(to: Call(operation: "endDelegation", request: request))
    }

    /// `GET /v1/me/permissions`
    ///
    /// - Parameter subject: A dossier's code or id, to be told why the officer sees it or not.
    public func permissions(explaining subject: String? = nil) async throws(APIError) -> Permissions {
        try await value(.get("getPermissions", Target("/v1/me/permissions").with("explain", subject)))
    }
}
