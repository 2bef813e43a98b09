import Foundation
import GRDB
import Models

/// Holds a form's signature against the answers and the register of keys (eForm SG-1).
struct SignatureCheck: Sendable {
    /// Every algorithm that central knows.
    var verifiers: [any SignatureVerifier] = [P256Verifier()]

    /// A signature that was found right.
    struct Verified: Sendable {
        var signature: FormSignature
        var raw: [UInt8]
        var signer: ID
        var contentHash: Data
    }

    func check(
        _ signature: FormSignature, of content: SignedContent, key: SigningKeyTable.Key?
    ) throws -> Result<Verified, InputFault> {
        guard let verifier = verifiers.first(where: { $0.algorithm == signature.algorithm }) else {
            return .failure(
                .init(
                    "/signature/algorithm", "unknown_algorithm",
                    "Thuật toán ký phải là \(verifiers.map(\.algorithm).joined(separator: ", "))."))
        }
        guard let key, key.algorithm == signature.algorithm else {
            return .failure(
                .init(
                    "/signature/key_id", "unknown_key",
                    "Khóa ký này chưa đăng ký, đã hết hạn hoặc dùng thuật toán khác."))
        }
        guard let raw = Data(base64Encoded: signature.signature) else {
            return .failure(.init("/signature/signature", "bad_signature", "Chữ ký phải viết bằng base64."))
        }
        let bytes = try content.bytes()
        guard verifier.isValid(Array(raw), of: bytes, publicKey: key.publicKey) else {
            return .failure(
                .init(
                    "/signature/signature", "bad_signature",
                    "Chữ ký không khớp với nội dung tờ khai; ký lại sau khi sửa xong."))
        }
        return .success(
            Verified(
                signature: signature, raw: Array(raw), signer: key.officer, contentHash: Data(bytes).sha256))
    }
}

extension InputFault: Error {}
