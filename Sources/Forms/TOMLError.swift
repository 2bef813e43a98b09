/// Why a text is no TOML, and where: counted from 1, columns in characters.
public struct TOMLError: Error, Hashable, Sendable, CustomStringConvertible {
    public var line: Int
    public var column: Int
    /// In English, as the specification says it.
    public var reason: String

    public var description: String { "\(line):\(column) \(reason)" }
}
