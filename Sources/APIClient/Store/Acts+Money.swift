import Models

/// What a cashier does with money: each once, under its key, whatever dies in between. What was recorded goes out until
/// the server's answer is known, so nothing is collected, given back or made void twice.
///
/// `draft` is what was typed for the act (`TypedForm.Place.id`); it is dropped when the act is done.
extension Acts {
    /// The operation that collects, or asks for a payment.
    public static let paying = "createPayment"

    /// Collects, or asks for a payment.
    ///
    /// - Parameter key: Made when the officer began.
    public func pay(
        _ request: PaymentRequest, key: ID, title: String, draft: ID? = nil
    ) async throws(ActError) -> Done<Payment> {
        try decoded(
            try await perform(Self.paying, "/v1/payments", request, key: key, title: title, draft: draft))
    }

    /// Gives up a transfer that never came.
    public func cancel(
        payment id: ID, reason: String, key: ID, title: String, draft: ID? = nil
    ) async throws(ActError) -> Done<Payment> {
        try decoded(
            try await perform(
                "cancelPayment", "/v1/payments/\(id):cancel", ReasonRequest(reason: reason), key: key,
                title: title, draft: draft))
    }

    /// Gives money back.
    public func refund(
        payment id: ID, _ request: RefundRequest, key: ID, title: String, draft: ID? = nil
    ) async throws(ActError) -> Done<Payment> {
        try decoded(
            try await perform(
                "refundPayment", "/v1/payments/\(id):refund", request, key: key, title: title, draft: draft))
    }

    /// Says whose money is that belonged to no payment, or that it goes back.
    public func resolve(
        unmatched id: ID, _ request: UnmatchedResolution, key: ID, title: String, draft: ID? = nil
    ) async throws(ActError) -> Done<UnmatchedPayment> {
        try decoded(
            try await perform(
                Self.resolving, "/v1/unmatched-payments/\(id):resolve", request, key: key, title: title,
                draft: draft))
    }

    /// Issues the receipt of a payment that has none.
    public func issueReceipt(
        payment id: ID, reason: String, key: ID, title: String, draft: ID? = nil
    ) async throws(ActError) -> Done<Receipt> {
        try decoded(
            try await perform(
                "issueReceipt", "/v1/payments/\(id):issue-receipt", ReasonRequest(reason: reason), key: key,
                title: title, draft: draft))
    }

    // MARK: Receipts

    /// Makes a receipt void.
    public func void(
        receipt id: ID, reason: String, key: ID, title: String, draft: ID? = nil
    ) async throws(ActError) -> Done<Receipt> {
        try decoded(
            try await perform(
                "voidReceipt", "/v1/receipts/\(id):void", ReasonRequest(reason: reason), key: key,
                title: title, draft: draft))
    }

    /// Puts another receipt in the place of one.
    public func replace(
        receipt id: ID, _ request: ReceiptReplacement, key: ID, title: String, draft: ID? = nil
    ) async throws(ActError) -> Done<Receipt> {
        try decoded(
            try await perform(
                "replaceReceipt", "/v1/receipts/\(id):replace", request, key: key, title: title, draft: draft)
        )
    }

    /// Notes a print of a receipt; the answer says the how many-th it is.
    public func recordPrint(receipt id: ID, key: ID, title: String) async throws(ActError) -> Done<Receipt> {
        let nothing: [String: String] = [:]
        return try decoded(
            try await perform(
                "recordReceiptPrint", "/v1/receipts/\(id)/prints", nothing, key: key, title: title, draft: nil
            ))
    }

    // MARK: Drawers

    /// Opens a drawer with what lies in it.
    public func open(
        _ request: CashSessionOpening, key: ID, title: String, draft: ID? = nil
    ) async throws(ActError) -> Done<CashSession> {
        try decoded(
            try await perform(
                "openCashSession", "/v1/cash-sessions", request, key: key, title: title, draft: draft))
    }

    /// Puts money into a drawer or takes some out.
    public func move(
        session id: ID, _ request: CashMovementRequest, key: ID, title: String, draft: ID? = nil
    ) async throws(ActError) -> Done<CashSession> {
        try decoded(
            try await perform(
                "moveCash", "/v1/cash-sessions/\(id)/movements", request, key: key, title: title, draft: draft
            ))
    }

    /// Hands in what was counted; the answer says what should have been there.
    public func count(
        session id: ID, _ count: CashCount, key: ID, title: String, draft: ID? = nil
    ) async throws(ActError) -> Done<CashSession> {
        try decoded(
            try await perform(
                "countCashSession", "/v1/cash-sessions/\(id):count", count, key: key, title: title,
                draft: draft))
    }

    /// Closes a drawer that was counted.
    public func close(
        session id: ID, _ request: CashSessionClosing, key: ID, title: String, draft: ID? = nil
    ) async throws(ActError) -> Done<CashSession> {
        try decoded(
            try await perform(
                "closeCashSession", "/v1/cash-sessions/\(id):close", request, key: key, title: title,
                draft: draft))
    }

    /// Every operation of these; what is open of them is finished at the next login.
    public static let moneyOperations =
        paymentOperations + receiptOperations + drawerOperations + [resolving]

    static let resolving = "resolveUnmatched"

    static let paymentOperations = [paying, "cancelPayment", "refundPayment"]
    static let receiptOperations = ["voidReceipt", "replaceReceipt", "recordReceiptPrint", "issueReceipt"]
    static let drawerOperations = ["openCashSession", "moveCash", "countCashSession", "closeCashSession"]
}
