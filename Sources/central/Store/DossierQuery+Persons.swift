import Forms
import GRDB
import Models

/// The index has the words of all of a dossier's persons in one entry. Whoever gives two words means one person's name.
extension DossierQuery {
    /// Pages of the index that are passed over for one page of dossiers, where words are of two persons again and again.
    private static let mostPages = 20

    /// What the index finds, less what has the words only in two persons together; each says whose name it was.
    func named(_ words: SearchExpression.Node, _ kind: SearchMatch, _ database: Database) throws
        -> [DossierLine]
    {
        // A code's parts are nobody's name.
        let asked = reading.words.filter { $0.allSatisfy(\.isLetter) }
        guard let seal, !asked.isEmpty else { return try indexed(words, kind, database) }
        var (query, found) = (self, [DossierLine]())
        for _ in 0..<Self.mostPages {
            let page = try query.indexed(words, kind, database)
            for line in page {
                guard let match = try match(asked, line, kind, seal, database) else { continue }
                var line = line
                line.item.matched = match
                found.append(line)
            }
            guard page.count == limit, found.count < limit, case .number(let last)? = page.last?.key else {
                break
            }
            query.after = last
        }
        return Array(found.prefix(limit))
    }

    /// Whose name has all the words; nil where no one person's has.
    private func match(
        _ asked: [String], _ line: DossierLine, _ kind: SearchMatch, _ seal: DataSeal, _ database: Database
    ) throws -> SearchMatch? {
        let isNear = kind == .similarName
        if Self.has(line.item.applicantName, asked, isNear: isNear) { return kind }
        guard let names = try DossierTable.namesWithin(database, id: line.item.id, seal: seal) else {
            return nil
        }
        for (name, match) in [
            (names.representative, SearchMatch.representativeName), (names.submitter, .submitterName),
        ] {
            if let name, Self.has(name, asked, isNear: isNear) { return isNear ? kind : match }
        }
        return nil
    }

    /// Whether each word is one of a name's, or begins one; or all but one, which is off by a letter.
    static func has(_ name: String, _ asked: [String], isNear: Bool) -> Bool {
        let names = DossierTerms.words(name)
        let missing = asked.filter { word in !names.contains { $0.hasPrefix(word) } }
        guard let off = missing.first else { return true }
        return isNear && missing.count == 1 && names.contains { NearWords.areNear($0, off) }
    }
}
