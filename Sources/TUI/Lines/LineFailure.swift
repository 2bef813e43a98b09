import Forms

/// Why something could not be done, in words for the person at the console.
public struct LineFailure: Error, Hashable, Sendable {
    public var reason: Phrase

    public init(_ reason: Phrase) {
        self.reason = reason
    }
}
