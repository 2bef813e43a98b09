import Forms
import Models
import Testing

@Suite("Hostile text never crashes")
struct FuzzTests {
    private static let pieces = [
        "|", "|", "|", "001185000123", "Nguyễn Thị Ánh", "12031985", "Nữ", "Nam", "10052021", ", -", ",,",
        " ",
        "\u{202E}", "\u{200B}", "\u{1B}[31m", "\0", "\u{FFFD}", "e\u{302}\u{303}", "á»",
        "H26.1.5-261123-0001",
        "-", ".", "RR123456785VN", "chấm", "gạch", "0", "9", "\u{E0041}", "👩‍👩‍👧‍👦", "\n", "MHS=", "http", "?", "&",
    ]

    private func text(_ generator: inout SeededGenerator) -> String {
        (0..<Int.random(in: 0...24, using: &generator)).reduce(into: "") { text, _ in
            text += Self.pieces.randomElement(using: &generator) ?? ""
        }
    }

    @Test("Cards, codes and scans", arguments: [1, 2, 3, 4] as [UInt64])
    func cards(_ seed: UInt64) {
        var generator = SeededGenerator(seed)
        for _ in 0..<3000 {
            let text = text(&generator)
            _ = Scan.recognise(text)
            _ = S10.isValid(text)
            _ = UUIDv7.isValid(text)
            if let code = DossierCode.spoken(text) { #expect(DossierCode.parse(code) != nil) }
            do {
                let card = try IdentityCard.parse(text)
                #expect(IdentityNumber.check(card.number) == nil)
                #expect(TextCheck.check(card.name + card.residence) == nil)
            } catch {
                #expect(!error.message.vi.isEmpty)
            }
        }
    }

    @Test(
        "A card cut anywhere, or with one character changed, is an error or a card",
        arguments: [5, 6] as [UInt64])
    func mutations(_ seed: UInt64) throws {
        let card = "001185000123|012345678|Nguyễn Thị Ánh|12031985|Nữ|Tổ 5, Hà Nội|10052021"
        let scalars = Array(card.unicodeScalars)
        for length in scalars.indices {
            let cut = String(String.UnicodeScalarView(scalars[..<length]))
            #expect(throws: CardError.self, "\(cut)") { try IdentityCard.parse(cut) }
        }
        var generator = SeededGenerator(seed)
        for _ in 0..<2000 {
            var changed = scalars
            let index = Int.random(in: changed.indices, using: &generator)
            let code = UInt32.random(in: 0...0x2FFF, using: &generator)
            changed[index] = Unicode.Scalar(code) ?? "x"
            _ = try? IdentityCard.parse(String(String.UnicodeScalarView(changed)))
        }
    }

    @Test(
        "Deadlines never end before they begin, and pauses never bring them nearer",
        arguments: [7, 8] as [UInt64])
    func deadlines(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed)
        let base = try #require(Instant(rfc3339: "2025-01-02T00:00:00+07:00"))
        for _ in 0..<400 {
            let accepted = base.adding(seconds: Int.random(in: 0...80_000_000, using: &generator))
            let unit = AmountUnit.allCases.randomElement(using: &generator) ?? .workingDay
            let amount = Int.random(in: 0...40, using: &generator)
            var pauses: [Pause] = []
            var last: Instant?
            for _ in 0..<4 {
                let result = Deadline.due(
                    calendar: NationalCalendar.calendar, acceptedAt: accepted, amount: amount, unit: unit,
                    pauses: pauses)
                let due = try #require(result.dueAt)
                #expect(due >= accepted)
                // Calendar days may end earlier on that day: at its opening instead of the clock time.
                if let last { #expect(unit == .calendarDay ? due.date >= last.date : due >= last) }
                last = due
                let from = accepted.adding(seconds: Int.random(in: -100_000...2_000_000, using: &generator))
                let to = from.adding(seconds: Int.random(in: -10_000...1_000_000, using: &generator))
                pauses.append(Pause(from: from, to: to, resume: .continue))
            }
        }
    }
}
