import Forms

/// Reads JSON bodies: strict, in NFC, and without characters that can't be seen.
enum RequestBody {
    /// How deep arrays and objects may lie in one another.
    static let deepest = 32

    /// - Parameter opaque: A member that central only keeps, never reads: what was typed there, wrong or not,
    ///   is taken as it is.
    static func decode<T: Decodable>(_ type: T.Type, from bytes: [UInt8], opaque: String? = nil) throws -> T {
        let value = try parse(bytes, opaque: opaque)
        do {
            return try StrictJSON.decode(type, from: value)
        } catch {
            throw ProblemError(
                .invalidBody, detail: error.message,
                errors: [.init(error.pointer, error.code, error.message)])
        }
    }

    /// The body as a JSON object whose texts are in NFC.
    static func parse(_ bytes: [UInt8], opaque: String? = nil) throws -> JSONValue {
        guard String(validating: bytes, as: UTF8.self) != nil, isShallow(bytes) else {
            throw ProblemError(.malformedJSON)
        }
        let value: JSONValue
        do {
            value = try StrictJSON.decode(JSONValue.self, from: bytes)
        } catch {
            throw ProblemError(.malformedJSON, detail: error.message)
        }
        guard case .object(let members) = value else {
            throw ProblemError(
                .invalidBody, detail: "Nội dung gửi lên phải là một đối tượng JSON.",
                errors: [.init("", "wrong_type", "Phải là một đối tượng.")])
        }
        var problems: [InputFault] = []
        let kept = members.filter { $0.key == opaque }
        let rest = normalize(.object(members.filter { $0.key != opaque }), at: "", &problems)
        guard problems.isEmpty else {
            throw ProblemError(.invalidInput, errors: Array(problems.prefix(50)))
        }
        guard case .object(let clean) = rest else { return rest }
        return .object(clean.merging(kept) { $1 })
    }

    /// A body whose brackets lie too deep would cost stack; texts are skipped.
    private static func isShallow(_ bytes: [UInt8]) -> Bool {
        var depth = 0
        var isInText = false
        var isEscaped = false
        for byte in bytes {
            if isInText {
                if isEscaped {
                    isEscaped = false
                } else if byte == UInt8(ascii: "\\") {
                    isEscaped = true
                } else if byte == UInt8(ascii: "\"") {
                    isInText = false
                }
                continue
            }
            switch byte {
            case UInt8(ascii: "\""): isInText = true
            case UInt8(ascii: "["), UInt8(ascii: "{"):
                depth += 1
                if depth > deepest { return false }
            case UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
            default: break
            }
        }
        return true
    }

    private static func normalize(
        _ value: JSONValue, at pointer: String, _ faults: inout [InputFault]
    ) -> JSONValue {
        switch value {
        case .string(let text):
            if text.unicodeScalars.contains(where: isHidden) {
                faults.append(
                    .init(
                        pointer, "hidden_character", "Có ký tự điều khiển hoặc ký tự ẩn.",
                        hint: "Xóa đi và gõ lại, không dán từ nơi khác."))
            }
            return .string(Normalization.nfc(text))
        case .array(let items):
            return .array(
                items.enumerated().map { normalize($1, at: "\(pointer)/\($0)", &faults) })
        case .object(let members):
            var clean: [String: JSONValue] = [:]
            for (key, member) in members.sorted(by: { $0.key < $1.key }) {
                let place = pointer + "/" + key.replacing("~", with: "~0").replacing("/", with: "~1")
                if key.unicodeScalars.contains(where: isHidden) {
                    faults.append(.init(place, "hidden_character", "Tên trường có ký tự điều khiển."))
                }
                clean[Normalization.nfc(key)] = normalize(member, at: place, &faults)
            }
            return .object(clean)
        case .null, .bool, .int, .double: return value
        }
    }

    /// C0 but for tab and line feed, C1, bidirectional controls, zero-width and tag characters.
    static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A: false
        case 0x00...0x1F, 0x7F...0x9F: true
        case 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x2064, 0x2066...0x206F, 0xFEFF, 0x61C: true
        case 0xFFF9...0xFFFB, 0xE0000...0xE007F: true
        default: false
        }
    }
}
