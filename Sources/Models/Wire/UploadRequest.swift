/// What `POST /v1/uploads` takes: the file that is about to be sent.
public struct UploadRequest: Codable, Hashable, Sendable {
    /// Of the whole content, 64 lower-case hexadecimal digits.
    public var sha256: String
    /// In bytes, 1 … 20 MiB.
    public var size: Int

    public init(sha256: String, size: Int) {
        self.sha256 = sha256
        self.size = size
    }
}
