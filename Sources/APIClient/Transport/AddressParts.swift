/// What stands behind the scheme of an HTTP address, checked: `host[:port][/path]`.
struct AddressParts {
    var host: String
    var port: Int?
    /// Without the slash at the end; empty or beginning with a slash.
    var path: String

    /// Whether the host is this machine by its form alone, without asking a name server: 127.0.0.0/8, ::1 and
    /// `localhost`, which libcurl itself never looks up (RFC 6761 §6.3).
    var isLoopback: Bool {
        if host == "localhost" || host == "[::1]" { return true }
        guard let octets = AddressParts.octets(host) else { return false }
        return octets[0] == 127
    }

    init(_ text: Substring) throws(AddressError) {
        let end = text.firstIndex { $0 == "/" || $0 == "?" || $0 == "#" } ?? text.endIndex
        let authority = text[..<end]
        guard !authority.contains("@") else { throw .userInfo }

        let hostText: Substring
        let portText: Substring?
        if authority.hasPrefix("[") {
            guard let close = authority.firstIndex(of: "]") else { throw .badHost(String(authority)) }
            let after = authority[authority.index(after: close)...]
            guard after.isEmpty || after.hasPrefix(":") else { throw .badHost(String(authority)) }
            hostText = authority[...close]
            portText = after.isEmpty ? nil : after.dropFirst()
        } else if let colon = authority.firstIndex(of: ":") {
            hostText = authority[..<colon]
            portText = authority[authority.index(after: colon)...]
        } else {
            hostText = authority
            portText = nil
        }

        host = hostText.lowercased()
        guard !host.isEmpty else { throw .noHost }
        guard AddressParts.isHost(host) else { throw .badHost(String(hostText)) }
        if let portText {
            guard portText.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
                let number = Int(portText), (1...65_535).contains(number)
            else { throw .badPort(String(portText)) }
            port = number
        }

        var rest = text[end...]
        guard !rest.contains("?"), !rest.contains("#") else { throw .query }
        guard rest.utf8.allSatisfy(AddressParts.isPathByte) else { throw .badPath(String(rest)) }
        while rest.hasSuffix("/") { rest = rest.dropLast() }
        path = String(rest)
    }

    private static func isHost(_ host: String) -> Bool {
        if host.hasPrefix("[") {
            let inner = host.dropFirst().dropLast()
            return inner.contains(":")
                && inner.utf8.allSatisfy { byte in
                    switch byte {
                    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
                        UInt8(ascii: ":"), UInt8(ascii: "."):
                        true
                    default: false
                    }
                }
        }
        guard host.utf8.count <= 253 else { return false }
        return host.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
            !label.isEmpty && label.utf8.count <= 63 && !label.hasPrefix("-") && !label.hasSuffix("-")
                && label.utf8.allSatisfy { byte in
                    switch byte {
                    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                        UInt8(ascii: "-"):
                        true
                    default: false
                    }
                }
        }
    }

    /// The four numbers of an IPv4 address in its usual form; `127.1` and `0x7f.1` are not taken for one.
    private static func octets(_ host: String) -> [Int]? {
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 4 else { return nil }
        var octets: [Int] = []
        for part in parts {
            guard (1...3).contains(part.utf8.count), let number = Int(part), (0...255).contains(number),
                part == "0" || !part.hasPrefix("0")
            else { return nil }
            octets.append(number)
        }
        return octets
    }

    private static func isPathByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "."),
            UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "%"):
            true
        default: false
        }
    }
}
