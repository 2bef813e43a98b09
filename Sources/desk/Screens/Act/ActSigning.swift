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
    static func keyID(_ desk: Desk) -> String? { nil }

    static func signature(
        _ desk: Desk, of request: ActionRequest, on dossier: Dossier, revision: Int
    ) -> Result<FormSignature, Failure> { .failure(.noSigner) }
}
