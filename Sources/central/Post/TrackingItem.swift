import Models

/// One line of the post's feed, or one call of it.
struct TrackingItem: Codable, Hashable, Sendable {
    /// The post's number of it, 24 hexadecimal digits: later ones are greater, and the first eight are its second.
    var id: String
    var orderNumber: String
    var statusCode: String
    var statusMessage: String

    static func isID(_ text: String) -> Bool {
        text.utf8.count == 24 && text.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
    }

    /// When it happened, where its number tells a moment that can be.
    func moment(until now: Instant) -> Instant {
        guard let seconds = Int64(id.prefix(8), radix: 16), seconds > 1_500_000_000, seconds <= now.seconds
        else { return now }
        return Instant(seconds: seconds)
    }
}
