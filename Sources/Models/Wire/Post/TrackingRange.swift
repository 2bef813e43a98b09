/// Numbers of parcels that the post gave to a unit.
public struct TrackingRange: Codable, Hashable, Sendable {
    /// A serial has eight digits.
    public static let largestSerial = 99_999_999

    /// Two capitals: `RR`, `EE` …
    public var service: String
    /// Eight digits at most.
    public var first: Int
    public var last: Int
    /// The last one that was given to a parcel; one less than the first where none was.
    public var used: Int

    public init(service: String, first: Int, last: Int, used: Int) {
        self.service = service
        self.first = first
        self.last = last
        self.used = used
    }
}
