/// A value of a TOML file. Dates and times are not read: no file of ours holds one.
public enum TOMLValue: Hashable, Sendable {
    case text(String)
    case integer(Int64)
    case number(Double)
    case truth(Bool)
    case list([TOMLValue])
    case table([String: TOMLValue])

    /// Reads a whole file, by TOML 1.0.
    ///
    /// Our own, because the library that there is brings Foundation with ICU into a program that must start like a
    /// native one: 2 MiB of its memory at the first screen and two thirds of its size.
    ///
    /// - Returns: the table at the root.
    public static func table(reading text: String) throws(TOMLError) -> [String: TOMLValue] {
        var parser = TOMLParser(text)
        return try parser.document()
    }

    public var text: String? { if case .text(let text) = self { text } else { nil } }
    public var truth: Bool? { if case .truth(let truth) = self { truth } else { nil } }
    public var list: [TOMLValue]? { if case .list(let list) = self { list } else { nil } }
    public var table: [String: TOMLValue]? { if case .table(let table) = self { table } else { nil } }
}
