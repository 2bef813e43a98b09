import Crypto
import Foundation
import Models

/// ECDSA over P-256 with SHA-256, by swift-crypto.
struct P256Verifier: SignatureVerifier {
    static let name = "p256-sha256"

    var algorithm: String { Self.name }

    func isValid(_ signature: [UInt8], of content: [UInt8], publicKey: [UInt8]) -> Bool {
        guard let key = try? P256.Signing.PublicKey(x963Representation: publicKey),
            let signature = try? P256.Signing.ECDSASignature(rawRepresentation: signature)
        else { return false }
        return key.isValidSignature(signature, for: Data(content))
    }
}

/// A key in memory: for tests and training. A ministry's officers sign with a token or a service behind `Signer`.
struct P256Signer: Signer {
    let keyID: String
    private let key: P256.Signing.PrivateKey

    init(keyID: String, key: P256.Signing.PrivateKey = .init()) {
        self.keyID = keyID
        self.key = key
    }

    var algorithm: String { P256Verifier.name }
    /// Uncompressed (X9.63).
    var publicKey: [UInt8] { Array(key.publicKey.x963Representation) }

    func sign(_ content: [UInt8]) throws -> [UInt8] {
        Array(try key.signature(for: Data(content)).rawRepresentation)
    }
}
