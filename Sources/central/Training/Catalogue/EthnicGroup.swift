/// A row of the list of Vietnam's 54 ethnic groups.
struct EthnicGroup: Codable, Hashable, Sendable {
    var code: String
    var name: String
}
