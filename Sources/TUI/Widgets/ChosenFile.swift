import Forms

/// One file of a file field, from the moment it is chosen on.
public struct ChosenFile: Hashable, Sendable, Identifiable {
    /// How far it is on its way to the server.
    public enum State: Hashable, Sendable {
        /// Its SHA-256 is being worked out.
        case hashing
        /// In per cent, 0 to 100.
        case uploading(Int)
        /// The server has it.
        case done
        /// It stays in the list with the reason, so that nothing is lost silently.
        case failed(Phrase)
    }

    /// Lasting in its field; handed out by ``FileList/add(name:size:path:)``.
    public var id: Int
    public var name: String
    /// In bytes; nil while unknown.
    public var size: Int?
    /// A media type; nil until the content was looked at.
    public var type: String?
    /// Where it lies on this machine; nil for one that came with the answers.
    public var path: String?
    public var sha256: String?
    public var state: State

    public init(
        id: Int, name: String, size: Int? = nil, type: String? = nil, path: String? = nil,
        sha256: String? = nil, state: State = .hashing
    ) {
        self.id = id
        self.name = name
        self.size = size
        self.type = type
        self.path = path
        self.sha256 = sha256
        self.state = state
    }

    /// What the answer says of it; nil until the server has it.
    public var answer: FileAnswer? {
        guard state == .done, let sha256, let type, let size else { return nil }
        return FileAnswer(sha256: sha256, name: name, type: type, size: size)
    }
}
