import Crypto
import FoundationEssentials

/// The form of a sealed file: a header that anyone may read, and a content that only the officer's key opens.
///
///     bytes  0…3   "DESK"
///            4     version of this form, 1
///            5…7   zero
///            8…15  fingerprint of the key
///           16…27  nonce, random
///           28…    ChaCha20-Poly1305 (RFC 8439): content and tag
///
/// The header, the file's kind and its id are authenticated with the content, so that a file neither opens under
/// another name nor says it is of another version. Nonces are random: with one key for one officer, far fewer
/// than 2³² files are ever written.
enum Seal {
    static let version: UInt8 = 1
    private static let magic: [UInt8] = Array("DESK".utf8)
    private static let openSize = 16
    private static let nonceSize = 12
    private static let tagSize = 16

    enum Failure: Error {
        /// Not whole, or not what was written.
        case damaged
        case anotherKey
        case newerVersion
    }

    static func seal(_ content: [UInt8], kind: String, id: String, with key: StoreKey) -> [UInt8]? {
        let header = magic + [version, 0, 0, 0] + key.fingerprint
        guard
            let box = try? ChaChaPoly.seal(
                content, using: key.secret, nonce: ChaChaPoly.Nonce(),
                authenticating: context(header, kind: kind, id: id))
        else { return nil }
        return header + Array(box.combined)
    }

    static func open(
        _ bytes: [UInt8], kind: String, id: String, with key: StoreKey
    ) throws(Failure) -> [UInt8] {
        guard bytes.count >= openSize + nonceSize + tagSize, Array(bytes[..<4]) == magic else {
            throw .damaged
        }
        guard bytes[4] <= version else { throw .newerVersion }
        let header = Array(bytes[..<openSize])
        guard Array(header[8...]) == key.fingerprint else { throw .anotherKey }
        guard bytes[4] == version, let box = try? ChaChaPoly.SealedBox(combined: bytes[openSize...]),
            let content = try? ChaChaPoly.open(
                box, using: key.secret, authenticating: context(header, kind: kind, id: id))
        else { throw .damaged }
        return Array(content)
    }

    private static func context(_ header: [UInt8], kind: String, id: String) -> [UInt8] {
        header + Array(kind.utf8) + [0] + Array(id.utf8)
    }
}
