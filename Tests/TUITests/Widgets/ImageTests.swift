import TUITesting
import Testing

@testable import TUI

@Suite struct ImageTests {
    private func image(_ width: Int, _ height: Int, _ colour: (Int, Int) -> [UInt8]) -> PixelImage? {
        let rgb = (0..<height).flatMap { y in (0..<width).flatMap { x in colour(x, y) } }
        return PixelImage(width: width, height: height, rgb: rgb)
    }

    @Test("UP-2 a picture is shown in half-block cells, two pixels in each")
    func halfBlocks() throws {
        let image = try #require(image(2, 3) { x, y in x == 0 ? [255, 0, 0] : [0, 0, UInt8(y) * 100] })
        let drawn = canvas(4, 2) { ImageView.draw(image, into: &$0, area: $0.bounds) }
        expectScreen(drawn, " ▀▀\n ▀▀")
        let red = try #require(drawn[Point(1, 0)].pixels)
        #expect(red.above == 196 && red.below == 196)
        let last = try #require(drawn[Point(1, 1)].pixels)
        #expect(last.above == 196 && last.below == 16, "below the last row the ground is black")
        let blue = try #require(drawn[Point(2, 0)].pixels)
        #expect(blue.above == 16 && blue.below == 17)
        #expect(drawn[Point(0, 0)].pixels == nil)
    }

    @Test(arguments: [
        (100, 50, 20, 40, 20, 10), (50, 100, 20, 40, 20, 40), (3, 3, 20, 40, 3, 3), (900, 1, 9, 9, 9, 1),
    ])
    func pictureKeepsItsShape(w: Int, h: Int, columns: Int, rows: Int, width: Int, height: Int) throws {
        let image = try #require(image(w, h) { _, _ in [9, 9, 9] })
        let size = image.fitted(columns: columns, rows: rows)
        #expect(size.width == width && size.height == height)
        let small = try #require(image.scaled(width: width, height: height))
        #expect(small.rgb.allSatisfy { $0 == 9 })
    }

    @Test func scalingTakesTheMean() throws {
        let image = try #require(image(2, 2) { x, y in x == y ? [200, 100, 0] : [0, 100, 50] })
        #expect(image.scaled(width: 1, height: 1)?.rgb == [100, 100, 25])
    }

    @Test("WC-1 without colour the light of a cell is seen as shades")
    func shades() {
        let blocks = stride(from: 0, through: 255, by: 51).map {
            PixelShade.scalar(light: $0, isASCII: false)
        }
        #expect(blocks == [" ", " ", "░", "▒", "▓", "█"])
        #expect(PixelShade.scalar(light: 0, isASCII: true) == " ")
        #expect(PixelShade.scalar(light: 300, isASCII: true) == "@")
    }

    /// Every colour of the palette from 16 on is its own nearest.
    @Test func coloursOfThePaletteAreKept() {
        for index in UInt8(16)...255 {
            let colour = Palette.rgb(index)
            let found = Palette.rgb(
                Palette.index((UInt8(colour.red), UInt8(colour.green), UInt8(colour.blue))))
            let distance =
                abs(found.red - colour.red) + abs(found.green - colour.green)
                + abs(found.blue - colour.blue)
            #expect(distance <= 12, "\(index)")
        }
    }

    @Test func wrongSizesAreNoPictures() {
        #expect(PixelImage(width: 2, height: 2, rgb: [1, 2, 3]) == nil)
        #expect(PixelImage(width: 0, height: 0, rgb: []) == nil)
        #expect(PixelImage(width: -1, height: -1, rgb: [1, 2, 3]) == nil)
    }

    @Test func aCanvasKnowsOfItsPicture() throws {
        let image = try #require(image(2, 2) { _, _ in [1, 2, 3] })
        var drawn = canvas(4, 2) { ImageView.draw(image, into: &$0, area: $0.bounds) }
        #expect(drawn.hasPixels)
        let other = canvas(9, 9) { $0.place(drawn, at: .zero) }
        #expect(other.hasPixels && !canvas(4, 2) { _ in }.hasPixels)
        drawn.clear()
        #expect(!drawn.hasPixels)
        let panel = ImagePanel(title: "a", image: image)
        let wide = try #require(self.image(4000, 3000) { _, _ in [0, 0, 0] })
        let area = ImagePanel(title: "a", image: wide).area(in: Rect(Size(columns: 300, rows: 100)))
        #expect(area.columns <= 98 && area.rows <= 42)
        #expect(panel.area(in: Rect(Size(columns: 300, rows: 100))).rows == 3)
    }

    @Test func drawnAtAnySize() throws {
        let image = try #require(image(31, 17) { x, y in [UInt8(x), UInt8(y), 0] })
        let panel = ImagePanel(title: "ảnh.png", image: image)
        for columns in 0...40 {
            for rows in 0...12 {
                _ = canvas(columns, rows) {
                    panel.draw(into: &$0, in: $0.bounds, context: ScreenContext(size: $0.size))
                }
            }
        }
    }
}
