/// How many entries an audit chain had at some time, and the hash of the last. Noted outside the database, it
/// proves later that nothing before it is gone.
struct AuditHead: Sendable, Hashable, CustomStringConvertible {
    var count: Int
    /// Hexadecimal.
    var hash: String

    init(count: Int, hash: String) {
        self.count = count
        self.hash = hash
    }

    /// Reads `COUNT:HASH`; nil for a text of another form.
    init?(_ text: String) {
        let parts = text.split(separator: ":")
        guard parts.count == 2, let count = Int(parts[0]), count >= 0, parts[1].utf8.count == 64 else {
            return nil
        }
        self.init(count: count, hash: parts[1].lowercased())
    }

    var description: String { "\(count):\(hash)" }
}
