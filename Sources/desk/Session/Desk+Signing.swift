import APIClient
import Models

extension Desk {
    /// What this desk signs with: in training the key that everybody has there; nil where this machine has neither token
    /// nor signing service.
    var signer: (any Signer)? { isTraining ? TrainingSigner() : nil }
}
