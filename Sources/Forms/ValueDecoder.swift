/// Decodes from a `JSONValue` with `snake_case` keys.
///
/// It notes which members each type asks for. A type that leaves some unasked for is, in strict mode, an
/// error that names the first of them by its JSON pointer. `[String: T]`, `Answers` and `JSONValue` keep
/// their keys as they are.
final class ValueDecoder: Decoder {
    let value: JSONValue
    let isStrict: Bool
    private let parent: ValueDecoder?
    private let key: JSONKey?
    private var asked: Set<String>?

    let userInfo: [CodingUserInfoKey: Any] = [:]

    init(_ value: JSONValue, isStrict: Bool, parent: ValueDecoder? = nil, key: JSONKey? = nil) {
        self.value = value
        self.isStrict = isStrict
        self.parent = parent
        self.key = key
    }

    var keys: [JSONKey] {
        (parent?.keys ?? []) + (key.map { [$0] } ?? [])
    }

    var codingPath: [any CodingKey] { keys }

    static func decode<T: Decodable>(
        _ type: T.Type, from value: JSONValue, isStrict: Bool
    ) throws(StrictJSONError) -> T {
        do {
            return try ValueDecoder(value, isStrict: isStrict).read(type, value, nil)
        } catch let error as StrictJSONError {
            throw error
        } catch let error as DecodingError {
            throw StrictJSONError(error)
        } catch {
            throw StrictJSONError(pointer: "", code: "invalid_value", message: "Dữ liệu không đọc được.")
        }
    }

    /// Reads a member, an item or, without a key, the same value as another type.
    func read<T: Decodable>(_ type: T.Type, _ value: JSONValue, _ key: JSONKey?) throws -> T {
        if T.self == String.self, case .string(let text) = value, let result = text as? T { return result }
        if T.self == JSONValue.self, let whole = value as? T { return whole }
        if let primitive = T.self as? any JSONPrimitive.Type {
            guard let result = primitive.init(json: value) as? T else {
                throw ValueDecoder(value, isStrict: isStrict, parent: self, key: key)
                    .wrongType(primitive.jsonName)
            }
            return result
        }
        let inner = ValueDecoder(value, isStrict: isStrict, parent: self, key: key)
        if let dictionary = T.self as? any TextKeyed.Type {
            guard case .object(let members) = value else { throw inner.wrongType("một đối tượng") }
            if let result = try dictionary.decode(members, by: inner) as? T { return result }
        }
        let result: T
        do {
            result = try T(from: inner)
        } catch DecodingError.dataCorrupted(let context) where T.self is any RawRepresentable<String>.Type {
            // Swift's own words are English, and don't say what may stand there.
            guard case .string(let text) = value, let choices = T.self as? any CaseIterable.Type else {
                throw DecodingError.dataCorrupted(context)
            }
            throw StrictJSONError(
                pointer: JSONPath.pointer(inner.keys), code: "invalid_value",
                message: "Không có “\(text.prefix(80))” ở đây; chỉ nhận: \(Self.names(of: choices)).")
        }
        try inner.refuseUnasked()
        return result
    }

    private static func names<Choices: CaseIterable>(of choices: Choices.Type) -> String {
        Choices.allCases.compactMap { ($0 as? any RawRepresentable<String>)?.rawValue }
            .joined(separator: ", ")
    }

    private func refuseUnasked() throws {
        guard isStrict, let asked, case .object(let members) = value,
            let unknown = members.keys.filter({ !asked.contains($0) }).min()
        else { return }
        throw StrictJSONError(
            pointer: JSONPath.pointer(keys + [JSONKey(unknown)]), code: "unknown_key",
            message: "Không có mục nào tên “\(unknown)”.")
    }

    func wrongType(_ expected: String) -> StrictJSONError {
        StrictJSONError(
            pointer: JSONPath.pointer(keys), code: "wrong_type", message: "Giá trị phải là \(expected).")
    }

    func ask(_ name: String) {
        asked?.insert(name)
    }

    func askAll(_ names: some Sequence<String>) {
        asked?.formUnion(names)
    }

    /// The value with all that is in it, for types that look through it themselves.
    func takeWhole() -> JSONValue {
        asked = nil
        return value
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        guard case .object(let members) = value else { throw wrongType("một đối tượng") }
        if asked == nil { asked = [] }
        return KeyedDecodingContainer(Members<Key>(decoder: self, members: members))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        guard case .array(let items) = value else { throw wrongType("một danh sách") }
        return Items(decoder: self, items: items)
    }

    func singleValueContainer() throws -> any SingleValueDecodingContainer {
        Single(decoder: self)
    }
}

extension ValueDecoder {
    private struct Members<Key: CodingKey>: KeyedDecodingContainerProtocol {
        let decoder: ValueDecoder
        let members: [String: JSONValue]

        var codingPath: [any CodingKey] { decoder.codingPath }

        var allKeys: [Key] {
            decoder.askAll(members.keys)
            return members.keys.sorted().compactMap(Key.init(stringValue:))
        }

        private func value(_ key: Key) -> (name: String, value: JSONValue?) {
            let name = JSONPath.snakeCase(key.stringValue)
            decoder.ask(name)
            return (name, members[name])
        }

        func contains(_ key: Key) -> Bool {
            value(key).value != nil
        }

        func decodeNil(forKey key: Key) throws -> Bool {
            value(key).value.map { $0 == .null } ?? true
        }

        func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T {
            let (name, value) = value(key)
            guard let value else {
                throw StrictJSONError(
                    pointer: JSONPath.pointer(decoder.keys + [JSONKey(name)]), code: "missing_key",
                    message: "Thiếu mục “\(name)”.")
            }
            return try decoder.read(type, value, JSONKey(name))
        }

        private func inner(_ key: Key) throws -> ValueDecoder {
            let (name, value) = value(key)
            return ValueDecoder(
                value ?? .null, isStrict: decoder.isStrict, parent: decoder, key: JSONKey(name))
        }

        func nestedContainer<Nested: CodingKey>(
            keyedBy type: Nested.Type, forKey key: Key
        ) throws -> KeyedDecodingContainer<Nested> {
            try inner(key).container(keyedBy: type)
        }

        func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
            try inner(key).unkeyedContainer()
        }

        func superDecoder() throws -> any Decoder { decoder }

        func superDecoder(forKey key: Key) throws -> any Decoder { try inner(key) }
    }

    private struct Items: UnkeyedDecodingContainer {
        let decoder: ValueDecoder
        let items: [JSONValue]
        var currentIndex = 0

        init(decoder: ValueDecoder, items: [JSONValue]) {
            self.decoder = decoder
            self.items = items
        }

        var codingPath: [any CodingKey] { decoder.codingPath }
        var count: Int? { items.count }
        var isAtEnd: Bool { currentIndex >= items.count }

        private func current() throws -> JSONValue {
            guard !isAtEnd else { throw decoder.wrongType("một danh sách dài hơn") }
            return items[currentIndex]
        }

        mutating func decodeNil() throws -> Bool {
            guard try current() == .null else { return false }
            currentIndex += 1
            return true
        }

        mutating func decode<T: Decodable>(_ type: T.Type) throws -> T {
            let result = try decoder.read(type, try current(), JSONKey(currentIndex))
            currentIndex += 1
            return result
        }

        private mutating func inner() throws -> ValueDecoder {
            let decoder = ValueDecoder(
                try current(), isStrict: decoder.isStrict, parent: decoder, key: JSONKey(currentIndex))
            currentIndex += 1
            return decoder
        }

        mutating func nestedContainer<Nested: CodingKey>(
            keyedBy type: Nested.Type
        ) throws -> KeyedDecodingContainer<Nested> {
            try inner().container(keyedBy: type)
        }

        mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
            try inner().unkeyedContainer()
        }

        mutating func superDecoder() throws -> any Decoder { try inner() }
    }

    private struct Single: SingleValueDecodingContainer {
        let decoder: ValueDecoder

        var codingPath: [any CodingKey] { decoder.codingPath }

        func decodeNil() -> Bool { decoder.value == .null }

        func decode<T: Decodable>(_ type: T.Type) throws -> T {
            try decoder.read(type, decoder.value, nil)
        }
    }
}

extension StrictJSONError {
    /// What a type's own `init(from:)` objects to.
    init(_ error: DecodingError) {
        switch error {
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            self.init(
                pointer: JSONPath.pointer(context.codingPath), code: "wrong_type",
                message: "Giá trị không đúng kiểu: \(context.debugDescription).")
        case .keyNotFound(let key, let context):
            self.init(
                pointer: JSONPath.pointer(context.codingPath + [key]), code: "missing_key",
                message: "Thiếu mục “\(key.stringValue)”.")
        case .dataCorrupted(let context):
            self.init(
                pointer: JSONPath.pointer(context.codingPath), code: "invalid_value",
                message: "Giá trị không hợp lệ: \(context.debugDescription).")
        @unknown default:
            self.init(pointer: "", code: "invalid_value", message: "Dữ liệu không đọc được.")
        }
    }
}
