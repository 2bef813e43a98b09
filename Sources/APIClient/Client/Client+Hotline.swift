import Forms
import Models

extension Client {
    /// `GET /v1/calls`, the latest first.
    ///
    /// - Parameter phone: Only of this caller, however the number is written.
    public func calls(
        day: LocalDate? = nil, phone: String? = nil, mine: Bool = false, cursor: String? = nil,
        limit: Int? = nil
    ) async throws(APIError) -> Page<HotlineCall> {
        let target = Target("/v1/calls").with("day", day?.iso).with("phone", phone)
            .with("mine", mine ? "true" : nil).with("cursor", cursor).with("limit", limit)
        return try await value(.get("listCalls", target))
    }

    /// `GET /v1/reports/calls`: today's where no day is given.
    public func callFigures(day: LocalDate? = nil) async throws(APIError) -> CallFigures {
        try await value(.get("getCallFigures", Target("/v1/reports/calls").with("day", day?.iso)))
    }

    /// `GET /v1/faq`: the best answers first. Asked while somebody speaks.
    public func searchFAQ(_ query: String, procedure: String? = nil, limit: Int? = nil)
        async throws(APIError) -> [ScriptAnswer]
    {
        let target = Target("/v1/faq").with("q", query).with("procedure", procedure).with("limit", limit)
        let page: Page<ScriptAnswer> = try await value(.get("searchFaq", target))
        return page.items
    }

    /// `GET /v1/scripts`
    public func scripts(cursor: String? = nil, limit: Int? = nil) async throws(APIError)
        -> Page<ScriptSummary>
    {
        try await value(
            .get("listScripts", Target("/v1/scripts").with("cursor", cursor).with("limit", limit)))
    }

    /// `GET /v1/scripts/{id}` with the revision that the next version is made upon.
    public func script(_ id: String) async throws(APIError) -> Revised<HotlineScript> {
        let response = try await answer(to: .get("getScript", "/v1/scripts/\(id)"))
        return Revised(
            try Reply.decode(HotlineScript.self, from: response), revision: response.headers.first("ETag"))
    }

    /// `GET /v1/scripts/{id}/answers`
    public func scriptAnswers(_ id: String) async throws(APIError) -> [ScriptAnswer] {
        let page: Page<ScriptAnswer> = try await value(
            .get("getScriptAnswers", "/v1/scripts/\(id)/answers"))
        return page.items
    }

    /// `PUT /v1/scripts/{id}`: the next version. Sent again, it is the same version.
    public func publish(_ script: HotlineScript, revision: String?) async throws(APIError) -> HotlineScript {
        let headers = revision.map { [Header("If-Match", $0)] } ?? []
        return try await value(
            .send(
                "publishScript", .put, "/v1/scripts/\(script.id)", try Call.encode(script),
                isRepeatable: true, headers: headers))
    }

    /// `GET /v1/tickets`
    ///
    /// - Parameter state: `open`, `received`, `acknowledged`, `overdue`, `answered`, `closed`; all where nil.
    public func tickets(
        state: String? = nil, phone: String? = nil, cursor: String? = nil, limit: Int? = nil
    ) async throws(APIError) -> Page<Ticket> {
        let target = Target("/v1/tickets").with("state", state).with("phone", phone).with("cursor", cursor)
            .with("limit", limit)
        return try await value(.get("listTickets", target))
    }

    /// `GET /v1/tickets` as a table for spreadsheets, in UTF-8.
    public func ticketTable(
        state: String? = nil, in language: Language = .vi
    ) async throws(APIError) -> [UInt8] {
        try await table("listTickets", Target("/v1/tickets").with("state", state), in: language)
    }

    /// `GET /v1/tickets/{id}`, with its history.
    public func ticket(_ id: ID) async throws(APIError) -> Ticket {
        try await value(.get("getTicket", "/v1/tickets/\(id)"))
    }

    /// `GET /v1/reports/tickets`
    public func ticketFigures() async throws(APIError) -> TicketFigures {
        try await value(.get("getTicketFigures", "/v1/reports/tickets"))
    }

    /// `GET /v1/tickets/{id}/messages`: what the caller was told.
    public func messages(ticket id: ID) async throws(APIError) -> [DossierMessage] {
        try await all("listTicketMessages", "/v1/tickets/\(id)/messages")
    }

    /// `POST /v1/tickets/{id}:reveal`. Audited with its purpose.
    public func revealTicket(_ id: ID, purpose: String) async throws(APIError) -> RevealedCaller {
        try await value(
            .ask("revealTicket", "/v1/tickets/\(id):reveal", ["purpose": purpose]))
    }
}
