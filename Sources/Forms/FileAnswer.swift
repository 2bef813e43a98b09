/// One file in the answer of a file field: a row `{sha256, name, type, size}`.
///
/// The bytes lie elsewhere, under their SHA-256; the answer only refers to them.
public struct FileAnswer: Hashable, Sendable {
    /// 64 lower-case hexadecimal digits.
    public var sha256: String
    /// As the file was called where it came from; for people only.
    public var name: String
    /// A media type, as the answer gives it.
    public var type: String
    /// In bytes.
    public var size: Int

    public init(sha256: String, name: String, type: String, size: Int) {
        self.sha256 = sha256
        self.name = name
        self.type = type
        self.size = size
    }

    /// Nil where a part is missing, of another type or one too many, or where the hash is none.
    public init?(_ row: Answers) {
        guard row.values.count == 4, case .text(let sha256)? = row["sha256"],
            case .text(let name)? = row["name"],
            case .text(let type)? = row["type"], case .number(let size)? = row["size"],
            Self.isHash(sha256)
        else { return nil }
        self.init(sha256: sha256, name: name, type: type, size: size)
    }

    public var row: Answers {
        ["sha256": .text(sha256), "name": .text(name), "type": .text(type), "size": .number(size)]
    }

    /// Whether it is written as a SHA-256 is: 64 digits 0–9, a–f.
    public static func isHash(_ text: String) -> Bool {
        text.utf8.count == 64
            && text.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
    }
}
