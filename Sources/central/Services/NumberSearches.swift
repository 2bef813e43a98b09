import Crypto
import Forms
import Foundation
import Models
import Synchronization

/// How many numbers of persons an officer who handles no dossiers may look for in an hour.
///
/// A caller says his number, and 1022 finds his dossiers by it: the answer also tells that there are some. Trying numbers
/// one after the other would make a list of who has to do with an office. A shift takes some 20 calls an hour, each with a
/// number or two, and a mistyped one; the same number again, as when a list is loaded anew, counts once.
final class NumberSearches: Sendable {
    private struct Record {
        var since: Instant
        /// Not the numbers themselves: they would lie in memory for nothing.
        var seen: Set<Data>
    }

    let allowed: Int
    /// In seconds.
    let window: Int64
    private let records = Mutex<[ID: Record]>([:])

    init(allowed: Int = 120, window: Int64 = 3600) {
        self.allowed = allowed
        self.window = window
    }

    /// - Returns: For how many seconds the officer has to wait; nil where he may look.
    func begin(_ number: String, by officer: ID, at now: Instant) -> Int64? {
        let mark = Data(SHA256.hash(data: Data(number.utf8)))
        return records.withLock { records in
            var record = records[officer] ?? Record(since: now, seen: [])
            if now.seconds - record.since.seconds >= window { record = Record(since: now, seen: []) }
            guard record.seen.contains(mark) || record.seen.count < allowed else {
                return record.since.seconds + window - now.seconds
            }
            record.seen.insert(mark)
            records[officer] = record
            return nil
        }
    }
}
