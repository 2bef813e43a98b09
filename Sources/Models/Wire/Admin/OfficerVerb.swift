/// What administrators do with an officer.
public enum OfficerVerb: String, Codable, Hashable, Sendable, CaseIterable {
    case change, suspend, reactivate, revoke, transfer, review, assign
    case endAssignment = "end_assignment"
}
