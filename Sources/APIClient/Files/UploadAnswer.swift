import Forms
import Models

/// What the server says of an upload, checked against what was sent: a server that miscounts must not make a client
/// send rubbish, or without end.
struct UploadAnswer: Codable, Hashable, Sendable {
    var id: ID
    var offset: Int
    var size: Int
    var complete: Bool?
    var expiresAt: Instant?
    var file: File?

    struct File: Codable, Hashable, Sendable {
        var sha256: String
        var name: String
        var type: String
        var size: Int
    }

    /// The body of `POST /v1/uploads`.
    struct Begin: Codable, Hashable, Sendable {
        var name: String
        var size: Int
        var sha256: String
    }

    /// - Parameters:
    ///   - id: The upload that was asked about; nil where it is new.
    ///   - range: What the offset can be.
    func check(id: ID?, size: Int, offsets range: ClosedRange<Int>) throws(APIError) {
        if let id, self.id != id { throw Self.garbage("/id", self.id) }
        // Goes into a path; whatever it is, it has to be short and one segment.
        guard (1...64).contains(self.id.utf8.count) else { throw Self.garbage("/id", self.id) }
        guard self.size == size else { throw Self.garbage("/size", "\(self.size)") }
        guard range.contains(offset) else { throw Self.garbage("/offset", "\(offset)") }
    }

    /// The file, where the server has all of it.
    func finished(_ upload: StoredUpload) throws(APIError) -> FileAnswer? {
        guard complete == true else {
            if file != nil { throw Self.garbage("/complete", "false") }
            return nil
        }
        guard offset == upload.size else { throw Self.garbage("/offset", "\(offset)") }
        guard let file else { throw Self.garbage("/file", "missing") }
        guard file.sha256 == upload.sha256 else { throw Self.garbage("/file/sha256", file.sha256) }
        guard file.size == upload.size else { throw Self.garbage("/file/size", "\(file.size)") }
        guard FileType(mediaType: file.type) != nil else { throw Self.garbage("/file/type", file.type) }
        return FileAnswer(sha256: file.sha256, name: file.name, type: file.type, size: file.size)
    }

    static func garbage(_ pointer: String, _ text: String) -> APIError {
        .garbage(.shape(pointer: pointer, text))
    }
}
