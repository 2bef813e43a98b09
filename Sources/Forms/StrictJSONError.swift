/// Why a JSON text was refused, and where.
public struct StrictJSONError: Error, Hashable, Sendable, CustomStringConvertible {
    /// RFC 6901; empty for the whole document.
    public var pointer: String
    /// `unknown_key`, `missing_key`, `wrong_type`, `invalid_value`, `duplicate_key` or `syntax`.
    public var code: String
    /// In Vietnamese, for people: it may be shown as it stands.
    public var message: String

    public init(pointer: String, code: String, message: String) {
        self.pointer = pointer
        self.code = code
        self.message = message
    }

    public var description: String {
        "\(code) at \(pointer.isEmpty ? "/" : pointer): \(message)"
    }

    /// One part of a JSON pointer, with `~` and `/` written as RFC 6901 asks.
    static func escape(_ part: String) -> String {
        guard part.utf8.contains(where: { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "/") }) else {
            return part
        }
        var text = ""
        for character in part {
            switch character {
            case "~": text += "~0"
            case "/": text += "~1"
            default: text.append(character)
            }
        }
        return text
    }

    static func unescape(_ part: some StringProtocol) -> String {
        guard part.utf8.contains(UInt8(ascii: "~")) else { return String(part) }
        var text = ""
        var pending = false
        for character in part {
            if pending {
                pending = false
                switch character {
                case "0": text += "~"
                case "1": text += "/"
                default:
                    text += "~"
                    text.append(character)
                }
            } else if character == "~" {
                pending = true
            } else {
                text.append(character)
            }
        }
        return pending ? text + "~" : text
    }
}
