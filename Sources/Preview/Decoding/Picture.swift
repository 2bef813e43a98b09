/// A small picture as it goes to desk.
struct Picture: Equatable {
    /// The pixels that there is room for.
    struct Box: Equatable {
        var width: Int
        var height: Int
    }

    var width: Int
    var height: Int
    /// Three bytes a pixel, row after row: red, green, blue.
    var rgb: [UInt8]
    var page: Int
    var pages: Int
    /// Before it was made smaller: pixels, or points of a PDF's page.
    var source: Box

    /// Netpbm's P6 with one line of comment: what any program for pictures opens too.
    var ppm: [UInt8] {
        let head =
            "P6\n# pages=\(pages) page=\(page) source=\(source.width)x\(source.height)\n\(width) \(height)\n255\n"
        return Array(head.utf8) + rgb
    }

    /// The largest size within the box that keeps the sides' proportion; never larger than the source.
    static func fit(_ width: Double, _ height: Double, in box: Box, enlarging: Bool = false) -> Box {
        var scale = min(Double(box.width) / width, Double(box.height) / height)
        if !enlarging { scale = min(scale, 1) }
        return Box(
            width: min(max(Int((width * scale).rounded()), 1), box.width),
            height: min(max(Int((height * scale).rounded()), 1), box.height))
    }
}
