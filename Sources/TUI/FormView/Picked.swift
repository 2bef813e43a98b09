import Forms

/// What a closed dropdown holds: the values chosen, whether or not their names are known yet.
struct Picked: Hashable, Sendable {
    var values: [String]
    var isMultiple: Bool
}
