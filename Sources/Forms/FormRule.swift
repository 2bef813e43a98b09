/// A condition between fields (eForm VA-1).
///
/// It is broken only where the expression is plainly false: while a field that it compares is still empty
/// the rule says nothing, for that is the business of `required`.
public struct FormRule: Hashable, Sendable, Identifiable {
    public var id: String
    public var holds: Expression
    /// The field that the message stands at. Where it belongs to a repeating group, the rule is checked row
    /// by row.
    public var field: String
    public var message: Phrase
    public var hint: Phrase?
    public var severity: Severity

    public init(
        id: String, holds: Expression, field: String, message: Phrase, hint: Phrase? = nil,
        severity: Severity = .error
    ) {
        self.id = id
        self.holds = holds
        self.field = field
        self.message = message
        self.hint = hint
        self.severity = severity
    }
}

extension FormRule: Codable {
    private enum CodingKeys: String, CodingKey {
        case id, holds, field, message, hint, severity
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            id: try container.decode(String.self, forKey: .id),
            holds: try container.decode(Expression.self, forKey: .holds),
            field: try container.decode(String.self, forKey: .field),
            message: try container.decode(Phrase.self, forKey: .message),
            hint: try container.decodeIfPresent(Phrase.self, forKey: .hint),
            severity: try container.decodeIfPresent(Severity.self, forKey: .severity) ?? .error)
    }
}
