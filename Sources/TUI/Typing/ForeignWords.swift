/// Words of other languages, in daily use at a desk, whose keys make a possible syllable or take a doubled
/// letter for an undone mark. Kept short on purpose: each one costs a way to type a syllable ("tét" is then
/// `tets`, not `test`). What stands here with capitals is meant with them only.
enum ForeignWords {
    static func contains(_ keys: [Character]) -> Bool {
        guard lengths.contains(keys.count) else { return false }
        let word = String(keys)
        return words.contains(word) || words.contains(word.lowercased())
    }

    private static let words: Set<String> = [
        "test", "visa", "virus", "taxi", "pass", "passport", "password", "post", "offline", "miss", "USA",
        "MoMo", "just", "less", "loss", "boss", "axis", "Paris", "here", "photos",
    ]

    private static let lengths = Set(words.map(\.count))
}
