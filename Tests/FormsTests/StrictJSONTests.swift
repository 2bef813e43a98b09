import Forms
import Testing

@Suite("JSON")
struct StrictJSONTests {
    @Test(
        "What is JSON",
        arguments: [
            ("null", JSONValue.null), (" true ", .bool(true)), ("0", .int(0)), ("-12", .int(-12)),
            ("9223372036854775807", .int(.max)), ("-9223372036854775808", .int(.min)),
            ("9223372036854775808", .double(9_223_372_036_854_775_808)), ("1.5", .double(1.5)),
            ("1e3", .double(1000)),
            ("-0", .int(0)), ("\"\"", .string("")),
            (#""a\"\\\/\b\f\n\r\tb""#, .string("a\"\\/\u{8}\u{C}\n\r\tb")),
            (#""Ng\u01b0\u1EDDi""#, .string("Người")), (#""\ud83d\ude00""#, .string("😀")), ("[]", .array([])),
            ("[1,[2],{}]", .array([.int(1), .array([.int(2)]), .object([:])])),
            (#"{"a":{"b":null}}"#, .object(["a": .object(["b": .null])])),
        ])
    func reads(_ text: String, _ value: JSONValue) throws {
        #expect(try StrictJSON.parse(text.utf8) == value)
    }

    @Test(
        "What is none",
        arguments: [
            "", " ", "nul", "tru", "True", "'a'", "01", "-", "+1", ".5", "1.", "1e", "1e+", "0x1", "NaN",
            "1e999",
            "\"", "\"a", "\"\\\"", "\"\\x\"", #""\u12""#, #""\u12g4""#, #""\ud800""#, #""\ud800a""#,
            #""\ud800\u0041""#,
            #""\udc00""#, "\"a\nb\"", "\"\u{0}\"", "[", "[1", "[1,", "[1,]", "[1 2]", "{", "{\"a\"",
            "{\"a\":",
            "{\"a\":1", "{\"a\":1,}", "{a:1}", "{1:1}", "{\"a\" 1}", "1 2", "[] x", "\u{FEFF}1", "// a\n1",
        ])
    func refuses(_ text: String) {
        let error = #expect(throws: StrictJSONError.self) { try StrictJSON.parse(text.utf8) }
        #expect(error?.code == "syntax")
        #expect(error?.message.contains("byte") == true)
    }

    @Test(
        "Bad UTF-8 is refused",
        arguments: [[0x22, 0xFF, 0x22], [0x22, 0xC3, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22]] as [[UInt8]])
    func badUTF8(_ bytes: [UInt8]) {
        #expect(throws: StrictJSONError.self) { try StrictJSON.parse(bytes) }
    }

    @Test(
        "Duplicate keys, also under another spelling, are refused with their place",
        arguments: [
            (#"{"a":1,"b":{"c":1,"c":2}}"#, "/b/c"), (#"{"a":1,"\u0061":2}"#, "/a"),
            ("{\"\u{E1}\":1,\"a\u{301}\":2}", "/á"), (#"[{"x~/y":1,"x~/y":1}]"#, "/0/x~0~1y"),
        ])
    func duplicates(_ text: String, _ pointer: String) {
        let error = #expect(throws: StrictJSONError.self) { try StrictJSON.parse(text.utf8) }
        #expect(error?.code == "duplicate_key")
        #expect(error?.pointer == pointer)
    }

    @Test("Deep nesting is refused, not followed")
    func depth() throws {
        let fine = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
        #expect(throws: Never.self) { try StrictJSON.parse(fine.utf8) }
        for opening in ["[", "{\"a\":", "[{\"a\":"] {
            let error = #expect(throws: StrictJSONError.self) {
                try StrictJSON.parse(String(repeating: opening, count: 1_000_000).utf8)
            }
            #expect(error?.message.contains("64 tầng") == true)
        }
    }

    @Test("Strings come out in NFC")
    func normalizes() throws {
        guard case .string(let text) = try StrictJSON.parse("\"Nguye\u{302}\u{303}n\"".utf8) else {
            Issue.record("no string")
            return
        }
        #expect(text.unicodeScalars.elementsEqual("Nguyễn".unicodeScalars))
    }

    @Test("Equal values give equal bytes, members sorted")
    func writes() throws {
        let value = JSONValue.object([
            "b": .array([.null, .bool(false), .int(-1), .double(0.5)]), "a": .string("é\"\\\n\u{1}\u{7F}"),
            "Z": .object([:]),
        ])
        let text = String(decoding: try StrictJSON.encode(value), as: UTF8.self)
        #expect(text == #"{"Z":{},"a":"é\"\\\n\u0001\u007f","b":[null,false,-1,0.5]}"#)
        #expect(try StrictJSON.parse(text.utf8) == value)
    }

    private struct Sample: Codable, Hashable {
        struct Inner: Codable, Hashable {
            var theCount: Int
            var lookupURL: String?
        }

        var isOpen: Bool
        var ratio: Double?
        var inner: [Inner]
        var byName: [String: Inner]?
        var small: UInt8?
        var text: Phrase?
    }

    @Test("Swift names are snake_case on the wire; keys that are data are not touched")
    func keys() throws {
        let sample = Sample(
            isOpen: true, ratio: 2, inner: [.init(theCount: 1, lookupURL: "u")],
            byName: ["someName": .init(theCount: 2)], small: 255, text: Phrase("có", en: "yes"))
        let text = String(decoding: try StrictJSON.encode(sample), as: UTF8.self)
        #expect(
            text
                == #"{"by_name":{"someName":{"the_count":2}},"inner":[{"lookup_url":"u","the_count":1}],"#
                + #""is_open":true,"ratio":2.0,"small":255,"text":{"en":"yes","vi":"có"}}"#)
        #expect(try StrictJSON.decode(Sample.self, from: text.utf8) == sample)
        #expect(try LenientJSON.decode(Sample.self, from: text.utf8) == sample)
    }

    @Test(
        "Errors say where and what",
        arguments: [
            (#"{"is_open":1,"inner":[]}"#, "/is_open", "wrong_type"),
            (
                #"{"is_open":true,"inner":[{"the_count":1},{"the_count":"1"}]}"#, "/inner/1/the_count",
                "wrong_type"
            ),
            (#"{"is_open":true,"inner":[{}]}"#, "/inner/0/the_count", "missing_key"),
            (#"{"is_open":true}"#, "/inner", "missing_key"),
            (#"{"is_open":null,"inner":[]}"#, "/is_open", "wrong_type"),
            (#"{"is_open":true,"inner":[],"more":1,"also":2}"#, "/also", "unknown_key"),
            (#"{"is_open":true,"inner":[{"the_count":1,"theCount":1}]}"#, "/inner/0/theCount", "unknown_key"),
            (
                #"{"is_open":true,"inner":[],"by_name":{"x":{"the_count":1,"y":0}}}"#, "/by_name/x/y",
                "unknown_key"
            ),
            (#"{"is_open":true,"inner":[],"by_name":[]}"#, "/by_name", "wrong_type"),
            (#"{"is_open":true,"inner":{}}"#, "/inner", "wrong_type"),
            (#"{"is_open":true,"inner":[],"small":256}"#, "/small", "wrong_type"),
            (#"{"is_open":true,"inner":[],"text":{"vi":"a","de":"b"}}"#, "/text/de", "unknown_key"),
            (#"{"is_open":true,"inner":[],"text":{"en":"a"}}"#, "/text/vi", "missing_key"),
            (#"3"#, "", "wrong_type"),
        ])
    func errors(_ text: String, _ pointer: String, _ code: String) {
        let error = #expect(throws: StrictJSONError.self) {
            try StrictJSON.decode(Sample.self, from: text.utf8)
        }
        #expect(error?.pointer == pointer)
        #expect(error?.code == code)
    }

    @Test("The lenient reader passes over what it does not know, at any depth")
    func lenient() throws {
        let text = #"{"is_open":true,"x":1,"inner":[{"the_count":1,"y":{}}]}"#
        #expect(try LenientJSON.decode(Sample.self, from: text.utf8).inner == [.init(theCount: 1)])
        #expect(throws: StrictJSONError.self) { try LenientJSON.decode(Sample.self, from: "{".utf8) }
    }
}
