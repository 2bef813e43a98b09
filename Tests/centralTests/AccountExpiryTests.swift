import Forms
import Foundation
import HTTPTypes
import Models
import Testing

@testable import central

@Suite("Accounts that nobody uses are suspended by the clock")
struct AccountExpiryTests {
    private static let days = 90
    private static let rule = AccountRule(unusedDays: Int64(days), reason: "Quy chế 12, Điều 7.")
    /// A new officer of a department: he does nothing alone.
    private static let officer: JSONValue = [
        "name": "Nguyễn Thị Thử", "position": "Chuyên viên", "unit": "H26.1.5",
        "identity_number": "001190004321",
        "account": "thu.nghiem", "roles": [],
    ]

    private func states(_ desk: TestDesk, _ query: String = "thu.nghiem") async throws -> [JSONValue] {
        try await desk.get("/v1/officers?q=\(query)").items.compactMap { $0["state"] }
    }

    @Test("Nobody is suspended at once, and an account not before its time; then with reason and entry, once")
    func expires() async throws {
        let test = try TestCentral()
        try await test.run { desk in
            let admin = try await desk.login("quantri")
            #expect(try await admin.post("/v1/officers", Self.officer, key: UUIDv7.make()).status == 201)
            let expiry = AccountExpiry(central: test.central, rule: Self.rule)
            #expect(try await expiry.pass() == 0)
            test.clock.advance(seconds: Self.days * 86_400 - 3600)
            #expect(try await expiry.pass() == 0)
            test.clock.advance(seconds: 3600)
            let again = try await desk.login("quantribo")
            #expect(try await expiry.pass() > 0)
            #expect(try await expiry.pass() == 0)
            #expect(try await states(again) == ["suspended"])
            let entries = try await again.get("/v1/audit?action=officer.expire&limit=200").items
            #expect(entries.first?["detail"]?["reason"] == "Quy chế 12, Điều 7.")
            // Who alone does a step stays, and so does the last administrator of a province.
            let left = try await again.get("/v1/officers?state=active&role=province_admin&unit=H26&limit=200")
            #expect(left.items.count == 1, "\(left.text)")
            #expect(try await again.get("/v1/officers?state=active&role=approval").items.isEmpty == false)
            #expect(try await again.send(.post, "/v1/audit:verify").json["whole"] != false)
        }
    }

    @Test("A desk that is left running renews its session, never logs in again, and is in use")
    func renewed() async throws {
        let test = try TestCentral()
        try await test.run { desk in
            let admin = try await desk.login("quantri")
            #expect(try await admin.post("/v1/officers", Self.officer, key: UUIDv7.make()).status == 201)
            let expiry = AccountExpiry(central: test.central, rule: Self.rule)
            #expect(try await expiry.pass() == 0)
            var session = try await desk.form(
                "/oauth/token", "grant_type=password&username=thu.nghiem&password=tap-huan")
            for _ in 0..<(Self.days * 2 + 1) {
                test.clock.advance(seconds: 43_200)
                let refresh = try #require(session["refresh_token"])
                session = try await desk.form(
                    "/oauth/token", "grant_type=refresh_token&refresh_token=" + refresh)
                #expect(session.status == 200, "\(session.text)")
            }
            let ministry = try await desk.login("quantribo")
            _ = try await expiry.pass()
            #expect(try await states(ministry) == ["active"])
        }
    }

    @Test("A login, or an administrator's hand, begins the time anew")
    func used() async throws {
        let test = try TestCentral()
        try await test.run { desk in
            let admin = try await desk.login("quantri")
            let made = try await admin.post("/v1/officers", Self.officer, key: UUIDv7.make())
            #expect(made.status == 201, "\(made.text)")
            let expiry = AccountExpiry(central: test.central, rule: Self.rule)
            #expect(try await expiry.pass() == 0)
            test.clock.advance(seconds: Self.days * 86_400 - 3600)
            _ = try await desk.login("thu.nghiem")
            test.clock.advance(seconds: 7200)
            let first = try await desk.login("quantribo")
            _ = try await expiry.pass()
            #expect(try await states(first) == ["active"])
            test.clock.advance(seconds: Self.days * 86_400)
            let ministry = try await desk.login("quantribo")
            _ = try await expiry.pass()
            #expect(try await states(ministry) == ["suspended"])
            let id = try #require(made["id"])
            let back = try await OfficerTests.act(ministry, id, "reactivate")
            #expect(back.status == 200, "\(back.text)")
            _ = try await expiry.pass()
            #expect(try await states(ministry) == ["active"])
        }
    }

    @Test(
        "The time and the reason come from the configuration",
        arguments: [
            ("", AccountRule.usual), ("[accounts]\nunused_days = 0", nil),
            (
                "[accounts]\nunused_days = 30\nunused_reason = \"Quy chế\"",
                AccountRule(unusedDays: 30, reason: "Quy chế")
            ),
        ] as [(String, AccountRule?)])
    func configured(text: String, rule: AccountRule?) throws {
        #expect(try AccountRule.configured(at: try Self.file(text)) == rule)
    }

    @Test("A time that makes no sense is refused", arguments: ["3", "-1", "4000", "\"90\"", "1.5"])
    func refused(days: String) throws {
        let path = try Self.file("[accounts]\nunused_days = \(days)")
        #expect(throws: Refusal.self) { try AccountRule.configured(at: path) }
    }

    private static func file(_ text: String) throws -> String {
        let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString + ".toml")
        try text.write(to: file, atomically: true, encoding: .utf8)
        return file.path
    }
}
