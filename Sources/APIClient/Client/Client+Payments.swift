import Forms
import Models

extension Client {
    /// `GET /v1/charges`: open dossiers for which something is to be collected, the oldest first.
    ///
    /// - Parameter code: Only this dossier.
    public func owing(code: String? = nil, cursor: String? = nil, limit: Int? = nil) async throws(APIError)
        -> Page<OwingDossier>
    {
        let target = Target("/v1/charges").with("code", code).with("cursor", cursor).with("limit", limit)
        return try await value(.get("listOwing", target))
    }

    /// `GET /v1/dossiers/{id}/charges`
    public func charges(dossier id: ID) async throws(APIError) -> DossierCharges {
        try await value(.get("getDossierCharges", "/v1/dossiers/\(id)/charges"))
    }

    /// `POST /v1/dossiers/{id}/charges`
    public func charge(dossier id: ID, _ request: ChargeRequest, key: String) async throws(APIError)
        -> DossierCharges
    {
        try await value(.act("createCharge", "/v1/dossiers/\(id)/charges", request, key: key))
    }

    /// `GET /v1/dossiers/{id}/payments`
    public func payments(dossier id: ID) async throws(APIError) -> [Payment] {
        try await all("listDossierPayments", "/v1/dossiers/\(id)/payments")
    }

    /// `POST /v1/payments`: once for its key, whatever becomes of the network meanwhile.
    public func pay(_ request: PaymentRequest, key: String) async throws(APIError) -> Payment {
        try await value(.act("createPayment", "/v1/payments", request, key: key))
    }

    /// `GET /v1/payments/{id}`
    public func payment(_ id: ID) async throws(APIError) -> Payment {
        try await value(.get("getPayment", "/v1/payments/\(id)"))
    }

    /// `POST /v1/payments/{id}:refund`, by another person than the one who took it.
    public func refund(payment id: ID, _ request: RefundRequest, key: String) async throws(APIError)
        -> Payment
    {
        try await value(.act("refundPayment", "/v1/payments/\(id):refund", request, key: key))
    }

    /// `POST /v1/payments/{id}:cancel`: a transfer that never came.
    public func cancel(payment id: ID, reason: String, key: String) async throws(APIError) -> Payment {
        try await value(
            .act("cancelPayment", "/v1/payments/\(id):cancel", ReasonRequest(reason: reason), key: key))
    }

    /// `POST /v1/payments/{id}:issue-receipt`: of a payment that has none.
    public func issueReceipt(payment id: ID, reason: String, key: String) async throws(APIError) -> Receipt {
        try await value(
            .act("issueReceipt", "/v1/payments/\(id):issue-receipt", ReasonRequest(reason: reason), key: key))
    }

    // MARK: Receipts

    /// `GET /v1/receipts`, the latest first.
    public func receipts(
        day: LocalDate? = nil, code: String? = nil, number: Int? = nil, mine: Bool = false,
        cursor: String? = nil, limit: Int? = nil
    ) async throws(APIError) -> Page<Receipt> {
        let target = Target("/v1/receipts").with("day", day?.iso).with("code", code).with("number", number)
            .with("mine", mine ? "true" : nil).with("cursor", cursor).with("limit", limit)
        return try await value(.get("listReceipts", target))
    }

    /// `GET /v1/receipts/{id}`
    public func receipt(_ id: ID) async throws(APIError) -> Receipt {
        try await value(.get("getReceipt", "/v1/receipts/\(id)"))
    }

    /// `GET /v1/receipts/{id}?format=xml`
    public func receiptXML(_ id: ID) async throws(APIError) -> [UInt8] {
        try await answer(
            to: .get("getReceipt", Target("/v1/receipts/\(id)").with("format", "xml"))
        ).body
    }

    /// `POST /v1/receipts/{id}:void`
    public func void(receipt id: ID, reason: String, key: String) async throws(APIError) -> Receipt {
        try await value(
            .act("voidReceipt", "/v1/receipts/\(id):void", ReasonRequest(reason: reason), key: key))
    }

    /// `POST /v1/receipts/{id}:replace`
    public func replace(receipt id: ID, _ request: ReceiptReplacement, key: String) async throws(APIError)
        -> Receipt
    {
        try await value(.act("replaceReceipt", "/v1/receipts/\(id):replace", request, key: key))
    }

    /// `POST /v1/receipts/{id}/prints`: the answer says the how many-th print it is.
    public func recordPrint(receipt id: ID, key: String) async throws(APIError) -> Receipt {
        let nothing: [String: String] = [:]
        return try await value(
            .act("recordReceiptPrint", "/v1/receipts/\(id)/prints", nothing, key: key))
    }

    /// `GET /v1/reports/receipts`
    public func receiptSummary(day: LocalDate? = nil, unit: String? = nil) async throws(APIError)
        -> ReceiptSummary
    {
        let target = Target("/v1/reports/receipts").with("day", day?.iso).with("unit", unit)
        return try await value(.get("getReceiptSummary", target))
    }

    /// `GET /v1/reports/receipts`, as the bytes of a file.
    ///
    /// - Parameter format: `xml` or `csv`.
    public func receiptSummaryFile(day: LocalDate? = nil, unit: String? = nil, format: String)
        async throws(APIError) -> [UInt8]
    {
        let target = Target("/v1/reports/receipts").with("day", day?.iso).with("unit", unit)
            .with("format", format)
        return try await answer(to: .get("getReceiptSummary", target)).body
    }
}
