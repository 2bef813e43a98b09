import Crypto
import Forms
import Foundation
import GRDB
import HTTPTypes
import Models
import Testing

@testable import central

@Suite("Files: content addressed, resumable, read through a dossier or draft only")
struct FileTests {
    private static let pdf = Array("%PDF-1.7\nGiấy khai sinh số 4711 của bé Nguyễn Văn Kín\n%%EOF\n".utf8)

    static func hash(_ bytes: [UInt8]) -> String { Data(bytes).sha256.hex }

    private static func begin(_ desk: TestDesk, _ bytes: [UInt8], sha256: String? = nil) async throws
        -> String
    {
        let body: JSONValue = ["sha256": .string(sha256 ?? hash(bytes)), "size": .int(bytes.count)]
        let reply = try await desk.post("/v1/uploads", body, key: UUIDv7.make())
        #expect(reply.status == 201, "\(reply.text)")
        return "/v1/uploads/" + (reply["id"] ?? "")
    }

    private static func part(_ desk: TestDesk, _ path: String, at offset: Int, _ bytes: [UInt8]) async throws
        -> TestReply
    {
        let headers: HTTPFields = [
            .contentType: "application/octet-stream", .uploadOffset: String(offset),
        ]
        return try await desk.send(.patch, path, headers: headers, body: bytes)
    }

    static func send(_ desk: TestDesk, _ bytes: [UInt8]) async throws {
        let path = try await begin(desk, bytes)
        #expect(try await part(desk, path, at: 0, bytes).status == 204)
    }

    private static func draft(_ desk: TestDesk, files: [String]) async throws -> TestReply {
        let id = UUIDv7.make()
        return try await desk.send(
            .put, "/v1/drafts/" + id,
            json: [
                "id": .string(id), "kind": "intake", "title": "Nháp", "content": [:],
                "files": .array(files.map { .string($0) }),
            ])
    }

    @Test("Sent in parts, taken up again where it was cut, each part once")
    func resumes() async throws {
        try await TestCentral().run { desk in
            let desk = try await desk.login()
            let path = try await Self.begin(desk, Self.pdf)
            #expect(try await Self.part(desk, path, at: 0, Array(Self.pdf[..<10])).status == 204)
            // The answer was lost: the same part again changes nothing.
            let again = try await Self.part(desk, path, at: 0, Array(Self.pdf[..<10]))
            #expect(again.status == 204 && again.headers[.uploadOffset] == "10")
            let other = try await Self.part(desk, path, at: 0, Array("khác".utf8))
            #expect(other.status == 409 && other.code == "upload_offset")
            #expect(other.headers[.uploadOffset] == "10")
            let head = try await desk.send(.head, path)
            #expect(head.status == 200 && head.headers[.uploadOffset] == "10")
            #expect(try await Self.part(desk, path, at: 10, Self.pdf).faults == [" wrong_size"])
            #expect(try await Self.part(desk, path, at: 10, Array(Self.pdf[10...])).status == 204)
            #expect(try await Self.part(desk, path, at: 10, Array(Self.pdf[10...])).status == 204)
            #expect(try await Self.draft(desk, files: [Self.hash(Self.pdf)]).status == 201)
            let file = try await desk.get("/v1/files/" + Self.hash(Self.pdf))
            #expect(file.body == Self.pdf && file.headers[.contentType] == "application/pdf")
        }
    }

    @Test("To know a hash is no permission")
    func permission() async throws {
        try await TestCentral().run { desk in
            let (owner, other) = (try await desk.login(), try await desk.login("tiepnhan2"))
            let hash = Self.hash(Self.pdf)
            let path = try await Self.begin(owner, Self.pdf)
            #expect(try await other.send(.head, path).status == 404)
            #expect(try await Self.part(other, path, at: 0, Self.pdf).status == 404)
            #expect(try await Self.part(owner, path, at: 0, Self.pdf).status == 204)
            // Sent, but nothing refers to it yet.
            #expect(try await owner.get("/v1/files/" + hash).status == 404)
            #expect(try await Self.draft(other, files: [hash]).faults == ["/files/0 unknown_file"])
            #expect(try await Self.draft(owner, files: [hash]).status == 201)
            #expect(try await owner.get("/v1/files/" + hash).status == 200)
            #expect(try await other.get("/v1/files/" + hash).status == 404)
            #expect(try await desk.get("/v1/files/" + hash).status == 401)
            #expect(try await desk.login("tongdai").get("/v1/files/" + hash).status == 403)
            #expect(try await owner.get("/v1/files/xyz").status == 404)
        }
    }

    @Test(
        "UP-1 a file is what its bytes say",
        arguments: [
            ("MZ\u{90}\u{0} this program", "unknown_file_type"), ("\u{0}", "unknown_file_type"),
            ("\u{1B}]0;pwned\u{7}", "unknown_file_type"),
        ])
    func content(_ text: String, _ code: String) async throws {
        try await TestCentral().run { desk in
            let desk = try await desk.login()
            let bytes = Array(text.utf8)
            let path = try await Self.begin(desk, bytes)
            #expect(try await Self.part(desk, path, at: 0, bytes).faults == [" " + code])
            #expect(try await desk.send(.head, path).status == 404)
        }
    }

    @Test("A hash that lies, a size that is too much, a body that is too large")
    func lies() async throws {
        try await TestCentral().run { desk in
            let desk = try await desk.login()
            let path = try await Self.begin(desk, Self.pdf, sha256: Self.hash([1]))
            #expect(try await Self.part(desk, path, at: 0, Self.pdf).faults == ["/sha256 hash_mismatch"])
            for (hash, size) in [("xyz", 1), (Self.hash([1]), 0), (Self.hash([1]), (20 << 20) + 1)] {
                let reply = try await desk.post(
                    "/v1/uploads", ["sha256": .string(hash), "size": .int(size)], key: UUIDv7.make())
                #expect(reply.status == 422)
            }
            let large = try await Self.begin(desk, Array(repeating: 0x20, count: 20 << 20))
            let reply = try await Self.part(desk, large, at: 0, Array(repeating: 0x20, count: (20 << 20) + 1))
            #expect(reply.status == 413)
            let type = try await desk.send(
                .patch, large, headers: [.contentType: "application/json"], body: [])
            #expect(type.status == 415)
        }
    }

    @Test("Uploads expire, and what nothing refers to any more is swept")
    func sweeps() async throws {
        let test = try TestCentral()
        try await test.run { desk in
            let desk = try await desk.login()
            try await Self.send(desk, Self.pdf)
            let draft = try await Self.draft(desk, files: [Self.hash(Self.pdf)])
            let unfinished = try await Self.begin(desk, Array("dở dang".utf8))
            _ = try await Self.part(desk, unfinished, at: 0, Array("dở".utf8))
            func count() async throws -> [Int?] {
                try await test.central.store.read { database in
                    try ["files", "file_parts", "uploads"].map {
                        try Int.fetchOne(database, sql: "SELECT COUNT(*) FROM \($0)")
                    }
                }
            }
            #expect(try await count() == [2, 3, 3])
            test.clock.advance(seconds: Uploading.lifetime + 1)
            let again = try await desk.login()
            #expect(try await again.send(.head, unfinished).status == 404)
            _ = try await Self.begin(again, [0x20])
            // The draft holds its file; the seeded one and its upload stay, too.
            #expect(try await count() == [2, 2, 2])
            _ = try await again.send(.delete, "/v1/drafts/" + (draft["id"] ?? ""), headers: [.ifMatch: "*"])
            _ = try await Self.begin(again, [0x20])
            #expect(try await count() == [1, 1, 3])
        }
    }

    @Test("ST-1 no answer, draft, stored reply or file can be read in the database's files")
    func sealed() async throws {
        let test = try TestCentral()
        let secrets = ["Làng Bí Ẩn số 99", "nháp không ai được đọc", "Nguyễn Văn Kín"]
        let path = test.path
        try await test.run { desk in
            let desk = try await desk.login()
            try await Self.send(desk, Self.pdf)
            guard case .object(var answers)? = SampleIntake.body["answers"] else { return }
            answers["noi_dang_ky"] = .string(secrets[0])
            let made = try await desk.post(
                "/v1/dossiers", SampleIntake.with(["answers": .object(answers)]), key: UUIDv7.make())
            #expect(made.status == 201, "\(made.text)")
            let id = UUIDv7.make()
            let draft = try await desk.send(
                .put, "/v1/drafts/" + id,
                json: [
                    "id": .string(id), "kind": "intake", "title": "Nháp",
                    "content": ["raw": .string(secrets[1])],
                    "files": [.string(Self.hash(Self.pdf))],
                ])
            #expect(draft.status == 201)
            let whole = try await desk.get("/v1/dossiers/" + (made["id"] ?? ""))
            #expect(whole["answers", "noi_dang_ky"] == secrets[0])
            #expect(try await desk.get("/v1/drafts/" + id)["content", "raw"] == secrets[1])
            for file in [path, path + "-wal"] {
                let bytes = try Data(contentsOf: URL(filePath: file))
                for secret in secrets {
                    #expect(bytes.range(of: Data(secret.utf8)) == nil, "\(secret) in \(file)")
                }
            }
        }
    }

    @Test("ST-1 what an older central left in the clear is sealed at the start, once, and still read")
    func sealingPass() async throws {
        let test = try TestCentral()
        let (path, secret) = (test.path, "Xóm Cũ Trong Sáng")
        try await test.central.store.write { database in
            try database.execute(
                sql: "UPDATE drafts SET content = ?, title = ? WHERE id = ?",
                arguments: [#"{"raw":"\#(secret)"}"#, secret, TrainingLoader.SeedDrafts.kept])
        }
        #expect(try Data(contentsOf: URL(filePath: path + "-wal")).range(of: Data(secret.utf8)) != nil)
        try SealingPass.run(test.central.store, .test)
        try SealingPass.run(test.central.store, .test)
        for file in [path, path + "-wal"] {
            #expect(try Data(contentsOf: URL(filePath: file)).range(of: Data(secret.utf8)) == nil, "\(file)")
        }
        try await test.run { desk in
            let draft = try await desk.login().get("/v1/drafts/" + TrainingLoader.SeedDrafts.kept)
            #expect(draft["content", "raw"] == secret && draft["title"] == secret)
        }
    }

    @Test("ST-1 titles of drafts are sealed in a database whose answers were sealed by an earlier version")
    func sealingTitles() async throws {
        let test = try TestCentral()
        try SealingPass.run(test.central.store, .test)
        try await test.central.store.write { database in
            try database.execute(
                sql: "DELETE FROM settings WHERE name = ?", arguments: [SettingTable.sealingSteps])
            try database.execute(sql: "UPDATE drafts SET title = 'Rõ'")
        }
        try SealingPass.run(test.central.store, .test)
        let titles = try await test.central.store.read {
            try DatabaseValue.fetchAll($0, sql: "SELECT title FROM drafts").map(SealedColumn.plain)
        }
        #expect(titles == [nil, nil, nil])
        try await test.run { desk in
            let drafts = try await desk.login().get("/v1/drafts")
            #expect(drafts.items.compactMap { $0["title"]?.text } == ["Rõ", "Rõ", "Rõ"])
        }
    }

    @Test(
        "ST-1 a plain text put into a sealed column afterwards is not read", arguments: ["content", "title"])
    func noPlainText(column: String) async throws {
        let test = try TestCentral()
        try SealingPass.run(test.central.store, .test)
        try await test.central.store.write { database in
            try database.execute(
                sql: "UPDATE drafts SET \(column) = ? WHERE id = ?",
                arguments: [#"{"raw":"giả"}"#, TrainingLoader.SeedDrafts.kept])
        }
        // The next start does not seal it either: it was not there when sealing was done.
        try SealingPass.run(test.central.store, .test)
        try await test.run { desk in
            let draft = try await desk.login().get("/v1/drafts/" + TrainingLoader.SeedDrafts.kept)
            #expect(draft.status == 500 && !draft.text.contains("giả"))
        }
    }

    @Test("Who read a file, and through what, stands in the audit; a look at its headers does not")
    func reads() async throws {
        try await TestCentral().run { desk in
            let desk = try await desk.login()
            try await Self.send(desk, Self.pdf)
            let hash = Self.hash(Self.pdf)
            let draft = try await Self.draft(desk, files: [hash])
            #expect(try await desk.send(.head, "/v1/files/" + hash).status == 200)
            func reads() async throws -> [JSONValue] {
                try await desk.get("/v1/audit").items.filter { $0["action"]?.text == "file.read" }
            }
            #expect(try await reads().isEmpty)
            #expect(try await desk.get("/v1/files/" + hash).status == 200)
            let entry = try #require(try await reads().first)
            #expect(entry["subject"]?.text == draft["id"] && entry["detail"]?["sha256"]?.text == hash)
            #expect(entry["detail"]?["through"]?.text == "draft")
        }
    }

    @Test("More than an officer may send in a day waits for the next one, and says so")
    func day() async throws {
        let test = try TestCentral()
        try await test.run { desk in
            let officer = try await desk.login()
            try await test.central.store.write {
                try UploadTable.add(
                    $0, Uploading.largestDay - Self.pdf.count,
                    officer: "019b89f3-9280-7000-8000-000000000001", on: test.clock.now.date)
            }
            try await Self.send(officer, Self.pdf)
            let body: JSONValue = ["sha256": .string(Self.hash([0x20])), "size": 1]
            let refused = try await officer.post("/v1/uploads", body, key: UUIDv7.make())
            #expect(
                refused.status == 429 && refused["detail"]?.contains("4096 MiB") == true, "\(refused.text)")
            // From 09:41 to midnight.
            #expect(refused.headers[.retryAfter] == String(14 * 3600 + 19 * 60))
            // A colleague's day is his own; tomorrow is another one.
            let other = try await desk.login("tiepnhan2")
            #expect(try await other.post("/v1/uploads", body, key: UUIDv7.make()).status == 201)
            test.clock.advance(seconds: 14 * 3600 + 19 * 60)
            let tomorrow = try await desk.login()
            #expect(try await tomorrow.post("/v1/uploads", body, key: UUIDv7.make()).status == 201)
        }
    }

    @Test("Of two parts sent for one place at once, one goes in, whatever was worked out before")
    func parallelParts() async throws {
        try await TestCentral().run { desk in
            let desk = try await desk.login()
            let path = try await Self.begin(desk, Self.pdf)
            let (one, two) = (Array(Self.pdf[..<20]), Array(Self.pdf[..<30]))
            async let first = Self.part(desk, path, at: 0, one)
            async let second = Self.part(desk, path, at: 0, two)
            let statuses = try await [first.status, second.status].sorted()
            #expect(statuses == [204, 409])
            let offset = try #require(
                try await desk.send(.head, path).headers[.uploadOffset].flatMap(Int.init))
            #expect(try await Self.part(desk, path, at: offset, Array(Self.pdf[offset...])).status == 204)
            #expect(try await Self.draft(desk, files: [Self.hash(Self.pdf)]).status == 201)
        }
    }

    @Test(
        "A hash that is none is refused where a draft or an answer refers to a file",
        arguments: ["", "xyz", "g"])
    func badHash(text: String) async throws {
        let hash = text == "g" ? String(repeating: "g", count: 64) : text
        try await TestCentral().run { desk in
            let reply = try await Self.draft(desk.login(), files: [hash])
            #expect(reply.status == 422 && reply.faults == ["/files/0 bad_hash"])
        }
        let row: Answers = [
            "sha256": .text(hash), "name": .text("a.pdf"), "type": .text("application/pdf"),
            "size": .number(1),
        ]
        #expect(FileAnswer(row) == nil)
    }

    @Test("ST-1 what is sealed opens at its own place and with its own key only")
    func seal() throws {
        let sealed = try DataSeal.test.seal(Data("a".utf8), at: "dossier:1")
        #expect(try DataSeal.test.open(sealed, at: "dossier:1") == Data("a".utf8))
        #expect(throws: StoreError.self) { try DataSeal.test.open(sealed, at: "dossier:2") }
        let other = DataSeal(key: SymmetricKey(size: .bits256))
        #expect(throws: StoreError.self) { try other.open(sealed, at: "dossier:1") }
        var changed = sealed
        changed[changed.count - 1] ^= 1
        #expect(throws: StoreError.self) { try DataSeal.test.open(changed, at: "dossier:1") }
    }

    @Test("A key file is whole or not there; an empty or spoiled one is refused with what to do")
    func keyFile() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let path = folder.appending(path: "a.key").path
        let key = try KeyFile.load(orMake: path)
        #expect(try KeyFile.load(orMake: path) == key)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a.key"])
        // What a crash of an earlier version left.
        try Data().write(to: URL(filePath: path))
        let empty = #expect(throws: Refusal.self) { try KeyFile.load(orMake: path) }
        #expect(empty?.message.contains("trống") == true)
        #expect(try Data(contentsOf: URL(filePath: path)).isEmpty)
        try Data("ngắn".utf8).write(to: URL(filePath: path))
        let spoiled = #expect(throws: Refusal.self) { try KeyFile.load(orMake: path) }
        #expect(spoiled?.message.contains("hỏng") == true)
    }

    @Test("A training key is made once, for its owner alone; a lost or another key is refused")
    func keys() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let store = try Store(path: folder.appending(path: "db.sqlite").path)
        let seal = try DataKey.load(store, isTraining: true, configuration: nil)
        let file = store.path + ".key"
        let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        try SealingPass.run(store, seal)
        #expect(try DataKey.load(store, isTraining: true, configuration: nil).fingerprint == seal.fingerprint)
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file)
        #expect(throws: Refusal.self) { try DataKey.load(store, isTraining: true, configuration: nil) }
        try FileManager.default.removeItem(atPath: file)
        #expect(throws: Refusal.self) { try DataKey.load(store, isTraining: true, configuration: nil) }
        _ = try KeyFile.load(orMake: file)
        #expect(throws: Refusal.self) { try DataKey.load(store, isTraining: true, configuration: nil) }
        #expect(throws: Refusal.self) { try DataKey.load(store, isTraining: false, configuration: nil) }
    }
}
