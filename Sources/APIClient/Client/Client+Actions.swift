import Models

extension Client {
    /// `GET /v1/dossiers/{id}/actions`: what the officer may do now, and why not the rest.
    public func actions(dossier id: ID) async throws(APIError) -> ActionOptions {
        try await value(.get("listDossierActions", "/v1/dossiers/\(id)/actions"))
    }

    /// `PUT /v1/dossiers/{id}/claim`: takes the lease of a dossier, or keeps it up. Refused with 409 while another
    /// officer has it.
    public func claim(dossier id: ID) async throws(APIError) -> DossierClaim {
        try await value(
            .send("claimDossier", .put, "/v1/dossiers/\(id)/claim", Array("{}".utf8), isRepeatable: true))
    }

    /// `DELETE /v1/dossiers/{id}/claim`: gives the lease back. To give back what is not held is no error.
    public func release(dossier id: ID) async throws(APIError) {
        let request = Request(.delete, Target("/v1/dossiers/\(id)/claim").text, isRepeatable: true)
        try await answer(to: Call(operation: "releaseDossier", request: request))
    }
}
