import Models

// What a cashier does with money.

extension Act where Answer == Payment {
    /// Collects, or asks for a payment.
    public static func pay(_ request: PaymentRequest) -> Self { Self(Acts.paying, "/v1/payments", request) }

    /// Gives up a transfer that never came.
    public static func cancel(payment id: ID, reason: String) -> Self {
        Self("cancelPayment", "/v1/payments/\(id):cancel", ReasonRequest(reason: reason))
    }

    /// Gives money back.
    public static func refund(payment id: ID, _ request: RefundRequest) -> Self {
        Self("refundPayment", "/v1/payments/\(id):refund", request)
    }
}

extension Act where Answer == UnmatchedPayment {
    /// Says whose money is that belonged to no payment, or that it goes back.
    public static func resolve(unmatched id: ID, _ request: UnmatchedResolution) -> Self {
        Self("resolveUnmatched", "/v1/unmatched-payments/\(id):resolve", request)
    }
}

extension Act where Answer == Receipt {
    /// Issues the receipt of a payment that has none.
    public static func issueReceipt(payment id: ID, reason: String) -> Self {
        Self("issueReceipt", "/v1/payments/\(id):issue-receipt", ReasonRequest(reason: reason))
    }

    /// Makes a receipt void.
    public static func void(receipt id: ID, reason: String) -> Self {
        Self("voidReceipt", "/v1/receipts/\(id):void", ReasonRequest(reason: reason))
    }

    /// Puts another receipt in the place of one.
    public static func replace(receipt id: ID, _ request: ReceiptReplacement) -> Self {
        Self("replaceReceipt", "/v1/receipts/\(id):replace", request)
    }

    /// Notes a print of a receipt; the answer says the how many-th it is.
    public static func recordPrint(receipt id: ID) -> Self {
        Self("recordReceiptPrint", "/v1/receipts/\(id)/prints")
    }
}

extension Act where Answer == CashSession {
    /// Opens a drawer with what lies in it.
    public static func open(_ request: CashSessionOpening) -> Self {
        Self("openCashSession", "/v1/cash-sessions", request)
    }

    /// Puts money into a drawer or takes some out.
    public static func move(session id: ID, _ request: CashMovementRequest) -> Self {
        Self("moveCash", "/v1/cash-sessions/\(id)/movements", request)
    }

    /// Hands in what was counted; the answer says what should have been there.
    public static func count(session id: ID, _ count: CashCount) -> Self {
        Self("countCashSession", "/v1/cash-sessions/\(id):count", count)
    }

    /// Closes a drawer that was counted.
    public static func close(session id: ID, _ request: CashSessionClosing) -> Self {
        Self("closeCashSession", "/v1/cash-sessions/\(id):close", request)
    }
}
