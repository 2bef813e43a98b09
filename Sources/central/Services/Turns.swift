/// One after the other, by name: who comes while another has the turn waits, and others' names don't matter.
actor Turns {
    /// Those that wait, by name; a name that has the turn is there.
    private var waiting: [String: [CheckedContinuation<Void, Never>]] = [:]

    func take<Value: Sendable>(
        _ name: String, _ body: @Sendable () async throws -> Value
    ) async throws -> Value {
        if waiting[name] == nil {
            waiting[name] = []
        } else {
            await withCheckedContinuation { waiting[name]?.append($0) }
        }
        defer { pass(name) }
        return try await body()
    }

    private func pass(_ name: String) {
        guard let next = waiting[name]?.first else { return waiting[name] = nil }
        waiting[name]?.removeFirst()
        next.resume()
    }
}
