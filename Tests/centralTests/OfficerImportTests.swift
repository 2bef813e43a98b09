import Forms
import HTTPTypes
import Models
import Testing

@testable import central

@Suite("Officers come in by a file: all lines or none, each with its verdict")
struct OfficerImportTests {
    static let head = "Họ và tên,Số định danh,Chức vụ,Mã đơn vị,Tên đăng nhập,Vai trò,Từ ngày,Đến ngày"

    static func file(_ lines: String...) -> [UInt8] {
        Array((([head] + lines).joined(separator: "\r\n") + "\r\n").utf8)
    }

    static func send(
        _ desk: TestDesk, _ body: [UInt8], dry: Bool, key: String = UUIDv7.make(), columns: String? = nil
    ) async throws -> TestReply {
        let query = "?dry_run=\(dry)" + (columns.map { "&columns=\($0)" } ?? "")
        return try await desk.send(
            .post, "/v1/officers:import" + query,
            headers: [.contentType: "text/csv", .idempotencyKey: key], body: body)
    }

    private static func errors(_ reply: TestReply) -> [String] {
        reply.items.flatMap { row in
            (row["errors"]?.list ?? []).map { error in
                "\(row["line"]?.number ?? 0) \(error["pointer"]?.text ?? "") \(error["code"]?.text ?? "")"
            }
        }
    }

    private static let good = file(
        "Lê Thị Một,001190000001,Chuyên viên,H26.1.5,,reception review,01/12/2026,",
        "\"Trần, Văn Hai\",001190000002,Chuyên viên,H26.1.5,hai.tran,,,31/12/2027")

    @Test("Tried first, nothing is made; then all are, once for a key")
    func whole() async throws {
        try await TestCentral().run { desk in
            let admin = try await desk.login("quantri")
            let tried = try await Self.send(admin, Self.good, dry: true)
            #expect(
                tried.status == 200 && tried.json["right"] == 2 && tried.json["wrong"] == 0, "\(tried.text)")
            #expect(try await admin.get("/v1/officers?q=hai.tran").items.isEmpty)
            let key = UUIDv7.make()
            let made = try await Self.send(admin, Self.good, dry: false, key: key)
            #expect(made.status == 201 && made.json["dry_run"] == false, "\(made.text)")
            let again = try await Self.send(admin, Self.good, dry: false, key: key)
            #expect(again.status == 201 && again.headers[.idempotencyReplayed] == "true")
            #expect(try await admin.get("/v1/officers?q=hai.tran").items.count == 1)
            #expect(try await desk.login("hai.tran").get("/v1/me").status == 403)
            let audit = try await admin.get("/v1/audit?limit=10")
            #expect(audit.text.contains("officer.import") && !audit.text.contains("001190000002"))
        }
    }

    @Test("Each wrong line is told with its column, and keeps all others from being taken")
    func wrong() async throws {
        try await TestCentral().run { desk in
            let admin = try await desk.login("quantri")
            let first = try await admin.post("/v1/officers", OfficerTests.new(), key: UUIDv7.make())
            #expect(first.status == 201)
            let body = Self.file(
                "Lê Thị Một,001190000001,Chuyên viên,H26.1.5,,reception,,",
                "=CMD(),001190000002,Chuyên viên,H26.1.5,,,,",
                "Người Lặp,001190000001,@x,H26.1.5,,,,", "Người Lặp,001190000001,Chuyên viên,H26.1.5,,,,",
                "Có Rồi,001190004321,Chuyên viên,H26.1.5,,,,",
                "Tỉnh Khác,001190000003,Chuyên viên,H29.1.1,,,,",
                "Ngành Khác,001190000004,Chuyên viên,G01.26,,,,",
                "Sai Số,12345,Chuyên viên,H26.1.5,,,,",
                "Sai Ngày,001190000005,Chuyên viên,H26.1.5,,,31/02/2027,",
                "Sai Vai,001190000006,Chuyên viên,H26.1.5,,boss province_admin,,", "\"Hở,001190000007",
                "Thừa,001190000008,a,H26.1.5,,,,,,,", "Trùng,001190000009,a,H26.1.5,tiepnhan,,,",
                ",,,,,,,")
            let tried = try await Self.send(admin, body, dry: true)
            #expect(tried.json["right"] == 1 && tried.json["wrong"] == 12, "\(tried.text)")
            #expect(
                Self.errors(tried) == [
                    "3 /name formula", "4 /position formula", "5 /identity_number repeated",
                    "6 /identity_number duplicate", "7 /unit other_province", "8 /unit other_province",
                    "9 /identity_number identity_number", "10 /effective_from invalid_date",
                    "11 /roles/0 unknown_role", "11 /roles/1 wrong_unit", "12  quote", "13  columns",
                    "14 /account taken",
                ], "\(Self.errors(tried))")
            let before = try await admin.get("/v1/officers?limit=200").items.count
            let done = try await Self.send(admin, body, dry: false)
            #expect(done.status == 422 && done.faults.first == "/rows/3/name formula", "\(done.text)")
            #expect(try await admin.get("/v1/officers?limit=200").items.count == before)
        }
    }

    @Test(
        "A file in another encoding is named as what it is; a mark of UTF-8 is none of its text",
        arguments: [
            ([0xFF, 0xFE] + Array("H\0o\0".utf8), "UTF-16"),
            (Array(repeating: [UInt8(0x48), 0], count: 40).flatMap { $0 }, "UTF-16"),
            // "Họ và tên" as Windows-1258 has it.
            ([0x48, 0x6F, 0xF2, 0x20, 0x76, 0xE0, 0x20, 0x74, 0xEA, 0x6E], "Windows-1258"), ([], "dòng nào"),
        ] as [([UInt8], String)])
    func encodings(bytes: [UInt8], words: String) async throws {
        try await TestCentral().run { desk in
            let admin = try await desk.login("quantri")
            let reply = try await Self.send(admin, bytes, dry: true)
            #expect(reply.status == 422 && reply["detail"]?.contains(words) == true, "\(reply.text)")
            let marked = try await Self.send(admin, [0xEF, 0xBB, 0xBF] + Self.good, dry: true)
            #expect(marked.json["right"] == 2)
        }
    }

    @Test("Semicolons and tabs too; columns may be named by their places; one that is missing is told")
    func columns() async throws {
        try await TestCentral().run { desk in
            let admin = try await desk.login("quantri")
            let semicolons = Array(
                "STT;Tên;Số;CV;ĐV\n1;Lê Thị Một;001190000001;Chuyên viên;H26.1.5\n".utf8)
            let missing = try await Self.send(admin, semicolons, dry: true)
            #expect(missing.status == 422 && missing.faults.count == 4, "\(missing.text)")
            let mapped = try await Self.send(
                admin, semicolons, dry: true, columns: ",name,identity_number,position,unit")
            #expect(mapped.json["right"] == 1, "\(mapped.text)")
            let twice = try await Self.send(admin, semicolons, dry: true, columns: "name,name")
            #expect(twice.status == 400)
        }
    }

    @Test("Others may not, and more than 20 MiB is not looked at")
    func refused() async throws {
        try await TestCentral().run { desk in
            let reception = try await desk.login()
            #expect(try await Self.send(reception, Self.good, dry: true).status == 403)
            let admin = try await desk.login("quantri")
            let large = [UInt8](repeating: 0x61, count: (20 << 20) + 1)
            #expect(try await Self.send(admin, large, dry: true).status == 413)
        }
    }

    @Test("10,000 lines, most of one name, are tried and taken within seconds", .timeLimit(.minutes(20)))
    func many() async throws {
        try await TestCentral().run { desk in
            let admin = try await desk.login("quantri")
            let lines = (1...10_000).map {
                "Nguyễn Văn An,\(100_000_000_000 + $0),Chuyên viên,H26.1.5,,review,,"
            }
            let body = Array(([Self.head] + lines).joined(separator: "\n").utf8)
            let clock = ContinuousClock()
            let tried = try await clock.measure {
                let reply = try await Self.send(admin, body, dry: true)
                #expect(reply.json["right"] == 10_000)
            }
            let made = try await clock.measure {
                let reply = try await Self.send(admin, body, dry: false)
                #expect(reply.status == 201)
            }
            // Debug code on a busy machine: a release is many times faster.
            #expect(tried < .seconds(45) && made < .seconds(60), "\(tried) \(made)")
            #expect(try await admin.get("/v1/officers?q=annv10000").items.count == 1)
            #expect(try await admin.send(.post, "/v1/audit:verify").json["whole"] == true)
        }
    }
}
