import Forms
import Models

/// The signature of an act that needs one.
enum ActSigning {
    enum Failure: Error, Sendable, Equatable {
        /// This machine has no key.
        case noSigner
        case failed(String)

        var words: Phrase {
            switch self {
            case .noSigner: Strings.Act.noSigner
            case .failed(let reason): Strings.Act.signFailed(reason)
            }
        }
    }

    /// The key that this desk signs with; nil where it has none.
    static func keyID(_ desk: Desk) -> String? { desk.signer?.keyID }

    /// The signature of an act on a dossier as it was seen.
    static func signature(
        _ desk: Desk, of request: ActionRequest, on dossier: Dossier, revision: Int
    ) -> Result<FormSignature, Failure> {
        signature(
            desk,
            of: SignedAct(
                dossier: dossier.id, code: dossier.code, revision: revision, action: request.action))
    }

    static func signature(_ desk: Desk, of act: SignedAct) -> Result<FormSignature, Failure> {
        guard let signer = desk.signer else { return .failure(.noSigner) }
        do {
            return .success(try signer.signature(of: act))
        } catch {
            return .failure(.failed("\(error)"))
        }
    }
}
