/// A detached signature of a form's answers.
public struct FormSignature: Codable, Hashable, Sendable {
    /// `p256-sha256`: ECDSA over P-256, the signature as r‖s (64 bytes).
    public var algorithm: String
    public var keyId: String
    /// Base64 (RFC 4648 §4).
    public var signature: String

    public init(algorithm: String, keyId: String, signature: String) {
        self.algorithm = algorithm
        self.keyId = keyId
        self.signature = signature
    }

    private static let alphabet = Array(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    static func base64(_ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let part = bytes[start..<min(start + 3, bytes.count)]
            let word = part.reduce(0) { $0 << 8 | UInt32($1) } << UInt32(8 * (3 - part.count))
            for index in 0..<4 {
                let isFilled = index <= part.count
                text.append(
                    isFilled ? alphabet[Int(word >> UInt32(18 - 6 * index) & 63)] : UInt8(ascii: "="))
            }
        }
        return String(decoding: text, as: UTF8.self)
    }
}
