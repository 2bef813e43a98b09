import Forms
import Models

extension Client {
    /// `GET /v1/procedures`. Without a query, those come first that this officer and unit use most.
    ///
    /// - Parameters:
    ///   - query: Name or code, with or without accents.
    ///   - field: Code of a field ("lĩnh vực").
    ///   - limit: At most 200.
    public func procedures(
        _ query: String? = nil, field: String? = nil, level: String? = nil, cursor: String? = nil,
        limit: Int? = nil
    ) async throws(APIError) -> Page<ProcedureSummary> {
        let target = Target("/v1/procedures").with("q", query).with("field", field).with("level", level)
            .with("cursor", cursor).with("limit", limit)
        return try await value(.get("listProcedures", target))
    }

    /// `GET /v1/procedures/{code}`
    public func procedure(_ code: String) async throws(APIError) -> Procedure {
        try await value(.get("getProcedure", "/v1/procedures/\(code)"))
    }

    /// `GET /v1/procedures/{code}/form`: the form of one case.
    public func form(procedure code: String, case caseCode: String) async throws(APIError) -> FormDefinition {
        let target: Target = "/v1/procedures/\(code)/form"
        return try await value(.get("getProcedureForm", target.with("case", caseCode)))
    }

    /// `GET /v1/forms/{id}/versions/{version}`: a form as it was when something was begun or taken in on it.
    public func form(_ id: String, version: Int) async throws(APIError) -> FormDefinition {
        try await value(.get("getFormVersion", "/v1/forms/\(id)/versions/\(version)"))
    }

    /// `GET /v1/procedures/{code}/checklist`: the papers of one case.
    public func checklist(
        procedure code: String, case caseCode: String
    ) async throws(APIError) -> [DocumentRequirement] {
        let target: Target = "/v1/procedures/\(code)/checklist"
        return try await all("getProcedureChecklist", target.with("case", caseCode))
    }

    /// `GET /v1/procedures/{code}/fees`
    public func fees(procedure code: String) async throws(APIError) -> [FeeRule] {
        try await all("getProcedureFees", "/v1/procedures/\(code)/fees")
    }

    /// `GET /v1/reference/{set}`: provinces, communes, agencies …
    ///
    /// - Parameters:
    ///   - parent: Code of the entry above: the communes of one province.
    ///   - code: Of the one entry that is wanted.
    public func reference(
        _ set: String, _ query: String? = nil, parent: String? = nil, code: String? = nil,
        cursor: String? = nil, limit: Int? = nil
    ) async throws(APIError) -> Page<ReferenceItem> {
        let target: Target = "/v1/reference/\(set)"
        return try await value(
            .get(
                "listReference",
                target.with("q", query).with("parent", parent).with("code", code).with("cursor", cursor)
                    .with("limit", limit)))
    }

    /// `GET /v1/calendars/{unit}/{year}`
    public func calendar(unit: String, year: Int) async throws(APIError) -> WorkCalendar {
        try await value(.get("getCalendar", "/v1/calendars/\(unit)/\(year)"))
    }

    /// The same with the revision that a change is made upon.
    public func calendarToChange(unit: String, year: Int) async throws(APIError) -> Revised<WorkCalendar> {
        let response = try await answer(to: .get("getCalendar", "/v1/calendars/\(unit)/\(year)"))
        return Revised(
            try Reply.decode(WorkCalendar.self, from: response), revision: response.headers.first("ETag"))
    }

    /// `PUT /v1/calendars/{unit}/{year}`: the days of a year, with the open dossiers that they move.
    ///
    /// - Parameters:
    ///   - isDry: Whether nothing is to be changed: what would move is answered, by pages.
    ///   - revision: What the change is made upon; answered with 412 where another administrator was faster.
    ///   - key: Made when the officer starts the act.
    public func putCalendar(
        unit: String, year: Int, _ days: CalendarPut, isDry: Bool, revision: String, key: ID,
        cursor: String? = nil, limit: Int? = nil
    ) async throws(APIError) -> CalendarChange {
        let target: Target = "/v1/calendars/\(unit)/\(year)"
        let whole = target.with("dry_run", isDry ? "true" : "false").with("cursor", cursor)
            .with("limit", limit)
        return try await value(
            .send(
                "putCalendar", .put, whole, try Call.encode(days), isRepeatable: true,
                headers: [Header("If-Match", revision), Header("Idempotency-Key", key)]))
    }

    /// `GET /v1/calendars/{unit}/{year}/moves`: what the last change of the year did to due dates so far, by pages.
    public func calendarMoves(
        unit: String, year: Int, cursor: String? = nil, limit: Int? = nil
    ) async throws(APIError) -> CalendarMoves {
        let target: Target = "/v1/calendars/\(unit)/\(year)/moves"
        return try await value(
            .get("getCalendarMoves", target.with("cursor", cursor).with("limit", limit)))
    }

    /// `POST /v1/deadlines:preview`
    public func previewDeadline(
        _ request: DeadlinePreviewRequest
    ) async throws(APIError) -> DeadlinePreview {
        try await value(.ask("previewDeadline", "/v1/deadlines:preview", request))
    }

    /// `POST /v1/fees:quote`
    public func quoteFees(_ request: FeeQuoteRequest) async throws(APIError) -> FeeQuote {
        try await value(.ask("quoteFees", "/v1/fees:quote", request))
    }

    /// `POST /v1/forms/{id}:validate`: what the server finds in the answers, errors and warnings.
    public func validate(
        form id: String, version: Int, answers: Answers
    ) async throws(APIError) -> FormCheck {
        try await value(
            .ask(
                "validateForm", "/v1/forms/\(id):validate",
                FormCheckRequest(version: version, answers: answers)))
    }
}
