import Forms

/// A unit's day: ledger, receipts, drawers, bank and platform side by side.
public struct Reconciliation: Codable, Hashable, Sendable {
    public var date: LocalDate
    public var unit: UnitRef
    public var methods: [ReconciledMethod]
    /// Collected less refunded.
    public var net: Int
    public var receiptsIssued: Int
    public var receiptsVoided: Int
    /// Of those that hold.
    public var receiptsAmount: Int
    /// Paid, and no receipt stands for it.
    public var withoutReceipt: Int
    /// Those payments: each waits for its receipt to be issued.
    public var unreceipted: [Payment]
    public var sessions: [CashSession]
    public var unmatched: [UnmatchedPayment]
    /// Payments that are on their way.
    public var pending: Int
    /// Whether ledger, receipts and drawers agree to the đồng.
    public var balanced: Bool
    /// What does not agree; Vietnamese, for people.
    public var findings: [String]

    public init(
        date: LocalDate, unit: UnitRef, methods: [ReconciledMethod], net: Int, receiptsIssued: Int,
        receiptsVoided: Int, receiptsAmount: Int, withoutReceipt: Int,
        unreceipted: [Payment], sessions: [CashSession],
        unmatched: [UnmatchedPayment], pending: Int, balanced: Bool, findings: [String]
    ) {
        self.date = date
        self.unit = unit
        self.methods = methods
        self.net = net
        self.receiptsIssued = receiptsIssued
        self.receiptsVoided = receiptsVoided
        self.receiptsAmount = receiptsAmount
        self.withoutReceipt = withoutReceipt
        self.unreceipted = unreceipted
        self.sessions = sessions
        self.unmatched = unmatched
        self.pending = pending
        self.balanced = balanced
        self.findings = findings
    }
}
