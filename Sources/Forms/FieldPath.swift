/// The place of one field on a form: the field itself, or one row of a repeating group.
public struct FieldPath: Hashable, Sendable {
    public var field: String
    /// The repeating group that holds the field; nil for a field that stands once.
    public var group: String?
    /// The row in the group, from 0.
    public var row: Int?

    public init(_ field: String, group: String? = nil, row: Int? = nil) {
        self.field = field
        self.group = group
        self.row = row
    }

    public init(field: String, group: String? = nil, row: Int? = nil) {
        self.init(field, group: group, row: row)
    }

    /// The JSON pointer (RFC 6901) of the answer in a request body: `/answers/ho_ten`,
    /// `/answers/con/0/ten`.
    public var pointer: String {
        var text = "/answers"
        for part in [group, row.map(String.init), field] {
            guard let part, !part.isEmpty else { continue }
            text += "/" + StrictJSONError.escape(part)
        }
        return text
    }

    /// Reads what `pointer` writes; nil for a pointer of another shape.
    public init?(pointer: String) {
        let parts = pointer.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
            .map(StrictJSONError.unescape)
        guard parts.first == "answers" else { return nil }
        switch parts.count {
        case 2: self.init(parts[1])
        case 4:
            guard let row = Int(parts[2]), row >= 0 else { return nil }
            self.init(parts[3], group: parts[1], row: row)
        default: return nil
        }
    }
}
