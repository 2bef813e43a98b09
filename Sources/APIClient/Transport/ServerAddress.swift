import Forms

/// Where the central system listens: a Unix socket, HTTPS, or plain HTTP on this machine only.
///
///     unix:/run/user/1000/desk/central.sock
///     https://motcua.example.gov.vn/he-thong
///     http://127.0.0.1:8080
public struct ServerAddress: Hashable, Sendable {
    /// What stands before a target: scheme, host, port and, behind a reverse proxy, a path. No slash at the end.
    public let base: String
    /// The socket file, where it is one.
    public let socketPath: String?
    /// As it is written in a configuration, and shown.
    public let text: String

    /// Whether requests are encrypted.
    public var isSecure: Bool { base.hasPrefix("https://") }

    /// The longest socket path that fits into a `sockaddr_un`, in bytes.
    static let longestSocketPath = 107

    public init(socket path: String) throws(AddressError) {
        guard path.hasPrefix("/") else { throw .socketNotAbsolute }
        guard !path.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) else {
            throw .controlCharacter
        }
        guard path.utf8.count <= Self.longestSocketPath else { throw .socketTooLong(Self.longestSocketPath) }
        base = "http://localhost"
        socketPath = path
        text = "unix:" + path
    }

    /// Blanks around the address are dropped; scheme and host may be in capitals.
    public init(parsing text: String) throws(AddressError) {
        let trimmed = text.trimmed
        guard !trimmed.isEmpty else { throw .empty }
        guard !trimmed.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) else {
            throw .controlCharacter
        }
        let lowered = trimmed.lowercased()
        if lowered.hasPrefix("unix:") {
            var path = trimmed.dropFirst("unix:".count)
            // unix:///run/x is the same file as unix:/run/x.
            if path.hasPrefix("//") { path = path.dropFirst(2) }
            try self.init(socket: String(path))
        } else if lowered.hasPrefix("https://") {
            let parts = try AddressParts(trimmed.dropFirst("https://".count))
            self.init(scheme: "https://", parts)
        } else if lowered.hasPrefix("http://") {
            let parts = try AddressParts(trimmed.dropFirst("http://".count))
            guard parts.isLoopback else { throw .plainToElsewhere(host: parts.host) }
            self.init(scheme: "http://", parts)
        } else if let colon = trimmed.firstIndex(of: ":"), trimmed[colon...].hasPrefix("://") {
            throw .unknownScheme(String(trimmed[..<colon]))
        } else {
            throw .noScheme(trimmed)
        }
    }

    private init(scheme: String, _ parts: AddressParts) {
        base = scheme + parts.host + (parts.port.map { ":\($0)" } ?? "") + parts.path
        socketPath = nil
        text = base
    }
}
