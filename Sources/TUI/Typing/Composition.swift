/// What a typed key does to the text before the cursor.
public struct Composition: Hashable, Sendable {
    /// Characters to take out before the cursor.
    public var deleting: Int
    /// What to put in there, in NFC.
    public var inserting: String

    public init(deleting: Int = 0, inserting: String) {
        self.deleting = deleting
        self.inserting = inserting
    }

    /// The least change that makes `new` of `old`.
    init(from old: [Character], to new: [Character]) {
        var common = 0
        while common < old.count, common < new.count, old[common] == new[common] { common += 1 }
        self.init(deleting: old.count - common, inserting: String(new[common...]))
    }
}
