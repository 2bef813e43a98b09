import Models

/// A code of the post and what it means in our words.
struct PostalStatus: Codable, Hashable, Sendable {
    var code: String
    var name: String
    var state: ShipmentState
}
