import Models

/// An officer as a request knows him: who he is, where he works, and what he is assigned to on this day.
struct Officer: Sendable, Hashable {
    struct Assignment: Sendable, Hashable {
        var unit: String
        var role: Role
    }

    var id: String
    /// The real person behind the account. Keys of acts belong to the person.
    var person: String
    var account: String
    var name: String
    var position: String
    var unit: String
    var unitName: String
    var unitPhone: String?
    /// Those in force today.
    var assignments: [Assignment]
    /// The dossiers that he opened with a reason, as long as he may read them.
    var opened: Set<String> = []

    var reference: OfficerRef { OfficerRef(id: id, name: name, position: position) }
    var roles: Set<Role> { Set(assignments.map(\.role)) }
}
