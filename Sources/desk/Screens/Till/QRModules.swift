/// The modules of a QR code, as `desk-print` gives them.
struct QRModules: Sendable, Equatable {
    /// On each side.
    let width: Int
    private let dark: [Bool]

    /// White that readers need on all sides, in modules (ISO/IEC 18004).
    static let quietZone = 4

    /// Nil for what is no square of `#` and `.`.
    init?(_ output: [UInt8]) {
        let rows = output.split(separator: 0x0A)
        guard let first = rows.first, rows.count == first.count, (21...177).contains(first.count),
            rows.allSatisfy({ $0.count == first.count })
        else { return nil }
        var dark: [Bool] = []
        for byte in rows.joined() {
            switch byte {
            case UInt8(ascii: "#"): dark.append(true)
            case UInt8(ascii: "."): dark.append(false)
            default: return nil
            }
        }
        width = first.count
        self.dark = dark
    }

    /// Black where a dark module is, white elsewhere; counted with the quiet zone.
    func colour(_ column: Int, _ row: Int) -> (red: UInt8, green: UInt8, blue: UInt8) {
        let (x, y) = (column - Self.quietZone, row - Self.quietZone)
        let isDark = (0..<width).contains(x) && (0..<width).contains(y) && dark[y * width + x]
        return isDark ? (0, 0, 0) : (255, 255, 255)
    }
}
