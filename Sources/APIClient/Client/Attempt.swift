/// A try that failed and will be followed by another one.
public struct Attempt: Hashable, Sendable {
    /// The operation's id in `openapi.yaml`, e.g. `createDossier`.
    public var operation: String
    /// The act's idempotency key, where it has one.
    public var key: String?
    /// The number of the failed try, from 1, and how many there may be.
    public var number: Int
    public var most: Int
    public var error: APIError
    /// Until the next try begins.
    public var wait: Duration

    public init(
        operation: String, key: String? = nil, number: Int, most: Int, error: APIError, wait: Duration
    ) {
        self.operation = operation
        self.key = key
        self.number = number
        self.most = most
        self.error = error
        self.wait = wait
    }
}
