import Synchronization

/// Whose tokens the clients of one server use, in memory only.
///
/// Every change of the person has a serial, and a call knows the serial that it began under: nothing goes out under
/// the tokens of whoever logs in later. The same user who logs in again, with nobody else in between, continues
/// under the serial of before.
final class Login: Sendable {
    private let executor: (any TaskExecutor)?

    init(executor: (any TaskExecutor)? = nil) {
        self.executor = executor
    }

    private struct State {
        var serial = 0
        /// The user of the serial, also after the session has ended; nil before the first login.
        var user: String?
        var access: String?
        var refresh: String?
        /// Under way, and shared by all calls that wait for it.
        var renewal: Renewal?

        mutating func end() {
            access = nil
            refresh = nil
            renewal = nil
        }
    }

    private struct Renewal {
        /// The refresh token that it spends.
        var secret: String
        var task: Task<Result<String, APIError>, Never>
    }

    private let state = Mutex(State())

    var serial: Int { state.withLock { $0.serial } }

    /// The token of a login, while that login stands.
    func access(_ serial: Int) -> String? {
        state.withLock { $0.serial == serial ? $0.access : nil }
    }

    func refreshToken(_ serial: Int) -> String? {
        state.withLock { $0.serial == serial ? $0.refresh : nil }
    }

    func install(_ pending: PendingSession) {
        state.withLock { state in
            // Bytes, not characters: to the server two spellings of one letter are two users.
            if let user = state.user, !user.utf8.elementsEqual(pending.user.utf8) { state.serial += 1 }
            state.user = pending.user
            state.access = pending.access
            state.refresh = pending.refresh
            state.renewal = nil
        }
    }

    /// Goes on with the session of another one, which ends there. The serial stays: it is the same person.
    func take(from other: Login) {
        guard other !== self else { return }
        let taken = other.state.withLock { state in
            let taken = state
            state.end()
            return taken
        }
        state.withLock { state in
            state.user = taken.user
            state.access = taken.access
            state.refresh = taken.refresh
            state.renewal = nil
        }
    }

    /// Takes over what `secret` was exchanged for, unless somebody has logged in meanwhile.
    func replace(_ secret: String, access: String, refresh: String?) {
        state.withLock { state in
            guard state.refresh == secret else { return }
            state.access = access
            state.refresh = refresh ?? secret
        }
    }

    /// Ends a session, where it still stands, and answers the token that ends it at the server too.
    func end(_ serial: Int) -> String? {
        state.withLock { state in
            guard state.serial == serial else { return nil }
            let secret = state.refresh ?? state.access
            state.end()
            return secret
        }
    }

    /// Ends the session whose token the server has just refused.
    func end(refused access: String) {
        state.withLock { if $0.access == access { $0.end() } }
    }

    /// A new token in place of `access`. Many calls may need it at once; one asks for it.
    ///
    /// - Parameter exchange: Spends a refresh token, and gives what came to `replace`.
    func renewed(
        after access: String, _ serial: Int,
        _ exchange: @escaping @Sendable (String) async throws(APIError) -> Void
    ) async throws(APIError) -> String {
        enum Way { case ended, has(String), wait(Task<Result<String, APIError>, Never>) }
        let way: Way = state.withLock { state in
            guard state.serial == serial, let held = state.access else { return .ended }
            if held != access { return .has(held) }
            if let renewal = state.renewal { return .wait(renewal.task) }
            guard let secret = state.refresh else {
                state.end()
                return .ended
            }
            let task = Task(executorPreference: executor) {
                await self.renew(serial, spending: secret, exchange)
            }
            state.renewal = Renewal(secret: secret, task: task)
            return .wait(task)
        }
        switch way {
        case .ended: throw .unauthorised
        case .has(let held): return held
        case .wait(let task): return try await task.value.get()
        }
    }

    private func renew(
        _ serial: Int, spending secret: String,
        _ exchange: @Sendable (String) async throws(APIError) -> Void
    ) async -> Result<String, APIError> {
        var failure: APIError?
        do {
            try await exchange(secret)
        } catch {
            failure = error
        }
        return state.withLock { state in
            if state.renewal?.secret == secret { state.renewal = nil }
            if failure == .unauthorised, state.refresh == secret { state.end() }
            if let failure { return .failure(failure) }
            // Somebody else's token is no answer to a call of this login.
            guard state.serial == serial, let access = state.access else { return .failure(.unauthorised) }
            return .success(access)
        }
    }
}
