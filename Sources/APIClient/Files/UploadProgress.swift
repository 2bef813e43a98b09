/// How far an upload has come.
public struct UploadProgress: Hashable, Sendable {
    public enum Phase: String, Hashable, Sendable {
        /// The file is read and its hash reckoned; nothing is sent yet.
        case reading
        /// Bytes are with the server.
        case sending
        /// The connection was lost; the same piece is about to be tried again.
        case waiting
    }

    public var phase: Phase
    /// Bytes. May go back where the server has lost some.
    public var done: Int
    public var total: Int
    /// Whether the officer's store knows of the upload, so that it can go on after desk has ended. False where the
    /// store is full or cannot be written: the file is sent all the same.
    public var isKept: Bool

    public init(phase: Phase, done: Int, total: Int, isKept: Bool) {
        self.phase = phase
        self.done = done
        self.total = total
        self.isKept = isKept
    }
}
