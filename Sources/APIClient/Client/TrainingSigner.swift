import Crypto
import FoundationEssentials
import Models

/// Signs acts and forms in training, where everybody has the same key: so that officers practise the step. Only a training database
/// takes such a signature.
public struct TrainingSigner: Signer {
    public let algorithm = "p256-sha256"
    public let keyID = TrainingSigningKey.id

    public init() {}

    public func sign(_ content: [UInt8]) throws -> [UInt8] {
        let key = try P256.Signing.PrivateKey(rawRepresentation: TrainingSigningKey.secret)
        return Array(try key.signature(for: content).rawRepresentation)
    }
}
