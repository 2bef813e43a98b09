import Forms
import Models

/// Carries acts out once, whatever dies when: the intent is on the disk before the network hears of it, every try
/// goes under the same key with the same bytes, and the intent stays open until the server's answer is known.
///
///     let done = try await acts.createDossier(intake, key: key, title: "Nguyễn Thị Ánh, khai sinh", draft: draft.id)
///
/// After a start, `store.pending()` has what is open; `resume` finishes it.
public final class Acts: Sendable {
    private let client: Client
    private let store: ActStore

    public init(client: Client, store: ActStore) {
        self.client = client
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

    /// Takes a dossier in.
    ///
    /// - Parameters:
    ///   - key: Made when the officer began; kept with the draft, so that it survives the desk.
    ///   - title: For the officer, should the act stay open.
    ///   - draft: Dropped when the act is done.
    public func createDossier(
        _ intake: DossierIntake, key: ID, title: String, draft: ID? = nil
    ) async throws(ActError) -> Done<Dossier> {
        let done = try await perform(
            "createDossier", "/v1/dossiers", intake, key: key, title: title, draft: draft)
        return try decoded(done)
    }

    /// Records a print.
    public func recordPrint(
        dossier id: ID, _ request: PrintRequest, key: ID, title: String
    ) async throws(ActError) -> Done<PrintRecord> {
        let done = try await perform(
            "recordPrint", "/v1/dossiers/\(id)/prints", request, key: key, title: title, draft: nil)
        return try decoded(done)
    }

    /// Sends an open act again, and answers what the server answers: the body of its 2xx.
    public func resume(_ intent: Intent) async throws(ActError) -> Done<[UInt8]> {
        if let answer = intent.answer { return Done(value: Array(answer.utf8)) }
        return try await send(intent, isNew: false)
    }

    /// The dossier that an intent of `createDossier` was answered with.
    public static func dossier(from answer: [UInt8]) -> Dossier? {
        try? LenientJSON.decode(Dossier.self, from: answer)
    }

    // MARK: Steps

    private func perform(
        _ operation: String, _ target: Target, _ body: some Encodable & Sendable, key: ID, title: String,
        draft: ID?
    ) async throws(ActError) -> Done<[UInt8]> {
        let intent: Intent
        let isNew: Bool
        do {
            intent = Intent(
                key: key, operation: operation, target: target.text, body: try Call.encode(body),
                title: title,
                draft: draft, madeAt: store.now())
            isNew = try store.recordIntent(intent)
        } catch let error as StoreError {
            throw .store(error)
        } catch let error as APIError {
            throw .api(error, isOpen: false)
        } catch {
            throw .api(.unsendable("\(error)"), isOpen: false)
        }
        return try await send(intent, isNew: isNew)
    }

    private func send(_ intent: Intent, isNew: Bool) async throws(ActError) -> Done<[UInt8]> {
        let call = Call.act(
            intent.operation, Target(text: intent.target), bytes: Array(intent.body.utf8), key: intent.key)
        let response: Response
        do {
            response = try await client.answer(to: call)
            try Acts.check(response, of: intent.operation)
        } catch {
            let isSurelyNotDone = error.isRefusal || (isNew && !error.isOutcomeUnknown)
            if isSurelyNotDone { try? store.withdraw(intent.key) }
            throw .api(error, isOpen: !isSurelyNotDone)
        }
        do {
            try store.complete(intent.key, answer: response.body)
            return Done(value: response.body)
        } catch {
            return Done(value: response.body, unkept: error)
        }
    }

    /// An answer of another shape came from something else than the server: the act then stays open.
    private static func check(_ response: Response, of operation: String) throws(APIError) {
        switch operation {
        case "createDossier": _ = try Reply.decode(Dossier.self, from: response)
        case "recordPrint": _ = try Reply.decode(PrintRecord.self, from: response)
        default: _ = try Reply.decode(JSONValue.self, from: response)
        }
    }

    private func decoded<Value: Decodable & Sendable>(_ done: Done<[UInt8]>) throws(ActError) -> Done<Value> {
        do {
            return Done(value: try LenientJSON.decode(Value.self, from: done.value), unkept: done.unkept)
        } catch {
            throw .api(.garbage(.shape(pointer: error.pointer, error.message)), isOpen: false)
        }
    }
}
