/// Why an expression could not be read, and where.
public struct ExpressionError: Error, Hashable, Sendable, CustomStringConvertible {
    /// In characters, from 1.
    public var column: Int
    public var message: String

    public init(column: Int, message: String) {
        self.column = column
        self.message = message
    }

    public var description: String {
        "cột \(column): \(message)"
    }
}
