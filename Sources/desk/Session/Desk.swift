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
    /// Makes a client without a session, over the connections that all of them share.
    private let makeClient: @Sendable () -> Client
    /// nil where a server is configured.
    let training: TrainingCentral?

    private struct State {
        var link: Link
        /// Asks for whoever is at the desk; another officer gets another one.
        var client: Client
        var signedIn: SignedIn?
        var logins = 0
        var wantsLogOut = false
        var waiting: Result<Int, StoreError> = .success(0)
        var catalogue: [ProcedureSummary]?
        var catalogueIsPartial = false
        var lastAnswers: [String: Answers] = [:]
        var recent = RecentFinds()
        /// What was typed into forms and could not be written to the disk, by place; gone with the officer.
        var unkept: [ID: UnkeptText] = [:]
        var troubles = StoreTroubles()
        /// What this run began with and everybody has to know, until it was told after a login.
        var startWarnings: [Phrase] = []
        /// How officers have their keys composed, where they have switched it at this desk.
        var typing: [ID: TypingOptions] = [:]
        var language: Language
        var lifeline: Lifeline?
        /// Counts the states of drafts that were to be saved.
        var edits = 0
        /// Who waits until the server can be asked.
        var gates: [CheckedContinuation<Void, Never>] = []
        /// Grows with every change of the link, and who waits for the next one.
        var changes = 0
        var watcher: CheckedContinuation<Void, Never>?
        var following: Following?
        var callLine: CallLine?
    }

    /// The calls that came in by `desk call`.
    let rings = CallRings()
    /// The cards that are open on this desk's screens.
    let openCalls = OpenCalls()

    /// What others did, as the feed of this login brings it.
    let changes = ChangeLog()
    /// Whether a login begins to follow the feed. False in tests of screens.
    let follows: Bool
    var following: Following? { state.withLock { $0.following } }

    private let state: Mutex<State>

    init(
        config: Config, paths: Paths, training: TrainingCentral? = nil, link: Link? = nil,
        client: @escaping @Sendable () -> Client, follows: Bool = false,
        time: any TimeSource = SystemTime(), newID: @escaping @Sendable () -> ID = { UUIDv7.make() }
    ) {
        self.time = time
        self.newID = newID
        self.config = config
        self.paths = paths
        makeClient = client
        self.training = training
        self.follows = follows
        state = Mutex(
            State(
                link: link ?? (training == nil ? .unasked : .starting), client: client(),
                language: config.interface.language))
    }

    // MARK: - The server

    var link: Link { state.withLock { $0.link } }

    /// The client of whoever is at the desk. A session belongs to its client and never moves to another
    /// officer's: what one officer began can't go out under the next one's name, however late it is tried.
    var client: Client { state.withLock { $0.client } }

    /// Whether this is training: known before any login where desk starts its own central, and from the
    /// server afterwards.
    var isTraining: Bool {
        training != nil || state.withLock { $0.signedIn?.me.training ?? false }
    }

    /// What the status line tells, read at once.
    var standing: Standing {
        state.withLock { state in
            let me = state.signedIn?.me
            return Standing(
                link: state.link,
                person: me.map { Standing.Person(officer: $0.officer.name, unit: $0.unit.name) },
                isTraining: training != nil || me?.training ?? false, waiting: state.waiting)
        }
    }

    /// The server as it is configured, to be named where it does not answer.
    var serverAddress: String { client.address.text }

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

    /// The link together with the number of its changes so far: read apart, a change between the two would
    /// be missed.
    var linkState: (link: Link, changes: Int) { state.withLock { ($0.link, $0.changes) } }

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
        await ask(client, question)
    }

    /// Asks with a client of one's own.
    private func ask<Value: Sendable>(
        _ client: Client, _ question: @Sendable (Client) async throws(APIError) -> Value
    ) async -> Result<Value, APIError> {
        await untilStarted()
        let result: Result<Value, APIError>
        do {
            result = .success(try await question(client))
        } catch {
            result = .failure(error)
        }
        switch result {
        case .failure(let error) where error.isLink || error.isFromElsewhere:
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

    /// How the keys of whoever is at the desk are composed: as that officer has switched it, else as it is configured.
    var typing: TypingOptions {
        let own = state.withLock { state in state.signedIn.flatMap { state.typing[$0.me.officer.id] } }
        return own ?? TypingOptions(method: config.typing.method, tones: config.typing.tones)
    }

    /// Keeps what the officer has switched to, for the next login.
    ///
    /// - Returns: What keeps it for the next start too; to be run in an effect, for it writes to the disk. Nil where nobody
    ///   is at the desk.
    func keepTyping(_ typing: TypingOptions) -> (@Sendable () -> Void)? {
        let owner = state.withLock { state -> SignedIn? in
            guard let signedIn = state.signedIn else { return nil }
            state.typing[signedIn.me.officer.id] = typing
            return signedIn
        }
        guard let store = owner?.store else { return nil }
        return {
            self.attempt(.memory) { () throws(StoreError) in
                try store.savePreferences(.object(["typing": .string(typing.method.rawValue)]))
            }
        }
    }

    func title(_ phrase: Phrase) -> SafeText { SafeText(phrase.text(language)) }

    // MARK: - The officer

    var signedIn: SignedIn? { state.withLock { $0.signedIn } }
    var me: Me? { signedIn?.me }
    var store: ActStore? { signedIn?.store }

    /// The serial of the login that is on, to tell a former officer's answers.
    var serial: Int { signedIn?.serial ?? 0 }

    /// Whether this officer is still the one at the desk; what was begun without a login is anybody's.
    func isAtDesk(_ owner: SignedIn?) -> Bool {
        guard let owner else { return true }
        return signedIn?.isSameOfficer(as: owner) ?? false
    }

    /// Logs in with a client of its own, asks who that is, and opens the officer's store.
    ///
    /// Nothing changes at the desk before ``take(_:)``: a login that fails half-way, or that nobody waits for
    /// any more, leaves whoever is there.
    func logIn(user: String, password: String) async -> Result<Entry, APIError> {
        let answer = await ask(makeClient()) { client throws(APIError) in
            let session = try await client.authenticate(user: user, password: password)
            let offer = LoginOffer(client: client, session: session)
            return (client, offer, try await client.me(of: session))
        }
        switch answer {
        case .failure(let error): return .failure(error)
        case .success(let (client, offer, me)):
            do {
                let store = try ActStore(
                    directory: paths.state, officer: me.officer.id, key: offer.session.session.storeKey)
                return .success(Entry(client: client, offer: offer, me: me, store: store))
            } catch {
                return .success(
                    Entry(client: client, offer: offer, me: me, store: nil, storeError: error))
            }
        }
    }

    /// Puts the officer who has logged in at the desk.
    ///
    /// The same one goes on with the same client, so that what is under way goes on too. For another one all
    /// that the former left running stops here: it has no session any more.
    func take(_ entry: Entry) -> SignedIn {
        let former = signedIn
        let isSame = former?.me.officer.id == entry.me.officer.id
        let client = isSame ? former?.client ?? entry.client : entry.client
        if !isSame {
            former?.client.forgetSession()
            stop(former)
        }
        entry.offer?.install(at: client)
        // Acts and drafts belong to the login that stands when they are made: after the installing. Where this
        // officer's files have become usable only now, new acts are made for them.
        let store = isSame ? former?.store ?? entry.store : entry.store
        var signedIn = SignedIn(
            me: entry.me, client: client, store: store, acts: isSame && store == nil ? former?.acts : nil)
        let waiting = store == nil ? signedIn.countPending() : entry.waiting
        let following = follow(signedIn)
        takeCalls(of: entry.me)
        return state.withLock { state in
            state.following = following
            state.logins += 1
            signedIn.serial = state.logins
            state.signedIn = signedIn
            state.client = signedIn.client
            state.catalogue = nil
            if !isSame {
                state.unkept = [:]
                state.recent = entry.recent
                if let method = entry.typing, state.typing[entry.me.officer.id] == nil {
                    state.typing[entry.me.officer.id] = TypingOptions(
                        method: method, tones: config.typing.tones)
                }
            }
            state.lastAnswers = entry.lastAnswers
            if !isSame {
                state.troubles = StoreTroubles()
                if let error = entry.memoryError { state.troubles.note(.memory, error) }
            }
            state.waiting = waiting
            return signedIn
        }
    }

    /// Ends the session here, at once.
    ///
    /// - Returns: what tells the server. It may take long, and nobody has to wait for it.
    func logOut() -> @Sendable () async -> Void {
        let former = signedIn
        let client = makeClient()
        stop(former)
        following?.task.cancel()
        changes.clear()
        takeCalls(of: nil)
        state.withLock { state in
            state.following = nil
            state.client = client
            state.signedIn = nil
            state.catalogue = nil
            state.lastAnswers = [:]
            state.unkept = [:]
            state.recent = RecentFinds()
            state.waiting = .success(0)
        }
        // Whoever left has forgotten it here; where the server can't be told, it ends the session by itself.
        return { _ = try? await former?.client.logout() }
    }

    /// A hotline's officer has the telephone line as long as he is here; one that another desk has stays there.
    private func takeCalls(of me: Me?) {
        let takes = me?.roles.contains("hotline") ?? false
        rings.setOpen(takes)
        openCalls.forget()
        let has = state.withLock { $0.callLine != nil }
        guard takes != has else { return }
        // Only a desk that follows others' acts is reached from outside: not those of tests.
        let line = takes && follows ? CallLine(folder: paths.runtime, rings: rings) : nil
        state.withLock { $0.callLine = line }
    }

    private func stop(_ former: SignedIn?) {
        guard let sync = former?.sync else { return }
        Task(executorPreference: EffectPool.shared) { await sync.stop() }
    }

    /// A log-out waits until every screen has been closed; one that objects keeps the officer.
    var wantsLogOut: Bool {
        get { state.withLock { $0.wantsLogOut } }
        set { state.withLock { $0.wantsLogOut = newValue } }
    }

    /// How many acts were sent and have no known outcome; 0 as well where that can't be known.
    var waitingToSend: Int {
        if case .success(let count) = state.withLock({ $0.waiting }) { count } else { 0 }
    }

    /// Why it can't be known what waits. Something may.
    var waitingProblem: StoreError? {
        if case .failure(let error) = state.withLock({ $0.waiting }) { error } else { nil }
    }

    /// Counts again what waits in this officer's store; of no interest once another one is at the desk.
    func countWaiting(of owner: SignedIn) {
        let pending = owner.countPending()
        state.withLock { state in
            guard let signedIn = state.signedIn, signedIn.isSameOfficer(as: owner) else { return }
            state.waiting = pending
        }
    }

    /// The procedures of this officer, most used first, once they were loaded.
    var catalogue: [ProcedureSummary]? { state.withLock { $0.catalogue } }

    /// There are more procedures than were loaded at once.
    var catalogueIsPartial: Bool { state.withLock { $0.catalogueIsPartial } }

    /// What the officer declared last in this form, for F9.
    func lastAnswers(of form: String) -> Answers { state.withLock { $0.lastAnswers[form] } ?? Answers() }

    /// Keeps what was declared for F9, sealed like everything else, with who declared it.
    func keepLastAnswers(_ answers: Answers, of form: String, owner: SignedIn) {
        let all = state.withLock { state -> [String: Answers]? in
            guard let signedIn = state.signedIn, signedIn.isSameOfficer(as: owner) else { return nil }
            state.lastAnswers[form] = answers
            return state.lastAnswers
        }
        guard let all else { return }
        attempt(.memory) { () throws(StoreError) in
            try owner.store?.saveLastDossier(.object(all.mapValues(\.json)))
        }
    }

    /// What the officer looked up and opened last.
    var recent: RecentFinds { state.withLock { $0.recent } }

    /// Notes what was looked up or opened; call it from an effect, it may write to the disk.
    func note(_ find: RecentFinds.Find, owner: SignedIn?) {
        let changed = state.withLock { state -> RecentFinds? in
            guard let owner, let now = state.signedIn, now.isSameOfficer(as: owner) else { return nil }
            return state.recent.note(find) ? state.recent : nil
        }
        // Of what was typed nothing is kept.
        guard let changed, case .dossier = find else { return }
        attempt(.memory) { () throws(StoreError) in try owner?.store?.saveRecent(changed.json) }
    }

    /// What was typed into a form, where the disk does not have it.
    func unkept(_ place: TypedForm.Place, of owner: SignedIn?) -> FormDraft? {
        guard owner != nil, isAtDesk(owner) else { return nil }
        return state.withLock { $0.unkept[place.id]?.text }
    }

    /// Keeps in memory what the disk does not have; nil once it has.
    ///
    /// - Parameter edit: From ``nextEdit()``: an older state never takes the place of a newer one.
    func keepInMemory(_ text: FormDraft?, at place: TypedForm.Place, of owner: SignedIn?, edit: Int) {
        state.withLock { state in
            guard let owner, let signedIn = state.signedIn, signedIn.isSameOfficer(as: owner),
                edit >= state.unkept[place.id]?.edit ?? .min
            else { return }
            state.unkept[place.id] = UnkeptText(text: text, edit: edit)
        }
    }

    /// Does what keeps nobody from going on where it fails; that it failed is told (``takeStoreReport()``).
    func attempt(_ kind: StoreTroubles.Kind, _ work: () throws(StoreError) -> Void) {
        do throws(StoreError) {
            try work()
        } catch {
            state.withLock { $0.troubles.note(kind, error) }
        }
    }

    /// What was noted by ``attempt(_:_:)`` and not told yet.
    func takeTroubles() -> [Phrase] { state.withLock { $0.troubles.take() } }

    /// What is wrong with how this run was set up, and keeps nobody from working: shown at the login, and told once after it.
    var startWarnings: [Phrase] { state.withLock { $0.startWarnings } }

    func warn(_ words: Phrase) { state.withLock { $0.startWarnings.append(words) } }

    func takeStartWarnings() -> [Phrase] {
        state.withLock { state in
            defer { state.startWarnings = [] }
            return state.startWarnings
        }
    }

    func setCatalogue(_ page: Page<ProcedureSummary>) {
        state.withLock { state in
            state.catalogue = page.items
            state.catalogueIsPartial = page.nextCursor != nil
        }
    }

    /// Numbers the states of drafts in the order they were made, for all screens of this run: a save that reaches
    /// the disk late is known as such.
    func nextEdit() -> Int {
        state.withLock { state in
            state.edits += 1
            return state.edits
        }
    }

    // MARK: - Time, ids, printing

    let time: any TimeSource
    /// Makes ids: UUIDv7, or what a test wants.
    let newID: @Sendable () -> ID

    var now: Instant { Instant(seconds: time.now) }
    var today: LocalDate { now.date }

    var printer: SlipPrinter {
        SlipPrinter(
            folder: config.printing.folder ?? paths.documents, printer: config.printing.printer)
    }
}
