/// JSON as `StrictJSON` reads and writes it, but for unknown keys: those are passed over.
///
/// For what comes from a server. Within `/v1` a newer one may add members, and an older desk has to go on
/// reading its answers.
public enum LenientJSON {
    public static func decode<T: Decodable>(
        _ type: T.Type, from data: some Collection<UInt8>
    ) throws(StrictJSONError) -> T {
        try decode(type, from: StrictJSON.parse(data))
    }

    public static func decode<T: Decodable>(
        _ type: T.Type, from value: JSONValue
    ) throws(StrictJSONError) -> T {
        try ValueDecoder.decode(type, from: value, isStrict: false)
    }

    public static func encode<T: Encodable>(_ value: T) throws -> [UInt8] {
        try StrictJSON.encode(value)
    }
}
