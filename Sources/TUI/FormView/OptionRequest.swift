/// A part of a reference set that a dropdown needs.
public struct OptionRequest: Hashable, Sendable {
    /// The name of the set: "provinces", "communes".
    public var set: String
    /// The answer of the parent field, where the set depends on one.
    public var parent: String?
    /// How many options of it are there already (eForm DD-4).
    public var offset: Int
    /// What was typed into a search field; nil for a whole set. Only what matches is wanted.
    public var query: String?
    /// The one option whose name is wanted: it stands on the form already. nil for a list.
    public var code: String?

    public init(
        set: String, parent: String? = nil, offset: Int = 0, query: String? = nil, code: String? = nil
    ) {
        self.set = set
        self.parent = parent
        self.offset = offset
        self.query = query
        self.code = code
    }
}
