import Testing

@testable import APIClient

@Suite(.timeLimit(.minutes(10))) struct ThreadSleepTests {
    @Test func itWaitsAsLongAsAsked() async throws {
        let start = ContinuousClock.now
        try await ThreadSleep.sleep(for: .milliseconds(30))
        #expect(ContinuousClock.now - start >= .milliseconds(30))
        try await ThreadSleep.sleep(for: .zero)
        try await ThreadSleep.sleep(for: .seconds(-1))
    }

    @Test func aCancelledWaitEndsAtOnce() async {
        let task = Task { try await ThreadSleep.sleep(for: .seconds(3600)) }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        // Cancelled before it began, too.
        let late = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            try await ThreadSleep.sleep(for: .seconds(3600))
        }
        await #expect(throws: CancellationError.self) { try await late.value }
    }

    @Test func manyWaitSideBySide() async throws {
        let start = ContinuousClock.now
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<50 { group.addTask { try await ThreadSleep.sleep(for: .seconds(10)) } }
            try await group.waitForAll()
        }
        // One after another they would take 500 s; a busy machine takes some tens.
        #expect(ContinuousClock.now - start < .seconds(250))
    }
}
