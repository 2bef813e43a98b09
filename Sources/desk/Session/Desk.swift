import APIClient
import Forms
import Glibc
import Models
import Synchronization
import TUI

/// What all screens share: the client, who is at the desk, how it stands with the server.
///
/// Screens are values and come and go; this is the one thing that lives as long as the program. All of it is
/// behind one lock that is held for single reads and writes only.
final class Desk: Sendable {
    let config: Config
    let paths: Paths
    let client: Client
    /// nil where a server is configured.
    let training: TrainingCentral?

    private struct State {
        var link: Link
        var signedIn: SignedIn?
        var logins = 0
        var waiting: Int = 0
        var catalogue: [ProcedureSummary]?
        var catalogueIsPartial = false
        var lastAnswers: [String: Answers] = [:]
        var language: Language
        var lifeline: Lifeline?
        /// Who waits until the server can be asked.
        var gates: [CheckedContinuation<Void, Never>] = []
        /// Grows with every change of the link, and who waits for the next one.
        var changes = 0
        var watcher: CheckedContinuation<Void, Never>?
    }

    private let state: Mutex<State>

    init(
        config: Config, paths: Paths, client: Client, training: TrainingCentral? = nil, link: Link? = nil,
        time: any TimeSource = SystemTime(), newID: @escaping @Sendable () -> ID = { UUIDv7.make() }
    ) {
        self.time = time
        self.newID = newID
        self.config = config
        self.paths = paths
        self.client = client
        self.training = training
        state = Mutex(
            State(
                link: link ?? (training == nil ? .connecting : .starting), language: config.interface.language
            ))
    }

    // MARK: - The server

    var link: Link { state.withLock { $0.link } }

    /// Whether this is training: known before any login where desk starts its own central, and from the
    /// server afterwards.
    var isTraining: Bool {
        training != nil || state.withLock { $0.signedIn?.me.training ?? false }
    }

    func setLink(_ link: Link) {
        let (gates, watcher) = state.withLock { state in
            guard state.link != link else {
                return ([CheckedContinuation<Void, Never>](), nil as CheckedContinuation<Void, Never>?)
            }
            state.link = link
            state.changes += 1
            var gates: [CheckedContinuation<Void, Never>] = []
            if link != .starting {
                gates = state.gates
                state.gates = []
            }
            let watcher = state.watcher
            state.watcher = nil
            return (gates, watcher)
        }
        for gate in gates { gate.resume() }
        watcher?.resume()
    }

    /// Keeps the training central alive until the program ends.
    func hold(_ lifeline: Lifeline?) { state.withLock { $0.lifeline = lifeline } }

    var changes: Int { state.withLock { $0.changes } }

    /// Returns when the link has changed since `seen`.
    func linkChange(after seen: Int) async {
        await withCheckedContinuation { continuation in
            let isDone = state.withLock { state in
                if state.changes != seen { return true }
                state.watcher?.resume()
                state.watcher = continuation
                return false
            }
            if isDone { continuation.resume() }
        }
    }

    /// Returns once there is a server to ask: at once, or when the training central has started or failed to.
    func untilStarted() async {
        await withCheckedContinuation { continuation in
            let isDone = state.withLock { state in
                if state.link != .starting { return true }
                state.gates.append(continuation)
                return false
            }
            if isDone { continuation.resume() }
        }
    }

    /// Asks the server, and learns from the answer how the link stands.
    func ask<Value: Sendable>(
        _ question: @Sendable (Client) async throws(APIError) -> Value
    ) async -> Result<Value, APIError> {
        await untilStarted()
        let result: Result<Value, APIError>
        do {
            result = .success(try await question(client))
        } catch {
            result = .failure(error)
        }
        switch result {
        case .failure(let error) where error.isLink:
            if case .failed = link {} else { setLink(.lost) }
        case .failure(.cancelled), .failure(.unavailable), .failure(.unsendable): break
        default: setLink(.connected)
        }
        return result
    }

    /// The language of titles, which are asked for without a context; everything else takes the context's.
    var language: Language {
        get { state.withLock { $0.language } }
        set { state.withLock { $0.language = newValue } }
    }

    func title(_ phrase: Phrase) -> SafeText { SafeText(phrase.text(language)) }

    // MARK: - The officer

    var signedIn: SignedIn? { state.withLock { $0.signedIn } }
    var me: Me? { signedIn?.me }
    var store: ActStore? { signedIn?.store }

    /// The serial of the login that is on, to tell a former officer's answers.
    var serial: Int { signedIn?.serial ?? 0 }

    /// Logs in, asks who that is, and opens the officer's store.
    func logIn(user: String, password: String) async -> Result<(SignedIn, StoreError?), APIError> {
        let answer = await ask { client throws(APIError) in
            let session = try await client.login(user: user, password: password)
            return (session, try await client.me())
        }
        switch answer {
        case .failure(let error): return .failure(error)
        case .success(let (session, me)):
            OfficerKeyring.store(session.storeKey, officer: me.officer.id)
            do {
                let store = try ActStore(
                    directory: paths.state, officer: me.officer.id, key: session.storeKey)
                return .success((signIn(me, store: store), nil))
            } catch {
                return .success((signIn(me, store: nil), error))
            }
        }
    }

    /// Puts an officer at the desk; another one's catalogue goes.
    func signIn(_ me: Me, store: ActStore?) -> SignedIn {
        let pending = (try? store?.pending().count) ?? 0
        var last: [String: Answers] = [:]
        if case .object(let forms)?? = try? store?.lastDossier() {
            for case (let form, .object(let members)) in forms { last[form] = Answers(members) }
        }
        return state.withLock { state in
            state.logins += 1
            state.lastAnswers = last
            let signedIn = SignedIn(
                serial: state.logins, me: me, store: store,
                acts: store.map { Acts(client: client, store: $0) },
                sync: store.map { DraftSync(client: client, store: $0) })
            state.signedIn = signedIn
            state.catalogue = nil
            state.waiting = pending
            return signedIn
        }
    }

    /// Ends the session here and at the server, and forgets the key of the officer's files.
    func logOut() async {
        if let officer = me?.officer.id { OfficerKeyring.forget(officer: officer) }
        signOut()
        _ = try? await client.logout()
    }

    func signOut() {
        state.withLock { state in
            state.signedIn = nil
            state.catalogue = nil
            state.lastAnswers = [:]
            state.waiting = 0
        }
    }

    /// How many acts were sent and have no known outcome.
    var waitingToSend: Int { state.withLock { $0.waiting } }

    /// Counts again what waits in the officer's store.
    func countWaiting() {
        let store = store
        let pending = (try? store?.pending().count) ?? 0
        state.withLock { $0.waiting = pending }
    }

    /// The procedures of this officer, most used first, once they were loaded.
    var catalogue: [ProcedureSummary]? { state.withLock { $0.catalogue } }

    /// There are more procedures than were loaded at once.
    var catalogueIsPartial: Bool { state.withLock { $0.catalogueIsPartial } }

    /// What the officer declared last in this form, for F9.
    func lastAnswers(of form: String) -> Answers { state.withLock { $0.lastAnswers[form] } ?? Answers() }

    /// Keeps what was declared for F9, sealed like everything else.
    func keepLastAnswers(_ answers: Answers, of form: String) {
        let all = state.withLock { state in
            state.lastAnswers[form] = answers
            return state.lastAnswers
        }
        // F9 is a convenience: what can't be kept is not worth a word.
        try? store?.saveLastDossier(.object(all.mapValues(\.json)))
    }

    func setCatalogue(_ page: Page<ProcedureSummary>) {
        state.withLock { state in
            state.catalogue = page.items
            state.catalogueIsPartial = page.nextCursor != nil
        }
    }

    // MARK: - Time, ids, printing

    let time: any TimeSource
    /// Makes ids: UUIDv7, or what a test wants.
    let newID: @Sendable () -> ID

    var now: Instant { Instant(seconds: time.now) }
    var today: LocalDate { now.date }

    var printer: SlipPrinter {
        SlipPrinter(folder: config.printing.folder ?? paths.documents, printer: config.printing.printer)
    }
}
