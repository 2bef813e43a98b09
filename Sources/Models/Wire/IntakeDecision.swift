/// What the desk decides on a dossier handed in: form 01, 02 or 03.
public enum IntakeDecision: String, Codable, Hashable, Sendable, CaseIterable {
    case receive
    case requestSupplement = "request_supplement"
    case refuse
}
