/// Why money that came in belongs to no payment yet.
public enum UnmatchedReason: String, Codable, Hashable, Sendable, CaseIterable {
    /// No dossier is named in it.
    case unknownCode = "unknown_code"
    /// Another amount than was asked for.
    case amountMismatch = "amount_mismatch"
    /// Nothing is owed for it, or it was paid before.
    case nothingOwed = "nothing_owed"
    /// The platform names a payment that nobody asked for.
    case unknownPayment = "unknown_payment"
}
