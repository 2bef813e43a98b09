import Models

extension Client {
    /// `POST /v1/dossiers`: takes a dossier in, asks for supplement, or refuses.
    ///
    /// - Parameter key: Made when the officer began the act, and the same for every try of it.
    public func createDossier(_ intake: DossierIntake, key: String) async throws(APIError) -> Dossier {
        try await value(.act("createDossier", "/v1/dossiers", intake, key: key))
    }

    /// `POST /v1/dossiers:check-duplicates`
    public func checkDuplicates(
        _ request: DuplicateCheckRequest
    ) async throws(APIError) -> [PossibleDuplicate] {
        let found: PossibleDuplicates = try await value(
            .ask("checkDuplicates", "/v1/dossiers:check-duplicates", request))
        return found.items
    }

    /// `GET /v1/dossiers/{id}`
    public func dossier(_ id: ID) async throws(APIError) -> Dossier {
        try await value(.get("getDossier", "/v1/dossiers/\(id)"))
    }

    /// `PATCH /v1/dossiers/{id}`: corrects a dossier that was received, with a reason.
    ///
    /// - Parameters:
    ///   - revision: The dossier's, as it was seen. Answered with 412 (`Problem.isStale`) where it is another by now.
    ///   - key: Made when the officer began, and the same for every try of it.
    public func amend(
        dossier id: ID, _ amendment: DossierAmendment, revision: Int, key: ID
    ) async throws(APIError) -> Dossier {
        var call = Call.act(
            "amendDossier", "/v1/dossiers/\(id)", bytes: try Call.encode(amendment), key: key, method: .patch)
        call.request.headers.append(Header("If-Match", "\"\(revision)\""))
        return try await value(call)
    }

    /// `GET /v1/dossiers/{id}/events`: the history, oldest first.
    public func events(dossier id: ID) async throws(APIError) -> [DossierEvent] {
        try await all("listDossierEvents", "/v1/dossiers/\(id)/events")
    }

    /// `GET /v1/dossiers/{id}/clock`
    public func clock(dossier id: ID) async throws(APIError) -> DossierClock {
        try await value(.get("getDossierClock", "/v1/dossiers/\(id)/clock"))
    }

    /// `GET /v1/dossiers/{id}/documents`
    public func documents(dossier id: ID) async throws(APIError) -> [SubmittedDocument] {
        try await all("listDossierDocuments", "/v1/dossiers/\(id)/documents")
    }

    /// `POST /v1/dossiers/{id}:reveal`: the parties without masks. Audited with its purpose.
    public func reveal(dossier id: ID, purpose: String) async throws(APIError) -> RevealedParties {
        try await value(
            .ask("revealDossier", "/v1/dossiers/\(id):reveal", ["purpose": purpose]))
    }

    /// `POST /v1/dossiers/{id}:verify`: whether what a caller says shows that the dossier is his. Audited; five wrong ones
    /// an hour for a dossier.
    public func verifyCaller(dossier id: ID, _ check: CallerCheck) async throws(APIError) -> CallerVerdict {
        try await value(.ask("verifyCaller", "/v1/dossiers/\(id):verify", check))
    }

    /// `POST /v1/dossiers/{id}/prints`: that a paper is about to be printed. The answer says which copy it is.
    public func recordPrint(
        dossier id: ID, _ request: PrintRequest, key: String
    ) async throws(APIError) -> PrintRecord {
        try await value(.act("recordPrint", "/v1/dossiers/\(id)/prints", request, key: key))
    }

    /// `GET /v1/dossiers/{id}/prints`
    public func prints(dossier id: ID) async throws(APIError) -> [PrintRecord] {
        try await all("listPrints", "/v1/dossiers/\(id)/prints")
    }

    /// `GET /v1/dossiers/{id}/messages`: what the citizen was told, or is about to be told.
    public func messages(dossier id: ID) async throws(APIError) -> [DossierMessage] {
        try await all("listDossierMessages", "/v1/dossiers/\(id)/messages")
    }

    /// `GET /v1/inboxes`: the queues with their counts.
    public func inboxes() async throws(APIError) -> [Inbox] {
        let inboxes: Inboxes = try await value(.get("listInboxes", "/v1/inboxes"))
        return inboxes.items
    }

    /// `GET /v1/inboxes/{slug}`
    public func inbox(
        _ slug: String, filter: InboxFilter = InboxFilter(), cursor: String? = nil, limit: Int? = nil
    ) async throws(APIError) -> Page<SearchItem> {
        let target = filter.target("/v1/inboxes/\(slug)")
        return try await value(.get("getInbox", target.with("cursor", cursor).with("limit", limit)))
    }

    /// `GET /v1/search`: code, identity number, phone, or a name; with what it was taken for.
    public func search(
        _ query: String, filter: SearchFilter = SearchFilter(), cursor: String? = nil, limit: Int? = nil
    ) async throws(APIError) -> SearchPage {
        let target = filter.target(Target("/v1/search").with("q", query.isEmpty ? nil : query))
        return try await value(.get("search", target.with("cursor", cursor).with("limit", limit)))
    }
}
