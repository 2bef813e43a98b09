import Forms
import Models

/// Answers of a fixed shape: their keys are always there, with null where there is no value.
enum FixedShape {
    static func page(_ items: [JSONValue], next: String?) -> JSONValue {
        .object(["items": .array(items), "next_cursor": next.map(JSONValue.string) ?? .null])
    }

    static func page(_ items: some Sequence<some Encodable>, next: String?, nullable keys: [String] = [])
        throws -> JSONValue
    {
        page(try items.map { try value($0, nullable: keys) }, next: next)
    }

    /// A value with null at those of its keys that it left out.
    static func value(_ value: some Encodable, nullable keys: [String]) throws -> JSONValue {
        let json = try StrictJSON.value(of: value)
        guard case .object(var members) = json else { return json }
        for key in keys where members[key] == nil { members[key] = .null }
        return .object(members)
    }
}
