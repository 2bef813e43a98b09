import Forms
import Models
import Synchronization

extension ActStore {
    /// Keeps what was typed into a form; on the disk when this returns. Its 30 days begin anew.
    ///
    /// A save that comes too late changes nothing, as with drafts.
    ///
    /// - Parameter change: Grows with every change of any form in this run.
    public func saveTyped(
        _ content: JSONValue, title: String, at place: TypedForm.Place, change: Int
    ) throws(StoreError) {
        let typed = TypedForm(place: place, title: title, content: content, updatedAt: now())
        try folder.locked { () throws(StoreError) in
            guard isNewest(change, of: place) else { return }
            try save(typed, .typed, place.id)
            note(change, of: place)
        }
    }

    /// What was typed into a form and not done; nil where there is nothing, or nothing that can be read.
    public func typed(at place: TypedForm.Place) throws(StoreError) -> TypedForm? {
        let now = now()
        let typed = try folder.locked { () throws(StoreError) in
            try load(TypedForm.self, .typed, place.id)
        }
        return typed.flatMap { $0.expiresAt >= now ? $0 : nil }
    }

    /// Drops what was typed: it is done, or taken out again.
    public func removeTyped(at place: TypedForm.Place, change: Int) throws(StoreError) {
        try folder.locked { () throws(StoreError) in
            guard isNewest(change, of: place) else { return }
            try folder.remove(.typed, place.id)
            note(change, of: place)
        }
    }

    /// Drops what had been typed when its act was made: what came after that is about another try. The folder is locked.
    func dropTyped(_ id: ID, madeAt: Instant) throws(StoreError) {
        guard let typed = try load(TypedForm.self, .typed, id), typed.updatedAt <= madeAt else { return }
        try folder.remove(.typed, id)
    }

    private func isNewest(_ change: Int, of place: TypedForm.Place) -> Bool {
        change >= changes.withLock { $0["typed " + place.id] ?? .min }
    }

    private func note(_ change: Int, of place: TypedForm.Place) {
        changes.withLock { $0["typed " + place.id] = change }
    }
}
