/// The exemption that a quote has reckoned with.
public struct AppliedExemption: Codable, Hashable, Sendable {
    public var code: String
    public var name: String
    public var text: String

    public init(code: String, name: String, text: String) {
        self.code = code
        self.name = name
        self.text = text
    }
}
