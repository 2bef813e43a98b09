import Crypto
import Foundation

/// A password as it is kept: PBKDF2 (RFC 8018) with HMAC-SHA-256 and a salt of its own.
///
/// Passwords exist in training only; everywhere else officers log in at the national identity provider. As
/// text: `pbkdf2-sha256$<rounds>$<salt>$<hash>`, both in base64.
struct PasswordHash: Sendable, Hashable {
    var rounds: Int
    var salt: Data
    var hash: Data

    /// Rounds for new hashes. The training password is public, so these guard against a slip, not an attack.
    static let trainingRounds = 20_000

    init(
        password: String, salt: Data = Data(SymmetricKey(size: .bits128).bytes), rounds: Int = trainingRounds
    ) {
        self.rounds = rounds
        self.salt = salt
        hash = Self.derive(password, salt: salt, rounds: rounds)
    }

    /// Nil for a text of another form.
    init?(text: String) {
        let parts = text.split(separator: "$", omittingEmptySubsequences: false)
        guard parts.count == 4, parts[0] == "pbkdf2-sha256", let rounds = Int(parts[1]), rounds > 0,
            let salt = Data(base64Encoded: String(parts[2])), let hash = Data(base64Encoded: String(parts[3]))
        else { return nil }
        self.rounds = rounds
        self.salt = salt
        self.hash = hash
    }

    var text: String {
        "pbkdf2-sha256$\(rounds)$\(salt.base64EncodedString())$\(hash.base64EncodedString())"
    }

    /// Takes the same time for any wrong password.
    func matches(_ password: String) -> Bool {
        let other = Self.derive(password, salt: salt, rounds: rounds)
        var difference = UInt8(other.count == hash.count ? 0 : 1)
        for (one, two) in zip(other, hash) { difference |= one ^ two }
        return difference == 0
    }

    /// One block of PBKDF2: as long as SHA-256's result.
    static func derive(_ password: String, salt: Data, rounds: Int) -> Data {
        let keyed = HMAC<SHA256>(key: SymmetricKey(data: Data(password.utf8)))
        func mac(_ data: some DataProtocol) -> [UInt8] {
            var mac = keyed
            mac.update(data: data)
            return Array(mac.finalize())
        }
        var block = mac(salt + Data([0, 0, 0, 1]))
        var result = block
        for _ in 1..<max(rounds, 1) {
            block = mac(block)
            for index in result.indices { result[index] ^= block[index] }
        }
        return Data(result)
    }
}
