/// What the matrix of bindings is narrowed to.
public struct BindingQuery: Hashable, Sendable {
    /// Words of the name, or a part of the code; with `*` it is a pattern of codes.
    public var text: String
    /// A code of the reference set `fields`.
    public var field: String?
    /// `gaps`, `bound` or `unbound`.
    public var state: String?

    public init(text: String = "", field: String? = nil, state: String? = nil) {
        self.text = text
        self.field = field
        self.state = state
    }
}
