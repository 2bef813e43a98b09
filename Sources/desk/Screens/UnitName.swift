/// Short names of administrative units, where a line has no room for the whole.
enum UnitName {
    /// The words that a unit's kind begins with, and what stands for them in a line.
    private static let kinds: [(words: [String], short: String?)] = [
        (["ubnd"], nil), (["ủy", "ban", "nhân", "dân"], nil), (["phường"], "P."), (["xã"], "Xã"),
        (["đặc", "khu"], "ĐK"), (["thành", "phố"], "TP"), (["tỉnh"], "Tỉnh"),
    ]

    /// "UBND phường Hoàn Kiếm" → "P. Hoàn Kiếm".
    static func short(_ name: String) -> String {
        let (kind, own) = split(name)
        return [kind, own].compactMap(\.self).joined(separator: " ")
    }

    /// "UBND phường Hoàn Kiếm" → "Hoàn Kiếm": what stands before a paper's date.
    static func place(_ name: String) -> String { split(name).own }

    private static func split(_ name: String) -> (kind: String?, own: String) {
        var words = name.split(separator: " ").map(String.init)
        var kind: String?
        while let found = kinds.first(where: { entry in
            words.count > entry.words.count
                && zip(words, entry.words).allSatisfy { $0.lowercased() == $1 }
        }) {
            words.removeFirst(found.words.count)
            kind = found.short ?? kind
        }
        return (kind, words.joined(separator: " "))
    }
}
