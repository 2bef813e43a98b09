import Forms
import Models

/// One file on its way: begins the upload or takes it up, and sends piece after piece until the server has all.
struct UploadRun {
    /// The most that goes out at once, in bytes.
    static let largestPiece = 1 << 20
    /// Over a bad line pieces become smaller, down to this.
    static let smallestPiece = 64 << 10
    /// Tries in a row that bring nothing new to the server.
    static let mostFailures = 6
    /// An upload that the server has lost is begun so many times in all.
    static let mostBeginnings = 3
    /// Where the server wants to be left alone for longer, the upload ends with what it said; what it has stays there.
    static let longestWait = Duration.seconds(60)

    private let client: Client
    private let store: ActStore?
    private let pacing: Pacing
    private let file: SourceFile
    private let content: SourceFile.Content
    private let type: FileType
    private let onProgress: Uploader.Listener

    private var piece = largestPiece
    private var isKept = false
    private var beginnings = 0
    private var failures = 0
    /// The most that the server ever had: what counts as new is beyond it.
    private var furthest = 0

    init(
        client: Client, store: ActStore?, pacing: Pacing, file: SourceFile, content: SourceFile.Content,
        type: FileType, onProgress: @escaping Uploader.Listener
    ) {
        self.client = client
        self.store = store
        self.pacing = pacing
        self.file = file
        self.content = content
        self.type = type
        self.onProgress = onProgress
    }

    mutating func toEnd() async throws(TransferError) -> FileAnswer {
        var (upload, isComplete) = try await start()
        while !isComplete { isComplete = try await step(&upload) }
        forget(upload)
        return FileAnswer(
            sha256: upload.sha256, name: upload.name, type: type.mediaType, size: upload.size)
    }

    // MARK: Beginning

    private typealias Beginning = (upload: StoredUpload, isComplete: Bool)

    /// The upload as the store has it, or a new one; as far as the server says.
    private mutating func start() async throws(TransferError) -> Beginning {
        let name = FileName.clean(file.path.name)
        // A store that cannot be read is no reason not to send the file: it is then begun anew.
        let known = (try? store?.upload(content.sha256)) ?? nil
        guard var upload = known, upload.size == content.size else {
            let now = store?.now() ?? Instant.now()
            return try await begin(StoredUpload(content, name: name, path: file.path, madeAt: now))
        }
        upload.name = name
        isKept = true
        // Where its answer was lost with desk, the key still leads to it, or makes it.
        guard let id = upload.upload else { return try await begin(upload) }
        guard let state = try await state(of: id) else { return try await again(upload) }
        move(&upload, to: state.offset)
        return (upload, state.isComplete)
    }

    private mutating func begin(_ fresh: StoredUpload) async throws(TransferError) -> Beginning {
        var upload = fresh
        beginnings += 1
        // First the store, then the network: what the server has must not be forgotten here.
        keep(upload)
        let answer: Upload
        do {
            answer = try await client.beginUpload(upload)
        } catch {
            if error.isRefusal { forget(upload) }
            throw .api(error)
        }
        upload.upload = answer.id
        upload.expiresAt = answer.expiresAt
        // The answer may be one that was stored with the key: as old as that, and the upload further, or gone.
        guard let state = try await state(of: answer.id) else { return try await again(upload) }
        move(&upload, to: state.offset)
        return (upload, state.isComplete)
    }

    /// The server has lost the upload.
    private mutating func again(_ upload: StoredUpload) async throws(TransferError) -> Beginning {
        forget(upload)
        guard beginnings < Self.mostBeginnings else {
            throw .api(UploadState.garbage("/id", upload.upload ?? ""))
        }
        let now = store?.now() ?? Instant.now()
        return try await begin(StoredUpload(content, name: upload.name, path: file.path, madeAt: now))
    }

    // MARK: Sending

    /// Sends one piece. True once the server has all of it.
    private mutating func step(_ upload: inout StoredUpload) async throws(TransferError) -> Bool {
        guard let id = upload.upload else { throw .api(UploadState.garbage("/id", "missing")) }
        let bytes = try next(upload.offset)
        let state: UploadState
        do {
            state = try await client.sendPiece(bytes, at: upload.offset, of: id, size: upload.size)
        } catch {
            return try await recover(from: error.summary, waiting: error.retryAfter, &upload, id)
        }
        if state.offset == upload.offset {
            do {
                try stall(UploadState.garbage("Upload-Offset", "\(state.offset)"))
            } catch {
                return try await recover(from: error, waiting: nil, &upload, id)
            }
        }
        piece = min(piece * 2, Self.largestPiece)
        move(&upload, to: state.offset)
        return state.isComplete
    }

    private func next(_ offset: Int) throws(TransferError) -> [UInt8] {
        do {
            return try file.piece(at: offset, count: piece, of: content)
        } catch {
            throw .file(error)
        }
    }

    /// Finds out where the server is after a piece went wrong; gives up where there is no use in it.
    ///
    /// - Parameter pause: What `Retry-After` asked for, which is waited in any case.
    private mutating func recover(
        from error: APIError, waiting pause: Duration?, _ upload: inout StoredUpload, _ id: ID
    ) async throws(TransferError) -> Bool {
        if Client.isGone(error) { return try await restart(&upload) }
        let isConflict = error.status == 409
        guard isConflict || error.isTransient || [500, 423].contains(error.status ?? 0) else {
            if error.isRefusal { forget(upload) }
            throw .api(error)
        }
        if let pause, pause > Self.longestWait { throw .api(error) }
        do {
            try stall(error)
        } catch {
            throw .api(error)
        }
        piece = max(piece / 2, Self.smallestPiece)
        if !isConflict {
            onProgress(progress(.waiting, upload.offset))
            let span = min(Duration.milliseconds(500) * (1 << failures), .seconds(10))
            let wait = (pause ?? .zero) + pacing.random(span)
            guard (try? await pacing.sleep(wait)) != nil else { throw .api(.cancelled) }
        }
        guard let state = try await state(of: id) else { return try await restart(&upload) }
        move(&upload, to: state.offset)
        return state.isComplete
    }

    private mutating func restart(_ upload: inout StoredUpload) async throws(TransferError) -> Bool {
        let beginning = try await again(upload)
        upload = beginning.upload
        return beginning.isComplete
    }

    private mutating func stall(_ error: APIError) throws(APIError) {
        failures += 1
        if failures >= Self.mostFailures { throw error }
    }

    // MARK: Keeping account

    private mutating func move(_ upload: inout StoredUpload, to offset: Int) {
        upload.offset = offset
        if offset > furthest {
            furthest = offset
            failures = 0
        }
        keep(upload)
        onProgress(progress(.sending, offset))
    }

    private mutating func keep(_ upload: StoredUpload) {
        guard let store else { return }
        // A store that is full must not keep the file from the server; the progress says that it is not kept.
        do {
            try store.saveUpload(upload)
            isKept = true
        } catch {
            isKept = false
        }
    }

    private func forget(_ upload: StoredUpload) {
        // Where this fails it expires.
        try? store?.removeUpload(upload.sha256)
    }

    private func progress(_ phase: UploadProgress.Phase, _ done: Int) -> UploadProgress {
        UploadProgress(phase: phase, done: done, total: content.size, isKept: isKept)
    }

    /// How much the server has; nil where it knows no such upload.
    private func state(of id: ID) async throws(TransferError) -> UploadState? {
        do {
            return try await client.uploadState(id, size: content.size)
        } catch {
            throw .api(error)
        }
    }
}
