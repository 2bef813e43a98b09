/// Where the result is handed over.
public enum DeliveryMethod: String, Codable, Hashable, Sendable, CaseIterable {
    case desk
    case post
    case online
}
