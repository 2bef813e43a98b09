/// The checksum at the end of an EMVCo code: CRC-16/CCITT-FALSE (polynomial 0x1021, begins with 0xFFFF, nothing
/// reflected). Of "123456789" it is 29B1.
enum CRC16 {
    static func checksum(_ bytes: some Sequence<UInt8>) -> UInt16 {
        bytes.reduce(0xFFFF) { value, byte in
            (0..<8).reduce(value ^ UInt16(byte) << 8) { value, _ in
                value & 0x8000 == 0 ? value << 1 : value << 1 ^ 0x1021
            }
        }
    }

    /// Four hexadecimal digits, upper case.
    static func text(_ bytes: some Sequence<UInt8>) -> String {
        let digits = String(checksum(bytes), radix: 16, uppercase: true)
        return String(repeating: "0", count: 4 - digits.count) + digits
    }
}
