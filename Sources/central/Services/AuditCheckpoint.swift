import Crypto
import Foundation
import Models

/// A head of the audit chain as it was at some time, signed, in a line of a file that lies elsewhere: on another disk or
/// another machine. Whoever puts the database back to an earlier state, head and all, can't put the file back with it.
struct AuditCheckpoint: Sendable, Hashable {
    var at: Instant
    var head: AuditHead

    /// `TIME COUNT:HASH SIGNATURE`.
    func line(key: SymmetricKey) -> String { "\(text) \(Self.signature(text, key))" }

    private var text: String { "\(at.rfc3339) \(head)" }

    private static func signature(_ text: String, _ key: SymmetricKey) -> String {
        let code = HMAC<SHA256>.authenticationCode(for: Data(("audit checkpoint " + text).utf8), using: key)
        return Array(code).hex
    }

    init(at: Instant, head: AuditHead) {
        self.at = at
        self.head = head
    }

    /// Nil for a line that was not written with the key, or is none.
    init?(_ line: some StringProtocol, key: SymmetricKey) {
        let parts = String(line).split(separator: Character(" ")).map { String($0) }
        guard parts.count == 3, let at = Instant(rfc3339: parts[0]), let head = AuditHead(parts[1]) else {
            return nil
        }
        self.init(at: at, head: head)
        guard self.line(key: key) == line else { return nil }
    }
}
