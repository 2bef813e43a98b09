import Crypto
import FoundationEssentials
import Forms
import Models
import Synchronization

/// What one officer has begun at this desk and not finished: drafts, and acts on their way. Nothing in it is lost
/// when a program, a machine or a network dies, and nothing in it can be read without the officer's key.
///
/// Files in a folder of the officer's, sealed from the first byte (`Seal`), written whole or not at all, with
/// their names on the disk before a call returns. Several desks of one officer may use it at once. All calls block
/// for as long as the disk takes: call them from an effect, or on the way out.
///
/// What is found damaged is set aside and told by `takeReport()`; nothing is ever thrown away unsaid.
public final class ActStore: Sendable {
    /// How long a draft is kept after its last change, in seconds: 30 days.
    public static let draftLife: Int64 = 30 * 86_400
    /// How long the answer of a finished act is kept, in seconds: a day, so that its slip can still be printed
    /// where the desk died in between.
    public static let answerLife: Int64 = 86_400

    let folder: SealedFolder
    let now: @Sendable () -> Instant
    private let report = Mutex(StoreReport())
    /// Files of which the report has already told.
    private let told = Mutex<Set<String>>([])
    private let claimed = Mutex<Set<String>>([])
    /// The last change of each draft that was written here in this run; `.max` where the draft was dropped.
    let changes = Mutex<[ID: Int]>([:])

    /// Opens the officer's folder, or makes it; removes what has expired.
    ///
    /// - Parameters:
    ///   - directory: `StateFolder.path(environment:)`.
    ///   - officer: `Me.officer.id`; the folder's name gives nothing of it away.
    ///   - key: From the login, or from `OfficerKeyring`.
    public convenience init(
        directory: String, officer: ID, key: StoreKey, now: @escaping @Sendable () -> Instant = Instant.now
    ) throws(StoreError) {
        try self.init(directory: directory, officer: officer, key: key, now: now, calls: FileCalls())
    }

    init(
        directory: String, officer: ID, key: StoreKey, now: @escaping @Sendable () -> Instant,
        calls: FileCalls
    ) throws(StoreError) {
        folder = try SealedFolder(
            path: directory + "/" + ActStore.folderName(officer: officer), key: key, calls: calls)
        self.now = now
        sweep()
    }

    /// 128 bits of a hash: enough to be nobody else's.
    public static func folderName(officer: ID) -> String {
        digest("desk officer \(officer)")
    }

    static func digest(_ text: String) -> String {
        let digits = Array("0123456789abcdef".utf8)
        let digest = SHA256.hash(data: Array(text.utf8)).prefix(16)
        return String(
            decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    /// What was found and done since the last call.
    public func takeReport() -> StoreReport {
        report.withLock { report in
            let taken = report
            report = StoreReport()
            return taken
        }
    }

    /// Takes a draft or an intent for this desk. Nil where another desk, or another part of this one, works on it.
    public func claim(_ id: ID) -> Claim? {
        let isFree = claimed.withLock { $0.insert(id).inserted }
        guard isFree else { return nil }
        guard folder.take(id) else {
            claimed.withLock { _ = $0.remove(id) }
            return nil
        }
        return Claim { [self] in
            folder.letGo(id)
            claimed.withLock { _ = $0.remove(id) }
        }
    }

    // MARK: The last dossier

    /// Keeps the values that F9 repeats.
    public func saveLastDossier(_ values: JSONValue) throws(StoreError) {
        let bytes = try encode(values)
        try folder.locked { () throws(StoreError) in try folder.write(bytes, .last, "dossier") }
    }

    /// The values of the last dossier, or nil where there was none.
    public func lastDossier() throws(StoreError) -> JSONValue? {
        try folder.locked { () throws(StoreError) in try load(JSONValue.self, .last, "dossier") }
    }

    // MARK: What was looked at last

    /// Keeps which dossiers the officer opened last.
    public func saveRecent(_ values: JSONValue) throws(StoreError) {
        let bytes = try encode(values)
        try folder.locked { () throws(StoreError) in try folder.write(bytes, .last, "recent") }
    }

    /// Those dossiers, or nil where there were none.
    public func recent() throws(StoreError) -> JSONValue? {
        try folder.locked { () throws(StoreError) in try load(JSONValue.self, .last, "recent") }
    }

    // MARK: How the officer works

    /// Keeps what the officer has set for this desk.
    public func savePreferences(_ values: JSONValue) throws(StoreError) {
        let bytes = try encode(values)
        try folder.locked { () throws(StoreError) in try folder.write(bytes, .last, "preferences") }
    }

    /// What the officer has set, or nil where nothing was.
    public func preferences() throws(StoreError) -> JSONValue? {
        try folder.locked { () throws(StoreError) in try load(JSONValue.self, .last, "preferences") }
    }

    // MARK: Values

    func save(_ value: some Encodable, _ kind: SealedFolder.Kind, _ id: ID) throws(StoreError) {
        try folder.write(try encode(value), kind, id)
    }

    /// Nil where there is nothing that can be read; the report then says why. The folder is locked.
    func load<Value: Decodable>(
        _ type: Value.Type, _ kind: SealedFolder.Kind, _ id: ID
    ) throws(StoreError) -> Value? {
        switch try folder.read(kind, id) {
        case .missing: return nil
        case .damaged(let name): report.withLock { $0.damaged.append(name) }
        case .anotherKey: tell(kind, id) { $0.sealedByAnotherKey += 1 }
        case .newerVersion: tell(kind, id) { $0.ofNewerDesk += 1 }
        case .value(let bytes):
            if let value = try? LenientJSON.decode(type, from: bytes) { return value }
            let name = try folder.setAside(kind, id)
            report.withLock { $0.damaged.append(name) }
        }
        return nil
    }

    /// Such a file stays where it is and is met again with every look; once is enough.
    private func tell(_ kind: SealedFolder.Kind, _ id: ID, _ change: (inout StoreReport) -> Void) {
        guard told.withLock({ $0.insert(kind.rawValue + id).inserted }) else { return }
        report.withLock { change(&$0) }
    }

    func loadAll<Value: Decodable>(
        _ type: Value.Type, _ kind: SealedFolder.Kind
    ) throws(StoreError) -> [Value] {
        var values: [Value] = []
        for id in try folder.list(kind) {
            if let value = try load(type, kind, id) { values.append(value) }
        }
        return values
    }

    private func encode(_ value: some Encodable) throws(StoreError) -> [UInt8] {
        do {
            return try StrictJSON.encode(value)
        } catch {
            throw .unencodable
        }
    }

    /// Removes drafts whose time is over, drafts of finished acts, and answers that are old. Where the disk does not
    /// let it, the next start does; what was asked for says so by itself.
    private func sweep() {
        let now = now()
        try? folder.locked { () throws(StoreError) in
            try folder.removeLeftovers()
            for intent in try loadAll(Intent.self, .intent) {
                guard let answeredAt = intent.answeredAt else { continue }
                // The desk died between the answer and this.
                if let draft = intent.draft {
                    try? dropDraft(draft)
                    try? dropTyped(draft, madeAt: intent.madeAt)
                }
                if answeredAt.adding(seconds: Self.answerLife) < now {
                    try folder.remove(.intent, intent.key)
                }
            }
            for upload in try loadAll(StoredUpload.self, .upload) where upload.isOver(now) {
                try folder.remove(.upload, upload.sha256)
            }
            for typed in try loadAll(TypedForm.self, .typed) where typed.expiresAt < now {
                try folder.remove(.typed, typed.place.id)
                report.withLock {
                    $0.expired.append(.init(title: typed.title, updatedAt: typed.updatedAt))
                }
            }
            for stored in try loadAll(StoredDraft.self, .draft) where stored.draft.expiresAt < now {
                try folder.remove(.draft, stored.draft.id)
                report.withLock {
                    $0.expired.append(.init(title: stored.draft.title, updatedAt: stored.draft.updatedAt))
                }
            }
        }
    }
}
