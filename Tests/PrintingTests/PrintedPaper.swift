import Foundation
import Models
import Testing

/// A paper that went through `desk-print`, read back with other people's tools.
final class PrintedPaper {
    private let folder: TemporaryFolder
    let pdf: String

    init(_ paper: some PrintablePaper, _ options: [String] = []) throws {
        folder = try TemporaryFolder()
        pdf = folder.url("paper.pdf").path
        let kind =
            paper is DeclarationDocument
            ? ["--declaration"]
            : paper is RegisterDocument
                ? ["--register"]
                : paper is ReceiptDocument
                    ? ["--receipt"]
                    : paper is ManifestDocument
                        ? ["--manifest"] : paper is ShipmentLabels ? ["--labels"] : []
        let run = try Run.program(
            Run.deskPrint, kind + options + ["--output", pdf], input: try paper.json())
        try #require(run.status == 0, "\(run.errors)")
    }

    /// What `pdfinfo` says of a key: "Pages", "Page size", "Title".
    func info(_ key: String) throws -> String? {
        try Run.program("pdfinfo", [pdf]).text.split(separator: "\n")
            .first { $0.hasPrefix(key + ":") }
            .map { $0.dropFirst(key.count + 1).trimmingCharacters(in: .whitespaces) }
    }

    var pageCount: Int {
        get throws { Int(try info("Pages") ?? "") ?? 0 }
    }

    /// Laid out as on paper; pages end with a form feed.
    func layout() throws -> String {
        try Run.program("pdftotext", ["-layout", pdf, "-"]).text
    }

    /// The words of one page, 1 … n, or of all, in reading order with one blank between them.
    func words(page: Int? = nil) throws -> String {
        let range = page.map { ["-f", "\($0)", "-l", "\($0)"] } ?? []
        return try Run.program("pdftotext", range + [pdf, "-"]).text
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// The words in the order in which they were drawn, with one blank between them.
    func drawnWords() throws -> String {
        try Run.program("pdftotext", ["-raw", pdf, "-"]).text
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// What a reader sees on a page at 200 dots an inch: "CODE-128:…", "QR-Code:…".
    func symbols(page: Int) throws -> [String] {
        let picture = folder.url("page-\(page)").path
        try Run.program(
            "pdftoppm", ["-r", "200", "-f", "\(page)", "-l", "\(page)", "-singlefile", "-png", pdf, picture])
        return try Run.program("zbarimg", ["-q", picture + ".png"]).text
            .split(separator: "\n").map(String.init).sorted()
    }

    /// Each font's line of `pdffonts`.
    func fonts() throws -> [[Substring]] {
        try Run.program("pdffonts", [pdf]).text.split(separator: "\n").dropFirst(2).map {
            $0.split(separator: " ")
        }
    }

    /// Where each piece of the text that reads so ends, in points from the left.
    func ends(of word: String) throws -> [Double] {
        try Run.program("pdftotext", ["-bbox", pdf, "-"]).text.split(separator: "\n").compactMap { line in
            guard line.contains(">\(word)</word>") else { return nil }
            return line.components(separatedBy: "xMax=\"").last.flatMap { Double($0.prefix { $0 != "\"" }) }
        }
    }

    /// The box that holds all words of all pages, in points: left, top, right, bottom.
    func extent() throws -> (left: Double, top: Double, right: Double, bottom: Double) {
        let text = try Run.program("pdftotext", ["-bbox", pdf, "-"]).text
        func values(_ key: String) -> [Double] {
            text.components(separatedBy: "<word ").dropFirst().compactMap { word in
                word.components(separatedBy: "\(key)=\"").dropFirst().first
                    .flatMap { Double($0.prefix { $0 != "\"" }) }
            }
        }
        return (
            values("xMin").min() ?? 0, values("yMin").min() ?? 0, values("xMax").max() ?? 0,
            values("yMax").max() ?? 0
        )
    }
}

extension String {
    /// Whether the text stands in this one scalar for scalar: `==` would take "ê" in two for "ê" in one.
    func spells(_ text: String) -> Bool {
        utf8.count >= text.utf8.count && Array(utf8).contains(Array(text.utf8))
    }

    func occurrences(of text: String) -> Int {
        components(separatedBy: text).count - 1
    }
}
