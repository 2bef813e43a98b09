import Forms

/// A kind of work that officers are assigned to.
struct RoleDefinition: Codable, Hashable, Sendable {
    var code: String
    var name: Phrase
    var description: String
}
