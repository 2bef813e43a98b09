import Crypto
import Foundation

/// Keeps what citizens wrote and handed in unreadable on disk (eForm ST-1): AES-256-GCM, a fresh nonce each time.
///
/// What is sealed is bound to its place: a sealed text moved to another row does not open.
struct DataSeal: Sendable {
    private let key: SymmetricKey

    init(key: SymmetricKey) {
        self.key = key
    }

    /// - Parameter place: Where it will stand, as `dossier:ID`.
    func seal(_ bytes: some DataProtocol, at place: String) throws -> Data {
        let box = try AES.GCM.seal(bytes, using: key, authenticating: Data(place.utf8))
        guard let data = box.combined else { throw StoreError.unreadable("seal") }
        return data
    }

    /// - Throws: For another key, another place, or bytes that were changed.
    func open(_ data: Data, at place: String) throws -> Data {
        do {
            let box = try AES.GCM.SealedBox(combined: data)
            return try AES.GCM.open(box, using: key, authenticating: Data(place.utf8))
        } catch {
            throw StoreError.unreadable("sealed \(place.prefix { $0 != ":" })")
        }
    }

    /// Stands for a text where rows have to be told apart by it: the same for the same text, and nobody without the key can
    /// work the text out, though there are few enough numbers to try them all.
    func mark(_ text: String, of kind: String) -> String {
        let code = HMAC<SHA256>.authenticationCode(for: Data("central mark \(kind) \(text)".utf8), using: key)
        return Array(code).prefix(20).hex
    }

    /// Tells whether two keys are the same, without telling what they are.
    var fingerprint: String {
        Data(HMAC<SHA256>.authenticationCode(for: Data("central data key".utf8), using: key)).hex
    }
}
