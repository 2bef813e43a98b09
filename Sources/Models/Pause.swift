/// A stretch in which a dossier's clock stands: a supplement asked for, a payment waited for.
public struct Pause: Codable, Hashable, Sendable {
    public var from: Instant
    /// Nil while the pause lasts.
    public var to: Instant?
    public var resume: Resume

    public init(from: Instant, to: Instant? = nil, resume: Resume = .continue) {
        self.from = from
        self.to = to
        self.resume = resume
    }

    /// How the clock goes on afterwards.
    public enum Resume: String, Codable, Hashable, Sendable {
        /// Where it stood.
        case `continue`
        /// From the beginning ("tính lại từ đầu").
        case reset
    }
}
