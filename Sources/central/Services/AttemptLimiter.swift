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
    /// Accounts that are remembered; beyond that only those that have to wait.
    static let capacity = 10_000

    private let records = Mutex<[String: Record]>([:])

    init(allowed: Int = 10, window: Int64 = 60) {
        self.allowed = allowed
        self.window = window
    }

    /// Counts a try, before it is known how it ends: of many at once no more than are allowed get through.
    ///
    /// - Returns: For how many seconds this account has to wait; nil where it may try. Then it is counted as a failure,
    ///   until ``takeBack(_:)`` or ``succeed(_:)`` says otherwise.
    func begin(_ account: String, at now: Instant) -> Int64? {
        records.withLock { records in
            var record = records[account] ?? Record(failures: 0, since: now)
            if hasEnded(record, at: now) { record = Record(failures: 0, since: now) }
            guard record.failures < allowed else { return record.since.seconds + window - now.seconds }
            if records.count >= Self.capacity, records[account] == nil { makeRoom(in: &records, at: now) }
            record.failures += 1
            records[account] = record
            return nil
        }
    }

    private func hasEnded(_ record: Record, at now: Instant) -> Bool {
        now.seconds - record.since.seconds >= window
    }

    /// Forgets what has ended; else one of those with the fewest failures. Never one that has to wait: whoever knows
    /// many names could free a locked one by trying the others.
    private func makeRoom(in records: inout [String: Record], at now: Instant) {
        let ended = records.filter { hasEnded($0.value, at: now) }
        guard ended.isEmpty else {
            for account in ended.keys { records[account] = nil }
            return
        }
        let least = records.filter { $0.value.failures < allowed }
            .min { ($0.value.failures, $0.value.since) < ($1.value.failures, $1.value.since) }
        if let least { records[least.key] = nil }
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

    /// A try that was counted was no failure; those before it stay.
    func takeBack(_ account: String) {
        records.withLock { records in
            guard var record = records[account] else { return }
            record.failures -= 1
            records[account] = record.failures > 0 ? record : nil
        }
    }

    /// Whoever knew it is no guesser: what he had failed before is forgotten.
    func succeed(_ account: String) {
        records.withLock { $0[account] = nil }
    }
}
