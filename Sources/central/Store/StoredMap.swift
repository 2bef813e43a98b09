import Forms

/// A map of texts as it is kept in one column: a JSON object whose keys are taken as they are.
enum StoredMap {
    static func encode(_ map: [String: String]) throws -> [UInt8] {
        try StrictJSON.encode(JSONValue.object(map.mapValues(JSONValue.string)))
    }

    /// Nil for a text that is no such object.
    static func decode(_ text: String) -> [String: String]? {
        guard case .object(let members)? = try? StrictJSON.parse(Array(text.utf8)) else { return nil }
        let texts = members.compactMapValues { if case .string(let text) = $0 { text } else { nil } }
        return texts.count == members.count ? texts : nil
    }
}
