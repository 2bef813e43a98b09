import Forms
import Models
import Synchronization

/// Carries one officer's acts out once, whatever dies when: the intent is on the disk before the network hears of
/// it, every try goes under the same key with the same bytes, and the intent stays open until the server's answer is
/// known.
///
///     let done = try await acts.createDossier(intake, key: key, title: "Nguyễn Thị Ánh, khai sinh", draft: draft.id)
///
/// After a start, `store.pending()` has what is open; `resume` finishes it.
///
/// The acts are those of the officer who is logged in when this is made: once another one is, they end with
/// `.unauthorised` and nothing of them is sent, because a key belongs to the person.
public final class Acts: Sendable {
    private let client: Client
    private let store: ActStore?
    /// The open intents where there is no store.
    private let unkept = Mutex<[ID: Intent]>([:])

    /// - Parameter store: nil where the machine has none that works. What is open then lives as long as this.
    public init(client: Client, store: ActStore?) {
        self.client = client.pinned()
        self.store = store
    }

    /// What an act gave.
    public struct Done<Value: Sendable>: Sendable {
        public var value: Value
        /// Set where the answer could not be kept. The act is done; its intent stays open, and to resume it gives
        /// the same answer again.
        public var unkept: StoreError?

        public init(value: Value, unkept: StoreError? = nil) {
            self.value = value
            self.unkept = unkept
        }
    }

    /// Carries an act out.
    ///
    /// - Parameters:
    ///   - key: Made when the officer began; kept with what he typed, so that it survives the desk.
    ///   - title: For the officer, should the act stay open.
    ///   - draft: What was typed for it (`TypedForm.Place.id`, or a draft's id); dropped when the act is done.
    public func perform<Answer>(
        _ act: Act<Answer>, key: ID, title: String, draft: ID? = nil
    ) async throws(ActError) -> Done<Answer> {
        try await perform(act, key: key, title: title, draft: draft, staysUnsent: false)
    }

    /// Takes a dossier in.
    public func createDossier(
        _ intake: DossierIntake, key: ID, title: String, draft: ID? = nil
    ) async throws(ActError) -> Done<Dossier> {
        try await perform(.create(intake), key: key, title: title, draft: draft)
    }

    /// Records a print.
    ///
    /// The paper comes out whatever the server does, so its entry stays open until the server has it: also where
    /// nobody can be reached or the session has ended. Only a refusal ends it.
    public func recordPrint(
        dossier id: ID, _ request: PrintRequest, key: ID, title: String
    ) async throws(ActError) -> Done<PrintRecord> {
        try await perform(
            .recordPrint(dossier: id, request), key: key, title: title, draft: nil, staysUnsent: true)
    }

    /// Does one act on a dossier: it goes its way, or waits, or ends.
    public func act(
        on id: ID, _ request: ActionRequest, revision: Int, key: ID, title: String, draft: ID? = nil
    ) async throws(ActError) -> Done<Dossier> {
        try await perform(.act(on: id, request, revision: revision), key: key, title: title, draft: draft)
    }

    /// Sends an open act again, and answers what the server answers: the body of its 2xx.
    public func resume(_ intent: Intent) async throws(ActError) -> Done<[UInt8]> {
        if let answer = intent.answer { return Done(value: Array(answer.utf8)) }
        return try await send(intent, endsUnsent: false)
    }

    /// The acts whose answer is not known, the oldest first, be there a store or not.
    public func pending() throws(StoreError) -> [Intent] {
        if let store { return try store.pending() }
        return unkept.withLock { Array($0.values) }.sorted { ($0.madeAt, $0.key) < ($1.madeAt, $1.key) }
    }

    /// The act of a key as it was sent, be there a store or not; nil where there is none that is known.
    public func intent(_ key: ID) throws(StoreError) -> Intent? {
        if let store { try store.intent(key) } else { unkept.withLock { $0[key] } }
    }

    /// Ends an act that was done with an earlier content (`Intent.isDoneOtherwise`), once it is known which dossier
    /// came of it. Its draft goes, as with any act that is done.
    public func settle(_ key: ID, with dossier: Dossier) throws(StoreError) {
        let answer: [UInt8]
        do {
            answer = try StrictJSON.encode(dossier)
        } catch {
            throw .unencodable
        }
        try complete(key, answer: answer)
    }

    /// Ends an open act without its outcome: where nothing can come of it any more, or because the officer decides so.
    /// Whether it was carried out is not known by that. Its draft stays.
    public func end(_ key: ID) throws(StoreError) {
        if let store { try store.withdraw(key) } else { forget(key) }
    }

    /// The dossier that an intent of `createDossier` was answered with.
    public static func dossier(from answer: [UInt8]) -> Dossier? {
        try? LenientJSON.decode(Dossier.self, from: answer)
    }

    // MARK: Steps

    private func perform<Answer>(
        _ act: Act<Answer>, key: ID, title: String, draft: ID?, staysUnsent: Bool
    ) async throws(ActError) -> Done<Answer> {
        let intent: Intent
        let isNew: Bool
        do {
            intent = Intent(
                key: key, operation: act.operation, target: act.target.text, body: try Call.encode(act.body),
                revision: act.ifMatch, title: title, draft: draft, madeAt: now())
            isNew = try record(intent)
        } catch let error as StoreError {
            throw .store(error)
        } catch let error as APIError {
            throw .api(error, isOpen: false)
        } catch {
            throw .api(.unsendable("\(error)"), isOpen: false)
        }
        return try decoded(try await send(intent, endsUnsent: isNew && !staysUnsent))
    }

    /// - Parameter endsUnsent: Whether the act ends where this try surely did not arrive: no try of it has been
    ///   made before, and it may be given up.
    private func send(_ intent: Intent, endsUnsent: Bool) async throws(ActError) -> Done<[UInt8]> {
        var call = Call.act(
            intent.operation, Target(text: intent.target), bytes: Array(intent.body.utf8), key: intent.key,
            method: Self.patching.contains(intent.operation) ? .patch : .post)
        if let revision = intent.revision { call.request.headers.append(Header("If-Match", revision)) }
        let response: Response
        do {
            response = try await client.outcome(of: call)
        } catch {
            throw ended(intent.key, error, endsUnsent: endsUnsent)
        }
        do {
            try Acts.check(response, of: intent.operation)
        } catch {
            // It said that it is done.
            throw .api(error, isOpen: true)
        }
        do {
            try complete(intent.key, answer: response.body)
            return Done(value: response.body)
        } catch {
            return Done(value: response.body, unkept: error)
        }
    }

    private func ended(_ key: ID, _ failure: CallFailure, endsUnsent: Bool) -> ActError {
        let isSurelyNotDone = failure.error.isRefusal || (endsUnsent && !failure.mayHaveArrived)
        // Where the disk does not let it, the act stays open for nothing: it is sent again and refused again.
        if isSurelyNotDone {
            try? end(key)
        } else if failure.error.isKeyReused {
            let at = now()
            try? note(key) { $0.reusedAt = at }
        } else if case .problem(let problem) = failure.error, failure.error.isOutOfReach {
            try? note(key) { $0.refusal = problem }
        }
        return .api(failure.summary, isOpen: !isSurelyNotDone)
    }

    private func decoded<Value: Decodable & Sendable>(_ done: Done<[UInt8]>) throws(ActError) -> Done<Value> {
        do {
            return Done(value: try LenientJSON.decode(Value.self, from: done.value), unkept: done.unkept)
        } catch {
            throw .api(.garbage(.shape(pointer: error.pointer, error.message)), isOpen: false)
        }
    }

    // MARK: With a store or without

    private func record(_ intent: Intent) throws(StoreError) -> Bool {
        if let store { return try store.recordIntent(intent) }
        return try unkept.withLock { intents throws(StoreError) in
            guard let before = intents[intent.key] else {
                intents[intent.key] = intent
                return true
            }
            guard before.isSame(as: intent) else { throw .openIntent }
            intents[intent.key]?.revision = intent.revision
            return false
        }
    }

    private func complete(_ key: ID, answer: [UInt8]) throws(StoreError) {
        if let store { try store.complete(key, answer: answer) } else { forget(key) }
    }

    private func note(_ key: ID, _ change: (inout Intent) -> Void) throws(StoreError) {
        if let store { return try store.note(key, change) }
        unkept.withLock { intents in
            guard var intent = intents[key] else { return }
            change(&intent)
            intents[key] = intent
        }
    }

    private func now() -> Instant { store?.now() ?? .now() }

    private func forget(_ key: ID) {
        unkept.withLock { $0[key] = nil }
    }
}
