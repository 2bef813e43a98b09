/// Why a pattern could not be read.
public struct PatternError: Error, Hashable, Sendable {
    public var message: String

    public init(message: String) {
        self.message = message
    }
}
