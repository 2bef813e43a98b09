import Testing

@testable import TUI

@Suite struct InputParserTests {
    /// Bytes and the events that they make, however they are cut.
    static let table: [(String, [Input])] = [
        // Text.
        ("a", [.text("a")]),
        ("Nguyễn Thị Ánh", [.text("Nguyễn Thị Ánh")]),
        ("đ₫…▸", [.text("đ₫…▸")]),
        ("e\u{302}\u{301}", [.text("ế")]),
        ("o\u{31B}\u{323}x", [.text("ợx")]),
        ("a\u{200B}b\u{202E}c\u{FEFF}", [.text("abc")]),
        // Backspace and letters in one read, as Vietnamese input methods send them.
        ("\u{7F}\u{7F}ế", [.key(Key(.backspace)), .key(Key(.backspace)), .text("ế")]),
        ("tie\u{8}\u{8}iê", [.text("tie"), .key(Key(.backspace)), .key(Key(.backspace)), .text("iê")]),
        (
            "a\tb\rc\n",
            [.text("a"), .key(Key(.tab)), .text("b"), .key(Key(.enter)), .text("c"), .key(Key(.enter))]
        ),
        ("\u{3}\u{13}\u{0}", [key("ctrl-c"), key("ctrl-s"), key("ctrl-space")]),
        ("\u{1F}", [.key(Key(.character("_"), .control))]),
        // Keys, CSI and SS3.
        ("\u{1B}[A\u{1B}OB", [key("up"), key("down")]),
        (
            "\u{1B}[H\u{1B}OF\u{1B}[1~\u{1B}[4~\u{1B}[7~\u{1B}[8~",
            [key("home"), key("end"), key("home"), key("end"), key("home"), key("end")]
        ),
        ("\u{1B}OP\u{1B}OQ\u{1B}OR\u{1B}OS", [key("f1"), key("f2"), key("f3"), key("f4")]),
        (
            "\u{1B}[11~\u{1B}[12~\u{1B}[13~\u{1B}[14~\u{1B}[15~",
            [key("f1"), key("f2"), key("f3"), key("f4"), key("f5")]
        ),
        ("\u{1B}[[A\u{1B}[[E", [key("f1"), key("f5")]),
        ("\u{1B}[17~\u{1B}[21~\u{1B}[23~\u{1B}[24~", [key("f6"), key("f10"), key("f11"), key("f12")]),
        ("\u{1B}[25~\u{1B}[34~", [key("shift-f1"), key("shift-f8")]),
        ("\u{1B}[2~\u{1B}[3~\u{1B}[5~\u{1B}[6~", [key("insert"), key("delete"), key("pgup"), key("pgdn")]),
        (
            "\u{1B}[1;5C\u{1B}[1;2D\u{1B}[1;3A\u{1B}[1;6B",
            [key("ctrl-right"), key("shift-left"), key("alt-up"), key("ctrl-shift-down")]
        ),
        ("\u{1B}[3;5~\u{1B}[21;2~\u{1B}[1;2P", [key("ctrl-delete"), key("shift-f10"), key("shift-f1")]),
        ("\u{1B}[3$\u{1B}[3^\u{1B}[3@", [key("shift-delete"), key("ctrl-delete"), key("ctrl-shift-delete")]),
        ("\u{1B}[a\u{1B}Oa", [key("shift-up"), key("ctrl-up")]),
        ("\u{1B}\u{1B}[A\u{1B}\u{1B}OC", [key("alt-up"), key("alt-right")]),
        ("\u{1B}[Z", [key("backtab")]),
        (
            "\u{1B}[9;5u\u{1B}[13;2u\u{1B}[27;5;9~\u{1B}[115;5u",
            [key("ctrl-tab"), key("shift-enter"), key("ctrl-tab"), key("ctrl-s")]
        ),
        ("\u{1B}[97u", [.text("a")]),
        ("\u{1B}[97;1:3u", []),
        // Alt.
        (
            "\u{1B}s\u{1B}S\u{1B}1\u{1B}ư",
            [
                key("alt-s"), .key(Key(.character("s"), [.alt, .shift])), key("alt-1"),
                .key(Key(.character("ư"), .alt)),
            ]
        ),
        ("\u{1B}\r\u{1B}\u{7F}\u{1B}\u{13}", [key("alt-enter"), key("alt-backspace"), key("ctrl-alt-s")]),
        // The keypad.
        ("\u{1B}Op\u{1B}Oy\u{1B}OM\u{1B}Ok", [.text("09"), key("enter"), .text("+")]),
        // Mouse, focus.
        (
            "\u{1B}[<0;10;5M\u{1B}[<0;10;5m",
            [.mouse(Mouse(.press, at: Point(9, 4))), .mouse(Mouse(.release, at: Point(9, 4)))]
        ),
        ("\u{1B}[<65;1;1M", [.mouse(Mouse(.scrollDown, button: 0, at: Point(0, 0)))]),
        ("\u{1B}[<20;2;3M", [.mouse(Mouse(.press, at: Point(1, 2), modifiers: [.shift, .control]))]),
        ("\u{1B}[M !!a", [.text("a")]),
        ("\u{1B}[I\u{1B}[O", [.focus(true), .focus(false)]),
        // Replies and unknown sequences are swallowed whole.
        ("\u{1B}[?62;22c\u{1B}[24;80Rx", [.text("x")]),
        ("\u{1B}]11;rgb:ffff/ffff/ffff\u{7}x", [.text("x")]),
        ("\u{1B}]11;rgb:0000/0000/0000\u{1B}\\x", [.text("x")]),
        ("\u{1B}P>|XTerm(370)\u{1B}\\x", [.text("x")]),
        ("\u{1B}_Gi=1;OK\u{1B}\\\u{1B}^x\u{1B}\\y", [.text("y")]),
        ("\u{1B}[?2026;2$y\u{1B}[99;99;99z!", [.text("!")]),
        ("\u{1B}[12\u{1B}[A", [key("up")]),
        ("\u{1B}[12\rx", [key("enter"), .text("x")]),
        ("\u{1B}]0;x\ry", [key("enter"), .text("y")]),
        // Paste.
        ("\u{1B}[200~a\r\nb\tc\r\u{1B}[201~d", [.paste("a\nb\tc\n"), .text("d")]),
        (
            "\u{1B}[200~x\u{1B}[31m\u{7}\u{9B}y\u{1B}[201~",
            [.paste("x[31m\u{FFFD}y".replacing("\u{FFFD}", with: ""))]
        ),
        ("\u{1B}[200~\u{1B}[20\u{1B}[201~", [.paste("[20")]),
        ("\u{1B}[200~e\u{302}\u{1B}[201~", [.paste("ê")]),
        ("\u{1B}[200~\u{1B}[201~", []),
        ("\u{1B}[201~x", [.text("x")]),
        // Scans.
        ("H26.1.5-261119-0032\r", [.scan("H26.1.5-261119-0032")]),
        (
            "x\u{1B}[AH26.1.5-261119-0032\ty",
            [.text("x"), key("up"), .scan("H26.1.5-261119-0032"), .text("y")]
        ),
        ("H26 là\r", [.text("H26 là"), key("enter")]),
        ("H26.1.5-261119-0032\u{7F}\r", [.scan("H26.1.5-261119-0032"), key("backspace"), key("enter")]),
    ]

    static func key(_ name: String) -> Input {
        .key(Key(name: name) ?? Key(.function(0)))
    }

    static func isCode(_ text: String) -> Bool {
        text.count == 19 && text.hasPrefix("H26")
    }

    /// What a program sees: marks applied, neighbouring texts joined.
    static func settled(_ events: [InputParser.Event]) -> [Input] {
        var inputs: [Input] = []
        var mark = 0
        for event in events {
            switch event {
            case .mark: mark = inputs.count
            case .takeBack: inputs.removeLast(inputs.count - mark)
            case .input(let input): inputs.append(input)
            }
        }
        var joined: [Input] = []
        for input in inputs {
            if case .text(let new) = input, case .text(let old)? = joined.last {
                joined[joined.count - 1] = .text(nfc(old + new))
            } else {
                joined.append(input)
            }
        }
        return joined
    }

    @Test(arguments: table.indices)
    func everyCut(_ row: Int) {
        let (text, expected) = Self.table[row]
        let bytes = Array(text.utf8)
        for first in 0...bytes.count {
            for second in first...bytes.count {
                var parser = InputParser(scanShape: Self.isCode)
                var events: [InputParser.Event] = []
                for part in [bytes[..<first], bytes[first..<second], bytes[second...]] where !part.isEmpty {
                    events += parser.feed(part, at: 0)
                }
                events += parser.flush(at: 10_000)
                #expect(scalars(Self.settled(events)) == scalars(expected), "cut at \(first), \(second)")
                #expect(parser.deadline == nil)
            }
        }
    }

    @Test(arguments: table.indices)
    func byteByByte(_ row: Int) {
        let (text, expected) = Self.table[row]
        var parser = InputParser(scanShape: Self.isCode)
        var events: [InputParser.Event] = []
        for (index, byte) in text.utf8.enumerated() { events += parser.feed([byte], at: Int64(index)) }
        events += parser.flush(at: 10_000)
        #expect(scalars(Self.settled(events)) == scalars(expected))
    }

    /// `==` of strings takes NFD and NFC for equal; the scalars do not.
    func scalars(_ inputs: [Input]) -> [[Unicode.Scalar]] {
        inputs.map { Array("\($0)".unicodeScalars) }
    }

    static func nfc(_ text: String) -> String {
        var parser = InputParser()
        guard case .input(.text(let text))? = parser.feed(text.utf8, at: 0).last else {
            return settledText(&parser)
        }
        return text
    }

    static func settledText(_ parser: inout InputParser) -> String {
        guard case .input(.text(let text))? = parser.flush(at: 10_000).last else { return "" }
        return text
    }

    // MARK: Time

    @Test func loneEscapeWaits() {
        var parser = InputParser()
        #expect(parser.feed([0x1B], at: 100) == [])
        #expect(parser.deadline == 150)
        #expect(parser.flush(at: 149) == [])
        #expect(parser.flush(at: 150) == [.input(.key(Key(.escape)))])
        #expect(parser.deadline == nil)
    }

    @Test func escapeAndALaterLetterAreTwoKeys() {
        var parser = InputParser()
        #expect(parser.feed([0x1B], at: 0) == [])
        #expect(
            parser.feed(Array("x".utf8), at: 60) == [.input(.key(Key(.escape))), .input(.text("x"))])
    }

    @Test func twoEscapes() {
        var parser = InputParser()
        _ = parser.feed([0x1B, 0x1B], at: 0)
        #expect(parser.flush(at: 50) == [.input(.key(Key(.escape))), .input(.key(Key(.escape)))])
    }

    @Test func aSequenceThatStallsIsDropped() {
        var parser = InputParser()
        _ = parser.feed(Array("\u{1B}[1;".utf8), at: 0)
        #expect(parser.flush(at: 499) == [])
        #expect(parser.flush(at: 500) == [])
        #expect(parser.feed(Array("a".utf8), at: 501) == [.input(.text("a"))])
    }

    @Test(arguments: [("[", "alt-["), ("O", "alt-shift-o"), ("]", "alt-]"), ("P", "alt-shift-p")])
    func altWithALetterThatBeginsSequences(_ letter: String, _ name: String) {
        var parser = InputParser()
        _ = parser.feed(Array("\u{1B}\(letter)".utf8), at: 0)
        #expect(parser.flush(at: 500).map { "\($0)" } == ["\(InputParser.Event.input(Self.key(name)))"])
    }

    @Test func aPasteWhoseEndIsLostEnds() {
        var parser = InputParser()
        _ = parser.feed(Array("\u{1B}[200~abc".utf8), at: 0)
        #expect(parser.flush(at: 4_999) == [])
        #expect(parser.flush(at: 5_000) == [.input(.paste("abc"))])
        #expect(parser.feed(Array("x".utf8), at: 5_001) == [.input(.text("x"))])
    }

    @Test func aPasteLosesWhatNobodySeesAndSaysSo() {
        var parser = InputParser()
        let text = "Ng\u{3164}uyễn\u{200B} Thị\u{FE0F}\n\u{FEFF}Ánh"
        let events = parser.feed(Array("\u{1B}[200~\(text)\u{1B}[201~".utf8), at: 0)
        #expect(events == [.input(.paste("Nguyễn Thị\nÁnh")), .input(.pasteCleaned(4))])
    }

    @Test func aPasteIsCutAtTheLimit() {
        var parser = InputParser()
        let text = "a" + String(repeating: "ế", count: 40_000)
        let events = parser.feed(Array("\u{1B}[200~\(text)\u{1B}[201~".utf8), at: 0)
        guard case .input(.paste(let kept))? = events.first else {
            Issue.record("no paste")
            return
        }
        #expect(kept == "a" + String(repeating: "ế", count: (64 * 1024 - 1) / 3))
        #expect(Array(events.dropFirst()) == [.input(.pasteCut)])
    }

    // MARK: Scans

    @Test func typingIsPassedOnAtOnce() {
        var parser = InputParser(scanShape: Self.isCode)
        #expect(parser.feed(Array("H".utf8), at: 0) == [.mark, .input(.text("H"))])
        #expect(parser.deadline == nil)
        #expect(parser.feed(Array("2".utf8), at: 90) == [.mark, .input(.text("2"))])
        #expect(parser.feed(Array("n".utf8), at: 180) == [.input(.text("n"))])
    }

    @Test func aScanCharacterByCharacterTakesTheFirstOneBack() {
        var parser = InputParser(scanShape: Self.isCode)
        var events: [InputParser.Event] = []
        for (index, byte) in "H26.1.5-261119-0032\r".utf8.enumerated() {
            events += parser.feed([byte], at: Int64(index) * 6)
        }
        #expect(
            events == [
                .mark, .input(.text("H")), .takeBack, .input(.scan("H26.1.5-261119-0032")),
            ])
    }

    @Test func aScanWithoutALineEnd() {
        var parser = InputParser(scanShape: Self.isCode)
        #expect(parser.feed(Array("H26.1.5-261119-0032".utf8), at: 0) == [])
        #expect(parser.deadline == 40)
        #expect(parser.flush(at: 40) == [.input(.scan("H26.1.5-261119-0032"))])
        // Its line end comes late, and belongs to it all the same.
        #expect(parser.feed([0x0D], at: 70) == [])
        #expect(parser.feed([0x0D], at: 90) == [.input(.key(Key(.enter)))])
    }

    @Test func aBurstOfNoKnownShapeIsKeysInOrder() {
        var parser = InputParser(scanShape: Self.isCode)
        #expect(parser.feed(Array("001185".utf8), at: 0) == [])
        #expect(parser.feed(Array("000123".utf8), at: 10) == [])
        #expect(parser.flush(at: 50) == [.input(.text("001185000123"))])
    }

    @Test func aLongBurstIsNotHeld() {
        var parser = InputParser(scanShape: Self.isCode)
        let text = String(repeating: "A", count: 3_000)
        #expect(parser.feed(Array(text.utf8), at: 0) == [.input(.text(text))])
        #expect(parser.deadline == nil)
    }

    // MARK: Fuzz

    /// A small generator with a fixed seed, so that a failure can be had again.
    struct Seeded: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }
    }

    @Test(arguments: 0..<10)
    func anyBytesAtAnyTime(_ seed: UInt64) {
        var random = Seeded(state: seed)
        var parser = InputParser(scanShape: { $0.count > 20 })
        var now: Int64 = 0
        let interesting: [UInt8] = [
            0x1B, 0x5B, 0x4F, 0x5D, 0x50, 0x7E, 0x3B, 0x32, 0x30, 0x31, 0x0D, 0x7F, 0x07,
        ]
        for _ in 0..<1_500 {
            var bytes: [UInt8] = []
            for _ in 0..<Int.random(in: 1...40, using: &random) {
                bytes.append(
                    Bool.random(using: &random)
                        ? UInt8.random(in: 0...255, using: &random)
                        : interesting[Int.random(in: 0..<interesting.count, using: &random)])
            }
            if Int.random(in: 0..<50, using: &random) == 0 { bytes += Array("\u{1B}[200~".utf8) }
            check(parser.feed(bytes, at: now))
            now += Int64.random(in: 0...60, using: &random)
            if Int.random(in: 0..<40, using: &random) == 0 { now += 6_000 }
            if let deadline = parser.deadline, deadline <= now { check(parser.flush(at: now)) }
            let isBounded =
                parser.sequence.count <= InputParser.sequenceLimit
                && parser.pasted.bytes.count <= PasteCollector.limit
                && (parser.burst?.count ?? 0) <= Burst.limit + 40
                && parser.runCount == 0 && parser.events.isEmpty
            if !isBounded { Issue.record("something grows") }
        }
    }

    func check(_ events: [InputParser.Event]) {
        for event in events {
            guard case .input(let input) = event else { continue }
            switch input {
            case .text(let text), .scan(let text):
                let isPrintable = text.unicodeScalars.allSatisfy {
                    $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value)
                }
                if text.isEmpty || !isPrintable { Issue.record("not printable: \(text.debugDescription)") }
            case .paste(let text):
                let isClean = text.unicodeScalars.allSatisfy {
                    $0.value != 0x1B && !(0x7F...0x9F).contains($0.value)
                }
                if text.utf8.count > 4 * PasteCollector.limit || !isClean { Issue.record("bad paste") }
            default: break
            }
        }
    }

    @Test(arguments: 0..<10)
    func printableTextIsKeptInOrder(_ seed: UInt64) {
        var random = Seeded(state: seed &+ 1_000)
        let letters = ["a", "Z", "0", "ế", "đ", "Ơ", "₫", " ", "漢", "-", "|"]
        let others = [
            "\u{1B}[A", "\u{1B}OP", "\u{1B}[1;5C", "\u{1B}[?1;2c", "\u{1B}]0;t\u{7}", "\t", "\u{7F}", "\u{1}",
            "\u{1B}[<0;1;1M", "\u{1B}P1$r\u{1B}\\", "\u{1B}[200~p\u{1B}[201~",
        ]
        var sent = ""
        var bytes: [UInt8] = []
        for _ in 0..<2_000 {
            if Int.random(in: 0..<4, using: &random) == 0 {
                bytes += Array(others[Int.random(in: 0..<others.count, using: &random)].utf8)
            } else {
                let letter = letters[Int.random(in: 0..<letters.count, using: &random)]
                sent += letter
                bytes += Array(letter.utf8)
            }
        }
        var parser = InputParser()
        var events: [InputParser.Event] = []
        var now: Int64 = 0
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = min(rest.count, Int.random(in: 1...30, using: &random))
            events += parser.feed(rest.prefix(count), at: now)
            rest = rest.dropFirst(count)
            now += Int64.random(in: 0...20, using: &random)
        }
        events += parser.flush(at: now + 10_000)
        var received = ""
        for input in Self.settled(events) {
            if case .text(let text) = input { received += text }
        }
        #expect(received == sent)
    }
}
