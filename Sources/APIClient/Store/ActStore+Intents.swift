import Forms
import Models

extension ActStore {
    /// Keeps an act before it is sent; on the disk when this returns. Only then may the network hear of it.
    ///
    /// The same act again changes nothing but the revision that it is sent on. Another content under a key that is still open is refused with
    /// `.openIntent`: the first may have been carried out, and has to be finished or withdrawn before.
    ///
    /// - Returns: Whether the act is new here. One that is not may have been sent before.
    @discardableResult
    public func recordIntent(_ intent: Intent) throws(StoreError) -> Bool {
        try folder.locked { () throws(StoreError) in
            if var before = try load(Intent.self, .intent, intent.key) {
                guard before.isSame(as: intent) else { throw .openIntent }
                if before.revision != intent.revision {
                    before.revision = intent.revision
                    try save(before, .intent, intent.key)
                }
                return false
            }
            try save(intent, .intent, intent.key)
            return true
        }
    }

    /// Keeps the answer, and drops the draft that the act came from.
    public func complete(_ key: ID, answer: [UInt8]) throws(StoreError) {
        let now = now()
        try folder.locked { () throws(StoreError) in
            guard var intent = try load(Intent.self, .intent, key) else { throw .missing }
            if intent.answer == nil {
                intent.answer = String(decoding: answer, as: UTF8.self)
                intent.answeredAt = now
                try save(intent, .intent, key)
            }
            // Where this fails the next start does it: the answer, which is what counts, is kept.
            if let draft = intent.draft {
                try? dropDraft(draft)
                try? dropTyped(draft, madeAt: intent.madeAt)
            }
        }
    }

    /// Drops an act that the server has surely not carried out, e.g. because it refused the content, or that the
    /// officer has ended; the same key may then be used for the corrected one.
    public func withdraw(_ key: ID) throws(StoreError) {
        try folder.locked { () throws(StoreError) in
            if let intent = try load(Intent.self, .intent, key), !intent.isPending { return }
            try folder.remove(.intent, key)
        }
    }

    /// Notes what became known of an act that stays open.
    func note(_ key: ID, _ change: (inout Intent) -> Void) throws(StoreError) {
        try folder.locked { () throws(StoreError) in
            guard var intent = try load(Intent.self, .intent, key), intent.isPending else { return }
            change(&intent)
            try save(intent, .intent, key)
        }
    }

    /// The acts whose answer is not known, the oldest first. Those that are done otherwise (`isDoneOtherwise`) are
    /// among them.
    public func pending() throws(StoreError) -> [Intent] {
        try intents().filter(\.isPending)
    }

    /// Nil where there is none, or none that can be read.
    public func intent(_ key: ID) throws(StoreError) -> Intent? {
        try folder.locked { () throws(StoreError) in try load(Intent.self, .intent, key) }
    }

    private func intents() throws(StoreError) -> [Intent] {
        try folder.locked { () throws(StoreError) in try loadAll(Intent.self, .intent) }.sorted {
            ($0.madeAt, $0.key) < ($1.madeAt, $1.key)
        }
    }
}
