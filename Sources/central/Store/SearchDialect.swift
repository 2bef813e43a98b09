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

    /// Before very much is put in at once: entries are kept in memory until a commit, and parts are left as they are.
    static func expectMuch(_ database: Database) throws {
        try configure(database, "hashsize", 64 << 20)
        try configure(database, "automerge", 0)
    }

    /// As it is for single changes.
    static func settle(_ database: Database) throws {
        try configure(database, "hashsize", 1 << 20)
        try configure(database, "automerge", 4)
    }

    private static func configure(_ database: Database, _ name: String, _ value: Int) throws {
        try database.execute(
            sql: "INSERT INTO dossier_search (dossier_search, rank) VALUES (?, ?)", arguments: [name, value])
    }

    /// After very much was put in at once: one part in place of many.
    static func optimize(_ database: Database) throws {
        try database.execute(sql: "INSERT INTO dossier_search (dossier_search) VALUES ('optimize')")
    }
}

extension SearchExpression.Node {
    /// As FTS5 reads it; nil where a term holds what no term of the index does.
    var expression: String? {
        switch self {
        case .term(let text): SearchDialect.quoted(text)
        case .all(let nodes): Self.joined(nodes, " AND ")
        case .any(let nodes): Self.joined(nodes, " OR ")
        }
    }

    private static func joined(_ nodes: [SearchExpression.Node], _ word: String) -> String? {
        let parts = nodes.compactMap(\.expression)
        guard !parts.isEmpty, parts.count == nodes.count else { return nil }
        return parts.count == 1 ? parts[0] : "(" + parts.joined(separator: word) + ")"
    }
}

extension SearchDialect {
    /// The tables of a query along the index, newest first.
    static let source = "dossier_search CROSS JOIN dossiers d ON d.search_row = dossier_search.rowid"
    static let row = "dossier_search.rowid"
    static let matches = "dossier_search MATCH ?"
    /// The numbers of the entries that match.
    static let rows = "SELECT rowid FROM dossier_search WHERE dossier_search MATCH ?"

    /// One token between quotes: a text that the tokenizer would cut is no term.
    fileprivate static func quoted(_ term: String) -> String? {
        let isTerm = term.utf8.allSatisfy { byte in
            switch byte {
            case 0x30...0x39, 0x61...0x7A, 0x2D, 0x2E, 0x3A, 0x5F, 0x80...: true
            default: false
            }
        }
        return isTerm && !term.isEmpty ? "\"" + term + "\"" : nil
    }
}
