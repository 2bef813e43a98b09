/// An answer that arrived whole, whatever its status.
public struct Response: Hashable, Sendable {
    public var status: Int
    public var headers: [Header]
    public var body: [UInt8]
    /// From the request's start to the answer's last byte.
    public var elapsed: Duration

    public init(status: Int, headers: [Header] = [], body: [UInt8] = [], elapsed: Duration = .zero) {
        self.status = status
        self.headers = headers
        self.body = body
        self.elapsed = elapsed
    }

    /// The media type in lower case without its parameters, or nil where the server named none.
    public var mediaType: String? {
        guard let value = headers.first("Content-Type") else { return nil }
        let type = value.prefix { $0 != ";" && $0 != " " }
        return type.isEmpty ? nil : type.lowercased()
    }
}
