import Forms
import GRDB
import Models

/// What is asked of the index: groups of terms of which each must be met, by one term or several together.
struct SearchExpression {
    /// Terms that stand together, and alternatives of such.
    indirect enum Node {
        case term(String)
        case all([Node])
        case any([Node])
    }

    /// So many words that begin alike are looked for; shorter words first, for names are of short words.
    private static let mostWords = 200
    private static let mostNear = 64
    /// Two letters have very many near them.
    private static let mostNearShort = 24

    /// What the words of a text ask for; nil where one of them can be met by nothing.
    static func words(_ words: [String], _ database: Database) throws -> Node? {
        guard !words.isEmpty else { return nil }
        var groups: [Node] = []
        for (index, word) in words.enumerated() {
            let alternatives = try alternatives(
                word, isLast: index == words.count - 1, isAlone: words.count == 1,
                isAfterDay: index > 0 && day(words[index - 1]) != nil, database)
            guard !alternatives.isEmpty else { return nil }
            groups.append(.any(alternatives))
        }
        return .all(groups)
    }

    /// The same with one letter of one word otherwise; nil where no word has others near it.
    static func near(_ words: [String], _ database: Database) throws -> Node? {
        var ways: [Node] = []
        for (slip, word) in words.enumerated()
        where word.contains(where: \.isLetter) && !word.contains(".") && word.count >= NearWords.shortest {
            let near = try near(word, database)
            guard !near.isEmpty else { continue }
            var groups: [Node] = []
            for (index, other) in words.enumerated() {
                let alternatives =
                    try index == slip
                    ? near.map(Node.term)
                    : alternatives(other, isLast: index == words.count - 1, isAlone: false, database)
                groups.append(.any(alternatives))
            }
            let canBeMet = groups.allSatisfy { if case .any(let list) = $0 { !list.isEmpty } else { true } }
            if canBeMet { ways.append(.all(groups)) }
        }
        return ways.isEmpty ? nil : .any(ways)
    }

    /// What one word may be: a word of a name, whole or begun; a day, a number or the unit of a code.
    ///
    /// - Parameter isAfterDay: What stands before is the day of a code: a single digit may be the beginning of its number,
    ///   of a thousand; elsewhere it is a number without its zeros.
    private static func alternatives(
        _ word: String, isLast: Bool, isAlone: Bool, isAfterDay: Bool = false, _ database: Database
    ) throws -> [Node] {
        if word.utf8.allSatisfy({ (48...57).contains($0) }) {
            var nodes = try names(word, isLast: false, database)
            switch word.utf8.count {
            case 6 where day(word) != nil: nodes.append(.term(DossierTerms.day(word)))
            case 1:
                nodes.append(.term(DossierTerms.number("000" + word)))
                if isAfterDay { nodes += beginning(word).map { .term(DossierTerms.number($0)) } }
            // Written out to four digits, or the beginning of one as it is printed.
            case 2, 3:
                if word.first != "0" {
                    let zeros = String(repeating: "0", count: 4 - word.utf8.count)
                    nodes.append(.term(DossierTerms.number(zeros + word)))
                }
                nodes += beginning(word).map { .term(DossierTerms.number($0)) }
            case 4, 5:
                nodes.append(.term(DossierTerms.number(word)))
                if !isAlone { nodes += days(word).map { .term(DossierTerms.day($0)) } }
            default: nodes.append(.term(DossierTerms.number(word)))
            }
            return nodes
        }
        guard word.contains(".") || word.contains(where: \.isNumber) else {
            return try names(word, isLast: isLast, database)
        }
        var nodes: [Node] = [.term(DossierTerms.under(trimmed(word)))]
        var parts: [Node] = []
        for part in DossierTerms.words(word) {
            parts.append(.any(try names(part, isLast: false, database)))
        }
        if !parts.isEmpty, parts.allSatisfy({ if case .any(let list) = $0 { !list.isEmpty } else { true } }) {
            nodes.append(.all(parts))
        }
        return nodes
    }

    /// A word that occurs as it is; else, and for the last, which may not be written out yet, all that begin with it.
    private static func names(_ word: String, isLast: Bool, _ database: Database) throws -> [Node] {
        let isKnown =
            try Bool.fetchOne(
                database.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM search_words WHERE word = ?)"),
                arguments: [word]) ?? false
        if isKnown, !isLast { return [.term(word)] }
        return try String.fetchAll(
            database.cachedStatement(
                sql: """
                    SELECT word FROM search_words WHERE word >= ? AND word < ? ORDER BY LENGTH(word), word LIMIT ?
                    """), arguments: [word, word + "\u{10FFFF}", mostWords]
        ).map(Node.term)
    }

    /// Words that occur and differ from this one by a letter.
    static func near(_ word: String, _ database: Database) throws -> [String] {
        let keys = NearWords.keys(word)
        let marks = keys.map { _ in "?" }.joined(separator: ", ")
        let found = try String.fetchAll(
            database,
            sql: "SELECT DISTINCT word FROM search_word_keys WHERE key IN (\(marks)) ORDER BY word LIMIT ?",
            arguments: StatementArguments(keys.sorted()) + [4 * mostNear]
        ).filter { $0 != word && NearWords.areNear($0, word) }
        guard word.count == NearWords.shortest else { return Array(found.prefix(mostNear)) }
        // Names are letters; as long as what was typed before longer ones, with its first letter before the others.
        let likely = found.filter { $0.allSatisfy(\.isLetter) }
        func rank(_ other: String) -> Int {
            (other.count == word.count ? 0 : 2) + (other.first == word.first ? 0 : 1)
        }
        return Array(
            likely.sorted { (rank($0), $0) < (rank($1), $1) }.prefix(mostNearShort))
    }

    private static func trimmed(_ word: String) -> String {
        String(word.reversed().drop { $0 == "." }.reversed())
    }

    private static func day(_ digits: String) -> LocalDate? {
        guard digits.utf8.count == 6 else { return nil }
        return LocalDate(iso: "20\(digits.prefix(2))-\(digits.dropFirst(2).prefix(2))-\(digits.suffix(2))")
    }

    /// The four digit numbers that begin so.
    private static func beginning(_ digits: String) -> [String] {
        let open = 4 - digits.utf8.count
        let count = (0..<open).reduce(1) { count, _ in 10 * count }
        return (0..<count).map {
            let text = String($0)
            return digits + String(repeating: "0", count: open - text.utf8.count) + text
        }
    }

    /// The days of codes that begin so: `2611` is a month.
    private static func days(_ digits: String) -> [String] {
        let month = digits.prefix(4)
        guard digits.utf8.count >= 4, month.utf8.count == 4 else { return [] }
        return (1...31).map { month + ($0 < 10 ? "0" : "") + String($0) }
            .filter { $0.hasPrefix(digits) && day($0) != nil }
    }
}
