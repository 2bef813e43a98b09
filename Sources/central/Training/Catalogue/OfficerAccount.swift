import Forms
import Models

/// A training account.
struct OfficerAccount: Codable, Hashable, Sendable, Identifiable {
    var id: ID
    /// What is typed at the login.
    var username: String
    var name: String
    var position: String
    /// The code of the unit that the officer works in.
    var unit: String
    /// Codes of roles, all held in that unit.
    var roles: [String]
    var from: LocalDate
}
