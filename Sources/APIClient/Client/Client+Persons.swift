import Forms
import Models

extension Client {
    /// `POST /v1/persons:lookup`. Audited with its purpose.
    public func lookupPerson(
        identityNumber: String, purpose: String
    ) async throws(APIError) -> PersonLookup {
        try await value(
            .ask(
                "lookupPerson", "/v1/persons:lookup",
                PersonLookupRequest(identityNumber: identityNumber, purpose: purpose)))
    }

    /// `POST /v1/persons:autofill`: what the system knows for the fields of a form.
    public func autofill(_ request: AutofillRequest) async throws(APIError) -> Autofill {
        try await value(.ask("autofillPerson", "/v1/persons:autofill", request))
    }

    /// `GET /v1/persons/mismatches`: what is said to be wrong in a source, for its owner, the latest first.
    ///
    /// - Parameter state: `open` or `resolved`; nil for all.
    public func mismatches(
        state: String? = nil, cursor: String? = nil, limit: Int? = nil
    ) async throws(APIError) -> Page<Mismatch> {
        let target = Target("/v1/persons/mismatches").with("state", state)
        return try await value(
            .get("listMismatches", target.with("cursor", cursor).with("limit", limit)))
    }

    /// `GET /v1/persons/mismatches` as a table for spreadsheets, in UTF-8.
    public func mismatchTable(
        state: String? = nil, in language: Language = .vi
    ) async throws(APIError) -> [UInt8] {
        try await table(
            "listMismatches", Target("/v1/persons/mismatches").with("state", state), in: language)
    }

    /// `POST /v1/persons/mismatches/{id}:reveal`: a report with its person and values. Audited with its purpose.
    public func revealMismatch(_ id: ID, purpose: String) async throws(APIError) -> Mismatch {
        try await value(
            .ask("revealMismatch", "/v1/persons/mismatches/\(id):reveal", ["purpose": purpose]))
    }

    /// `POST /v1/persons/mismatches/{id}:resolve`: says what was done about a report. Answered with 412
    /// (`Problem.isStale`) where somebody else was faster.
    public func resolveMismatch(_ id: ID, note: String, key: String) async throws(APIError) -> Mismatch {
        try await value(
            .act(
                "resolveMismatch", "/v1/persons/mismatches/\(id):resolve", MismatchResolve(note: note),
                key: key))
    }

    /// `POST /v1/persons:report-mismatch`: tells the owner of a source that a value in it is wrong.
    public func reportMismatch(_ report: MismatchReport, key: String) async throws(APIError) {
        try await answer(to: .act("reportMismatch", "/v1/persons:report-mismatch", report, key: key))
    }
}
