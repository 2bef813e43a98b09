/// A kind of work that officers are assigned to.
public struct RoleSummary: Codable, Hashable, Sendable {
    public var code: String
    public var name: String
    /// Whether giving or taking it needs two administrators.
    public var needsTwo: Bool
    /// Whether the one who asks may give it.
    public var mayGive: Bool

    public init(code: String, name: String, needsTwo: Bool, mayGive: Bool) {
        self.code = code
        self.name = name
        self.needsTwo = needsTwo
        self.mayGive = mayGive
    }
}
