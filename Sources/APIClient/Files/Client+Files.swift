import Forms
import Models

extension Client {
    /// `POST /v1/uploads`
    func beginUpload(_ upload: StoredUpload) async throws(APIError) -> UploadAnswer {
        let answer: UploadAnswer = try await value(
            .act(
                "beginUpload", "/v1/uploads",
                UploadAnswer.Begin(name: upload.name, size: upload.size, sha256: upload.sha256),
                key: upload.key))
        try answer.check(id: nil, size: upload.size, offsets: 0...upload.size)
        return answer
    }

    /// `HEAD /v1/uploads/{id}`: how many bytes the server has. Nil where it knows no such upload any more.
    func uploadOffset(_ id: ID, size: Int) async throws(APIError) -> Int? {
        let request = Request(.head, Target("/v1/uploads/\(id)").text)
        let response: Response
        do {
            response = try await answer(to: Call(operation: "getUpload", request: request))
        } catch {
            if Self.isGone(error) { return nil }
            throw error
        }
        guard let offset = Self.count(response, "Upload-Offset"), offset <= size else {
            throw UploadAnswer.garbage(
                "Upload-Offset", response.headers.first("Upload-Offset") ?? "missing")
        }
        guard Self.count(response, "Upload-Length") == size else {
            throw UploadAnswer.garbage(
                "Upload-Length", response.headers.first("Upload-Length") ?? "missing")
        }
        return offset
    }

    /// `PATCH /v1/uploads/{id}`, once: where it fails the offset has to be asked for before anything else.
    func sendPiece(
        _ piece: [UInt8], at offset: Int, of upload: ID, size: Int
    ) async throws(APIError) -> UploadAnswer {
        let request = Request(
            .patch, Target("/v1/uploads/\(upload)").text,
            headers: [
                Header("Content-Type", "application/offset+octet-stream"),
                Header("Upload-Offset", "\(offset)"),
            ],
            // Five minutes for the largest piece: 28 kbit/s. A line that is dead ends it long before.
            // libcurl may repeat it on a dead connection: the offset keeps it from counting twice.
            body: piece, isRepeatable: true, limits: Limits(total: 300_000))
        let answer: UploadAnswer = try await value(
            Call(operation: "appendToUpload", request: request, policy: .once))
        try answer.check(id: upload, size: size, offsets: offset...(offset + piece.count))
        return answer
    }

    /// Whether the server says that there is no such upload. What answers a HEAD has no body to say so in.
    static func isGone(_ error: APIError) -> Bool {
        switch error {
        case .problem(let problem): [404, 410].contains(problem.status)
        case .garbage(.status(let status)): [404, 410].contains(status)
        default: false
        }
    }

    private static func count(_ response: Response, _ name: String) -> Int? {
        guard let text = response.headers.first(name), (1...18).contains(text.utf8.count),
            text.utf8.allSatisfy({ (48...57).contains($0) })
        else { return nil }
        return Int(text)
    }
}
