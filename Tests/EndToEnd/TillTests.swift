import Foundation
import Testing

/// A cashier's work by the real programs: cash in three keys, and a transfer whose code a reader finds in a picture of the
/// terminal.
@Suite("Collecting fees", .serialized)
struct TillTests {
    private static func logIn(_ terminal: Tmux, as account: String) throws {
        try terminal.expect("Tài khoản *")
        try terminal.expect("đã nối", within: 60)
        try terminal.type(account)
        try terminal.press("Enter")
        try terminal.type("tap-huan")
        try terminal.press("F10")
        try terminal.expect("Trang chủ", within: 60)
    }

    @Test("Cash, then a transfer's code off an 80×24 terminal")
    func collects() throws {
        let desktop = try Desktop()
        let terminal = try desktop.desk()
        try Self.logIn(terminal, as: "thungan")
        try terminal.press("p")
        try terminal.expect("Hồ sơ còn phải nộp")
        try terminal.expect("▸H26.1.5-")
        try terminal.press("Enter")
        try terminal.expect("Còn phải nộp")
        try terminal.press("F10")
        try terminal.expect("biên lai TH-")
        try terminal.press("Enter")
        try terminal.expect("▸H26.1.5-")
        let code = try #require(
            terminal.screen.split(whereSeparator: \.isWhitespace).first { $0.hasPrefix("▸H26.1.5-") }
                .map { String($0.dropFirst()) })
        try terminal.press("Enter")
        try terminal.expect("Còn phải nộp")
        try terminal.press("Right", "F10")
        try terminal.expect("Quét bằng ứng dụng")
        let text = try Self.read(terminal.styledScreen)
        #expect(text.hasPrefix("000201010212") && text.contains(code), "\(text)\n\(terminal.screen)")
        try terminal.press("Escape")
        try terminal.expect("(chờ)")
    }

    /// What a reader sees in a picture of the terminal, a character eight by sixteen dots.
    private static func read(_ screen: String) throws -> String {
        var rows: [[(above: Bool, below: Bool)]] = []
        for line in screen.split(separator: "\n", omittingEmptySubsequences: false).prefix(24) {
            rows.append(cells(String(line)))
        }
        let columns = rows.map(\.count).max() ?? 0
        let scale = 8
        var picture = Array("P5 \(columns * scale) \(rows.count * 2 * scale) 255\n".utf8)
        for y in 0..<rows.count * 2 * scale {
            let row = rows[y / scale / 2]
            for x in 0..<columns * scale {
                let cell = x / scale < row.count ? row[x / scale] : (above: false, below: false)
                let isWhite = (y / scale).isMultiple(of: 2) ? cell.above : cell.below
                picture.append(isWhite ? 255 : 0)
            }
        }
        let folder = try TemporaryFolder()
        try Data(picture).write(to: URL(filePath: folder.file("screen.pgm")))
        return try run("zbarimg", ["--quiet", "--raw", folder.file("screen.pgm")]).output
            .trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// The cells of a line with its looks: whether the upper and the lower half are white.
    private static func cells(_ line: String) -> [(above: Bool, below: Bool)] {
        var (ink, ground) = (false, false)
        var cells: [(above: Bool, below: Bool)] = []
        var rest = Array(line.unicodeScalars)[...]
        while let scalar = rest.popFirst() {
            guard scalar == "\u{1B}", rest.first == "[" else {
                switch scalar {
                case "▀": cells.append((ink, ground))
                case "▄": cells.append((ground, ink))
                case "█": cells.append((ink, ink))
                default: cells.append((ground, ground))
                }
                continue
            }
            rest = rest.dropFirst()
            var numbers = ""
            while let next = rest.popFirst(), next != "m" { numbers.unicodeScalars.append(next) }
            var codes = numbers.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) ?? 0 }[
                ...]
            while let code = codes.popFirst() {
                switch code {
                case 0: (ink, ground) = (false, false)
                case 38, 48:
                    guard codes.popFirst() == 5, let colour = codes.popFirst() else { break }
                    let isWhite = colour == 231 || colour == 15
                    if code == 38 { ink = isWhite } else { ground = isWhite }
                case 30...37: ink = code == 37
                case 40...47: ground = code == 47
                case 90...97: ink = code == 97
                case 100...107: ground = code == 107
                case 39: ink = false
                case 49: ground = false
                default: break
                }
            }
        }
        return cells
    }
}
