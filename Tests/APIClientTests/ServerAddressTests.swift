import Forms
import Testing

@testable import APIClient

@Suite struct ServerAddressTests {
    @Test(
        arguments: [
            ("unix:/run/user/1000/desk/central.sock", "http://localhost", "/run/user/1000/desk/central.sock"),
            ("UNIX:/s", "http://localhost", "/s"),
            ("unix:///s", "http://localhost", "/s"),
            ("unix:/có dấu", "http://localhost", "/có dấu"),
            ("https://motcua.example.gov.vn", "https://motcua.example.gov.vn", nil),
            (
                "  HTTPS://MotCua.example.gov.vn:8443/he-thong//\n",
                "https://motcua.example.gov.vn:8443/he-thong", nil
            ),
            ("https://10.0.0.1/", "https://10.0.0.1", nil),
            ("https://[2001:db8::1]:8443", "https://[2001:db8::1]:8443", nil),
            ("http://127.0.0.1:8080", "http://127.0.0.1:8080", nil),
            ("http://127.255.255.254", "http://127.255.255.254", nil),
            ("http://localhost:1/", "http://localhost:1", nil),
            ("http://[::1]:65535", "http://[::1]:65535", nil),
        ] as [(String, String, String?)])
    func anAddressIsTaken(text: String, base: String, path: String?) throws {
        let address = try ServerAddress(parsing: text)
        #expect(address.base == base)
        #expect(address.socketPath == path)
        #expect(address.isSecure == base.hasPrefix("https:"))
        #expect(try ServerAddress(parsing: address.text) == address)
    }

    @Test(
        "ST-1 in transit: plain http goes nowhere but to this machine, and no address is guessed",
        arguments: [
            ("", .empty),
            (" \t\n", .empty),
            ("motcua.example.gov.vn", .noScheme("motcua.example.gov.vn")),
            ("motcua.example.gov.vn:8080", .noScheme("motcua.example.gov.vn:8080")),
            ("/run/central.sock", .noScheme("/run/central.sock")),
            ("ftp://a", .unknownScheme("ftp")),
            ("file:///etc/passwd", .unknownScheme("file")),
            ("http://motcua.example.gov.vn", .plainToElsewhere(host: "motcua.example.gov.vn")),
            ("http://10.0.0.1", .plainToElsewhere(host: "10.0.0.1")),
            ("http://128.0.0.1", .plainToElsewhere(host: "128.0.0.1")),
            ("http://127.0.0.1.evil.example", .plainToElsewhere(host: "127.0.0.1.evil.example")),
            ("http://localhost.evil.example", .plainToElsewhere(host: "localhost.evil.example")),
            ("http://127.1", .plainToElsewhere(host: "127.1")),
            ("http://0177.0.0.1", .plainToElsewhere(host: "0177.0.0.1")),
            ("http://127.0.0.256", .plainToElsewhere(host: "127.0.0.256")),
            ("http://[::2]", .plainToElsewhere(host: "[::2]")),
            ("http://127.0.0.1@evil.example", .userInfo),
            ("https://user:secret@host", .userInfo),
            ("https://", .noHost),
            ("https:///x", .noHost),
            ("https://:443", .noHost),
            ("https://máy-chủ", .badHost("máy-chủ")),
            ("https://a..b", .badHost("a..b")),
            ("https://-a", .badHost("-a")),
            ("https://a b", .badHost("a b")),
            ("https://[::1", .badHost("[::1")),
            ("https://[zz::1]", .badHost("[zz::1]")),
            ("https://[::1]x", .badHost("[::1]x")),
            ("https://a:0", .badPort("0")),
            ("https://a:65536", .badPort("65536")),
            ("https://a:+1", .badPort("+1")),
            ("https://a:", .badPort("")),
            ("https://a:b:1", .badPort("b:1")),
            ("https://a/b c", .badPath("/b c")),
            ("https://a/?x=1", .query),
            ("https://a#b", .query),
            ("https://a\u{1}b", .controlCharacter),
            ("https://a\rb", .controlCharacter),
            ("unix:", .socketNotAbsolute),
            ("unix:run/x", .socketNotAbsolute),
            ("unix:/a\u{0}b", .controlCharacter),
            ("unix:/" + String(repeating: "a", count: 107), .socketTooLong(107)),
        ] as [(String, AddressError)])
    func anAddressIsRefusedWithItsReason(text: String, expected: AddressError) {
        #expect(throws: expected) { try ServerAddress(parsing: text) }
        #expect(!expected.message.vi.isEmpty)
        #expect(expected.message.en?.isEmpty == false)
        #expect(expected.code.hasPrefix("address_"))
    }

    @Test func thePathOfASocketMayFillItsPlace() throws {
        let path = "/" + String(repeating: "a", count: 106)
        #expect(try ServerAddress(parsing: "unix:" + path).socketPath == path)
    }
}

@Suite struct TargetTests {
    @Test(
        arguments: [
            ("abc-._~", "abc-._~"),
            ("a b", "a%20b"),
            ("a+b&c=d", "a%2Bb%26c%3Dd"),
            ("Nguyễn", "Nguy%E1%BB%85n"),
            ("100%", "100%25"),
            ("a/b?c#d", "a%2Fb%3Fc%23d"),
            ("\n\u{0}", "%0A%00"),
            ("😀", "%F0%9F%98%80"),
        ])
    func everythingThatMeansSomethingIsEncoded(text: String, expected: String) {
        #expect(Target.encode(text) == expected)
    }

    @Test(
        arguments: [
            ("..", "/v1/a/%2E%2E/b"),
            (".", "/v1/a/%2E/b"),
            ("x/../y", "/v1/a/x%2F..%2Fy/b"),
            ("?admin=1", "/v1/a/%3Fadmin%3D1/b"),
            ("", "/v1/a//b"),
        ])
    func anInsertionIsOneSegment(id: String, expected: String) {
        let target: Target = "/v1/a/\(id)/b"
        #expect(target.text == expected)
    }

    @Test func parametersComeInOrderAndEmptyOnesNot() {
        let target = Target("/v1/search").with("q", "căn cước").with("cursor", nil as String?).with(
            "limit", 20
        ).with("x", "")
        #expect(target.text == "/v1/search?q=c%C4%83n%20c%C6%B0%E1%BB%9Bc&limit=20")
    }
}
