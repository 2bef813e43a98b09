import Models

extension Client {
    /// `POST /v1/uploads`
    func beginUpload(_ upload: StoredUpload) async throws(APIError) -> Upload {
        let answer: Upload = try await value(
            .act(
                "createUpload", "/v1/uploads", UploadRequest(sha256: upload.sha256, size: upload.size),
                key: upload.key))
        guard answer.size == upload.size else { throw UploadState.garbage("/size", "\(answer.size)") }
        guard answer.sha256 == upload.sha256 else { throw UploadState.garbage("/sha256", answer.sha256) }
        // Goes into a path; whatever it is, it has to be short.
        guard (1...64).contains(answer.id.utf8.count) else { throw UploadState.garbage("/id", answer.id) }
        return answer
    }

    /// `HEAD /v1/uploads/{id}`: how much the server has. Nil where it knows no such upload any more.
    func uploadState(_ id: ID, size: Int) async throws(APIError) -> UploadState? {
        let request = Request(.head, Target("/v1/uploads/\(id)").text)
        let response: Response
        do {
            response = try await answer(to: Call(operation: "getUpload", request: request))
        } catch {
            if Self.isGone(error) { return nil }
            throw error
        }
        return try UploadState(response, size: size, offsets: 0...size)
    }

    /// `PATCH /v1/uploads/{id}`, once: where it fails the offset has to be asked for before anything else.
    func sendPiece(
        _ piece: [UInt8], at offset: Int, of upload: ID, size: Int
    ) async throws(CallFailure) -> UploadState {
        let request = Request(
            .patch, Target("/v1/uploads/\(upload)").text,
            headers: [
                Header("Content-Type", "application/octet-stream"),
                Header("Upload-Offset", "\(offset)"),
            ],
            // Five minutes for the largest piece: 28 kbit/s. A line that is dead ends it long before. libcurl may
            // repeat it on a dead connection: the offset keeps it from counting twice.
            body: piece, isRepeatable: true, limits: Limits(total: 300_000))
        let call = Call(operation: "appendUpload", request: request, policy: .once)
        let response = try await outcome(of: call)
        do {
            return try UploadState(response, size: size, offsets: offset...(offset + piece.count))
        } catch {
            throw CallFailure(error: error, mayHaveArrived: true)
        }
    }

    /// Whether the server says that there is no such upload. What answers a HEAD has no body to say so in.
    static func isGone(_ error: APIError) -> Bool {
        switch error {
        case .problem(let problem): [404, 410].contains(problem.status)
        case .garbage(.status(let status)): [404, 410].contains(status)
        default: false
        }
    }
}
