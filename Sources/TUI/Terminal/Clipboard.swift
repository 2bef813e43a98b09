/// A text on its way to the terminal's clipboard, as OSC 52 carries it.
enum Clipboard {
    /// Some terminals drop everything where more comes.
    static let most = 74_000

    private static let signs = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    /// In Base64; a text that is too long is cut between two characters.
    static func encoded(_ text: String) -> String {
        var bytes: [UInt8] = []
        for character in text {
            guard bytes.count + character.utf8.count <= most / 4 * 3 else { break }
            bytes += character.utf8
        }
        var out: [UInt8] = []
        out.reserveCapacity((bytes.count + 2) / 3 * 4)
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let part = bytes[start..<min(start + 3, bytes.count)]
            var bits: UInt32 = 0
            for index in 0..<3 {
                bits = bits << 8 | (start + index < part.endIndex ? UInt32(part[start + index]) : 0)
            }
            for index in 0..<4 {
                let isFilled = index <= part.count
                out.append(isFilled ? signs[Int(bits >> (18 - 6 * UInt32(index)) & 63)] : UInt8(ascii: "="))
            }
        }
        return String(decoding: out, as: UTF8.self)
    }
}
