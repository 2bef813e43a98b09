/// An entry of a reference set.
public struct ReferenceItem: Codable, Hashable, Sendable {
    public var code: String
    public var name: String
    /// The entry above it: a commune's province.
    public var parent: String?
    public var extra: [String: String]?

    public init(code: String, name: String, parent: String? = nil, extra: [String: String]? = nil) {
        self.code = code
        self.name = name
        self.parent = parent
        self.extra = extra
    }
}
