import Testing

@testable import APIClient

/// Server-sent events, wherever the bytes are cut.
@Suite struct EventStreamParserTests {
    private func read(_ text: String) -> [EventStreamParser.Output] {
        var parser = EventStreamParser()
        return parser.take(text.utf8)
    }

    private static let whole = """
        retry: 1000
        event: start
        id: 7
        data: {}

        :

        event: change
        id: 8
        data: {"a":"Nguyễn",
        data: "b":1}

        :
        id: 12

        data:x


        """

    private static let outputs: [EventStreamParser.Output] = [
        .retry(1000), .event(.init(name: "start", data: "{}")), .position("7"), .heartbeat,
        .event(.init(name: "change", data: "{\"a\":\"Nguyễn\",\n\"b\":1}")), .position("8"), .heartbeat,
        .position("12"), .event(.init(name: "message", data: "x")),
    ]

    @Test("A stream → its events, positions, heartbeats and waits, in order")
    func reads() { #expect(read(Self.whole) == Self.outputs) }

    @Test("Cut at any byte, with any line ending → the same", arguments: ["\n", "\r\n", "\r"])
    func splits(ending: String) {
        let bytes = Array(Self.whole.replacing("\n", with: ending).utf8)
        for cut in 0...bytes.count {
            var parser = EventStreamParser()
            #expect(parser.take(bytes[..<cut]) + parser.take(bytes[cut...]) == Self.outputs)
        }
        var parser = EventStreamParser()
        #expect(bytes.flatMap { parser.take([$0]) } == Self.outputs)
    }

    @Test(
        "Strange lines, fields and numbers → passed over; without its blank line an event is none",
        arguments: [
            ("zz: 1\n\n", []), ("data\n\n", [.event(.init(name: "message", data: ""))]), ("retry: x\n\n", []),
            ("retry: 99999999999999999999\n\n", []), ("id: a\u{0}b\n\n", []), ("event: a\n\n", []),
            ("data: 1\n", []), ("\u{FEFF}data: 1\n\n", [.event(.init(name: "message", data: "1"))]),
            ("id: 5\n", []), ("\n\n\n", []), ("id: 5\n\nid: 5\n\n", [.position("5")]),
        ] as [(String, [EventStreamParser.Output])])
    func oddities(text: String, outputs: [EventStreamParser.Output]) { #expect(read(text) == outputs) }

    @Test("An event that is too large → dropped and not kept in memory, and the next one is read")
    func oversized() {
        var parser = EventStreamParser()
        var outputs = parser.take(Array("data: ".utf8))
        let piece = [UInt8](repeating: UInt8(ascii: "x"), count: 1 << 18)
        for _ in 0..<6 { outputs += parser.take(piece) }
        outputs += parser.take(Array("\n\ndata: y\n\n".utf8))
        #expect(outputs == [.oversized, .event(.init(name: "message", data: "y"))])
    }

    @Test("Any bytes, cut anywhere → what one reading gives, and never a crash")
    func fuzz() {
        var random = SystemRandomNumberGenerator()
        let alphabet = Array("data:ide vnt\r\n:0\u{0}ệ\u{FEFF}".utf8) + [0xFF, 0xC3]
        for _ in 0..<2_000 {
            let bytes = (0..<Int.random(in: 0...120, using: &random)).map { _ in
                alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
            }
            var (whole, parts) = (EventStreamParser(), EventStreamParser())
            let expected = whole.take(bytes)
            var (got, rest) = ([EventStreamParser.Output](), bytes[...])
            while !rest.isEmpty {
                let count = Int.random(in: 1...rest.count, using: &random)
                got += parts.take(rest.prefix(count))
                rest = rest.dropFirst(count)
            }
            #expect(got == expected, "\(bytes)")
        }
    }
}
