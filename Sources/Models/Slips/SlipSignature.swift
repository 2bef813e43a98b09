/// A place to sign.
public struct SlipSignature: Hashable, Sendable {
    /// "NGƯỜI NỘP HỒ SƠ"
    public var title: String
    /// "(Ký và ghi rõ họ tên)"
    public var hint: String
    /// Below the signature; nil where it is to be written by hand.
    public var name: String?

    public init(title: String, hint: String, name: String?) {
        self.title = title
        self.hint = hint
        self.name = name
    }
}
