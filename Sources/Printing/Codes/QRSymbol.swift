import CQrencode

/// The dark modules of a QR code (ISO/IEC 18004), made by libqrencode. The quiet zone is left to the painter.
struct QRSymbol {
    /// Modules on each side.
    let width: Int
    /// Runs of dark modules: row, columns.
    let runs: [(row: Int, columns: Range<Int>)]

    /// White on all sides that readers need, in modules.
    static let quietZone = 4

    /// - Parameter isForScreen: Level L, so that it is as small as it can be; on paper M: a sixth of the symbol may be
    ///   stained or folded.
    init(_ text: String, isForScreen: Bool = false) throws(PrintFailure) {
        let bytes = Array(text.utf8)
        let encoded =
            isForScreen
            // Capital letters and digits take less room than any text.
            ? QRcode_encodeString(text, 0, QR_ECLEVEL_L, QR_MODE_8, 1)
            : QRcode_encodeData(Int32(bytes.count), bytes, 0, QR_ECLEVEL_M)
        guard let symbol = encoded else {
            throw PrintFailure(.software, Words.barcodeFailed("qrencode"))
        }
        defer { QRcode_free(symbol) }
        let width = Int(symbol.pointee.width)
        guard let data = symbol.pointee.data else {
            throw PrintFailure(.software, Words.barcodeFailed("qrencode"))
        }
        var runs: [(row: Int, columns: Range<Int>)] = []
        for row in 0..<width {
            var column = 0
            while column < width {
                let start = column
                while column < width, data[row * width + column] & 1 == 1 { column += 1 }
                if column > start { runs.append((row, start..<column)) } else { column += 1 }
            }
        }
        self.width = width
        self.runs = runs
    }

    /// A row of text for each row of modules, without the quiet zone: `#` is dark, `.` is not.
    var rows: [String] {
        var rows = Array(repeating: Array(repeating: UInt8(ascii: "."), count: width), count: width)
        for run in runs {
            for column in run.columns { rows[run.row][column] = UInt8(ascii: "#") }
        }
        return rows.map { String(decoding: $0, as: UTF8.self) }
    }
}
