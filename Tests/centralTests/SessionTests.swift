import Forms
import Foundation
import HTTPTypes
import Models
import Testing

@testable import central

@Suite("Logging in and out")
struct SessionTests {
    @Test("A login gives tokens and the key of the officer's store")
    func login() async throws {
        try await TestCentral().run { desk in
            let reply = try await desk.form(
                "/oauth/token", "grant_type=password&username=tiepnhan&password=tap-huan")
            #expect(reply.status == 200)
            #expect(reply["token_type"] == "Bearer")
            #expect(reply.headers[.cacheControl] == "no-store")
            #expect(reply["store_key"].flatMap { Data(base64URL: $0) }?.count == 32)
            let again = try await desk.form(
                "/oauth/token", "grant_type=password&username=tiepnhan&password=tap-huan")
            #expect(again["store_key"] == reply["store_key"])
            #expect(again["access_token"] != reply["access_token"])
            let other = try await desk.form(
                "/oauth/token", "grant_type=password&username=tiepnhan2&password=tap-huan")
            #expect(other["store_key"] != reply["store_key"])
            let me = try await desk.login().get("/v1/me")
            #expect(me["officer", "name"] == "Trần Thu Hà")
            #expect(me["unit", "code"] == "H26.1.5")
            #expect(me.json["roles"] == ["reception"])
        }
    }

    @Test(
        "Refusals are in OAuth's form, and an unknown account reads as a wrong password",
        arguments: [
            ("grant_type=password&username=tiepnhan&password=sai", "invalid_grant"),
            ("grant_type=password&username=khong-co&password=tap-huan", "invalid_grant"),
            ("grant_type=password&username=tiepnhan", "invalid_request"),
            ("grant_type=password&username=tiepnhan&username=x&password=tap-huan", "invalid_request"),
            ("username=tiepnhan&password=tap-huan", "invalid_request"), ("", "invalid_request"),
            ("grant_type=authorization_code", "unsupported_grant_type"),
            ("grant_type=refresh_token", "invalid_request"),
            ("grant_type=refresh_token&refresh_token=x", "invalid_grant"), ("a=%ff", "invalid_request"),
        ])
    func refusals(form: String, error: String) async throws {
        try await TestCentral().run { desk in
            let reply = try await desk.form("/oauth/token", form)
            #expect(reply.status == 400)
            #expect(reply["error"] == error)
            let words = reply["error_description"]
            #expect(words != nil)
            if form.contains("password=sai") || form.contains("khong-co") {
                #expect(words == "Tên đăng nhập hoặc mật khẩu không đúng.")
            }
        }
    }

    @Test("Outside training there is no password grant")
    func passwordOnlyInTraining() async throws {
        try await TestCentral(isTraining: false).run { desk in
            let reply = try await desk.form(
                "/oauth/token", "grant_type=password&username=tiepnhan&password=tap-huan")
            #expect(reply["error"] == "unsupported_grant_type")
            let offered = try await desk.get("/.well-known/openid-configuration")
            #expect(offered.json["grant_types_supported"] == ["refresh_token"])
        }
    }

    @Test("What names the server comes from its configuration, whatever host a client names")
    func issuer() async throws {
        let host = try #require(HTTPField.Name("host"))
        let forwarded = try #require(HTTPField.Name("x-forwarded-host"))
        try await TestCentral().run { desk in
            let reply = try await desk.send(
                .get, "/.well-known/openid-configuration",
                headers: [host: "ke-xau.example", forwarded: "ke-xau.example"])
            #expect(reply["issuer"] == "https://motcua.example.gov.vn")
            #expect(reply["token_endpoint"] == "https://motcua.example.gov.vn/oauth/token")
            #expect(reply["revocation_endpoint"] == "https://motcua.example.gov.vn/oauth/revoke")
            #expect(!reply.text.contains("ke-xau"))
        }
    }

    @Test("Refreshing gives a new pair; a refresh token used twice ends the whole family")
    func refresh() async throws {
        let test = try TestCentral()
        try await test.run { desk in
            let first = try await desk.form(
                "/oauth/token", "grant_type=password&username=tiepnhan&password=tap-huan")
            let refresh = "grant_type=refresh_token&refresh_token=" + (first["refresh_token"] ?? "")
            let second = try await desk.form("/oauth/token", refresh)
            #expect(second.status == 200)
            #expect(second["store_key"] == first["store_key"])
            let renewed = TestDesk(client: desk.client, token: second["access_token"])
            #expect(try await renewed.get("/v1/me").status == 200)
            // The answer was lost: the same refresh again, at once, gets another pair.
            let third = try await desk.form("/oauth/token", refresh)
            #expect(third.status == 200)
            let old = TestDesk(client: desk.client, token: first["access_token"])
            #expect(try await old.get("/v1/me").status == 200)
            test.clock.advance(seconds: Sessions.grace + 1)
            #expect(try await old.get("/v1/me").status == 401)
            #expect(try await desk.form("/oauth/token", refresh)["error"] == "invalid_grant")
            for token in [second["access_token"], third["access_token"]] {
                let ended = TestDesk(client: desk.client, token: token)
                #expect(try await ended.get("/v1/me").status == 401)
            }
        }
    }

    @Test("A refresh after logging out opens nothing")
    func refreshAfterRevoke() async throws {
        try await TestCentral().run { desk in
            let first = try await desk.form(
                "/oauth/token", "grant_type=password&username=tiepnhan&password=tap-huan")
            _ = try await desk.form("/oauth/revoke", "token=" + (first["access_token"] ?? ""))
            let refresh = "grant_type=refresh_token&refresh_token=" + (first["refresh_token"] ?? "")
            #expect(try await desk.form("/oauth/token", refresh)["error"] == "invalid_grant")
        }
    }

    @Test("Tokens end by time and by logging out")
    func ends() async throws {
        let test = try TestCentral()
        try await test.run { desk in
            let one = try await desk.login()
            #expect(try await one.get("/v1/me").status == 200)
            test.clock.advance(seconds: Sessions.accessLifetime)
            #expect(try await one.get("/v1/me").status == 401)
            let two = try await desk.login()
            #expect(try await desk.form("/oauth/revoke", "token=\(two.token ?? "")").status == 200)
            #expect(try await two.get("/v1/me").status == 401)
            #expect(try await desk.form("/oauth/revoke", "token=unknown").status == 200)
            #expect(try await desk.form("/oauth/revoke", "")["error"] == "invalid_request")
        }
    }

    @Test("Guessing has to wait, whether the account exists or not")
    func limit() async throws {
        let test = try TestCentral()
        try await test.run { desk in
            for account in ["tiepnhan", "khong-co"] {
                let wrong = "grant_type=password&username=\(account)&password=sai"
                for _ in 0..<test.central.attempts.allowed {
                    #expect(try await desk.form("/oauth/token", wrong).status == 400)
                }
                let reply = try await desk.form("/oauth/token", wrong)
                #expect(reply.status == 429)
                #expect(reply.headers[.retryAfter] == "60")
            }
            #expect(try await desk.login("tiepnhan2").get("/v1/me").status == 200)
            test.clock.advance(seconds: Int(test.central.attempts.window))
            #expect(try await desk.login("tiepnhan").get("/v1/me").status == 200)
        }
    }

    @Test(
        "A hundred wrong passwords at once → as many are looked at as are allowed; thirty right ones all log in"
    )
    func atOnce() async throws {
        let test = try TestCentral()
        try await test.run { desk in
            func statuses(_ account: String, _ password: String, _ count: Int) async throws -> [Int: Int] {
                try await withThrowingTaskGroup(of: Int.self) { group in
                    for _ in 0..<count {
                        group.addTask {
                            try await desk.form(
                                "/oauth/token",
                                "grant_type=password&username=\(account)&password=\(password)"
                            ).status
                        }
                    }
                    return try await group.reduce(into: [:]) { $0[$1, default: 0] += 1 }
                }
            }
            let allowed = test.central.attempts.allowed
            for account in ["tiepnhan", "khong-co"] {
                let wrong = try await statuses(account, "sai", 100)
                #expect(wrong == [400: allowed, 429: 100 - allowed])
            }
            let right = try await statuses("tiepnhan2", "tap-huan", 30)
            #expect(right == [200: 30])
        }
    }

    @Test("Wrong passwords for many accounts from one address → all from there wait; right ones don't count")
    func address() async throws {
        let test = try TestCentral()
        try await test.run(from: "203.0.113.7") { desk in
            let allowed = test.central.loginAddresses.allowed
            for number in 0..<allowed {
                let wrong = "grant_type=password&username=khong\(number)&password=sai"
                #expect(try await desk.form("/oauth/token", wrong).status == 400)
                if number % 20 == 0 { #expect(try await desk.login().token != nil) }
            }
            let locked = try await desk.form(
                "/oauth/token", "grant_type=password&username=tiepnhan&password=tap-huan")
            #expect(locked.status == 429 && locked.headers[.retryAfter] == "600", "\(locked.text)")
            test.clock.advance(seconds: Int(test.central.loginAddresses.window))
            #expect(try await desk.login().token != nil)
        }
    }

    @Test("The database holds no token and no password")
    func hashesOnly() async throws {
        let test = try TestCentral()
        try await test.run { desk in
            let desk = try await desk.login()
            let token = try #require(desk.token)
            let files = [test.path, test.path + "-wal"].compactMap {
                try? Data(contentsOf: URL(filePath: $0))
            }
            #expect(files.count == 2)
            for file in files {
                #expect(file.range(of: Data(token.utf8)) == nil)
                #expect(file.range(of: Data("tap-huan".utf8)) == nil)
            }
        }
    }

    @Test(
        "PBKDF2 with HMAC-SHA-256 (vectors of RFC 7914, their first 32 bytes)",
        arguments: [
            ("passwd", "salt", 1, "55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc"),
            ("Password", "NaCl", 80_000, "4ddcd8f60b98be21830cee5ef22701f9641a4418d04c0414aeff08876b34ab56"),
        ])
    func vectors(password: String, salt: String, rounds: Int, hash: String) {
        #expect(PasswordHash.derive(password, salt: Data(salt.utf8), rounds: rounds).hex == hash)
    }

    @Test("A kept hash reads back, and knows its password")
    func keptHash() throws {
        let hash = PasswordHash(password: "tap-huan", rounds: 10)
        let kept = try #require(PasswordHash(text: hash.text))
        #expect(kept == hash)
        #expect(kept.matches("tap-huan"))
        #expect(!kept.matches("tap-huân"))
        for text in ["", "$", "pbkdf2-sha256$0$AA==$AA==", "pbkdf2-sha256$1$%$AA==", "md5$1$AA==$AA=="] {
            #expect(PasswordHash(text: text) == nil)
        }
    }
}
