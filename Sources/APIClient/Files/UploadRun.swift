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

    private let client: Client
    private let store: ActStore?
    private let pacing: Pacing
    private let file: SourceFile
    private let content: SourceFile.Content
    private let onProgress: Uploader.Listener

    private var piece = largestPiece
    private var isKept = false
    private var beginnings = 0
    private var failures = 0
    /// The most that the server ever had: what counts as new is beyond it.
    private var furthest = 0

    init(
        client: Client, store: ActStore?, pacing: Pacing, file: SourceFile, content: SourceFile.Content,
        onProgress: @escaping Uploader.Listener
    ) {
        self.client = client
        self.store = store
        self.pacing = pacing
        self.file = file
        self.content = content
        self.onProgress = onProgress
    }

    mutating func toEnd() async throws(TransferError) -> FileAnswer {
        var upload = try await start()
        while true {
            if let answer = try await step(&upload) { return answer }
        }
    }

    // MARK: Beginning

    /// The upload as the store has it, or a new one; with the offset that the server says.
    private mutating func start() async throws(TransferError) -> StoredUpload {
        let name = FileName.clean(file.path.name)
        let now = store?.now() ?? Instant.now()
        if var upload = (try? store?.upload(content.sha256)) ?? nil, upload.name == name,
            upload.size == content.size
        {
            isKept = true
            if let id = upload.upload {
                if let offset = try await offset(of: id) {
                    move(&upload, to: offset)
                    return upload
                }
            } else {
                // Its answer was lost with desk: the key still leads to it, or makes it.
                return try await begin(upload)
            }
        }
        return try await begin(StoredUpload(content, name: name, path: file.path, madeAt: now))
    }

    private mutating func begin(_ fresh: StoredUpload) async throws(TransferError) -> StoredUpload {
        var upload = fresh
        beginnings += 1
        // First the store, then the network: what the server has must not be forgotten here.
        keep(upload)
        let answer: UploadAnswer
        do {
            answer = try await client.beginUpload(upload)
        } catch {
            if error.isRefusal { forget(upload) }
            throw .api(error)
        }
        upload.upload = answer.id
        upload.expiresAt = answer.expiresAt
        // A stored answer is as old as its key.
        guard let offset = try await offset(of: answer.id) else { return try await again(upload) }
        move(&upload, to: offset)
        return upload
    }

    /// The server has lost the upload.
    private mutating func again(_ upload: StoredUpload) async throws(TransferError) -> StoredUpload {
        forget(upload)
        guard beginnings < Self.mostBeginnings else {
            throw .api(UploadAnswer.garbage("/id", upload.upload ?? ""))
        }
        return try await begin(
            StoredUpload(content, name: upload.name, path: file.path, madeAt: upload.madeAt))
    }

    // MARK: Sending

    /// Sends one piece. Answers the file once the server has all of it.
    private mutating func step(_ upload: inout StoredUpload) async throws(TransferError) -> FileAnswer? {
        guard let id = upload.upload else { throw .api(UploadAnswer.garbage("/id", "missing")) }
        let bytes = try next(upload.offset)
        do {
            let answer = try await client.sendPiece(bytes, at: upload.offset, of: id, size: upload.size)
            let end = try answer.finished(upload)
            if let end {
                forget(upload)
                onProgress(progress(.sending, upload.size))
                return end
            }
            // All of it is there, and the server does not say what became of it.
            if answer.offset == upload.offset {
                try stall(UploadAnswer.garbage("/offset", "\(answer.offset)"))
            }
            piece = min(piece * 2, Self.largestPiece)
            move(&upload, to: answer.offset)
            return nil
        } catch {
            try await recover(from: error, &upload, id)
            return nil
        }
    }

    private func next(_ offset: Int) throws(TransferError) -> [UInt8] {
        do {
            return try file.piece(at: offset, count: piece, of: content)
        } catch {
            throw .file(error)
        }
    }

    /// Finds out where the server is after a piece went wrong; gives up where there is no use in it.
    private mutating func recover(
        from error: APIError, _ upload: inout StoredUpload, _ id: ID
    ) async throws(TransferError) {
        if Client.isGone(error) {
            upload = try await again(upload)
            return
        }
        let isConflict = error.status == 409
        guard isConflict || error.isTransient || [500, 423].contains(error.status ?? 0) else {
            if error.isRefusal { forget(upload) }
            throw .api(error)
        }
        do {
            try stall(error)
        } catch {
            throw .api(error)
        }
        piece = max(piece / 2, Self.smallestPiece)
        if !isConflict {
            onProgress(progress(.waiting, upload.offset))
            let span = min(Duration.milliseconds(500) * (1 << failures), .seconds(10))
            guard (try? await pacing.sleep(pacing.random(span))) != nil else { throw .api(.cancelled) }
        }
        if let offset = try await offset(of: id) {
            move(&upload, to: offset)
        } else {
            upload = try await again(upload)
        }
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
    private func offset(of id: ID) async throws(TransferError) -> Int? {
        do {
            return try await client.uploadOffset(id, size: content.size)
        } catch {
            throw .api(error)
        }
    }
}
