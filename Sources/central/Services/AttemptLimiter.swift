import Models
import Synchronization

/// Slows down guessing, of passwords or of the characters on a slip: after a number of failures for one account (or
/// dossier), further tries wait.
///
/// The account needn't exist, so that the limit tells nothing about it. It is kept in memory only: short, and
/// gone with a restart.
final class AttemptLimiter: Sendable {
    private struct Record {
        var failures: Int
        var since: Instant
    }

    /// Failures within the window before tries have to wait.
    let allowed: Int
    /// In seconds.
    let window: Int64
    /// Accounts that are remembered; beyond that the oldest is forgotten.
    static let capacity = 10_000

    private let records = Mutex<[String: Record]>([:])

    init(allowed: Int = 10, window: Int64 = 60) {
        self.allowed = allowed
        self.window = window
    }

    /// For how many seconds this account has to wait; nil where it may try.
    func wait(for account: String, at now: Instant) -> Int64? {
        records.withLock { records in
            guard let record = records[account], record.failures >= allowed else { return nil }
            let left = record.since.seconds + window - now.seconds
            guard left > 0 else {
                records[account] = nil
                return nil
            }
            return left
        }
    }

    /// Failures that are left before tries have to wait.
    func left(for account: String, at now: Instant) -> Int {
        records.withLock { records in
            guard let record = records[account], now.seconds - record.since.seconds < window else {
                return allowed
            }
            return max(allowed - record.failures, 0)
        }
    }

    func fail(_ account: String, at now: Instant) {
        records.withLock { records in
            if records.count >= Self.capacity, records[account] == nil,
                let oldest = records.min(by: { $0.value.since < $1.value.since })
            {
                records[oldest.key] = nil
            }
            var record = records[account] ?? Record(failures: 0, since: now)
            if now.seconds - record.since.seconds >= window { record = Record(failures: 0, since: now) }
            record.failures += 1
            records[account] = record
        }
    }

    func succeed(_ account: String) {
        records.withLock { $0[account] = nil }
    }
}
