import Forms

/// Finds a file's kind from its content, piece by piece, so that no file has to lie in memory. Answers what
/// `FileType.init(content:)` answers for the whole.
struct TypeSniffer {
    private var head: [UInt8] = []
    private var isText = true
    /// Bytes of a character that may go on in the next piece; at most three.
    private var rest: [UInt8] = []

    mutating func take(_ piece: ArraySlice<UInt8>) {
        if head.count < Self.headSize { head += piece.prefix(Self.headSize - head.count) }
        guard isText else { return }
        guard !piece.contains(where: Self.isControl) else {
            isText = false
            return
        }
        var bytes = rest + piece
        let tail = Self.openTail(bytes)
        rest = Array(bytes.suffix(tail))
        bytes.removeLast(tail)
        if String(validating: bytes, as: UTF8.self) == nil { isText = false }
    }

    /// The kind of what was taken; nil where it is none that the programs know.
    var type: FileType? {
        if let type = FileType(content: head), type != .text { return type }
        return isText && rest.isEmpty && !head.isEmpty ? .text : nil
    }

    /// The kind that a name claims; nil where it has no ending that stands for one.
    static func claim(of name: [UInt8]) -> FileType? {
        guard let dot = name.lastIndex(of: UInt8(ascii: ".")), dot > 0 else { return nil }
        switch String(decoding: name[(dot + 1)...], as: UTF8.self).lowercased() {
        case "pdf": return .pdf
        case "jpg", "jpeg", "jpe", "jfif": return .jpeg
        case "png": return .png
        case "tif", "tiff": return .tiff
        case "txt", "text", "csv", "md", "log": return .text
        default: return nil
        }
    }

    private static let headSize = 8

    private static func isControl(_ byte: UInt8) -> Bool {
        byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D && byte != 0x0C || byte == 0x7F
    }

    /// How many bytes at the end begin a character whose end is not there.
    private static func openTail(_ bytes: [UInt8]) -> Int {
        for count in 1...3 where count <= bytes.count {
            let byte = bytes[bytes.count - count]
            if byte & 0xC0 == 0x80 { continue }
            let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
            return length > count ? count : 0
        }
        return 0
    }
}
