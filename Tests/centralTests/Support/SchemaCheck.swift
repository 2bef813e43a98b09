import Forms
import Models
import Yams

/// Holds values against the schemas of openapi.yaml: the part of JSON Schema that the file uses.
///
/// Objects are taken strictly: a member that the schema doesn't name is a fault, so an answer can't tell more than
/// the description says.
struct SchemaCheck {
    let document: JSONValue

    /// What is wrong with a value, each with its place; empty where it fits.
    func faults(_ value: JSONValue, _ schema: JSONValue, at place: String = "") -> [String] {
        if let reference = schema["$ref"]?.text {
            guard let target = resolve(reference) else { return ["\(place): no \(reference)"] }
            return faults(value, target, at: place)
        }
        if let alternatives = schema["anyOf"]?.list {
            let found = alternatives.map { faults(value, $0, at: place) }
            return found.contains(where: \.isEmpty) ? [] : found.min { $0.count < $1.count } ?? []
        }
        let types = schema["type"]?.text.map { [$0] } ?? schema["type"]?.list?.compactMap(\.text) ?? []
        guard types.isEmpty || types.contains(where: { fits(value, $0) }) else {
            return ["\(place): \(value) is no \(types.joined(separator: " or "))"]
        }
        var found: [String] = []
        if let allowed = schema["enum"]?.list, case .string(let text) = value,
            !allowed.contains(where: { $0.text == text })
        {
            found.append("\(place): \(text) is none of the listed")
        }
        if case .string(let text) = value, let format = schema["format"]?.text, !hasFormat(text, format) {
            found.append("\(place): \(text) is no \(format)")
        }
        found += bounds(value, schema, at: place)
        if case .array(let items) = value, let item = schema["items"] {
            for (index, member) in items.enumerated() {
                found += faults(member, item, at: "\(place)/\(index)")
            }
        }
        if case .object(let members) = value { found += faults(members, schema, at: place) }
        return found
    }

    private func faults(_ members: [String: JSONValue], _ schema: JSONValue, at place: String) -> [String] {
        var found: [String] = []
        for name in schema["required"]?.list?.compactMap(\.text) ?? [] where members[name] == nil {
            found.append("\(place)/\(name) is missing")
        }
        let extra = schema["additionalProperties"]
        let properties = schema["properties"]
        for (name, member) in members {
            if let property = properties?[name] {
                found += faults(member, property, at: "\(place)/\(name)")
            } else if let extra, extra.flag == nil {
                found += faults(member, extra, at: "\(place)/\(name)")
            } else if properties != nil, extra?.flag != true {
                found.append("\(place)/\(name) is not described")
            }
        }
        return found
    }

    /// What is too small or too large.
    private func bounds(_ value: JSONValue, _ schema: JSONValue, at place: String) -> [String] {
        let (size, least, most): (Double, String, String)
        switch value {
        case .int(let number): (size, least, most) = (Double(number), "minimum", "maximum")
        case .double(let number): (size, least, most) = (number, "minimum", "maximum")
        case .string(let text):
            (size, least, most) = (Double(text.unicodeScalars.count), "minLength", "maxLength")
        case .array(let items): (size, least, most) = (Double(items.count), "minItems", "maxItems")
        default: return []
        }
        var found: [String] = []
        if let limit = schema[least].flatMap(Self.limit), size < limit {
            found.append("\(place): \(size) < \(least)")
        }
        if let limit = schema[most].flatMap(Self.limit), size > limit {
            found.append("\(place): \(size) > \(most)")
        }
        return found
    }

    private static func limit(_ value: JSONValue) -> Double? {
        switch value {
        case .int(let number): Double(number)
        case .double(let number): number
        default: nil
        }
    }

    func resolve(_ reference: String) -> JSONValue? {
        var node: JSONValue? = document
        for part in reference.split(separator: "/").dropFirst() { node = node?[String(part)] }
        return node
    }

    private func fits(_ value: JSONValue, _ type: String) -> Bool {
        switch (value, type) {
        case (.null, "null"), (.bool, "boolean"), (.int, "integer"), (.int, "number"), (.double, "number"),
            (.string, "string"), (.array, "array"), (.object, "object"):
            true
        default: false
        }
    }

    private func hasFormat(_ text: String, _ format: String) -> Bool {
        switch format {
        case "uuid": UUIDv7.isValid(text)
        case "date": LocalDate(iso: text) != nil
        case "date-time": Instant(rfc3339: text) != nil && text.hasSuffix("+07:00")
        case "uri": text.contains(":")
        default: true
        }
    }
}

extension JSONValue {
    var list: [JSONValue]? {
        if case .array(let items) = self { items } else { nil }
    }

    var members: [String: JSONValue]? {
        if case .object(let members) = self { members } else { nil }
    }

    var flag: Bool? {
        if case .bool(let flag) = self { flag } else { nil }
    }
}

extension Node {
    /// The node as a JSON value.
    var json: JSONValue {
        switch self {
        case .scalar(let scalar):
            if scalar.style == .singleQuoted || scalar.style == .doubleQuoted {
                return .string(scalar.string)
            }
            if let flag = bool { return .bool(flag) }
            if let number = int { return .int(number) }
            return null == nil ? .string(scalar.string) : .null
        case .sequence(let items): return .array(items.map(\.json))
        case .mapping(let members):
            var object: [String: JSONValue] = [:]
            for (key, value) in members { object[key.string ?? ""] = value.json }
            return .object(object)
        case .alias: return .null
        }
    }
}
