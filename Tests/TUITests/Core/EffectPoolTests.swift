import Synchronization
import Testing

@testable import TUI

@Suite(.timeLimit(.minutes(10))) struct EffectPoolTests {
    private final class Gate: Sendable {
        let count = Mutex(0)
        let waiting = Mutex<[CheckedContinuation<Void, Never>]>([])
    }

    @Test func everyJobRunsOnce() async {
        let gate = Gate()
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<1_000 {
                group.addTask(executorPreference: EffectPool.shared) {
                    await Task.yield()
                    gate.count.withLock { $0 += 1 }
                }
            }
        }
        #expect(gate.count.withLock { $0 } == 1_000)
    }

    /// One that waits for an answer holds no thread; the others go on.
    @Test func aWaitingEffectHoldsNobodyUp() async {
        let gate = Gate()
        let waiting = (0..<20).map { _ in
            Task(executorPreference: EffectPool.shared) {
                await withCheckedContinuation { continuation in
                    gate.waiting.withLock { $0.append(continuation) }
                }
            }
        }
        let other = Task(executorPreference: EffectPool.shared) { 7 }
        #expect(await other.value == 7)
        while gate.waiting.withLock({ $0.count }) < 20 { await Task.yield() }
        for continuation in gate.waiting.withLock({ $0 }) { continuation.resume() }
        for task in waiting { await task.value }
    }
}
