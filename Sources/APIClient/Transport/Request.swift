/// What goes to the central system: everything but the address, which is the transport's.
public struct Request: Hashable, Sendable {
    public var method: Method
    /// Path and query, percent-encoded, from the first slash on. `Target` builds it.
    public var target: String
    public var headers: [Header]
    /// nil sends none; an empty one is sent as such.
    public var body: [UInt8]?
    /// Whether a second arrival does no harm: reading, or writing under an idempotency key. Others get a
    /// connection of their own, because libcurl repeats a request by itself where a kept connection turns out
    /// to be dead.
    public var isRepeatable: Bool
    public var limits: Limits
    /// Takes the body of an answer that says success, in place of `Response.body`. One that can take no more ends the
    /// transfer with `.cancelled`, and knows the reason itself. It is called on the transport's own thread.
    var sink: AnyBodySink?

    public init(
        _ method: Method, _ target: String, headers: [Header] = [], body: [UInt8]? = nil,
        isRepeatable: Bool? = nil, limits: Limits = Limits()
    ) {
        self.method = method
        self.target = target
        self.headers = headers
        self.body = body
        self.isRepeatable = isRepeatable ?? (method == .get || method == .head)
        self.limits = limits
    }
}
