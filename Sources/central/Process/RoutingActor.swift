import Models

/// Who acts: the account, the real person behind it, what he is assigned to, and whose rights were delegated to him.
struct RoutingActor: Hashable, Sendable {
    struct Assignment: Hashable, Sendable {
        var unit: String
        var role: String
    }

    /// An officer whose rights are used: the actor himself, or one who delegated.
    struct Principal: Hashable, Sendable {
        var officer: OfficerRef
        var assignments: Set<Assignment>
    }

    var principal: Principal
    var person: String
    /// Those who delegated to him, each with what they have lent him and he may use now.
    var delegators: [Principal] = []

    var id: ID { principal.officer.id }
    var name: String { principal.officer.name }
}
