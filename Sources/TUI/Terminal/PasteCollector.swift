import Forms

/// Collects a bracketed paste up to its end mark.
struct PasteCollector: Sendable {
    /// Bytes that are kept of one paste.
    static let limit = 64 * 1024
    /// A paste that says nothing for so long, in milliseconds, is over: its end mark was lost.
    static let patience: Int64 = 5_000
    private static let endMark = Array("\u{1B}[201~".utf8)

    private(set) var bytes: [UInt8] = []
    private var isCut = false
    private var matched = 0

    /// True where the byte completes the end mark.
    mutating func take(_ byte: UInt8) -> Bool {
        if byte == Self.endMark[matched] {
            matched += 1
            return matched == Self.endMark.count
        }
        // No end mark after all: what looked like one is text.
        for index in 0..<matched { keep(Self.endMark[index]) }
        matched = 0
        if byte == Self.endMark[0] {
            matched = 1
        } else {
            keep(byte)
        }
        return false
    }

    private mutating func keep(_ byte: UInt8) {
        // ESC goes, so that a pasted end mark cannot hide in the text.
        if byte == 0x1B { return }
        if bytes.count < Self.limit {
            bytes.append(byte)
        } else {
            isCut = true
        }
    }

    /// The text: NFC, line breaks as "\n", tabs kept, every other control removed, and so is every other character that
    /// nobody sees; `hidden` says how many of these.
    mutating func finish() -> (text: String, isCut: Bool, hidden: Int) {
        if isCut { dropBrokenCharacter() }
        var scalars = String.UnicodeScalarView()
        var previous: Unicode.Scalar = " "
        var hidden = 0
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
            defer { previous = scalar }
            switch scalar.value {
            case 0x0A where previous == "\r": break
            case 0x0A, 0x0D, 0x85, 0x2028, 0x2029: scalars.append("\n")
            case 0x09: scalars.append(scalar)
            case 0..<0x20, 0x7F...0x9F: break
            case _ where HiddenCharacter.contains(scalar): hidden += 1
            default: scalars.append(scalar)
            }
        }
        let result = (Normalization.nfc(String(scalars)), isCut, hidden)
        self = PasteCollector()
        return result
    }

    /// Removes a character at the end that the limit has cut in half.
    private mutating func dropBrokenCharacter() {
        var lead = bytes.count - 1
        while lead > 0, lead > bytes.count - 4, bytes[lead] & 0xC0 == 0x80 { lead -= 1 }
        guard lead >= 0, bytes[lead] >= 0xC0 else { return }
        let length = bytes[lead] >= 0xF0 ? 4 : bytes[lead] >= 0xE0 ? 3 : 2
        if bytes.count - lead < length { bytes.removeSubrange(lead...) }
    }
}
