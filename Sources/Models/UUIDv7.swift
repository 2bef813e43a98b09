import Glibc

/// Ids that sort by the time of their making (RFC 9562, version 7): lower case, 36 characters.
public enum UUIDv7 {
    /// An id for now.
    public static func make() -> ID {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        var generator = SystemRandomNumberGenerator()
        return make(
            milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000, using: &generator)
    }

    /// An id for a given moment, from a given source of chance.
    ///
    /// - Parameter milliseconds: Since 1970, held within 48 bits.
    public static func make(milliseconds: Int64, using generator: inout some RandomNumberGenerator) -> ID {
        let time = UInt64(min(max(milliseconds, 0), 0xFFFF_FFFF_FFFF))
        let chance = generator.next() as UInt64
        let high = time << 16 | 0x7000 | chance >> 52
        let low = 0x8000_0000_0000_0000 | (generator.next() as UInt64) >> 2
        return String(unsafeUninitializedCapacity: 36) { text in
            var place = 0
            for (half, word) in [high, low].enumerated() {
                for index in 0..<16 {
                    switch (half, index) {
                    case (0, 8), (0, 12), (1, 0), (1, 4):
                        text[place] = UInt8(ascii: "-")
                        place += 1
                    default: break
                    }
                    let digit = UInt8(word >> (60 - 4 * UInt64(index)) & 0xF)
                    text[place] = digit < 10 ? 0x30 + digit : 0x57 + digit
                    place += 1
                }
            }
            return place
        }
    }

    /// Whether a text is a UUID of any version, in any case: keys made by other clients need not be of
    /// version 7.
    public static func isValid(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard bytes.count == 36 else { return false }
        for (index, byte) in bytes.enumerated() {
            switch (index, byte) {
            case (8, _), (13, _), (18, _), (23, _):
                guard byte == UInt8(ascii: "-") else { return false }
            case (_, UInt8(ascii: "0")...UInt8(ascii: "9")), (_, UInt8(ascii: "a")...UInt8(ascii: "f")),
                (_, UInt8(ascii: "A")...UInt8(ascii: "F")):
                continue
            default: return false
            }
        }
        return true
    }
}
