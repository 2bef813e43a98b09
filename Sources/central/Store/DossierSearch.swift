import GRDB
import Models

/// The search over dossiers: its index is changed in the transaction of every change of a dossier, and read by
/// `DossierQuery`.
///
/// Each dossier has a number in the index that grows with the moment of its being handed in, so that newest first is the
/// index's own order, and a period is a range of it.
enum DossierSearch {
    /// The numbers of one second. More than so many a second go on in the next.
    private static let perSecond: Int64 = 1024

    /// The first number of a moment.
    static func position(of moment: Instant) -> Int64 { moment.seconds * perSecond }

    /// The number that a dossier gets which is put in now.
    static func nextRow(_ database: Database, submittedAt moment: Instant) throws -> Int64 {
        let last = try database.cachedStatement(sql: lastRow)
        return try nextRow(submittedAt: moment) { try Int64.fetchOne(last, arguments: [$0, $1]) }
    }

    /// - Parameter last: The last number from one up to another that is given.
    static func nextRow(submittedAt moment: Instant, last: (Int64, Int64) throws -> Int64?) rethrows -> Int64
    {
        var first = position(of: moment)
        while let taken = try last(first, first + perSecond) {
            if taken < first + perSecond - 1 { return taken + 1 }
            first += perSecond
        }
        return first
    }

    static let lastRow = "SELECT MAX(search_row) FROM dossiers WHERE search_row >= ? AND search_row < ?"

    /// Puts a dossier into the index that was just put into its table under this number.
    static func insert(_ database: Database, _ terms: DossierTerms, row: Int64) throws {
        try SearchDialect.insert(database, terms.text, row: row)
        try learn(database, terms.names)
    }

    /// Brings the index up to date with a dossier after a change.
    static func update(_ database: Database, _ stored: StoredDossier, before: StoredDossier) throws {
        let (old, new) = (DossierTerms(before), DossierTerms(stored))
        guard old != new else { return }
        let row = try Int64.fetchOne(
            database, sql: "SELECT search_row FROM dossiers WHERE id = ?", arguments: [stored.dossier.id])
        guard let row else { throw StoreError.unreadable("search_row") }
        try SearchDialect.delete(database, old.text, row: row)
        try SearchDialect.insert(database, new.text, row: row)
        if old.names != new.names { try learn(database, new.names) }
    }

    /// Keeps the words that occur, each once: what begins like this, what differs by a letter. Words are never taken out;
    /// one that no dossier has any more finds nothing.
    static func learn(_ database: Database, _ words: [String]) throws {
        let word = try database.cachedStatement(
            sql: "INSERT INTO search_words (word) VALUES (?) ON CONFLICT (word) DO NOTHING")
        let key = try database.cachedStatement(
            sql: "INSERT INTO search_word_keys (key, word) VALUES (?, ?) ON CONFLICT (key, word) DO NOTHING")
        for text in words {
            try word.execute(arguments: [text])
            guard database.changesCount == 1 else { continue }
            for near in NearWords.keys(text) { try key.execute(arguments: [near, text]) }
        }
    }
}
