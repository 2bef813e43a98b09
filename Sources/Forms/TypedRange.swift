/// Cuts what was typed for a range into its two ends: at “đến”, “to”, a dash, an arrow or the slash of the wire.
enum TypedRange {
    private static let words = ["->", "→", "–", "—", "~", " den ", " to ", " - "]

    /// The two ends that `read` understands; nil where there is no such cut.
    ///
    /// A dash may also stand inside a date (`1-2-2026-3-2-2026`): the first cut counts both of whose sides can be
    /// read.
    static func cut<T>(_ text: String, _ read: (String) -> T?) -> (T, T)? {
        guard text.utf8.count <= 80 else { return nil }
        let folded = TextFold.fold(text)
        for word in words {
            let parts = folded.split(separator: word, omittingEmptySubsequences: false)
            if parts.count == 2, let from = read(String(parts[0])), let to = read(String(parts[1])) {
                return (from, to)
            }
        }
        for separator in ["-", "/"] as [Character] {
            for index in folded.indices where folded[index] == separator {
                if let from = read(String(folded[..<index])),
                    let to = read(String(folded[folded.index(after: index)...]))
                {
                    return (from, to)
                }
            }
        }
        return nil
    }
}
