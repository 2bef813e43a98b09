/// The training accounts, which share one password.
struct OfficerCatalogue: Codable, Sendable {
    var format: Int
    var version: Int
    var source: String
    var password: String
    var items: [OfficerAccount]
}
