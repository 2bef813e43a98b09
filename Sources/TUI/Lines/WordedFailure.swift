import Forms

/// Why something could not be done, in words for the person at the terminal.
public struct WordedFailure: Error, Hashable, Sendable {
    public var reason: Phrase

    public init(_ reason: Phrase) {
        self.reason = reason
    }
}
