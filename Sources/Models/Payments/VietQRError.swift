/// What of a transfer can't stand in a VietQR code.
public enum VietQRError: Error, Hashable, Sendable {
    /// Not six digits.
    case bank
    /// Not 1 … 19 digits or letters.
    case account
    /// Not 1 … 9.999.999.999.999 đồng.
    case amount
    /// Not 1 … 25 characters without marks.
    case purpose
    /// The same of the bill's number.
    case bill
}
