import Forms
import Models

/// Brings the drafts at this desk and those at the server together, so that an act begun at one desk can be taken
/// up at another.
///
/// Changes go out in the background, some seconds after they were made, and again after a failure, later and later.
/// Where a draft was changed in two places, the later change keeps the draft and the other becomes a draft of its
/// own: nothing that somebody typed is thrown away. A draft that is being worked on (`ActStore.claim`) is not
/// changed under the officer's hands.
///
/// The drafts are those of the officer who is logged in when this is made. Once another one is, nothing of them is
/// sent any more.
public actor DraftSync {
    private let client: Client
    private let store: ActStore
    private let pacing: Pacing
    private let delay: Duration
    private let onChange: @Sendable (SyncState) -> Void

    public private(set) var state = SyncState.settled {
        didSet { if state != oldValue { onChange(state) } }
    }
    private var timer: Task<Void, Never>?
    private var isRunning = false
    private var runAgain = false
    private var failures = 0

    /// - Parameters:
    ///   - delay: From a change to its sending; more changes in that time go along.
    ///   - onChange: Called with every new state, on any thread.
    public init(
        client: Client, store: ActStore, pacing: Pacing = .real, delay: Duration = .seconds(5),
        onChange: @escaping @Sendable (SyncState) -> Void = { _ in }
    ) {
        self.client = client.pinned()
        self.store = store
        self.pacing = pacing
        self.delay = delay
        self.onChange = onChange
    }

    deinit {
        timer?.cancel()
    }

    /// A draft was saved or removed here. Answers at once.
    public func draftChanged() {
        if case .failed = state {} else if !isRunning { state = .waiting(waiting()) }
        if isRunning { runAgain = true } else { startTimer(delay) }
    }

    /// Sends what the server has not got, now.
    public func push() async {
        await run(pullsFirst: false)
    }

    /// Takes what the server has and sends what it has not got: after a login.
    public func merge() async {
        await run(pullsFirst: true)
    }

    /// Ends what waits. What is being sent goes on to its end.
    public func stop() {
        timer?.cancel()
        timer = nil
    }

    // MARK: Runs

    private func startTimer(_ span: Duration) {
        // A timer that runs already is not put off: somebody who types without a pause is synced too.
        guard timer == nil else { return }
        timer = Task(executorPreference: pacing.executor) { [weak self, pacing] in
            guard (try? await pacing.sleep(span)) != nil else { return }
            await self?.timerFired()
        }
    }

    private func timerFired() async {
        timer = nil
        await run(pullsFirst: false)
    }

    private func run(pullsFirst: Bool) async {
        guard !isRunning else {
            runAgain = true
            return
        }
        isRunning = true
        stop()
        state = .sending
        var failure: String?
        var pulls = pullsFirst
        repeat {
            runAgain = false
            failure = await exchange(pullsFirst: pulls)
            pulls = false
        } while runAgain && failure == nil
        isRunning = false
        settle(failure)
    }

    private func settle(_ failure: String?) {
        guard let failure else {
            failures = 0
            state = .settled
            return
        }
        failures += 1
        state = .failed(code: failure, waiting: waiting())
        // Without a session there is nothing to try; the next login merges.
        guard failure != APIError.unauthorised.code else { return }
        startTimer(min(delay * (1 << min(failures, 6)), .seconds(300)))
    }

    /// For the sign in the status line only; a store that can't be read is told by whoever reads it.
    private func waiting() -> Int {
        let drafts = (try? store.storedDrafts().filter { !$0.isSynced }.count) ?? 0
        return drafts + ((try? store.removals().count) ?? 0)
    }

    /// Nil, or the code of what failed.
    private func exchange(pullsFirst: Bool) async -> String? {
        do {
            try await sendRemovals()
            if pullsFirst { try await pull() }
            return try await pushAll()
        } catch let error as APIError {
            return error.code
        } catch let error as StoreError {
            return error.code
        } catch {
            return APIError.cancelled.code
        }
    }

    private func sendRemovals() async throws {
        for removal in try store.removals() {
            do {
                try await client.deleteDraft(removal.id)
            } catch {
                // Gone already is what was wanted.
                guard error.status == 404 else { throw error }
            }
            try store.forgetRemoval(removal.id)
        }
    }

    // MARK: From here to there

    /// The code of a draft that is another officer's by now while it is worked on here.
    public static let elsewhere = "draft_elsewhere"

    /// A draft that the server refuses does not hold up the others.
    private func pushAll() async throws -> String? {
        var refused: String?
        for stored in try store.storedDrafts() where !stored.isSynced {
            do {
                try await push(stored)
            } catch let error as APIError where error.isRefusal {
                refused = error.code
            } catch let error as APIError where error.status == 404 {
                // A draft that the server never had is nobody's: a server without drafts says so to each.
                guard stored.syncedEdition != nil else {
                    refused = error.code
                    continue
                }
                if try !partWays(with: stored) { refused = Self.elsewhere }
            }
        }
        return refused
    }

    /// A draft that is another officer's by now, handed over while its last change was on the way: the change lives on
    /// under an id of its own, and goes out with the next round.
    ///
    /// - Returns: False where it is being worked on; it is told apart until that ends.
    private func partWays(with stored: StoredDraft) throws -> Bool {
        guard let claim = store.claim(stored.draft.id) else { return false }
        defer { withExtendedLifetime(claim) {} }
        try store.saveDraft(stored.draft.copy)
        try store.dropSynced(stored.draft.id, edition: stored.edition)
        runAgain = true
        return true
    }

    private func push(_ stored: StoredDraft) async throws {
        do {
            try await put(stored, revision: stored.revision)
        } catch let error as APIError where error.status == 412 || error.status == 428 {
            guard let server = try await serverCopy(stored.draft.id) else {
                try await put(stored, revision: nil)
                return
            }
            try await settle(stored, with: server)
        }
    }

    private func put(_ stored: StoredDraft, revision: String?) async throws {
        let server = try await client.putDraft(stored.draft.put, revision: revision)
        try store.markSynced(stored.draft.id, edition: stored.edition, server: server)
    }

    private func serverCopy(_ id: ID) async throws -> Revised<Draft>? {
        do {
            return try await client.draft(id)
        } catch {
            guard error.status == 404 else { throw error }
            return nil
        }
    }

    // MARK: From there to here

    private func pull() async throws {
        let local = Dictionary(
            try store.storedDrafts().map { ($0.draft.id, $0) }, uniquingKeysWith: { first, _ in first })
        let removed = Set(try store.removals().map(\.id))
        var seen: Set<ID> = []
        var cursor: String?
        repeat {
            let page = try await client.drafts(cursor: cursor, limit: 200)
            for draft in page.items where !removed.contains(draft.id) {
                seen.insert(draft.id)
                try await take(draft, local[draft.id])
            }
            cursor = page.nextCursor
        } while cursor != nil
        for stored in local.values where !seen.contains(stored.draft.id) {
            try missing(stored)
        }
    }

    private func take(_ draft: Draft, _ stored: StoredDraft?) async throws {
        guard stored?.serverUpdatedAt != draft.updatedAt else { return }
        // What somebody works on is not changed under his hands; sending it settles the two.
        guard let claim = store.claim(draft.id) else { return }
        defer { withExtendedLifetime(claim) {} }
        // What was changed here too is settled as it is sent, where one draft's refusal holds up no other.
        if let stored, !stored.isSynced { return }
        guard let server = try await serverCopy(draft.id) else { return }
        do {
            try store.adopt(server, over: stored?.edition)
        } catch StoreError.badName {
            // Not an id of the contract; such a draft cannot have been made by a desk.
        }
    }

    /// The server has had this draft, and has it no more: finished, removed or handed over at another desk. What was
    /// changed here since is sent with the rest.
    private func missing(_ stored: StoredDraft) throws {
        guard stored.syncedEdition != nil, stored.isSynced, let claim = store.claim(stored.draft.id) else {
            return
        }
        try store.dropSynced(stored.draft.id, edition: stored.edition)
        withExtendedLifetime(claim) {}
    }

    /// Changed here and there: the later one keeps the id, the other lives on under a new one.
    private func settle(_ stored: StoredDraft, with server: Revised<Draft>) async throws {
        let isSame = stored.draft.content == server.value.content && stored.draft.title == server.value.title
        let claim = store.claim(stored.draft.id)
        defer { withExtendedLifetime(claim) {} }
        let isInUse = claim == nil
        if !isInUse, server.value.updatedAt > stored.draft.updatedAt {
            if !isSame { try store.saveDraft(stored.draft.copy) }
            try store.adopt(server, over: stored.edition)
        } else {
            if !isSame { try store.saveDraft(server.value.copy) }
            try await put(stored, revision: server.revision)
        }
        if !isSame { runAgain = true }
    }
}

extension Draft {
    /// What the server is told.
    var put: DraftPut {
        DraftPut(
            id: id, kind: kind, title: title, procedure: procedure, formId: formId, formVersion: formVersion,
            content: content, files: files)
    }

    /// The same content as a draft of its own, and so of an act of its own: where the content names the key of its
    /// act, which is the draft's id, it names the copy's. Else the copy would be saved over the original and sent
    /// as the original's act.
    var copy: DraftPut {
        var copy = put
        copy.id = UUIDv7.make()
        if case .object(var members) = content, members["key"] == .string(id) {
            members["key"] = .string(copy.id)
            copy.content = .object(members)
        }
        return copy
    }
}
