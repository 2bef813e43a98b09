import Forms
import GRDB
import Models

extension Migrations {
    /// The index of the search, filled with what is there.
    ///
    /// Names of submitters stand in the sealed documents alone; what they are found by is taken from the words that
    /// were kept until now.
    static func search(_ database: Database) throws {
        try database.execute(
            sql: """
                ALTER TABLE dossiers ADD COLUMN search_row INTEGER;
                CREATE TABLE search_words (word TEXT PRIMARY KEY NOT NULL);
                CREATE TABLE search_word_keys (
                    key TEXT NOT NULL,
                    word TEXT NOT NULL,
                    PRIMARY KEY (key, word)
                );
                """)
        try SearchDialect.create(database)
        let numbering = try database.makeStatement(sql: "UPDATE dossiers SET search_row = ? WHERE id = ?")
        let rows = try Row.fetchCursor(
            database, sql: "SELECT id, submitted_at FROM dossiers ORDER BY submitted_at, id")
        var numbers: [(id: String, row: Int64)] = []
        while let row = try rows.next() {
            let first = DossierSearch.position(of: Instant(seconds: row["submitted_at"]))
            numbers.append((row["id"], max(first, (numbers.last?.row ?? 0) + 1)))
        }
        for number in numbers { try numbering.execute(arguments: [number.row, number.id]) }
        try database.execute(
            sql: "CREATE UNIQUE INDEX dossiers_search_row ON dossiers (search_row)")
        try fillSearch(database)
    }

    private static func fillSearch(_ database: Database) throws {
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT w.dossier, w.word, d.search_row, d.code, d.unit, d.holder_unit, d.procedure_code, d.channel,
                    d.status, d.ended_at, d.applicant_name
                FROM dossier_words w JOIN dossiers d ON d.id = w.dossier AND d.unit = w.unit
                ORDER BY d.search_row
                """)
        var words: [String] = []
        var current: Row?
        func put(_ row: Row) throws {
            // The parts of the code stand among the words.
            let code: String = row["code"]
            var parts = Set(DossierWords.split(code))
            if let number = DossierWords.split(code).last {
                parts.insert(String(number.drop { $0 == "0" }))
            }
            var seen = parts
            // Words were kept with dots in them; the index has none in a word.
            let names = words.filter { !parts.contains($0) }.flatMap(DossierTerms.words)
            let own = DossierTerms.words(row["applicant_name"])
            let all = (own + names).filter { own.contains($0) || seen.insert($0).inserted }
            let ended: Int64? = row["ended_at"]
            let terms = DossierTerms(
                names: DossierTerms.names(all),
                marks: DossierTerms.marks(
                    code: code, unit: row["unit"], holder: row["holder_unit"],
                    procedure: row["procedure_code"], channel: row["channel"], status: row["status"],
                    isOpen: ended == nil))
            try DossierSearch.insert(database, terms, row: row["search_row"])
        }
        while let row = try rows.next() {
            let id: String = row["dossier"]
            if let last = current, last["dossier"] as String != id {
                try put(last)
                words = []
            }
            words.append(row["word"])
            current = row.copy()
        }
        if let current { try put(current) }
    }

    /// Words of two letters get the keys by which others near them find them.
    static func shortWords(_ database: Database) throws {
        let words = try String.fetchAll(
            database, sql: "SELECT word FROM search_words WHERE LENGTH(word) = 2 ORDER BY word")
        let key = try database.makeStatement(
            sql: "INSERT INTO search_word_keys (key, word) VALUES (?, ?) ON CONFLICT (key, word) DO NOTHING")
        for word in words {
            for near in NearWords.keys(word) { try key.execute(arguments: [near, word]) }
        }
    }

    /// How many dossiers each officer was shown unmasked on a day.
    static func reveals(_ database: Database) throws {
        try database.execute(
            sql: """
                CREATE TABLE reveal_days (
                    officer TEXT NOT NULL REFERENCES officers (id),
                    day TEXT NOT NULL,
                    reveals INTEGER NOT NULL,
                    PRIMARY KEY (officer, day)
                );
                """)
    }

    /// The words that were searched before there was the index, and by which number of the post a dossier went.
    static func wordsGone(_ database: Database) throws {
        try database.execute(
            sql: """
                DROP TABLE dossier_words;
                CREATE TABLE dossier_shipments (
                    number TEXT NOT NULL,
                    dossier TEXT NOT NULL REFERENCES dossiers (id),
                    PRIMARY KEY (number, dossier)
                );
                """)
    }
}
