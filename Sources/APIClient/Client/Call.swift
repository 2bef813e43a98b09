import Forms

/// One call of an operation: the request, and how it may be treated.
struct Call: Sendable {
    /// The operation's id in `openapi.yaml`.
    var operation: String
    var request: Request
    /// The act's idempotency key. A write that has one may be sent again.
    var key: String?
    var credential = Credential.login
    /// In place of the client's own.
    var policy: RetryPolicy?

    /// Whose token goes with it.
    enum Credential: Sendable {
        case none
        /// Of the login that the call began under.
        case login
        /// This one, as it is.
        case token(String)
    }

    static func get(_ operation: String, _ target: Target, limits: Limits = Limits()) -> Call {
        Call(operation: operation, request: Request(.get, target.text, limits: limits))
    }

    /// A POST that only asks: what it needs does not fit into a URL, or must not stand in one.
    static func ask(_ operation: String, _ target: Target, _ body: some Encodable) throws(APIError) -> Call {
        try post(operation, target, body, isRepeatable: true)
    }

    /// A POST that does something, once for its key.
    static func act(
        _ operation: String, _ target: Target, _ body: some Encodable, key: String
    ) throws(APIError) -> Call {
        act(operation, target, bytes: try encode(body), key: key)
    }

    static func act(
        _ operation: String, _ target: Target, bytes: [UInt8], key: String, method: Method = .post
    ) -> Call {
        var call = send(operation, method, target, bytes, isRepeatable: true)
        call.key = key
        call.request.headers.append(Header("Idempotency-Key", key))
        return call
    }

    /// A POST that does something each time it arrives.
    static func post(
        _ operation: String, _ target: Target, _ body: some Encodable, isRepeatable: Bool = false
    ) throws(APIError) -> Call {
        send(operation, .post, target, try encode(body), isRepeatable: isRepeatable)
    }

    static func send(
        _ operation: String, _ method: Method, _ target: Target, _ bytes: [UInt8], isRepeatable: Bool,
        headers: [Header] = []
    ) -> Call {
        Call(
            operation: operation,
            request: Request(
                method, target.text, headers: [Header("Content-Type", "application/json")] + headers,
                body: bytes, isRepeatable: isRepeatable))
    }

    static func encode(_ body: some Encodable) throws(APIError) -> [UInt8] {
        do {
            return try StrictJSON.encode(body)
        } catch {
            throw .unsendable("\(error)")
        }
    }
}
