import Forms

/// Words that differ by one letter: left out, put in, another one, or two that changed places.
///
/// Two such words have a key in common, the word itself or the word with one letter left out. So the words near another
/// one are found by equal keys, and not by looking at all words.
enum NearWords {
    /// One letter is near all that begin or end with it. Two are a fifth of all surnames: Lê, Vũ, Võ, Đỗ.
    static let shortest = 2
    /// No word of a name is longer; what is, is found whole only.
    private static let longest = 24

    /// The keys that a word is found by.
    static func keys(_ word: String) -> Set<String> {
        var keys: Set<String> = [word]
        let letters = Array(word)
        guard (shortest...longest).contains(letters.count) else { return keys }
        for index in letters.indices {
            var rest = letters
            rest.remove(at: index)
            keys.insert(String(rest))
        }
        return keys
    }

    /// Whether one becomes the other by a single slip.
    static func areNear(_ one: String, _ other: String) -> Bool {
        let (a, b) = (Array(one), Array(other))
        guard abs(a.count - b.count) <= 1, a != b else { return a == b }
        var start = 0
        while start < min(a.count, b.count), a[start] == b[start] { start += 1 }
        var end = 0
        while end < min(a.count, b.count) - start, a[a.count - 1 - end] == b[b.count - 1 - end] { end += 1 }
        let (left, right) = (a[start..<(a.count - end)], b[start..<(b.count - end)])
        if left.count <= 1, right.count <= 1 { return true }
        return left.count == 2 && right.count == 2 && left.first == right.last && left.last == right.first
    }
}
