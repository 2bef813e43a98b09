/// A place to sign.
public struct SlipSignature: Codable, Hashable, Sendable {
    /// Place and date above it; nil: none.
    public var date: String?
    /// "NGƯỜI NỘP HỒ SƠ"
    public var title: String
    /// "(Ký và ghi rõ họ tên)"; empty: none.
    public var hint: String
    /// Below the signature; nil where it is to be written by hand.
    public var name: String?

    public init(title: String, hint: String, name: String?, date: String? = nil) {
        self.date = date
        self.title = title
        self.hint = hint
        self.name = name
    }
}
