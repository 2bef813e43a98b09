/// JSON for data files and request bodies: what is not expected is refused, with its place.
///
/// Keys are `snake_case` on the wire and camelCase in Swift. An unknown or duplicate key, a missing key, a
/// wrong type or a bad value is a `StrictJSONError` whose pointer a screen can put at the right field.
public enum StrictJSON {
    public static func decode<T: Decodable>(
        _ type: T.Type, from data: some Collection<UInt8>
    ) throws(StrictJSONError) -> T {
        try decode(type, from: parse(data))
    }

    public static func decode<T: Decodable>(
        _ type: T.Type, from value: JSONValue
    ) throws(StrictJSONError) -> T {
        try ValueDecoder.decode(type, from: value, isStrict: true)
    }

    /// The bytes of a value: compact, members sorted by key; equal values give equal bytes.
    public static func encode<T: Encodable>(_ value: T) throws -> [UInt8] {
        var writer = JSONWriter()
        writer.write(try ValueEncoder.encode(value))
        return writer.bytes
    }

    /// The value as a tree, under the same keys.
    public static func value(of value: some Encodable) throws -> JSONValue {
        try ValueEncoder.encode(value)
    }

    /// Only the syntax: one JSON value, UTF-8, no duplicate keys, at most 64 levels deep.
    public static func parse(_ data: some Collection<UInt8>) throws(StrictJSONError) -> JSONValue {
        var parser = JSONParser(Array(data))
        return try parser.parse()
    }
}
