/// An item of a reference set by its code.
struct ReferenceKey: Sendable, Hashable {
    var set: String
    var code: String
}
