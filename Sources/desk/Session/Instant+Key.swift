import Models

extension Instant {
    /// When an act began, by its key: the clock of the desk that made it stands in the first 48 bits of a UUIDv7,
    /// in milliseconds (RFC 9562 §5.7). Nil for a key of another version.
    init?(madeIn key: ID) {
        let digits = key.filter { $0 != "-" }
        guard UUIDv7.isValid(key), digits.dropFirst(12).first == "7",
            let milliseconds = Int64(digits.prefix(12), radix: 16)
        else { return nil }
        self.init(seconds: milliseconds / 1000)
    }
}
