import Forms
import Models

/// A file on its way to the server, as the officer's sealed store keeps it: enough to go on after desk, the machine or
/// the network died.
public struct StoredUpload: Codable, Hashable, Sendable, Identifiable {
    /// Lower-case hexadecimal; the file's own name in the store.
    public var sha256: String
    /// For people: the file's own, cleaned.
    public var name: String
    /// Bytes.
    public var size: Int
    /// The idempotency key under which the upload was begun.
    public var key: ID
    /// Where it lies at this desk, byte for byte, as hexadecimal digits: a path need not be text.
    var pathDigits: String
    /// The server's, once it has answered.
    public var upload: ID?
    /// Bytes that the server had, as far as is known. It is asked again before anything is sent.
    public var offset: Int
    public var madeAt: Instant
    /// When the server forgets it.
    public var expiresAt: Instant?

    public var id: String { sha256 }

    /// How long an upload is kept that the server never answered, in seconds: a day.
    static let life: Int64 = 86_400

    init(_ content: SourceFile.Content, name: String, path: RawPath, madeAt: Instant) {
        sha256 = content.sha256
        self.name = name
        size = content.size
        key = UUIDv7.make()
        pathDigits = path.bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        offset = 0
        self.madeAt = madeAt
    }

    /// Where it lies at this desk.
    public var path: RawPath? {
        var bytes: [UInt8] = []
        var digits = Substring(pathDigits)
        while digits.count >= 2, let byte = UInt8(digits.prefix(2), radix: 16) {
            bytes.append(byte)
            digits = digits.dropFirst(2)
        }
        return digits.isEmpty ? RawPath(bytes) : nil
    }

    /// Whether it cannot be gone on with any more.
    func isOver(_ now: Instant) -> Bool {
        (expiresAt ?? madeAt.adding(seconds: Self.life)) < now
    }
}
