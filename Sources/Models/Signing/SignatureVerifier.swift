/// Checks detached signatures of one algorithm (eForm SG-1).
public protocol SignatureVerifier: Sendable {
    /// As `FormSignature.algorithm` names it.
    var algorithm: String { get }

    /// False for a wrong signature and for bytes that are none.
    func isValid(_ signature: [UInt8], of content: [UInt8], publicKey: [UInt8]) -> Bool
}
