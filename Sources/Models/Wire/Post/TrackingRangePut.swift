/// A range of tracking numbers, as an administrator sets it.
public struct TrackingRangePut: Codable, Hashable, Sendable {
    public var service: String
    public var first: Int
    public var last: Int

    public init(service: String, first: Int, last: Int) {
        self.service = service
        self.first = first
        self.last = last
    }
}
