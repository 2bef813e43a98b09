/// Whether an issue stops a form from being handed in, or only asks for a second look.
public enum Severity: String, Codable, Hashable, Sendable {
    case error
    case warning
}
