import GRDB
import Models
import Synchronization

/// Remembers how many dossiers each inbox holds, so that a home screen that is drawn anew does not count them all.
///
/// A count is at most `lifetime` old, and is never older than the last act in one of its own units.
final class InboxCounter: Sendable {
    private struct Key: Hashable {
        var officer: ID
        var scope: Scope
    }

    struct Counts: Sendable {
        var inboxes: [InboxKind: Int]
        /// Results that nobody fetches; nil where the officer gives none out.
        var uncollected: Int?
    }

    private struct Kept {
        var counts: Counts
        var at: Int64
        var acts: Int
    }

    /// In seconds.
    static let lifetime: Int64 = 15
    /// More officers than these are not remembered at once.
    private static let capacity = 5_000

    private let kept = Mutex<[Key: Kept]>([:])
    private let acts = Mutex<[String: Int]>([:])

    /// Something happened to a dossier of this unit.
    func noteAct(in unit: String) {
        acts.withLock { $0[unit, default: 0] += 1 }
    }

    /// An act has moved a dossier: the counts are old from its commit on, for the unit whose dossier it is, for those who
    /// had it, for those who get it, and for whoever acted.
    ///
    /// - Parameter database: In the transaction of the act.
    func noteAct(
        _ database: Database, on before: StoredDossier, _ after: StoredDossier, by officer: Officer? = nil
    ) {
        let units = Set(
            [before.dossier.unit.code, before.holderUnit, after.holderUnit]
                + (officer?.assignments.map(\.unit) ?? []))
        database.afterNextTransaction { [self] _ in
            for unit in units { noteAct(in: unit) }
        }
    }

    func counts(
        officer: ID, scope: Scope, at now: Instant, _ count: () async throws -> Counts
    ) async throws -> Counts {
        let key = Key(officer: officer, scope: scope)
        // Taken before counting: an act in between makes the count old at once.
        let acts = acts.withLock { acts in
            acts.reduce(0) { $0 + (scope.concerns($1.key) ? $1.value : 0) }
        }
        let hit = kept.withLock { $0[key] }
        if let hit, hit.acts == acts, (0..<Self.lifetime).contains(now.seconds - hit.at) { return hit.counts }
        let counts = try await count()
        kept.withLock { kept in
            if kept.count > Self.capacity { kept.removeAll() }
            kept[key] = Kept(counts: counts, at: now.seconds, acts: acts)
        }
        return counts
    }
}
