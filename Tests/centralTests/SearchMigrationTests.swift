import Foundation
import Forms
import GRDB
import Models
import Testing

@testable import central

@Suite("A database from before there was the index of the search")
struct SearchMigrationTests {
    /// The last migration before the search got its index.
    private static let before = "v4 accepted"

    /// A database as it was left by that version, with dossiers and the words that they were found by then.
    private func oldDatabase() throws -> String {
        let path = NSTemporaryDirectory() + "central-old-\(UUIDv7.make()).sqlite"
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        try Migrations.all.migrate(queue, upTo: Self.before)
        try queue.write { database in
            #expect(try !database.tableExists("dossier_search"))
            for (number, name, submitter, identity, phone, status, ended) in [
                (1, "Nguyễn Thị Ánh", nil, "001185000123", "0912345678", 4, nil),
                (2, "Nguyễn Đức Bình", "Lò Văn Đặng", "001090000456", "0987654321", 4, nil),
                (3, "Công ty TNHH Đại Phát 2.0", nil, nil, "02438250000", 10, 1_795_500_000),
            ] as [(Int, String, String?, String?, String, Int, Int?)] {
                let (id, code) = ("id-\(number)", "H26.1.5-261123-000\(number)")
                try database.execute(
                    sql: """
                        INSERT INTO dossiers (id, code, revision, lookup_code, unit, holder_unit, procedure_code,
                            procedure_name, procedure_version, case_code, channel, status, step, step_name, applicant_name,
                            applicant_sort, applicant_identity, applicant_phone, delivery_method, submitted_at, due_at,
                            ended_at, document)
                        VALUES (?, ?, 1, 'AB23', 'H26.1.5', 'H26.1.5', '2.000635', 'Trích lục', 1, 'TL', 1, ?, 'xu_ly',
                            'Xử lý', ?, ?, ?, ?, 'desk', 1795401660, 1795500000, ?, '{}')
                        """,
                    arguments: [
                        id, code, status, name, NameOrder.key(name, isPerson: identity != nil), identity,
                        phone, ended,
                    ])
                var words = Set(DossierWords.split(code) + DossierWords.split(name) + [String(number)])
                words.formUnion(submitter.map(DossierWords.split) ?? [])
                for word in words {
                    try database.execute(
                        sql: "INSERT INTO dossier_words (unit, word, dossier) VALUES ('H26.1.5', ?, ?)",
                        arguments: [word, id])
                }
            }
        }
        try queue.close()
        return path
    }

    private func find(
        _ text: String, in store: Store, scope: Scope = .everything, _ filter: DossierFilter = DossierFilter()
    ) throws -> [Int] {
        try store.readNow { database in
            try DossierQuery(
                reading: SearchReading(text), filter: filter, scope: scope, timed: [2, 4], after: nil,
                limit: 50, statuses: [:], now: Instant(seconds: 1_795_600_000)
            ).run(database).lines.compactMap { Int($0.item.code.suffix(1)) }
        }
    }

    @Test(
        "What was found before is found again, by every kind of text and for a narrow scope as for a wide one"
    )
    func found() throws {
        let store = try Store(path: oldDatabase())
        defer { try? store.close() }
        for (text, numbers) in [
            ("H26.1.5-261123-0002", [2]), ("261123", [3, 2, 1]), ("261123-0003", [3]), ("0001", [1]),
            ("nguyen", [2, 1]), ("Ánh nguyễn", [1]), ("duc bi", [2]), ("nguyem anh", [1]),
            ("001090000456", [2]), ("0912 345 678", [1]), ("dai phat", [3]),
            // Of who handed it in only the words were kept in the clear.
            ("lo van dang", [2]), ("khong co", []),
        ] as [(String, [Int])] {
            #expect(try find(text, in: store) == numbers, "\(text)")
            #expect(try find(text, in: store, scope: Scope(units: ["H26.1.5"])) == numbers, "\(text)")
            #expect(try find(text, in: store, scope: Scope(subtrees: ["H26.1.4"])).isEmpty, "\(text)")
        }
        var late = DossierFilter()
        late.isOverdue = true
        #expect(try find("", in: store, late) == [2, 1])
        late.status = 10
        #expect(try find("", in: store, late).isEmpty)
    }

    @Test("What is in the index now is what a change takes out: no ghost stays behind")
    func consistent() throws {
        let store = try Store(path: oldDatabase())
        defer { try? store.close() }
        try store.load { database in
            let row = try #require(
                try Int64.fetchOne(database, sql: "SELECT search_row FROM dossiers WHERE id = 'id-1'"))
            let terms = DossierTerms(
                names: DossierTerms.names(["Nguyễn Thị Ánh"]),
                marks: DossierTerms.marks(
                    code: "H26.1.5-261123-0001", unit: "H26.1.5", holder: "H26.1.5", procedure: "2.000635",
                    channel: 1, status: 4, isOpen: true))
            try SearchDialect.delete(database, terms.text, row: row)
            let left = try Int64.fetchAll(
                database, sql: "SELECT rowid FROM dossier_search WHERE dossier_search MATCH ?",
                arguments: ["\"anh\" OR \"n:0001\" OR \"s:4\" OR \"o:1\""])
            #expect(left.count == 1 && !left.contains(row))
        }
    }
}

@Suite("A load that puts indexes off")
struct PutOffTests {
    private func indexes(_ store: Store) throws -> Set<String> {
        try store.readNow {
            Set(
                try String.fetchAll(
                    $0, sql: "SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name = 'dossiers'"))
        }
    }

    @Test(
        "They are built at the end, all of them and as they were; a load that was ended before is mended at the next start"
    )
    func builds() throws {
        let path = NSTemporaryDirectory() + "central-put-off-\(UUIDv7.make()).sqlite"
        var store = try Store(path: path)
        let all = try indexes(store)
        try store.putOffIndexes(before: 1_000_000)
        let fewer = try indexes(store)
        #expect(fewer.isSubset(of: all) && fewer.count < all.count)
        #expect(all.subtracting(fewer).contains("dossiers_phone"))
        // Twice is once.
        try store.putOffIndexes(before: 1_000_000)
        try store.buildIndexes()
        #expect(try indexes(store) == all)
        try store.putOffIndexes(before: 1_000_000)
        try store.close()
        store = try Store(path: path)
        #expect(try indexes(store) == all)
        #expect(try store.readNow { try !StoreDialect.hasPutOff($0) })
        try store.close()
    }
}
