import CZint

/// The bars of a Code 128 symbol (ISO/IEC 15417), made by libzint. Quiet zones are left to the painter.
struct Code128 {
    /// The width of the symbol in modules.
    let width: Int
    /// Where each bar stands, in modules from the left edge.
    let bars: [Range<Int>]

    /// White on both sides that readers need, in modules.
    static let quietZone = 10

    init(_ text: String) throws(PrintFailure) {
        guard let symbol = ZBarcode_Create() else {
            throw PrintFailure(.software, Words.barcodeFailed("zint"))
        }
        defer { ZBarcode_Delete(symbol) }
        symbol.pointee.symbology = BARCODE_CODE128
        symbol.pointee.show_hrt = 0
        // Half a unit of the vector drawing is then one module.
        symbol.pointee.scale = 0.5
        let bytes = Array(text.utf8)
        let result = ZBarcode_Encode_and_Buffer_Vector(symbol, bytes, Int32(bytes.count), 0)
        guard result < ZINT_ERROR, let vector = symbol.pointee.vector else {
            throw PrintFailure(.software, Words.barcodeFailed("zint \(result)"))
        }
        width = Int(symbol.pointee.width)
        var bars: [Range<Int>] = []
        var next = vector.pointee.rectangles
        while let bar = next {
            let start = Int(bar.pointee.x.rounded())
            bars.append(start..<start + Int(bar.pointee.width.rounded()))
            next = bar.pointee.next
        }
        self.bars = bars
    }
}
