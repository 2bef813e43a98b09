import Forms
import Models
import Testing

@testable import central

@Suite("The engine beside a book kept by hand: random graphs, officers, clocks and acts")
struct RoutingModelTests {
    /// Walks in all; in batches, so that they run side by side.
    static let walks = 10_000
    static let batches = 20

    /// What happened on some walks.
    private struct Tally {
        var tried = 0
        var done: [ProcessAction: Int] = [:]
        var refused: [String: Int] = [:]
        var faults: [String] = []

        mutating func add(_ other: Tally) {
            tried += other.tried
            done.merge(other.done, uniquingKeysWith: +)
            refused.merge(other.refused, uniquingKeysWith: +)
            faults += other.faults
        }
    }

    private static func walk(batch: Int, among published: [ProcessDefinition]) -> Tally {
        var chance = SplitMix64(seed: UInt64(7_753 + batch))
        var tally = Tally()
        for _ in 0..<(walks / batches) {
            let process = chance.chance(70) ? RandomProcess.make(&chance) : chance.pick(published)
            var walk = RoutingWalk(process, &chance)
            for _ in 0..<chance.between(20, 40) {
                walk.step(&chance)
                tally.tried += 1
                // After the end a few more, which are all refused but an undo.
                if walk.hasEnded, chance.chance(50) { break }
            }
            guard walk.faults.isEmpty else {
                tally.faults = walk.faults.prefix(3) + ["in \(process)"]
                return tally
            }
            for action in walk.done { tally.done[action, default: 0] += 1 }
            for reason in walk.refused { tally.refused[reason, default: 0] += 1 }
        }
        return tally
    }

    @Test("Engine and book agree on every act of every walk")
    func agreement() async throws {
        let published = try RoutingDriver.set.get().processes
        let tally = await withTaskGroup(of: Tally.self) { group in
            for batch in 0..<Self.batches {
                group.addTask { Self.walk(batch: batch, among: published) }
            }
            var whole = Tally()
            for await part in group { whole.add(part) }
            return whole
        }
        for fault in tally.faults { Issue.record("\(fault)") }
        // A walk goes far, every verb is done and every reason met: no side of the engine is left untried.
        let acts = tally.done.values.reduce(0, +)
        #expect(tally.tried > 20 * Self.walks)
        #expect(acts > 12 * Self.walks)
        for action in ProcessAction.allCases where action != .amend {
            #expect(tally.done[action, default: 0] >= 500, "\(action) is hardly done")
        }
        for reason in Self.reasons {
            #expect(tally.refused[reason, default: 0] >= 20, "\(reason) is hardly met")
        }
    }

    /// For which an act has to have been refused.
    static let reasons =
        ProcessGuard.allCases.map {
            ($0 == .firstSupplementOrReason ? "/note " : "/action ") + $0.rawValue
        }
        + [
            "system_only", "not_here", "nothing_to_undo", "not_undoable", "not_yours", "undo_too_late",
            "ended",
            "awaits_lead", "not_assignee", "not_expired", "no_transition", "not_bound", "claimed",
        ].map { "/action " + $0 }
        + [
            "/assignee required", "/assignee unknown_officer", "/assignee assignee_not_bound",
            "/note required",
            "/note too_long", "/missing required", "/documents required", "/documents still_missing",
            "/amount required", "/due_at required", "/due_at not_later", "/due_at day_off",
            "/due_at outside_hours", "/signature required", "/signature bad_signature", "/handover required",
            "/handover/identity_number required", "/handover/tracking_number post_confirms", "/to other_step",
        ]
}
