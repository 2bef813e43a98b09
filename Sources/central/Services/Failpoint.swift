import Foundation
import Glibc
import Synchronization

/// Named places at which central kills itself, so that a test can prove that an act is done exactly once
/// whatever dies when.
///
/// The promise "N intents make exactly N dossiers" can't be shown by asking the code nicely: the process has
/// to be gone between any two steps of a submit, without a destructor, a flush or a rollback. So a test starts
/// `central serve --training` with `CENTRAL_FAILPOINT=<name>[:n]`; at the n-th time that the place is passed
/// (the first where n is absent) the process gets SIGKILL. `drop_after_commit` closes the connection after the
/// commit without an answer instead: the network cut at the worst moment. Without `--training`
/// the variable is not even read.
final class Failpoint: Sendable {
    enum Place: String, Sendable, CaseIterable {
        case afterReceive = "after_receive"
        case afterAuth = "after_auth"
        case afterDecode = "after_decode"
        case beforeTransaction = "before_transaction"
        case inTransactionAfterCode = "in_transaction_after_code"
        case inTransactionAfterDossier = "in_transaction_after_dossier"
        case inTransactionAfterIdempotency = "in_transaction_after_idempotency"
        case afterCommit = "after_commit"
        case dropAfterCommit = "drop_after_commit"
        case beforeResponse = "before_response"
    }

    /// Never fires.
    static let none = Failpoint(place: nil, countdown: 0)

    let place: Place?
    private let countdown: Atomic<Int>

    private init(place: Place?, countdown: Int) {
        self.place = place
        self.countdown = Atomic(countdown)
    }

    /// Reads `<name>[:n]`; nil for a name that is none.
    convenience init?(_ text: String) {
        let parts = text.split(separator: ":", maxSplits: 1)
        guard let name = parts.first, let place = Place(rawValue: String(name)) else { return nil }
        guard let count = parts.count > 1 ? Int(parts[1]) : 1, count > 0 else { return nil }
        self.init(place: place, countdown: count)
    }

    /// Ends the process where this place is the one, and its turn has come.
    func pass(_ place: Place) {
        guard isDue(place) else { return }
        kill(getpid(), SIGKILL)
    }

    /// Whether the connection is to be dropped here.
    func isDue(_ place: Place) -> Bool {
        guard place == self.place else { return false }
        return countdown.subtract(1, ordering: .sequentiallyConsistent).newValue == 0
    }
}
