import Crypto
import Foundation

/// The arithmetic of the audit chain: each entry's hash covers the entry and the hash before it, and a head,
/// sealed with a key, covers how many entries there are and the last hash.
///
/// So a changed, removed, added or moved entry breaks a hash, and a chain cut off at its end doesn't match its
/// head. Every part is written with its length before it, so that no two entries read alike.
enum AuditChain {
    static let genesis = Data(repeating: 0, count: 32)

    static func hash(_ entry: AuditEntry, after previous: Data) -> Data {
        var sha = SHA256()
        sha.update(data: previous)
        for part in entry.parts {
            guard let part else {
                sha.update(data: length(.max))
                continue
            }
            let bytes = Data(part.utf8)
            sha.update(data: length(UInt64(bytes.count)))
            sha.update(data: bytes)
        }
        return Data(sha.finalize())
    }

    /// What proves that a head was written by a central that holds `key`.
    static func seal(count: Int, hash: Data, key: SymmetricKey) -> Data {
        var mac = HMAC<SHA256>(key: key)
        mac.update(data: length(UInt64(count)))
        mac.update(data: hash)
        return Data(mac.finalize())
    }

    static func isValidSeal(_ seal: Data, count: Int, hash: Data, key: SymmetricKey) -> Bool {
        HMAC<SHA256>.isValidAuthenticationCode(
            seal, authenticating: length(UInt64(count)) + hash, using: key)
    }

    private static func length(_ number: UInt64) -> Data {
        withUnsafeBytes(of: number.bigEndian) { Data($0) }
    }
}
