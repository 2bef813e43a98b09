/// Signs the answers of a form, detached (eForm SG-1): a token, a smart card, a remote signing service, or a test key.
public protocol Signer: Sendable {
    /// As `FormSignature.algorithm` names it.
    var algorithm: String { get }
    /// The key's id where central knows its public half.
    var keyID: String { get }

    func sign(_ content: [UInt8]) throws -> [UInt8]
}

extension Signer {
    /// The signature of some answers, as an intake carries it.
    public func signature(of content: SignedContent) throws -> FormSignature {
        FormSignature(
            algorithm: algorithm, keyId: keyID, signature: FormSignature.base64(try sign(try content.bytes()))
        )
    }

    /// The signature of an act on a dossier, as `ActionRequest` carries it.
    public func signature(of act: SignedAct) throws -> FormSignature {
        FormSignature(
            algorithm: algorithm, keyId: keyID, signature: FormSignature.base64(try sign(try act.bytes())))
    }
}
