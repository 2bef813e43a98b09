import Forms
import HTTPTypes

/// What a route answers, before it becomes bytes on a connection: it can be stored under a key and replayed.
struct Reply: Sendable {
    static let json = "application/json"
    static let problem = "application/problem+json"

    var status: Int
    var headers: [String: String]
    var body: [UInt8]
    /// Instead of `body`: what is sent part by part, each asked for when the client has taken the one before. Such an
    /// answer is never stored under a key.
    var parts: AsyncThrowingStream<[UInt8], any Error>?

    init(status: Int = 200, headers: [String: String] = [:], type: String? = nil, body: [UInt8] = []) {
        self.status = status
        self.headers = headers
        self.body = body
        if let type { self.headers["content-type"] = type }
    }

    /// An answer whose parts are made as they are asked for, until there is none.
    static func streaming(
        type: String, headers: [String: String] = [:],
        _ next: @escaping @Sendable () async throws -> [UInt8]?
    ) -> Reply {
        var reply = Reply(headers: headers, type: type)
        reply.parts = AsyncThrowingStream(unfolding: next)
        return reply
    }

    /// A value as JSON.
    static func json(_ value: some Encodable, status: Int = 200, headers: [String: String] = [:]) throws
        -> Reply
    {
        Reply(status: status, headers: headers, type: json, body: try StrictJSON.encode(value))
    }

    static func json(object: [String: JSONValue], status: Int = 200, headers: [String: String] = [:]) throws
        -> Reply
    {
        try json(JSONValue.object(object), status: status, headers: headers)
    }

    static let noContent = Reply(status: 204)
}
