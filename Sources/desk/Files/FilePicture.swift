/// A small picture of a file: a cell of the terminal shows two of its pixels, one above the other.
struct FilePicture: Hashable, Sendable {
    struct Colour: Hashable, Sendable {
        var red: UInt8
        var green: UInt8
        var blue: UInt8
    }

    let width: Int
    let height: Int
    /// From 1, and how many there are.
    let page: Int
    let pages: Int
    /// Before it was made smaller: pixels, or points of a PDF's page.
    let sourceWidth: Int
    let sourceHeight: Int
    private let rgb: ArraySlice<UInt8>
    /// Red, green and blue of all pixels, row by row.
    var bytes: [UInt8] { Array(rgb) }

    /// Reads what `desk-preview` writes: P6 of Netpbm with its line of comment. nil for anything else, and for a picture
    /// that is larger than was asked for: a decoder that a hostile file has taken over may write what it likes.
    init?(ppm bytes: [UInt8], columns: Int, rows: Int) {
        var rest = bytes[...]
        func line() -> String? {
            guard let end = rest.prefix(200).firstIndex(of: UInt8(ascii: "\n")) else { return nil }
            defer { rest = rest[(end + 1)...] }
            return String(validating: rest[..<end], as: UTF8.self)
        }
        func numbers(_ text: some StringProtocol, _ separator: Character) -> [Int] {
            text.split(separator: separator, omittingEmptySubsequences: false).map { Int($0) ?? -1 }
        }
        guard line() == "P6", let comment = line(), let size = line(), line() == "255" else { return nil }
        let parts = comment.split(separator: " ")
        guard parts.count == 4, parts[0] == "#", parts[1].hasPrefix("pages="), parts[2].hasPrefix("page="),
            parts[3].hasPrefix("source=")
        else { return nil }
        let (pages, page) = (Int(parts[1].dropFirst(6)) ?? 0, Int(parts[2].dropFirst(5)) ?? 0)
        let (sides, source) = (numbers(size, " "), numbers(parts[3].dropFirst(7), "x"))
        guard sides.count == 2, source.count == 2, (1...max(pages, 1)).contains(page), pages > 0,
            (1...max(columns, 1)).contains(sides[0]), (1...max(rows * 2, 1)).contains(sides[1]),
            source.allSatisfy({ $0 > 0 }), rest.count == sides[0] * sides[1] * 3
        else { return nil }
        (width, height) = (sides[0], sides[1])
        (self.page, self.pages) = (page, pages)
        (sourceWidth, sourceHeight) = (source[0], source[1])
        rgb = rest
    }

    /// Rows of cells.
    var rows: Int { (height + 1) / 2 }

    /// What a cell shows: nil below the last row of pixels.
    func cell(column: Int, row: Int) -> (upper: Colour, lower: Colour?)? {
        guard let upper = colour(column, row * 2) else { return nil }
        return (upper, colour(column, row * 2 + 1))
    }

    private func colour(_ x: Int, _ y: Int) -> Colour? {
        guard (0..<width).contains(x), (0..<height).contains(y) else { return nil }
        let place = rgb.startIndex + (y * width + x) * 3
        return Colour(red: rgb[place], green: rgb[place + 1], blue: rgb[place + 2])
    }
}
