import Models

extension Client {
    /// `GET /v1/dossiers/{id}/actions`: what the officer may do now, and why not the rest.
    ///
    /// - Parameter asked: A verb that is among them in any case, with the reasons why it is not possible.
    public func actions(dossier id: ID, asked: ProcessAction? = nil) async throws(APIError) -> ActionOptions {
        let target = Target("/v1/dossiers/\(id)/actions").with("action", asked?.rawValue)
        return try await value(.get("listDossierActions", target))
    }

    /// `GET /v1/dossiers:hand-over`: which dossiers of an officer would go over to another, and why the others stay.
    public func handOverPreview(from: ID, to: ID) async throws(APIError) -> DossierHandOverResult {
        try await value(
            .get(
                "previewHandOver", Target("/v1/dossiers:hand-over").with("from", from).with("to", to)))
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
