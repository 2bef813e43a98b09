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

    /// `POST /v1/persons:report-mismatch`: tells the owner of a source that a value in it is wrong.
    public func reportMismatch(_ report: MismatchReport, key: String) async throws(APIError) {
        try await answer(to: .act("reportMismatch", "/v1/persons:report-mismatch", report, key: key))
    }
}
