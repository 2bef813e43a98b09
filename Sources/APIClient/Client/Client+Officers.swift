import Models

extension Client {
    /// `GET /v1/officers`, in the order of names.
    ///
    /// - Parameters:
    ///   - query: Words of name, account or position, or a whole identity number.
    ///   - state: `active`, `waiting`, `ended`, `suspended`, `revoked`, `unused`, `review`, `pending`, `idle`; all where nil.
    public func officers(
        _ query: String? = nil, unit: String? = nil, role: String? = nil, state: String? = nil,
        cursor: String? = nil, limit: Int? = nil
    ) async throws(APIError) -> Page<OfficerRecord> {
        let target = Target("/v1/officers").with("q", query).with("unit", unit).with("role", role)
            .with("state", state).with("cursor", cursor).with("limit", limit)
        return try await value(.get("listOfficers", target))
    }

    /// `GET /v1/officers` as a table for spreadsheets, in UTF-8.
    public func officerTable(_ query: String? = nil, unit: String? = nil, state: String? = nil)
        async throws(APIError) -> [UInt8]
    {
        try await table(
            "listOfficers",
            Target("/v1/officers").with("q", query).with("unit", unit).with("state", state))
    }

    /// `POST /v1/officers:import`: a file as it is; all its lines are taken in, or none.
    ///
    /// - Parameters:
    ///   - columns: What stands in which place of a line; empty for what is passed over.
    ///   - dryRun: Only a verdict for each line; nothing is taken in.
    public func importOfficers(_ bytes: [UInt8], columns: [String], dryRun: Bool, key: String)
        async throws(APIError) -> OfficerImport
    {
        let target = Target("/v1/officers:import").with("dry_run", dryRun ? "true" : "false")
            .with("columns", columns.joined(separator: ","))
        var call = Call.act("importOfficers", target, bytes: bytes, key: key)
        call.request.headers.removeAll { $0.name == "Content-Type" }
        call.request.headers.append(Header("Content-Type", "text/csv"))
        call.request.limits.total = 300_000
        call.request.limits.stall = 0
        return try await value(call)
    }

    /// `GET /v1/officers/{id}`
    public func officer(_ id: ID) async throws(APIError) -> OfficerRecord {
        try await value(.get("getOfficer", "/v1/officers/\(id)"))
    }

    /// `POST /v1/officers/{id}:reveal`. Audited with its purpose.
    public func revealOfficer(_ id: ID, purpose: String) async throws(APIError) -> OfficerRecord {
        try await value(.ask("revealOfficer", "/v1/officers/\(id):reveal", ["purpose": purpose]))
    }

    /// `GET /v1/officer-changes`: what waits for a second administrator, or all.
    public func officerChanges(all: Bool = false, cursor: String? = nil, limit: Int? = nil)
        async throws(APIError) -> Page<OfficerChange>
    {
        let target = Target("/v1/officer-changes").with("state", all ? "all" : nil).with("cursor", cursor)
            .with("limit", limit)
        return try await value(.get("listOfficerChanges", target))
    }

    /// `GET /v1/roles`
    public func roles() async throws(APIError) -> [RoleSummary] { try await all("listRoles", "/v1/roles") }

    /// `GET /v1/assignments`: those that hold today or later.
    public func assignments(
        officer: ID? = nil, unit: String? = nil, role: String? = nil, cursor: String? = nil,
        limit: Int? = nil
    ) async throws(APIError) -> Page<OfficerAssignment> {
        let target = Target("/v1/assignments").with("officer", officer).with("unit", unit)
            .with("role", role).with("cursor", cursor).with("limit", limit)
        return try await value(.get("listAssignments", target))
    }

    /// `DELETE /v1/assignments/{id}`. Ending what has ended is no error.
    public func endAssignment(_ id: ID, allowGaps: Bool = false) async throws(APIError) -> OfficerRecord {
        let target = Target("/v1/assignments/\(id)").with("allow_gaps", allowGaps ? "true" : nil)
        return try await value(
            Call(
                operation: "endAssignment",
                request: Request(.delete, target.text, isRepeatable: true)))
    }
}
