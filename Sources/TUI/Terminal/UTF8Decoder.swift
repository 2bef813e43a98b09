/// Decodes UTF-8 byte by byte; what is not UTF-8 is dropped.
struct UTF8Decoder: Sendable {
    private var value: UInt32 = 0
    private var left = 0
    private var least: UInt32 = 0

    /// No character has begun.
    var isAtRest: Bool { left == 0 }

    mutating func reset() {
        left = 0
    }

    /// The scalar that this byte completes.
    mutating func take(_ byte: UInt8) -> Unicode.Scalar? {
        if byte < 0x80 {
            left = 0
            return Unicode.Scalar(byte)
        }
        if byte < 0xC0 {
            guard left > 0 else { return nil }
            value = value << 6 | UInt32(byte & 0x3F)
            left -= 1
            // Forms that are longer than needed, and surrogates, are not UTF-8.
            return left == 0 && value >= least ? Unicode.Scalar(value) : nil
        }
        switch byte {
        case 0xC2...0xDF: begin(byte & 0x1F, left: 1, least: 0x80)
        case 0xE0...0xEF: begin(byte & 0x0F, left: 2, least: 0x800)
        case 0xF0...0xF4: begin(byte & 0x07, left: 3, least: 0x1_0000)
        default: left = 0
        }
        return nil
    }

    private mutating func begin(_ bits: UInt8, left: Int, least: UInt32) {
        value = UInt32(bits)
        self.left = left
        self.least = least
    }
}
