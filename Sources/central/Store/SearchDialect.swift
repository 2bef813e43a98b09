import GRDB

/// Where the index of the search differs by database: SQLite's FTS5 here. PostgreSQL has a GIN index over the same terms.
///
/// The index holds no texts (`content=''`), and of each term only in which entries it stands (`detail=none`): a fifth of a
/// table of words, and nothing of a name can be read from it that the table of dossiers doesn't tell. Its tokenizer only
/// cuts at blanks: what is folded, is folded by `TextFold` on both sides, for `remove_diacritics` leaves the đ.
enum SearchDialect {
    static func create(_ database: Database) throws {
        try database.execute(
            sql: """
                CREATE VIRTUAL TABLE dossier_search USING fts5(
                    terms, content = '', detail = none, columnsize = 0, tokenize = "ascii tokenchars '.-_:'");
                """)
    }

    static func insert(_ database: Database, _ terms: String, row: Int64) throws {
        try database.cachedStatement(sql: insertion).execute(arguments: [row, terms])
    }

    static let insertion = "INSERT INTO dossier_search (rowid, terms) VALUES (?, ?)"

    /// - Parameter terms: The very ones that were put in.
    static func delete(_ database: Database, _ terms: String, row: Int64) throws {
        try database.cachedStatement(
            sql: "INSERT INTO dossier_search (dossier_search, rowid, terms) VALUES ('delete', ?, ?)"
        ).execute(arguments: [row, terms])
    }

    /// After very much was put in at once: one part in place of many.
    static func optimize(_ database: Database) throws {
        try database.execute(sql: "INSERT INTO dossier_search (dossier_search) VALUES ('optimize')")
    }
}
