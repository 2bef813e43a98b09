import Synchronization

/// Something that happens once, which threads tell and tasks wait for.
final class Signal: Sendable {
    private struct State {
        var isSet = false
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    private let state = Mutex(State())

    func set() {
        let waiting = state.withLock { state in
            let waiting = state.waiting
            state = State(isSet: true)
            return waiting
        }
        for continuation in waiting { continuation.resume() }
    }

    func wait() async {
        await withCheckedContinuation { continuation in
            let isSet = state.withLock { state in
                if !state.isSet { state.waiting.append(continuation) }
                return state.isSet
            }
            if isSet { continuation.resume() }
        }
    }
}

/// What threads and tasks write down for a test to read.
final class Notes<Value: Sendable>: Sendable {
    private let list = Mutex<[Value]>([])

    var all: [Value] { list.withLock { $0 } }

    func add(_ value: Value) {
        list.withLock { $0.append(value) }
    }
}
