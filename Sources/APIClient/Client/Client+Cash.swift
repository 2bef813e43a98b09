import Forms
import Models

extension Client {
    /// `GET /v1/cash-sessions`, the latest first.
    public func cashSessions(day: LocalDate? = nil, open: Bool = false, mine: Bool = false)
        async throws(APIError) -> [CashSession]
    {
        let target = Target("/v1/cash-sessions").with("day", day?.iso).with("open", open ? "true" : nil)
            .with("mine", mine ? "true" : nil)
        let page: Page<CashSession> = try await value(.get("listCashSessions", target))
        return page.items
    }

    /// `GET /v1/cash-sessions/{id}`
    public func cashSession(_ id: ID) async throws(APIError) -> CashSession {
        try await value(.get("getCashSession", "/v1/cash-sessions/\(id)"))
    }

    /// `POST /v1/cash-sessions`
    public func openCashSession(_ request: CashSessionOpening, key: String) async throws(APIError)
        -> CashSession
    {
        try await value(.act("openCashSession", "/v1/cash-sessions", request, key: key))
    }

    /// `POST /v1/cash-sessions/{id}/movements`
    public func moveCash(session id: ID, _ request: CashMovementRequest, key: String) async throws(APIError)
        -> CashSession
    {
        try await value(.act("moveCash", "/v1/cash-sessions/\(id)/movements", request, key: key))
    }

    /// `POST /v1/cash-sessions/{id}:count`: the answer says what should be there.
    public func countCash(session id: ID, _ counts: [String: Int], key: String) async throws(APIError)
        -> CashSession
    {
        try await value(
            .act("countCashSession", "/v1/cash-sessions/\(id):count", CashCount(counts: counts), key: key))
    }

    /// `POST /v1/cash-sessions/{id}:close`
    public func closeCash(session id: ID, _ request: CashSessionClosing, key: String) async throws(APIError)
        -> CashSession
    {
        try await value(.act("closeCashSession", "/v1/cash-sessions/\(id):close", request, key: key))
    }

    // MARK: Reconciliation

    /// `GET /v1/reconciliations/{date}`
    public func reconciliation(on day: LocalDate, unit: String? = nil) async throws(APIError)
        -> Reconciliation
    {
        try await value(
            .get("getReconciliation", Target("/v1/reconciliations/\(day.iso)").with("unit", unit)))
    }

    /// `GET /v1/reports/collections`
    ///
    /// - Parameter month: A day of it; the current one where nil.
    public func collectionMonth(of month: LocalDate? = nil, unit: String? = nil) async throws(APIError)
        -> CollectionMonth
    {
        let target = Target("/v1/reports/collections").with("month", month.map { String($0.iso.prefix(7)) })
            .with("unit", unit)
        return try await value(.get("getCollectionMonth", target))
    }

    /// `POST /v1/bank-statements`: a bank's file as it is.
    public func importBankStatement(_ bytes: [UInt8], key: String) async throws(APIError) -> BankImport {
        var call = Call.act("importBankStatement", "/v1/bank-statements", bytes: bytes, key: key)
        call.request.headers.removeAll { $0.name == "Content-Type" }
        call.request.headers.append(Header("Content-Type", "text/csv"))
        return try await value(call)
    }

    /// `GET /v1/unmatched-payments`, the oldest first.
    ///
    /// - Parameter state: `open`, `matched`, `returned`; all where nil.
    public func unmatchedPayments(state: UnmatchedState? = nil, cursor: String? = nil, limit: Int? = nil)
        async throws(APIError) -> Page<UnmatchedPayment>
    {
        let target = Target("/v1/unmatched-payments").with("state", state?.rawValue).with("cursor", cursor)
            .with("limit", limit)
        return try await value(.get("listUnmatched", target))
    }

    /// `POST /v1/unmatched-payments/{id}:resolve`
    public func resolve(unmatched id: ID, _ request: UnmatchedResolution, key: String) async throws(APIError)
        -> UnmatchedPayment
    {
        try await value(
            .act("resolveUnmatched", "/v1/unmatched-payments/\(id):resolve", request, key: key))
    }

    // MARK: How a unit collects

    /// `GET /v1/collection/{unit}` with the revision that a change is made upon.
    public func collection(unit: String) async throws(APIError) -> Revised<CollectionSettings> {
        let response = try await answer(to: .get("getCollection", "/v1/collection/\(unit)"))
        return Revised(
            try Reply.decode(CollectionSettings.self, from: response),
            revision: response.headers.first("ETag"))
    }

    /// `PUT /v1/collection/{unit}`. Sent again it is the same change.
    public func putCollection(unit: String, _ settings: CollectionSettingsPut, revision: String?)
        async throws(APIError) -> CollectionSettings
    {
        let headers = revision.map { [Header("If-Match", $0)] } ?? []
        return try await value(
            .send(
                "putCollection", .put, "/v1/collection/\(unit)", try Call.encode(settings),
                isRepeatable: false, headers: headers))
    }
}
