/// One mistake in a form's definition, with its place.
public struct FormFinding: Hashable, Sendable, CustomStringConvertible {
    /// RFC 6901, in the definition; empty for the whole of it.
    public var pointer: String
    /// Stable, for programs: `unknown_field`, `cycle`, `type_mismatch` …
    public var code: String
    /// In Vietnamese, for the author.
    public var message: String
    /// From 1; nil where the definition was not read from text.
    public var line: Int?
    /// In characters, from 1; only where the text itself is broken.
    public var column: Int?

    public init(pointer: String, code: String, message: String, line: Int? = nil, column: Int? = nil) {
        self.pointer = pointer
        self.code = code
        self.message = message
        self.line = line
        self.column = column
    }

    public var description: String {
        "\(pointer.isEmpty ? "/" : pointer) \(code): \(message)"
    }
}
