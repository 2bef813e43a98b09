import Forms
import Models
import Testing

@Suite("What is signed, and how a signature travels")
struct SigningTests {
    /// Signs with the bytes themselves.
    private struct Echo: Signer {
        var bytes: [UInt8]
        var algorithm: String { "echo" }
        var keyID: String { "k" }

        func sign(_ content: [UInt8]) -> [UInt8] { bytes }
    }

    private static let content = SignedContent(
        applicant: "001185000123", procedure: "2.000635", caseCode: "a", formId: "f", formVersion: 1,
        answers: ["b": .number(1), "a": .text("Ngu\u{1EC5}n")])

    @Test("SG-1 both sides make the same bytes, whatever the order and the spelling of the letters")
    func bytes() throws {
        var other = Self.content
        other.answers = ["a": .text(Normalization.nfc("Ngue\u{302}\u{303}n")), "b": .number(1)]
        #expect(try other.bytes() == Self.content.bytes())
        let text = String(decoding: try Self.content.bytes(), as: UTF8.self)
        #expect(
            text == "central form answers, version 1\n"
                + #"{"answers":{"a":"Nguễn","b":1},"applicant":"001185000123","case_code":"a","form_id":"f","form_version":1,"procedure":"2.000635"}"#
        )
    }

    @Test(
        "SG-1 a signature is written in base64 (RFC 4648 §10)",
        arguments: [
            ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
            ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
        ])
    func base64(_ plain: String, _ text: String) throws {
        let signature = try Echo(bytes: Array(plain.utf8)).signature(of: Self.content)
        #expect(signature == FormSignature(algorithm: "echo", keyId: "k", signature: text))
    }
}
