import Hummingbird

/// Where central listens: `unix:PATH` or `HOST:PORT`.
struct ListenAddress: Sendable, Hashable {
    enum Place: Sendable, Hashable {
        case unix(String)
        case network(host: String, port: Int)
    }

    let place: Place

    /// Nil for a text of another form.
    init?(_ text: String) {
        if text.hasPrefix("unix:") {
            let path = String(text.dropFirst("unix:".utf8.count))
            // sockaddr_un holds 107 bytes and a NUL.
            guard !path.isEmpty, path.utf8.count <= 107 else { return nil }
            place = .unix(path)
            return
        }
        guard let colon = text.lastIndex(of: ":"), let port = Int(text[text.index(after: colon)...]),
            (0...65_535).contains(port)
        else { return nil }
        var host = String(text[..<colon])
        if host.hasPrefix("["), host.hasSuffix("]") { host = String(host.dropFirst().dropLast()) }
        guard !host.isEmpty else { return nil }
        place = .network(host: host, port: port)
    }

    /// Nobody on another machine can reach it.
    var isLocal: Bool {
        switch place {
        case .unix: true
        case .network(let host, _): host == "::1" || host == "localhost" || Self.isLoopback(host)
        }
    }

    var bindAddress: BindAddress {
        switch place {
        case .unix(let path): .unixDomainSocket(path: path)
        case .network(let host, let port): .hostname(host, port: port)
        }
    }

    private static func isLoopback(_ host: String) -> Bool {
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    }
}
