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
            let clean = Normalization.nfc(text)
            if let issue = TextCheck.check(clean, lines: true) {
                faults.append(
                    .init(pointer, issue.code, issue.message.text(.vi), hint: issue.hint?.text(.vi)))
            }
            return .string(clean)
        case .array(let items):
            return .array(
                items.enumerated().map { normalize($1, at: "\(pointer)/\($0)", &faults) })
        case .object(let members):
            var clean: [String: JSONValue] = [:]
            for (key, member) in members.sorted(by: { $0.key < $1.key }) {
                let place = pointer + "/" + key.replacing("~", with: "~0").replacing("/", with: "~1")
                if let issue = TextCheck.check(key) {
                    faults.append(.init(place, issue.code, issue.message.text(.vi)))
                }
                clean[Normalization.nfc(key)] = normalize(member, at: place, &faults)
            }
            return .object(clean)
        case .null, .bool, .int, .double: return value
        }
    }
}
