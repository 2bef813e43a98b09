import APIClient
import Forms
import TUI
import Testing

@testable import desk

/// What is in a file, for the screen; the file itself is never trusted.
@Suite(.timeLimit(.minutes(10))) struct FilePreviewTests {
    private let place: ScratchFolder

    init() throws {
        place = try ScratchFolder()
    }

    /// Two by two: red, green, blue, white.
    private static let png: [UInt8] = [
        0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 2, 0, 0,
        0, 2, 8,
        2, 0, 0, 0, 0xFD, 0xD4, 0x9A, 0x73, 0, 0, 0, 18, 0x49, 0x44, 0x41, 0x54, 0x78, 0xDA, 0x63, 0xF8, 0xCF,
        0xC0,
        0xC0, 0x00, 0xC2, 0x0C, 0xFF, 0x81, 0x00, 0x00, 0x1F, 0xEE, 0x05, 0xFB, 0xF1, 0xAB, 0xBA, 0x77, 0, 0,
        0, 0,
        0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82,
    ]

    private func fake(_ lines: String) throws -> FilePreview {
        let program = try place.script("desk-preview", lines)
        return FilePreview(find: { _ in program })
    }

    @Test("UP-1 a picture as cells of two pixels, from a file whose name is no text")
    func picture() async throws {
        let path = try place.write(Self.png, [0xFF, 0x0A] + Array(".png".utf8))
        let picture = try await FilePreview().picture(of: path, columns: 40, rows: 10)
        #expect(picture.width == 2 && picture.height == 2 && picture.rows == 1 && picture.pages == 1)
        #expect(picture.sourceWidth == 2 && picture.sourceHeight == 2)
        let cell = try #require(picture.cell(column: 1, row: 0))
        #expect(cell.upper == FilePicture.Colour(red: 0, green: 255, blue: 0))
        #expect(cell.lower == FilePicture.Colour(red: 255, green: 255, blue: 255))
        #expect(picture.cell(column: 2, row: 0) == nil && picture.cell(column: 0, row: 1) == nil)
    }

    @Test("UP-1 an odd height has a half cell at the end")
    func odd() throws {
        let picture = try #require(
            FilePicture(
                ppm: Array("P6\n# pages=9 page=2 source=7x8\n1 3\n255\nabcdefghi".utf8), columns: 1, rows: 2))
        #expect(picture.rows == 2 && picture.page == 2 && picture.pages == 9)
        #expect(picture.cell(column: 0, row: 1)?.lower == nil)
        #expect(picture.cell(column: 0, row: 1)?.upper == FilePicture.Colour(red: 103, green: 104, blue: 105))
    }

    @Test(
        "UP-1 a decoder that was taken over is not believed",
        arguments: [
            "", "P6", "P5\n# pages=1 page=1 source=1x1\n1 1\n255\nabc", "P6\n1 1\n255\nabc",
            "P6\n# pages=1 page=1 source=1x1\n1 1\n255\nab",
            "P6\n# pages=1 page=1 source=1x1\n1 1\n255\nabcd",
            "P6\n# pages=1 page=1 source=1x1\n99 99\n255\nabc",
            "P6\n# pages=1 page=1 source=1x1\n-1 -1\n255\nabc",
            "P6\n# pages=1 page=2 source=1x1\n1 1\n255\nabc",
            "P6\n# pages=0 page=0 source=1x1\n1 1\n255\nabc",
            "P6\n# pages=1 page=1 source=0x1\n1 1\n255\nabc",
            "P6\n# pages=1 page=1 source=1x1\n1 1\n65535\nabc",
            "P6\n# pages=x page=1 source=1x1 y\n1 1\n255\nabc",
            "P6\n# pages=1 page=1 source=1x1\n1 1 1\n255\nabc",
            "P6\n# pages=1 page=1 source=1x1\n1 4611686018427387905\n255\nabc",
        ])
    func rubbish(text: String) async throws {
        #expect(FilePicture(ppm: Array(text.utf8), columns: 10, rows: 10) == nil)
    }

    @Test(
        "UP-1 what the program says by its exit code is told",
        arguments: [
            ("exit 64", FilePreview.Failure.noSuchPage), ("exit 65", .damaged), ("exit 69", .unknownKind),
            ("exit 77", .locked), ("exit 79", .tooLarge), ("kill -SEGV $$", .broken(139)),
            ("kill -XCPU $$", .timedOut),
            ("exit 70", .broken(70)), ("echo P6", .broken(0)), ("exec cat /dev/zero", .timedOut),
        ])
    func failures(script: String, expected: FilePreview.Failure) async throws {
        let preview = try fake(script)
        let path = try place.write(Self.png, "a.png")
        await #expect(throws: expected) { _ = try await preview.picture(of: path, columns: 4, rows: 4) }
    }

    @Test("UP-1 the program gets the file open, and nothing of its name")
    func arguments() async throws {
        let preview = try fake(
            "[ \"$*\" = '- --columns=4 --rows=5 --page=2' ] || exit 65\n[ $(wc -c) = \(Self.png.count) ] || exit 69\nexit 77"
        )
        let path = try place.write(Self.png, "--help")
        await #expect(throws: FilePreview.Failure.locked) {
            _ = try await preview.picture(of: path, page: 2, columns: 4, rows: 5)
        }
    }

    @Test("UP-1 without the program, or without the file, that is what is said")
    func missing() async throws {
        let path = try place.write(Self.png, "a.png")
        await #expect(throws: FilePreview.Failure.programMissing) {
            _ = try await FilePreview(find: { _ in nil }).picture(of: path, columns: 4, rows: 4)
        }
        let none = try #require(place.path.appending("none".utf8))
        await #expect(throws: FilePreview.Failure.file(.vanished)) {
            _ = try await FilePreview().picture(of: none, columns: 4, rows: 4)
        }
        await #expect(throws: FilePreview.Failure.file(.folder)) {
            _ = try await FilePreview().picture(of: place.path, columns: 4, rows: 4)
        }
    }

    @Test("UP-1 text is shown line by line, cleaned and cut")
    func text() throws {
        let preview = FilePreview()
        let path = try place.write(Array("Dòng một\r\nhai\tba\n".utf8), "a.txt")
        var text = try preview.text(of: path)
        #expect(text.lines.map(\.string) == ["Dòng một", "hai ba", ""] && !text.isCut)
        text = try preview.text(of: path, lines: 1)
        #expect(text.lines.map(\.string) == ["Dòng một"] && text.isCut)
        let long = try place.write(Array(String(repeating: "ệ\u{202E}", count: 40_000).utf8), "b.txt")
        text = try preview.text(of: long)
        #expect(text.isCut && text.lines.count == 1)
        #expect(text.lines[0].string.unicodeScalars.allSatisfy { $0 != "\u{202E}" })
        // 64 KiB end in the middle of a letter, which is left out.
        #expect(text.lines[0].string.count { $0 == "ệ" } == (64 << 10) / 6 + 1)
        #expect(throws: FilePreview.Failure.unknownKind) {
            try preview.text(of: try place.write(Array("a\u{1B}[2J".utf8), "c.txt"))
        }
        #expect(throws: FilePreview.Failure.unknownKind) {
            try preview.text(of: try place.write(Self.png, "d.txt"))
        }
        #expect(try FilePreview.kind(of: long) == .text && FilePreview.kind(of: path) == .text)
        #expect(try FilePreview.kind(of: try place.write(Self.png, "e.txt")) == .png)
        #expect(try FilePreview.kind(of: try place.write([0], "f.pdf")) == nil)
    }
}
