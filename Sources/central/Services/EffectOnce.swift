import HTTPTypes
import Crypto
import Foundation
import Forms
import GRDB
import Models
import Synchronization

/// Makes an act have its effect once, however often it is sent.
///
/// The key, the hash of the request and the answer are written in the transaction of the effect, so there is
/// no moment at which one exists without the other. Before anything else of the request is checked, a stored
/// answer is given back as it was. A refusal stores nothing: a corrected form goes through under its key.
final class EffectOnce: Sendable {
    private struct Slot: Hashable {
        var person: String
        var key: String
    }

    private let store: Store
    private let seal: DataSeal
    private let failpoint: Failpoint
    private let running = Mutex<Set<Slot>>([])

    init(store: Store, seal: DataSeal, failpoint: Failpoint) {
        self.store = store
        self.seal = seal
        self.failpoint = failpoint
    }

    /// Runs `prepare` (checks and reads, outside the transaction) and then `effect` inside it.
    func perform<Prepared: Sendable>(
        _ call: Call,
        prepare: @Sendable () async throws -> Prepared,
        effect: @escaping @Sendable (Database, Prepared) throws -> Reply
    ) async throws -> Reply {
        let key = try Self.key(of: call)
        let slot = Slot(person: try call.requireGrant().officer.person, key: key)
        let hash = Self.hash(call)
        try enter(slot)
        defer { leave(slot) }

        let stored = try await store.read { [seal] in
            try IdempotencyTable.find($0, person: slot.person, key: key, seal: seal)
        }
        if let stored { return try Self.replay(stored, call, hash) }
        let prepared = try await prepare()
        failpoint.pass(.beforeTransaction)
        let (route, now, failpoint) = (call.route.id, call.now, failpoint)
        let answer = try await store.write { [seal] database in
            // Another central on the same database may have been faster.
            if let stored = try IdempotencyTable.find(database, person: slot.person, key: key, seal: seal) {
                return try Self.replay(stored, call, hash)
            }
            let answer = try effect(database, prepared)
            try IdempotencyTable.insert(
                database, person: slot.person, key: key,
                act: .init(
                    route: route, requestHash: hash, status: answer.status, headers: answer.headers,
                    body: answer.body),
                at: now, seal: seal)
            failpoint.pass(.inTransactionAfterIdempotency)
            return answer
        }
        failpoint.pass(.afterCommit)
        if failpoint.isDue(.dropAfterCommit) { call.hangUp() }
        return answer
    }

    /// Whether the caller's act under this key has had its effect. False where the call carries no key, or none that
    /// is one: that is for `perform` to say.
    func isDone(_ call: Call) async throws -> Bool {
        guard let key = try? Self.key(of: call) else { return false }
        let person = try call.requireGrant().officer.person
        return try await store.read { [seal] in
            try IdempotencyTable.find($0, person: person, key: key, seal: seal) != nil
        }
    }

    static func key(of call: Call) throws -> String {
        guard let text = call.headers[.idempotencyKey] else { throw ProblemError(.idempotencyKeyMissing) }
        let key = text.trimmed.lowercased()
        guard UUIDv7.isValid(key) else { throw ProblemError(.idempotencyKeyInvalid) }
        return key
    }

    /// What makes two requests the same: route, path and the body as a value, however it was written.
    private static func hash(_ call: Call) -> Data {
        var sha = SHA256()
        sha.update(data: Data((call.route.id + "\n" + call.path + "\n").utf8))
        // How a table is to be read is a part of what is asked; of other acts the query only says how they are answered.
        if let columns = call.query["columns"] { sha.update(data: Data((columns + "\n").utf8)) }
        if let value = try? RequestBody.parse(call.body), let canonical = try? StrictJSON.encode(value) {
            sha.update(data: canonical)
        } else {
            sha.update(data: call.body)
        }
        return Data(sha.finalize())
    }

    private static func replay(_ act: IdempotencyTable.Act, _ call: Call, _ hash: Data) throws -> Reply {
        guard act.requestHash == hash, act.route == call.route.id else {
            // Where what the key stands for lies, so that nobody has to guess: it is the caller's own act.
            var error = ProblemError(.idempotencyKeyReused)
            error.done = act.headers["location"]
            throw error
        }
        var answer = Reply(status: act.status, headers: act.headers, body: act.body)
        answer.headers["idempotency-replayed"] = "true"
        return answer
    }

    /// While the first is running nothing is bound yet, so the same key waits, whatever its body.
    private func enter(_ slot: Slot) throws {
        guard running.withLock({ $0.insert(slot).inserted }) else {
            throw ProblemError(.requestInProgress, headers: ["retry-after": "1"])
        }
    }

    private func leave(_ slot: Slot) {
        running.withLock { _ = $0.remove(slot) }
    }
}
