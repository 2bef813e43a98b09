import Forms
import Models
import Testing

@testable import central

@Suite("The engine on random graphs, by random officers, under random clocks")
struct RoutingModelTests {
    /// Walks in all; in batches, so that they run side by side.
    static let walks = 10_000
    static let batches = 20

    @Test("The invariants hold on every walk", arguments: 0..<batches)
    func invariants(batch: Int) {
        var chance = SplitMix64(seed: UInt64(7_753 + batch))
        var acts = (done: 0, refused: 0)
        for _ in 0..<(Self.walks / Self.batches) {
            var walk = RoutingWalk(&chance)
            for _ in 0..<chance.between(4, 18) {
                if walk.step(&chance) { acts.done += 1 } else { acts.refused += 1 }
            }
            guard walk.faults.isEmpty else {
                Issue.record("\(walk.faults.prefix(3)) in \(walk.graph.process)")
                return
            }
        }
        // Both happen often, so that neither side of the engine goes untried.
        #expect(acts.done > 500)
        #expect(acts.refused > 500)
    }
}
