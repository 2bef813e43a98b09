import Forms
import Models
import Synchronization

extension ActStore {
    /// Keeps a draft; on the disk when this returns. Its 30 days begin anew.
    ///
    /// A save that comes too late changes nothing: of an act that is done, and, where `change` is given, of an older
    /// state than the one that was written, or of a draft that was removed in this run. Saves may wait for the disk
    /// side by side, and the last one to get there need not be the last one made.
    ///
    /// - Parameter change: Grows with every change of this draft in this run.
    /// - Returns: The draft as it stands now; as it would have been, where there is none any more.
    @discardableResult
    public func saveDraft(_ content: DraftPut, change: Int? = nil) throws(StoreError) -> Draft {
        let now = now()
        let draft = Draft(
            id: content.id, kind: content.kind, title: content.title, procedure: content.procedure,
            formId: content.formId, formVersion: content.formVersion, content: content.content,
            files: content.files,
            updatedAt: now,
            expiresAt: now.adding(seconds: Self.draftLife))
        return try folder.locked { () throws(StoreError) in
            let before = try load(StoredDraft.self, .draft, draft.id)
            // The id of a draft is the key of its act.
            if let act = try load(Intent.self, .intent, draft.id), !act.isPending { return draft }
            if let change, change < changes.withLock({ $0[draft.id] ?? .min }) {
                return before?.draft ?? draft
            }
            var stored = StoredDraft(draft: draft)
            if let before {
                stored = before
                stored.draft = draft
                stored.edition += 1
            }
            try save(stored, .draft, draft.id)
            if let change { changes.withLock { $0[draft.id] = change } }
            return draft
        }
    }

    /// The drafts that can be taken up, the latest first.
    public func drafts() throws(StoreError) -> [Draft] {
        let now = now()
        return try storedDrafts().map(\.draft).filter { $0.expiresAt >= now }
            .sorted { ($0.updatedAt, $0.id) > ($1.updatedAt, $1.id) }
    }

    /// What ends within so many seconds: drafts, and what was typed into forms. The first to end comes first.
    public func expiring(within seconds: Int64) throws(StoreError) -> [Expiring] {
        let now = now()
        let typed = try folder.locked { () throws(StoreError) in try loadAll(TypedForm.self, .typed) }
        let all =
            try storedDrafts().map { Expiring(title: $0.draft.title, at: $0.draft.expiresAt) }
            + typed.map { Expiring(title: $0.title, at: $0.expiresAt) }
        return all.filter { $0.at >= now && $0.at <= now.adding(seconds: seconds) }
            .sorted { ($0.at, $0.title) < ($1.at, $1.title) }
    }

    /// Nil where there is none, or none that can be read.
    public func draft(_ id: ID) throws(StoreError) -> Draft? {
        try folder.locked { () throws(StoreError) in try load(StoredDraft.self, .draft, id)?.draft }
    }

    /// Removes a draft here, and at the server with the next `DraftSync`.
    public func removeDraft(_ id: ID) throws(StoreError) {
        try folder.locked { () throws(StoreError) in try dropDraft(id) }
    }

    /// The folder is locked.
    func dropDraft(_ id: ID) throws(StoreError) {
        if let stored = try load(StoredDraft.self, .draft, id) {
            if stored.syncedEdition != nil {
                // First the note, then the file: dying in between must not bring the draft back.
                try save(Removal(id: id, at: now()), .removal, id)
            }
            try folder.remove(.draft, id)
        }
        changes.withLock { $0[id] = .max }
    }

    // MARK: For DraftSync

    func storedDrafts() throws(StoreError) -> [StoredDraft] {
        try folder.locked { () throws(StoreError) in try loadAll(StoredDraft.self, .draft) }
    }

    func removals() throws(StoreError) -> [Removal] {
        try folder.locked { () throws(StoreError) in try loadAll(Removal.self, .removal) }
    }

    func forgetRemoval(_ id: ID) throws(StoreError) {
        try folder.locked { () throws(StoreError) in _ = try folder.remove(.removal, id) }
    }

    /// Notes that the server has an edition. Where the draft has been changed since, it still has to be sent.
    func markSynced(_ id: ID, edition: Int, server: Revised<Draft>) throws(StoreError) {
        try folder.locked { () throws(StoreError) in
            guard var stored = try load(StoredDraft.self, .draft, id) else { return }
            stored.syncedEdition = edition
            stored.revision = server.revision
            stored.serverUpdatedAt = server.value.updatedAt
            try save(stored, .draft, id)
        }
    }

    /// Takes over the server's copy, unless the one here has been changed since `edition` was read.
    ///
    /// - Parameter edition: Of the copy here; nil where there is none.
    @discardableResult
    func adopt(_ server: Revised<Draft>, over edition: Int?) throws(StoreError) -> Bool {
        let draft = server.value
        return try folder.locked { () throws(StoreError) in
            let before = try load(StoredDraft.self, .draft, draft.id)
            guard before?.edition == edition, try load(Removal.self, .removal, draft.id) == nil else {
                return false
            }
            let next = (before?.edition ?? 0) + 1
            let stored = StoredDraft(
                draft: draft, edition: next, syncedEdition: next, revision: server.revision,
                serverUpdatedAt: draft.updatedAt)
            try save(stored, .draft, draft.id)
            return true
        }
    }

    /// Removes a draft that the server no longer has and that nobody changed here since.
    func dropSynced(_ id: ID, edition: Int) throws(StoreError) {
        try folder.locked { () throws(StoreError) in
            guard let stored = try load(StoredDraft.self, .draft, id), stored.edition == edition else {
                return
            }
            try folder.remove(.draft, id)
        }
    }
}

/// That a draft was removed here.
struct Removal: Codable, Hashable, Sendable {
    var id: ID
    var at: Instant
}
