/// How a payment stands.
public enum PaymentState: String, Codable, Hashable, Sendable, CaseIterable {
    /// Asked for, and nothing heard yet.
    case pending
    /// Asked for, and nobody can say whether it was paid: not a failure, and never charged again meanwhile.
    case unknown
    /// The ledger has it.
    case paid
    /// The platform says that nothing was taken.
    case failed
    /// Given up before anything came.
    case cancelled
}
