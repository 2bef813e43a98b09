/// That the central system is there.
public struct Ping: Codable, Hashable, Sendable {
    public var time: Instant
    /// Changes when the database is another one: what was kept by then is stale.
    public var epoch: String
    public var training: Bool
    public var version: String

    public init(time: Instant, epoch: String, training: Bool, version: String) {
        self.time = time
        self.epoch = epoch
        self.training = training
        self.version = version
    }
}
