import APIClient
import Forms
import FoundationEssentials
import Glibc
import TUI
import Testing

@testable import desk

/// The PDF that scanned pages make.
@Suite("A PDF of scanned pages") struct ScannedPDFTests {
    /// The head of a JPEG: JFIF with a density, then a frame.
    private static func jpeg(
        width: Int, height: Int, components: UInt8 = 3, density: Int? = 100, frame: UInt8 = 0xC0
    ) -> [UInt8] {
        var bytes: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0, 0, 16] + Array("JFIF\0".utf8) + [1, 1]
        bytes += density.map { [1, UInt8($0 >> 8), UInt8($0 & 255)] } ?? [0, 0, 1]
        bytes += [0, 1, 0, 0]
        bytes += [0xFF, frame, 0, UInt8(8 + 3 * Int(components)), 8]
        bytes += [UInt8(height >> 8), UInt8(height & 255), UInt8(width >> 8), UInt8(width & 255), components]
        bytes += (0..<components).flatMap { [$0 + 1, 0x11, 0] }
        return bytes + [0xFF, 0xD9]
    }

    @Test("UP-1 a picture says its size, its colours and its density")
    func picture() {
        let colour = ScannedPDF.Picture(Self.jpeg(width: 850, height: 1100))
        #expect(colour?.width == 850 && colour?.height == 1100)
        #expect(colour?.components == 3 && colour?.density == 100)
        let grey = ScannedPDF.Picture(
            Self.jpeg(width: 8, height: 9, components: 1, density: nil, frame: 0xC2))
        #expect(grey?.components == 1 && grey?.density == nil)
    }

    @Test(
        "UP-1 what is no picture of a scanner makes no page",
        arguments: [
            [], Array("%PDF-1.4".utf8), [0xFF, 0xD8], [0xFF, 0xD8, 0xFF, 0xC0, 0, 1],
            [0xFF, 0xD8, 0xFF, 0xE0, 0xFF, 0xFF, 1], Array(jpeg(width: 8, height: 8).prefix(28)),
            jpeg(width: 0, height: 8), jpeg(width: 8, height: 8, components: 4),
            jpeg(width: 8, height: 8, frame: 0xC4),
        ])
    func noPicture(bytes: [UInt8]) {
        #expect(ScannedPDF.Picture(bytes) == nil)
        #expect(ScannedPDF.make([bytes]) == nil)
    }

    @Test("UP-1 every page has its own size, and every object stands where the table says")
    func document() throws {
        let pages = [
            Self.jpeg(width: 850, height: 1100),
            Self.jpeg(width: 400, height: 200, components: 1, density: 200),
        ]
        let bytes = try #require(ScannedPDF.make(pages))
        #expect(FileType(content: bytes) == .pdf)
        let text = String(decoding: bytes.map { $0 < 128 ? $0 : 0x3F }, as: UTF8.self)
        #expect(text.contains("/Kids [3 0 R 6 0 R] /Count 2"))
        #expect(text.contains("/MediaBox [0 0 612 792]") && text.contains("/MediaBox [0 0 144 72]"))
        #expect(text.contains("/DeviceRGB") && text.contains("/DeviceGray"))
        let table = try #require(text.split(separator: "startxref\n").last?.split(separator: "\n").first)
        let rows = Array(bytes[try #require(Int(table))...]).split(separator: 0x0A)
        for number in 1...8 {
            let row = String(decoding: rows[2 + number], as: UTF8.self)
            let place = try #require(Int(row.prefix(10)))
            #expect(bytes[place...].starts(with: "\(number) 0 obj".utf8), "\(row)")
        }
    }
}
