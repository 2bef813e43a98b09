/// A bank or wallet that a VietQR can name.
struct Bank: Codable, Hashable, Sendable {
    /// The BIN, six digits.
    var code: String
    var name: String
    /// Whether the BIN was seen in public code, or only known.
    var confirmed: Bool
}
