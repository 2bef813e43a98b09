import Foundation
import Testing

@Suite("desk-preview as a program", .timeLimit(.minutes(10)))
struct PreviewTests {
    private static let program = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        .deletingLastPathComponent().appending(path: "desk-preview").path

    private func run(_ bytes: [UInt8], _ arguments: [String] = []) throws -> Run {
        try Run.program(Self.program, ["-"] + arguments, input: bytes)
    }

    /// Two by two: red, green, blue, white.
    private static let png = decoded(
        "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAEklEQVR42mP4z8DAAMIM/4EAAB/uBfvxq7p3AAAAAElFTkSuQmCC"
    )
    /// Two pixels: nothing, and a dark red of which half is to be seen.
    private static let clear = decoded(
        "iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAYAAAD0In+KAAAAD0lEQVR42mNgAIITDAwNAAOpAUmTNM3mAAAAAElFTkSuQmCC")
    /// The same four colours as `png`, without compression.
    private static let tiff: [UInt8] = {
        func entry(_ tag: UInt8, _ more: UInt8, _ type: UInt8, _ count: UInt8, _ value: UInt8) -> [UInt8] {
            [tag, more, type, 0, count, 0, 0, 0, value, 0, 0, 0]
        }
        let pixels: [UInt8] = [255, 0, 0, 0, 255, 0, 0, 0, 255, 255, 255, 255]
        let entries =
            entry(0, 1, 3, 1, 2) + entry(1, 1, 3, 1, 2) + entry(2, 1, 3, 3, 20) + entry(3, 1, 3, 1, 1)
            + entry(6, 1, 3, 1, 2) + entry(17, 1, 4, 1, 8) + entry(21, 1, 3, 1, 3) + entry(22, 1, 3, 1, 2)
            + entry(23, 1, 4, 1, 12)
        // Pixels at 8, bits of the samples at 20, the directory at 26.
        return [0x49, 0x49, 42, 0, 26, 0, 0, 0] + pixels + [8, 0, 8, 0, 8, 0] + [9, 0] + entries + [
            0, 0, 0, 0,
        ]
    }()

    /// A TIFF of pages of one pixel each, in either order of bytes; the second directory of three is a small copy.
    private static func tiff(_ colours: [[UInt8]], isLittle: Bool, copy: Int? = nil, last: Int = 0) -> [UInt8]
    {
        func number(_ value: Int, _ width: Int) -> [UInt8] {
            let digits = (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
            return isLittle ? digits : digits.reversed()
        }
        // Pixel, bits of the samples, directory of ten entries, the place of the next one.
        let length = 4 + 6 + 2 + 10 * 12 + 4
        var file = Array((isLittle ? "II" : "MM").utf8) + number(42, 2) + number(8 + 10, 4)
        for (index, colour) in colours.enumerated() {
            let start = 8 + index * length
            func entry(_ tag: Int, _ type: Int, _ count: Int, _ value: Int) -> [UInt8] {
                let field =
                    type == 3 && count == 1 ? number(value, 2) + [0, 0] : number(value, 4)
                return number(tag, 2) + number(type, 2) + number(count, 4) + field
            }
            file += colour + [0] + number(8, 2) + number(8, 2) + number(8, 2) + number(10, 2)
            file += entry(254, 4, 1, index == copy ? 1 : 0) + entry(256, 3, 1, 1) + entry(257, 3, 1, 1)
            file += entry(258, 3, 3, start + 4) + entry(259, 3, 1, 1) + entry(262, 3, 1, 2)
            file += entry(273, 4, 1, start) + entry(277, 3, 1, 3) + entry(278, 3, 1, 1) + entry(279, 4, 1, 3)
            file += number(index + 1 < colours.count ? start + length + 10 : last, 4)
        }
        return file
    }

    @Test("UP-2 the pages of a TIFF, one by one, in either order of bytes", arguments: [true, false])
    func tiffPages(isLittle: Bool) throws {
        let colours: [[UInt8]] = [[255, 0, 0], [0, 255, 0], [0, 0, 255]]
        let file = Self.tiff(colours, isLittle: isLittle)
        for (index, colour) in colours.enumerated() {
            let (comment, size, rgb) = try picture(try run(file, ["--page=\(index + 1)"]))
            #expect(comment == "# pages=3 page=\(index + 1) source=1x1" && size == "1 1")
            #expect(rgb == colour)
        }
        let missing = try run(file, ["--page=4"])
        #expect(missing.status == 64 && missing.errors.contains("có 3 trang"))
    }

    @Test("UP-2 a small copy inside a TIFF is no page of it")
    func tiffCopy() throws {
        let file = Self.tiff([[255, 0, 0], [0, 255, 0], [0, 0, 255]], isLittle: true, copy: 1)
        let (comment, _, rgb) = try picture(try run(file, ["--page=2"]))
        #expect(comment == "# pages=2 page=2 source=1x1" && rgb == [0, 0, 255])
    }

    @Test(
        "UP-2 a TIFF whose chain of pages goes in a circle or out of the file ends",
        arguments: [18, 1 << 30, 4])
    func tiffCircle(last: Int) throws {
        let file = Self.tiff([[255, 0, 0], [0, 255, 0]], isLittle: true, last: last)
        #expect(try picture(try run(file, ["--page=2"])).comment == "# pages=2 page=2 source=1x1")
        #expect(try run(file, ["--page=3"]).status == 64)
    }

    private static func decoded(_ base64: String) -> [UInt8] {
        Data(base64Encoded: base64).map(Array.init) ?? []
    }

    /// The comment, the size and the pixels of a P6.
    private func picture(_ run: Run) throws -> (comment: String, size: String, rgb: [UInt8]) {
        #expect(run.status == 0, "\(run.errors)")
        let lines = run.output.split(separator: 10, maxSplits: 4, omittingEmptySubsequences: false)
        try #require(lines.count == 5)
        let head = lines[..<4].map { String(decoding: $0, as: UTF8.self) }
        #expect(head[0] == "P6" && head[3] == "255")
        return (head[1], head[2], Array(lines[4]))
    }

    /// A PDF of some pages, each of one colour, 200 × 100 points.
    private static func pdf(
        _ colours: [String] = ["1 0 0", "0 0 1"], box: String = "0 0 200 100", content: String? = nil,
        more: String = ""
    ) -> [UInt8] {
        var objects = ["<< /Type /Catalog /Pages 2 0 R >>"]
        let kids = colours.indices.map { "\(3 + $0 * 2) 0 R" }.joined(separator: " ")
        objects.append("<< /Type /Pages /Kids [\(kids)] /Count \(colours.count) >>")
        for (index, colour) in colours.enumerated() {
            let drawing = content ?? "\(colour) rg 0 0 200 100 re f"
            objects.append(
                "<< /Type /Page /Parent 2 0 R /MediaBox [\(box)] /Contents \(4 + index * 2) 0 R "
                    + "/Resources << /XObject << /F 99 0 R >> >> >>")
            objects.append("<< /Length \(drawing.utf8.count) >>\nstream\n\(drawing)\nendstream")
        }
        var text = "%PDF-1.4\n"
        var places: [Int] = []
        for (index, object) in objects.enumerated() {
            places.append(text.utf8.count)
            text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
        }
        let start = text.utf8.count
        text += "xref\n0 \(places.count + 1)\n0000000000 65535 f \n"
        for place in places {
            text += String(repeating: "0", count: 10 - String(place).count) + "\(place) 00000 n \n"
        }
        text += "trailer\n<< /Size \(places.count + 1) /Root 1 0 R \(more) >>\nstartxref\n\(start)\n%%EOF\n"
        return Array(text.utf8)
    }

    @Test("UP-1 a PNG and a TIFF keep their colours", arguments: [png, tiff])
    func colours(bytes: [UInt8]) throws {
        let (comment, size, rgb) = try picture(try run(bytes))
        #expect(comment == "# pages=1 page=1 source=2x2" && size == "2 2")
        #expect(rgb == [255, 0, 0, 0, 255, 0, 0, 0, 255, 255, 255, 255])
    }

    @Test("UP-1 what is transparent lies on white")
    func transparent() throws {
        let (_, size, rgb) = try picture(try run(Self.clear))
        #expect(size == "2 1" && rgb[..<3] == [255, 255, 255])
        #expect(abs(Int(rgb[3]) - 227) <= 1 && abs(Int(rgb[4]) - 127) <= 1)
    }

    @Test(
        "UP-1 a picture fits into the cells, keeps its proportion and is not made larger",
        arguments: [
            (["--columns=80", "--rows=24"], "80 48"), (["--columns", "10", "--rows", "100"], "10 10"),
            (["--columns=500", "--rows=500"], "500 500"), (["--columns=1", "--rows=1"], "1 1"),
        ])
    func fitting(arguments: [String], size: String) throws {
        // A square page, drawn at any size.
        let found = try picture(try run(Self.pdf(["0 1 0"], box: "0 0 100 100"), arguments)).size
        let expected = size == "80 48" ? "48 48" : size
        #expect(found == expected)
        #expect(try picture(try run(Self.png, arguments)).size == (size == "1 1" ? "1 1" : "2 2"))
    }

    @Test("UP-1 the pages of a PDF, one by one")
    func pages() throws {
        for (page, colour) in [(1, [255, 0, 0]), (2, [0, 0, 255])] as [(Int, [UInt8])] {
            let (comment, size, rgb) = try picture(
                try run(Self.pdf(), ["--columns=20", "--rows=20", "--page=\(page)"]))
            #expect(comment == "# pages=2 page=\(page) source=200x100" && size == "20 10")
            #expect(rgb == Array([[UInt8]](repeating: colour, count: 200).joined()))
        }
        let missing = try run(Self.pdf(), ["--page=3"])
        #expect(missing.status == 64 && missing.errors.contains("có 2 trang"))
        #expect(try run(Self.png, ["--page=2"]).status == 64)
    }

    @Test("UP-1 photographs and scans as other programs write them", arguments: ["-jpeg", "-png", "-tiff"])
    func others(option: String) throws {
        let folder = try TemporaryFolder()
        try folder.write(Self.pdf(["0 0 1"]), "a.pdf")
        try Run.program(
            "pdftoppm", ["-r", "300", "-singlefile", option, folder.url("a.pdf").path, folder.url("b").path])
        let name = try #require(try folder.names.first { $0.hasPrefix("b") })
        let (comment, size, rgb) = try picture(
            try Run.program(Self.program, [folder.url(name).path, "--columns=40", "--rows=40"]))
        #expect(comment.hasPrefix("# pages=1 page=1 source=83") && size == "40 20")
        #expect(rgb[0] < 10 && rgb[1] < 10 && rgb[2] > 245)
    }

    @Test("UP-1 a photograph that was turned is upright")
    func turned() throws {
        let folder = try TemporaryFolder()
        try folder.write(Self.pdf(["0 0 1"]), "a.pdf")
        try Run.program(
            "pdftoppm", ["-r", "72", "-singlefile", "-jpeg", folder.url("a.pdf").path, folder.url("b").path])
        let plain = try folder.read("b.jpg")
        // Exif with one entry: orientation 6, a quarter turn.
        let exif: [UInt8] =
            Array("Exif\u{0}\u{0}".utf8) + [0x4D, 0x4D, 0, 42, 0, 0, 0, 8, 0, 1]
            + [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0]
        let length = exif.count + 2
        let turned = plain[..<2] + [0xFF, 0xE1, 0, UInt8(length)] + exif + plain[2...]
        let (comment, size, _) = try picture(try run(Array(turned), ["--columns=40", "--rows=40"]))
        #expect(comment.hasSuffix("source=100x200") && size == "40 80")
    }

    @Test("UP-1 a file that ends too early ends nothing but its preview", arguments: [png, tiff, pdf()])
    func cutShort(bytes: [UInt8]) throws {
        for count in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 12)) {
            let run = try run(Array(bytes[..<count]))
            #expect([0, 65, 69].contains(run.status), "\(count): \(run.status) \(run.errors)")
            if run.status != 0 { #expect(run.output.isEmpty && run.errors.hasPrefix("desk-preview: ")) }
        }
    }

    @Test(
        "UP-1 bytes that were changed by chance never hang it or make it say nothing",
        arguments: [png, tiff, pdf()])
    func fuzzed(bytes: [UInt8]) throws {
        var value: UInt64 = 7
        for _ in 1...25 {
            var broken = bytes
            for _ in 1...4 {
                value = value &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                broken[Int(value >> 33) % broken.count] = UInt8(truncatingIfNeeded: value >> 20)
            }
            let run = try run(broken)
            #expect([0, 64, 65, 69, 70, 77, 79].contains(run.status), "\(run.status) \(run.errors)")
        }
    }

    static let noPictures: [([UInt8], Int32)] = [
        (Array("xin chào".utf8), 69), ([], 65), ([0x7F, 0x45, 0x4C, 0x46, 0], 69),
        (Array("%PDF-1.7 and nothing more".utf8), 65), ([0xFF, 0xD8, 0xFF, 0xE0], 65),
        (Array("<svg xmlns='http://www.w3.org/2000/svg'/>".utf8), 69), (Array("P6\n1 1\n255\nabc".utf8), 69),
        (Array("GIF89a".utf8), 69),
    ]

    @Test(
        "UP-1 what is no picture is named",
        arguments: noPictures)
    func noPicture(bytes: [UInt8], status: Int32) throws {
        let run = try run(bytes)
        #expect(run.status == status && run.output.isEmpty, "\(run.status) \(run.errors)")
    }

    @Test("UP-1 a PDF with a password is named")
    func locked() throws {
        let words = "<" + String(repeating: "41", count: 32) + ">"
        let run = try run(
            Self.pdf(
                more: "/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O \(words) /U \(words) >> "
                    + "/ID [<41414141> <41414141>]"))
        #expect(run.status == 77 && run.errors.contains("mật khẩu"), "\(run.status) \(run.errors)")
    }

    @Test("UP-1 a picture that claims more pixels than are looked at is refused before it is decoded")
    func tooManyPixels() throws {
        var png = Self.png
        png.replaceSubrange(16..<24, with: [0, 0, 0xEA, 0x60, 0, 0, 0xEA, 0x60])
        // The checksum of the head, so that the size is believed.
        var crc: UInt32 = 0xFFFF_FFFF
        for byte in png[12..<29] {
            crc ^= UInt32(byte)
            for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
        }
        crc ^= 0xFFFF_FFFF
        png.replaceSubrange(29..<33, with: (0..<4).map { UInt8(truncatingIfNeeded: crc >> (24 - 8 * $0)) })
        let run = try run(png)
        #expect(run.status == 79 && run.errors.contains("triệu điểm"), "\(run.status) \(run.errors)")
    }

    @Test("UP-1 more than 20 MiB is not looked at")
    func tooLarge() throws {
        let run = try run(Self.png + [UInt8](repeating: 0, count: 20 << 20))
        #expect(run.status == 79 && run.errors.contains("20 MiB"))
    }

    @Test(
        "UP-1 pages of too much are refused",
        arguments: ["0 0 1000000000 1000000000", "0 0 1 99999999", "0 0 20001 10"])
    func pageSizes(box: String) throws {
        let run = try run(Self.pdf(["1 0 0"], box: box))
        #expect(run.status == 65, "\(run.status)")
    }

    @Test("UP-1 a very long page is a line of one pixel")
    func longPage() throws {
        #expect(try picture(try run(Self.pdf(["1 0 0"], box: "0 0 1 14400"))).size == "1 48")
    }

    @Test("UP-1 a file that would take for ever is ended by its seconds of the processor")
    func endless() throws {
        let folder = try TemporaryFolder()
        let drawing = String(repeating: "0 0 m 200 100 l 3 w S ", count: 400_000)
        try folder.write(Self.pdf(["1 0 0"], content: "0.1 g " + drawing), "a.pdf")
        let run = try Run.program(
            "sh", ["-c", "ulimit -t 1; exec \"$0\" \"$1\"", Self.program, folder.url("a.pdf").path])
        #expect([SIGKILL, SIGXCPU].contains(run.status), "\(run.status) \(run.errors)")
    }

    @Test("UP-1 it confines itself before it reads anything")
    func confined() throws {
        let folder = try TemporaryFolder()
        // It waits for its input meanwhile.
        let script = """
            mkfifo "$1"; "$0" - < "$1" > /dev/null 2>&1 & exec 3> "$1"
            all='^Max (cpu time *10 |file size *4194304 |core file size *0 *0 )'
            until [ "$(grep -cE "$all" /proc/$!/limits)" = 3 ]; do :; done
            cat /proc/$!/limits; exec 3>&-; wait
            """
        let run = try Run.program("sh", ["-c", script, Self.program, folder.url("pipe").path])
        let lines = run.text.split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }
        #expect(lines.contains { $0.hasPrefix("Max address space 1073741824 1073741824 ") }, "\(run.text)")
        #expect(lines.contains { $0.hasPrefix("Max file size 4194304 4194304 ") })
        #expect(lines.contains { $0.hasPrefix("Max core file size 0 0 ") })
    }

    @Test(
        "wrong options end with 64",
        arguments: [
            [], ["--nope"], ["a", "b"], ["-", "--columns"], ["-", "--columns=0"], ["-", "--rows=501"],
            ["-", "--page=x"], [""], ["-", "--rows=-1"],
        ])
    func usage(arguments: [String]) throws {
        let run = try Run.program(Self.program, arguments, input: Self.png)
        #expect(
            run.status == 64 && run.output.isEmpty && run.errors.hasPrefix("desk-preview: "), "\(run.errors)")
    }

    @Test("--help explains itself, and a file that is not there ends with 66")
    func help() throws {
        let run = try Run.program(Self.program, ["--help"])
        #expect(run.status == 0 && run.text.contains("--columns"))
        let missing = try Run.program(Self.program, ["/none/\u{1B}[2J"])
        #expect(missing.status == 66 && !missing.errors.contains("\u{1B}"))
        let full = try Run.program(
            "sh", ["-c", "exec \"$0\" - > /dev/full", Self.program], input: Self.png)
        #expect(full.status == 74)
    }
}
