import Forms
import GRDB
import HTTPTypes
import Models
import Testing

@testable import central

@Suite("The register of dossiers, form 07")
struct RegisterTests {
    @Test("Accept: text/csv → the whole period as a table, masked as the list is, and in the audit")
    func table() async throws {
        let test = try TestCentral()
        try await test.run { desk in
            let desk = try await desk.login()
            for _ in 0..<3 { _ = try await desk.post("/v1/dossiers", SampleIntake.body, key: UUIDv7.make()) }
            let path = "/v1/registers/H26.1.5?from=2026-11-23&to=2026-11-23&limit=1"
            let table = try await desk.send(.get, path, headers: [.accept: "text/csv"])
            #expect(table.headers[.contentType] == "text/csv; charset=utf-8")
            let lines = table.text.split(separator: "\r\n")
            #expect(lines.count == 4 && lines[0].hasPrefix("\u{FEFF}Quyển,Số,Mã hồ sơ,"), "\(table.text)")
            #expect(lines[3].contains("H26.1.5-261123-0003") && lines[3].contains("Tại quầy"))
            #expect(!table.text.contains("0912345678"))
            let subjects = try await test.central.store.read { database in
                try String.fetchAll(
                    database, sql: "SELECT subject FROM audit WHERE action = 'list.export'")
            }
            #expect(subjects == ["register-H26.1.5"])
        }
    }

    @Test("A unit's register has what it took in, in order, by pages; a print is numbered by its period")
    func register() async throws {
        try await TestCentral().run { desk in
            let desk = try await desk.login()
            var codes: [JSONValue?] = []
            for _ in 0..<3 {
                let made = try await desk.post("/v1/dossiers", SampleIntake.body, key: UUIDv7.make())
                codes.append(made.json["code"])
            }
            let day = String(try #require(try await desk.get("/v1/ping")["time"]).prefix(10))
            let path = "/v1/registers/H26.1.5?from=\(day)&to=\(day)"
            let all = try await desk.get(path + "&limit=200")
            #expect(all.items.suffix(3).map { $0["code"] } == codes)
            let first = all.items.count - 3
            #expect(all.items[first]["applicant_name"] == "Nguyễn Thị Ánh")
            var seen: [JSONValue?] = []
            var cursor = ""
            repeat {
                let page = try await desk.get(path + "&limit=2" + cursor)
                seen += page.items.map { $0["code"] }
                cursor = page["next_cursor"].map { "&cursor=" + $0 } ?? ""
            } while !cursor.isEmpty
            #expect(seen == all.items.map { $0["code"] })

            let print: JSONValue = ["from": .string(day), "to": .string(day), "copies": 1]
            let prints = "/v1/registers/H26.1.5/prints"
            let key = UUIDv7.make()
            #expect(try await desk.post(prints, print, key: key).json["copy_number"] == 1)
            #expect(try await desk.post(prints, print, key: key).json["copy_number"] == 1)
            #expect(try await desk.post(prints, print, key: UUIDv7.make()).json["copy_number"] == 2)
            #expect(try await desk.get(prints).items.count == 2)
        }
    }

    @Test(
        "A list of the register masks phone and address; who has recorded a print of it reads them for the paper"
    )
    func masked() async throws {
        try await TestCentral().run { desk in
            let officer = try await desk.login()
            _ = try await officer.post("/v1/dossiers", SampleIntake.body, key: UUIDv7.make())
            let period = "from=2026-11-23&to=2026-11-23"
            let path = "/v1/registers/H26.1.5?" + period
            let listed = try #require(try await officer.get(path).items.last)
            #expect(listed["phone"] == "09******78")
            #expect(listed["address"]?.text?.hasPrefix("***") == true)
            let print: JSONValue = ["from": "2026-11-23", "to": "2026-11-23", "copies": 1]
            let record = try await officer.post("/v1/registers/H26.1.5/prints", print, key: UUIDv7.make())
            let id = try #require(record["id"])
            let whole = try #require(try await officer.get(path + "&print=" + id).items.last)
            #expect(whole["phone"] == "0912345678")
            #expect(whole["address"]?.text?.hasPrefix("***") == false)
            // Not by another, not for another period, not by a print that isn't there.
            let colleague = try await desk.login("thamdinh")
            #expect(try await colleague.get(path + "&print=" + id).status == 404)
            let other = "/v1/registers/H26.1.5?from=2026-11-01&to=2026-11-23&print=" + id
            #expect(try await officer.get(other).status == 404)
            #expect(try await officer.get(path + "&print=" + UUIDv7.make()).status == 404)
        }
    }

    @Test("Whoever does not handle the unit's dossiers has no register of it; a period has its ends")
    func refused() async throws {
        try await TestCentral().run { desk in
            let hotline = try await desk.login("tongdai")
            #expect(
                [403, 404].contains(
                    try await hotline.get("/v1/registers/H26.1.5?from=2026-01-01&to=2026-01-31").status))
            let desk = try await desk.login()
            #expect(
                try await desk.get("/v1/registers/H26.1.6?from=2026-01-01&to=2026-01-31").status == 404)
            for query in [
                "from=2026-01-31&to=2026-01-01", "from=2025-01-01&to=2026-12-31", "from=x&to=y", "",
            ] {
                #expect(try await desk.get("/v1/registers/H26.1.5?\(query)").status == 400)
            }
        }
    }

    @Test(
        "Training's register of a month → numbers in order without a gap, those that were handed in online too"
    )
    func noGaps() async throws {
        try await TestCentral(withDossiers: true).run { desk in
            let desk = try await desk.login()
            var numbers: [Int] = []
            var cursor = ""
            repeat {
                let page = try await desk.get(
                    "/v1/registers/H26.1.5?from=2026-11-01&to=2026-11-30&limit=200" + cursor)
                for entry in page.items {
                    guard case .int(let number)? = entry["number"] else { continue }
                    numbers.append(number)
                }
                cursor = page["next_cursor"].map { "&cursor=" + $0 } ?? ""
            } while !cursor.isEmpty
            let first = try #require(numbers.first)
            #expect(numbers.count > 20 && numbers == Array(first..<(first + numbers.count)))
        }
    }
}
