/// A path with its query, percent-encoded (RFC 3986 §2.1) where it is put together:
///
///     let target: Target = "/v1/dossiers/\(id)/events"
///     target.with("cursor", cursor).text
///
/// What is interpolated becomes one segment, whatever it holds: a slash, a question mark or `..` from outside
/// cannot lead to another route.
public struct Target: Hashable, Sendable {
    public private(set) var text: String
    private var hasQuery = false

    /// A target that was put together before.
    init(text: String) {
        self.text = text
        hasQuery = text.contains("?")
    }

    /// The same target with one more parameter; nil and the empty text leave it out.
    public func with(_ name: String, _ value: String?) -> Target {
        guard let value, !value.isEmpty else { return self }
        var copy = self
        copy.text += (hasQuery ? "&" : "?") + Target.encode(name) + "=" + Target.encode(value)
        copy.hasQuery = true
        return copy
    }

    public func with(_ name: String, _ value: Int?) -> Target {
        with(name, value.map { String($0) })
    }

    /// `text` with everything but unreserved characters encoded byte by byte.
    public static func encode(_ text: String) -> String {
        var encoded: [UInt8] = []
        encoded.reserveCapacity(text.utf8.count)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
                UInt8(ascii: "_"),
                UInt8(ascii: "~"):
                encoded.append(byte)
            default:
                encoded.append(UInt8(ascii: "%"))
                encoded.append(hexadecimal(byte >> 4))
                encoded.append(hexadecimal(byte & 15))
            }
        }
        return String(decoding: encoded, as: UTF8.self)
    }

    /// As `encode`, and the segments that mean "here" and "up" lose that meaning.
    static func encodeSegment(_ text: String) -> String {
        switch text {
        case ".": "%2E"
        case "..": "%2E%2E"
        default: encode(text)
        }
    }

    private static func hexadecimal(_ digit: UInt8) -> UInt8 {
        digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "A") + digit - 10
    }
}

extension Target: ExpressibleByStringInterpolation {
    public init(stringLiteral value: String) {
        text = value
    }

    public init(stringInterpolation: StringInterpolation) {
        text = stringInterpolation.text
    }

    public struct StringInterpolation: StringInterpolationProtocol {
        var text = ""

        public init(literalCapacity: Int, interpolationCount: Int) {
            text.reserveCapacity(literalCapacity + interpolationCount * 36)
        }

        public mutating func appendLiteral(_ literal: String) {
            text += literal
        }

        public mutating func appendInterpolation(_ segment: String) {
            text += Target.encodeSegment(segment)
        }

        public mutating func appendInterpolation(_ segment: Int) {
            text += String(segment)
        }
    }
}
