import APIClient
import Forms
import Glibc

/// A PDF of scanned pages: each page is the JPEG that the scanner made, as it is, on a page of its size.
enum ScannedPDF {
    /// What a JPEG says of itself, as far as a page needs it.
    struct Picture: Equatable {
        var width: Int
        var height: Int
        /// 1 for grey, 3 for colours.
        var components: Int
        /// Dots an inch.
        var density: Int?

        /// Nil for what is no JPEG that a scanner makes.
        init?(_ bytes: [UInt8]) {
            guard bytes.starts(with: [0xFF, 0xD8]) else { return nil }
            var at = 2
            var density: Int?
            func word(_ at: Int) -> Int { Int(bytes[at]) << 8 | Int(bytes[at + 1]) }
            while at + 4 <= bytes.count, bytes[at] == 0xFF {
                let (marker, length) = (bytes[at + 1], word(at + 2))
                guard length >= 2, at + 2 + length <= bytes.count else { return nil }
                switch marker {
                case 0xE0 where length >= 14 && bytes[(at + 4)...].starts(with: "JFIF\0".utf8):
                    if bytes[at + 11] == 1 { density = word(at + 12) }
                // Every frame but the marks that only look like one: tables and arithmetic conditions.
                case 0xC0...0xCF where ![0xC4, 0xC8, 0xCC].contains(marker):
                    guard length >= 8 else { return nil }
                    (height, width, components) = (word(at + 5), word(at + 7), Int(bytes[at + 9]))
                    self.density = density
                    guard width > 0, height > 0, components == 1 || components == 3 else { return nil }
                    return
                default: break
                }
                at += 2 + length
            }
            return nil
        }
    }

    /// Where a picture does not say its density: what pages are scanned at.
    private static let usual = PaperScanner.Settings().resolution ?? 200

    /// The document; nil where a page is no JPEG.
    static func make(_ pages: [[UInt8]]) -> [UInt8]? {
        var document = Array("%PDF-1.4\n%\u{E2}\u{E3}\u{CF}\u{D3}\n".utf8)
        var places: [Int] = []
        func begin(_ number: Int) {
            places.append(document.count)
            document += "\(number) 0 obj\n".utf8
        }
        func object(_ number: Int, _ text: String) {
            begin(number)
            document += "\(text)\nendobj\n".utf8
        }
        func stream(_ number: Int, _ entries: String, _ bytes: [UInt8]) {
            begin(number)
            document += "<< \(entries)/Length \(bytes.count) >>\nstream\n".utf8
            document += bytes
            document += "\nendstream\nendobj\n".utf8
        }
        object(1, "<< /Type /Catalog /Pages 2 0 R >>")
        let kids = pages.indices.map { "\(3 + 3 * $0) 0 R" }.joined(separator: " ")
        object(2, "<< /Type /Pages /Kids [\(kids)] /Count \(pages.count) >>")
        for (index, bytes) in pages.enumerated() {
            guard let picture = Picture(bytes) else { return nil }
            let number = 3 + 3 * index
            let density = picture.density.flatMap { $0 > 0 ? $0 : nil } ?? usual
            let (width, height) = (points(picture.width, density), points(picture.height, density))
            object(
                number,
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 \(width) \(height)] "
                    + "/Resources << /XObject << /P \(number + 2) 0 R >> >> /Contents \(number + 1) 0 R >>")
            stream(number + 1, "", Array("q \(width) 0 0 \(height) 0 0 cm /P Do Q".utf8))
            stream(
                number + 2,
                "/Type /XObject /Subtype /Image /Width \(picture.width) /Height \(picture.height) "
                    + "/ColorSpace /\(picture.components == 1 ? "DeviceGray" : "DeviceRGB") "
                    + "/BitsPerComponent 8 /Filter /DCTDecode ", bytes)
        }
        let table = document.count
        document += "xref\n0 \(places.count + 1)\n0000000000 65535 f \n".utf8
        for place in places {
            let digits = String(place)
            document += "\(String(repeating: "0", count: 10 - digits.count))\(digits) 00000 n \n".utf8
        }
        document += "trailer\n<< /Size \(places.count + 1) /Root 1 0 R >>\nstartxref\n\(table)\n%%EOF\n".utf8
        return document
    }

    /// A 72nd of an inch is the unit of a page.
    private static func points(_ dots: Int, _ density: Int) -> Int { max(1, dots * 72 / density) }

    /// Makes the file of some scanned pages, in a folder of its own.
    static func write(_ pages: [ScannedFile], into folder: String) throws(ScanError) -> ScannedFile {
        var pictures: [[UInt8]] = []
        for page in pages { pictures.append(try read(page.path)) }
        guard let document = make(pictures) else { throw .nothing }
        let limit = FileRule.largestBytes
        guard document.count <= limit else { throw .tooLarge(size: document.count, limit: limit) }
        let file = try PaperScanner.makePlace(for: .pdf, in: folder)
        guard write(document, to: file.path) else {
            let failure = FileFailure(errno: errno)
            file.remove()
            throw .file(failure)
        }
        return file
    }

    private static func read(_ path: RawPath) throws(ScanError) -> [UInt8] {
        let descriptor = path.withCString { open($0, O_RDONLY | O_CLOEXEC | O_NOFOLLOW) }
        guard descriptor >= 0 else { throw .file(FileFailure(errno: errno)) }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var part = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = Glibc.read(descriptor, &part, part.count)
            if count == 0 { return bytes }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw .file(FileFailure(errno: errno)) }
            bytes += part[..<count]
        }
    }

    private static func write(_ bytes: [UInt8], to path: RawPath) -> Bool {
        let descriptor = path.withCString { open($0, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600) }
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }
}
