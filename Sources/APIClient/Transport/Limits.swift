/// How long an answer may take and how large it may be.
public struct Limits: Hashable, Sendable {
    /// Until the connection stands, TLS included. Milliseconds.
    public var connect: Int
    /// From the first byte out to the last byte in. Milliseconds.
    public var total: Int
    /// Seconds without progress (less than 1 byte a second) after which the transfer is given up; 0 = never.
    public var stall: Int
    /// Bytes of the body, after decompression.
    public var body: Int
    /// Bytes of the head.
    public var head: Int

    public init(
        connect: Int = 5_000, total: Int = 30_000, stall: Int = 15, body: Int = 8 << 20, head: Int = 64 << 10
    ) {
        self.connect = connect
        self.total = total
        self.stall = stall
        self.body = body
        self.head = head
    }
}
