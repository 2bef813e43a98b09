/// A picture as rows of red, green and blue, one byte each.
public struct PixelImage: Hashable, Sendable {
    public let width: Int
    public let height: Int
    /// Three bytes a pixel, row by row from the top left.
    public let rgb: [UInt8]

    /// Nil where there are not `width × height × 3` bytes.
    public init?(width: Int, height: Int, rgb: [UInt8]) {
        guard width > 0, height > 0, width <= 1 << 15, height <= 1 << 15, rgb.count == width * height * 3
        else { return nil }
        self.width = width
        self.height = height
        self.rgb = rgb
    }

    /// One pixel: red, green, blue.
    public subscript(x: Int, y: Int) -> (red: UInt8, green: UInt8, blue: UInt8) {
        let at = (y * width + x) * 3
        return (rgb[at], rgb[at + 1], rgb[at + 2])
    }

    /// The largest size within the given one that keeps the picture's shape; never larger than the picture.
    public func fitted(columns: Int, rows: Int) -> (width: Int, height: Int) {
        guard columns > 0, rows > 0 else { return (0, 0) }
        guard width > columns || height > rows else { return (width, height) }
        if width * rows >= height * columns { return (columns, max(1, height * columns / width)) }
        return (max(1, width * rows / height), rows)
    }

    /// The same picture smaller: each pixel the mean of those that it stands for.
    public func scaled(width: Int, height: Int) -> PixelImage? {
        guard width > 0, height > 0, width <= self.width, height <= self.height else { return nil }
        var result: [UInt8] = []
        result.reserveCapacity(width * height * 3)
        for y in 0..<height {
            let rows = Self.part(y, of: height, in: self.height)
            for x in 0..<width {
                let columns = Self.part(x, of: width, in: self.width)
                var sums = (0, 0, 0)
                for row in rows {
                    for column in columns {
                        let pixel = self[column, row]
                        sums.0 += Int(pixel.red)
                        sums.1 += Int(pixel.green)
                        sums.2 += Int(pixel.blue)
                    }
                }
                let count = rows.count * columns.count
                for sum in [sums.0, sums.1, sums.2] { result.append(UInt8(sum / count)) }
            }
        }
        return PixelImage(width: width, height: height, rgb: result)
    }

    /// The pixels that one of fewer stands for.
    private static func part(_ index: Int, of count: Int, in whole: Int) -> Range<Int> {
        let start = index * whole / count
        return start..<max(start + 1, (index + 1) * whole / count)
    }
}
