/// Where one value grows while it is encoded.
final class ValueNode {
    enum Content {
        case empty
        case value(JSONValue)
        case array([ValueNode])
        case object([String: ValueNode])
    }

    var content = Content.empty

    var json: JSONValue {
        switch content {
        case .empty: .object([:])
        case .value(let value): value
        case .array(let nodes): .array(nodes.map(\.json))
        case .object(let nodes): .object(nodes.mapValues(\.json))
        }
    }

    func member(_ name: String) -> ValueNode {
        let node = ValueNode()
        if case .object(var members) = content {
            content = .empty
            members[name] = node
            content = .object(members)
        } else {
            content = .object([name: node])
        }
        return node
    }

    var count: Int {
        if case .array(let nodes) = content { nodes.count } else { 0 }
    }

    func item() -> ValueNode {
        let node = ValueNode()
        if case .array(var nodes) = content {
            content = .empty
            nodes.append(node)
            content = .array(nodes)
        } else {
            content = .array([node])
        }
        return node
    }

    func write(_ value: some Encodable) throws {
        if let text = value as? String {
            content = .value(.string(text))
        } else if let whole = value as? JSONValue {
            content = .value(whole)
        } else if let primitive = value as? any JSONPrimitive {
            guard let json = primitive.json else {
                throw EncodingError.invalidValue(
                    value, .init(codingPath: [], debugDescription: "not a JSON number"))
            }
            content = .value(json)
        } else if let dictionary = value as? any TextKeyed {
            try dictionary.encode(into: self)
        } else {
            try value.encode(to: ValueEncoder(self))
        }
    }
}

/// Encodes into a `JSONValue` with `snake_case` keys; the twin of `ValueDecoder`.
///
/// It keeps no coding path: only a number that is not finite can fail.
struct ValueEncoder: Encoder {
    let node: ValueNode

    init(_ node: ValueNode) {
        self.node = node
    }

    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    static func encode(_ value: some Encodable) throws -> JSONValue {
        let node = ValueNode()
        try node.write(value)
        return node.json
    }

    func put(_ value: JSONValue) {
        node.content = .value(value)
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        if case .object = node.content {} else { node.content = .object([:]) }
        return KeyedEncodingContainer(Members<Key>(node: node))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        if case .array = node.content {} else { node.content = .array([]) }
        return Items(node: node)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer {
        Single(node: node)
    }
}

extension ValueEncoder {
    private struct Members<Key: CodingKey>: KeyedEncodingContainerProtocol {
        let node: ValueNode

        var codingPath: [any CodingKey] { [] }

        private func member(_ key: Key) -> ValueNode {
            node.member(JSONPath.snakeCase(key.stringValue))
        }

        func encodeNil(forKey key: Key) throws {
            member(key).content = .value(.null)
        }

        func encode<T: Encodable>(_ value: T, forKey key: Key) throws {
            try member(key).write(value)
        }

        func nestedContainer<Nested: CodingKey>(
            keyedBy type: Nested.Type, forKey key: Key
        ) -> KeyedEncodingContainer<Nested> {
            ValueEncoder(member(key)).container(keyedBy: type)
        }

        func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
            ValueEncoder(member(key)).unkeyedContainer()
        }

        func superEncoder() -> any Encoder { ValueEncoder(node) }

        func superEncoder(forKey key: Key) -> any Encoder { ValueEncoder(member(key)) }
    }

    private struct Items: UnkeyedEncodingContainer {
        let node: ValueNode

        var codingPath: [any CodingKey] { [] }
        var count: Int { node.count }

        func encodeNil() throws {
            node.item().content = .value(.null)
        }

        func encode<T: Encodable>(_ value: T) throws {
            try node.item().write(value)
        }

        func nestedContainer<Nested: CodingKey>(
            keyedBy type: Nested.Type
        ) -> KeyedEncodingContainer<Nested> {
            ValueEncoder(node.item()).container(keyedBy: type)
        }

        func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
            ValueEncoder(node.item()).unkeyedContainer()
        }

        func superEncoder() -> any Encoder { ValueEncoder(node.item()) }
    }

    private struct Single: SingleValueEncodingContainer {
        let node: ValueNode

        var codingPath: [any CodingKey] { [] }

        func encodeNil() throws {
            node.content = .value(.null)
        }

        func encode<T: Encodable>(_ value: T) throws {
            try node.write(value)
        }
    }
}
