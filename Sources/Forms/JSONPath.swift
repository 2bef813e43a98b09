/// Names and places of JSON members, as both decoders and the encoder write them.
enum JSONPath {
    /// Names that a type's own decoding put on the path are still Swift's.
    static func pointer(_ keys: [any CodingKey]) -> String {
        pointer(keys.map { $0 as? JSONKey ?? JSONKey(snakeCase($0.stringValue)) })
    }

    static func pointer(_ keys: [JSONKey]) -> String {
        keys.reduce(into: "") { $0 += "/" + StrictJSONError.escape($1.stringValue) }
    }

    /// `expiresIn` → `expires_in`, `lookupURL` → `lookup_url`; a name without capitals stays as it is.
    static func snakeCase(_ name: String) -> String {
        let isCapital: (UInt8) -> Bool = { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
        guard name.utf8.contains(where: isCapital) else { return name }
        let bytes = Array(name.utf8)
        var result: [UInt8] = []
        for (index, byte) in bytes.enumerated() {
            guard isCapital(byte) else {
                result.append(byte)
                continue
            }
            let follows = index > 0 && !isCapital(bytes[index - 1])
            let opens = index > 0 && index + 1 < bytes.count && !isCapital(bytes[index + 1])
            if follows || opens { result.append(UInt8(ascii: "_")) }
            result.append(byte | 0x20)
        }
        return String(decoding: result, as: UTF8.self)
    }
}

/// Marks dictionaries with text keys: their keys are data and no key strategy touches them.
protocol TextKeyed {
    static func decode(_ members: [String: JSONValue], by decoder: ValueDecoder) throws -> any TextKeyed
    func encode(into node: ValueNode) throws
}

extension Dictionary: TextKeyed where Key == String {
    static func decode(_ members: [String: JSONValue], by decoder: ValueDecoder) throws -> any TextKeyed {
        guard let type = Value.self as? any Decodable.Type else {
            throw decoder.wrongType("một giá trị đọc được")
        }
        var result: [String: Value] = [:]
        result.reserveCapacity(members.count)
        for (key, value) in members {
            guard let item = try decoder.read(type, value, JSONKey(key)) as? Value else { continue }
            result[key] = item
        }
        return result
    }

    func encode(into node: ValueNode) throws {
        node.content = .object([:])
        for (key, value) in self {
            guard let value = value as? any Encodable else { continue }
            try node.member(key).write(value)
        }
    }
}
