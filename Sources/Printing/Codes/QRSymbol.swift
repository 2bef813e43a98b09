import CQrencode

/// The dark modules of a QR code (ISO/IEC 18004), made by libqrencode. The quiet zone is left to the painter.
struct QRSymbol {
    /// Modules on each side.
    let width: Int
    /// Runs of dark modules: row, columns.
    let runs: [(row: Int, columns: Range<Int>)]

    /// White on all sides that readers need, in modules.
    static let quietZone = 4

    /// Level M: a sixth of the symbol may be stained or folded.
    init(_ text: String) throws(PrintFailure) {
        let bytes = Array(text.utf8)
        guard let symbol = QRcode_encodeData(Int32(bytes.count), bytes, 0, QR_ECLEVEL_M) else {
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
}
