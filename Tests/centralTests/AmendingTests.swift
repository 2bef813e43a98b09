import Forms
import Foundation
import GRDB
import HTTPTypes
import Models
import Testing

@testable import central

@Suite("A dossier that was received is corrected")
struct AmendingTests {
    private static let accounts = ["tiepnhan", "tiepnhan2", "thamdinh", "lanhdao", "tongdai"]

    private static func run(
        withDossiers: Bool = false,
        _ body: @escaping @Sendable (RoutingDriver, TestCentral) async throws -> Void
    ) async throws {
        let test = try TestCentral(withDossiers: withDossiers)
        try await test.run { desk in
            var driver = RoutingDriver(test, desk)
            try await driver.login(accounts)
            try await body(driver, test)
        }
    }

    private static func takeIn(_ driver: RoutingDriver, _ body: JSONValue = SampleIntake.body) async throws
        -> ID
    {
        let reply = try await driver.desk("tiepnhan").post("/v1/dossiers", body, key: UUIDv7.make())
        #expect(reply.status == 201, "\(reply.text)")
        return try #require(reply["id"])
    }

    private static func amend(
        _ driver: RoutingDriver, _ id: ID, _ body: JSONValue, by account: String = "tiepnhan",
        match: String? = "*", key: String? = nil
    ) async throws -> TestReply {
        var headers: HTTPFields = [:]
        headers[.ifMatch] = match
        headers[.idempotencyKey] = key
        return try await driver.desk(account).send(.patch, "/v1/dossiers/\(id)", headers: headers, json: body)
    }

    private static let person: JSONValue = [
        "kind": "citizen", "name": "Trần Văn Bình", "identity_number": "001085000999",
        "birth_date": "1985-04-01", "sex": "male", "address": "Số 9, Phường Cửa Nam, TP Hà Nội",
        "phone": "0987654321",
    ]

    /// The value with what was changed put back.
    private static func undone(_ value: JSONValue, _ changes: [AmendedField]) -> JSONValue {
        var value = value
        for change in changes {
            value = put(value, change.pointer.split(separator: "/").map(String.init)[...], change.before)
        }
        return value
    }

    private static func put(_ value: JSONValue, _ path: ArraySlice<String>, _ new: JSONValue?) -> JSONValue {
        guard let key = path.first, case .object(var members) = value else { return new ?? .null }
        if path.count == 1 {
            members[key] = new
        } else {
            members[key] = put(members[key] ?? .null, path.dropFirst(), new)
        }
        return .object(members)
    }

    @Test("Fees by page are reckoned anew from the pages of each copy, not from their sum")
    func pagesOfCopies() async throws {
        try await Self.run { driver, _ in
            let made = try await driver.takeIn(
                "2.000815", quantities: ["chung_thuc_ban_sao": .pages([3, 3])])
            // 2,000 for the first two pages of a copy, 1,000 for the third.
            #expect(made.json["quote"]?["total"] == 10_000)
            let id = try #require(made["id"])
            let other = made["case"] == "nhieu_ban" ? "thong_thuong" : "nhieu_ban"
            let amended = try await Self.amend(
                driver, id, ["case": .string(other), "reason": "Nhầm trường hợp"], key: UUIDv7.make())
            #expect(amended.status == 200, "\(amended.text)")
            #expect(amended.json["quote"]?["total"] == 10_000)
            #expect(amended.json["quantities"]?["chung_thuc_ban_sao"] == [3, 3])
        }
    }

    @Test(
        "The applicant: row, list, words, order, history, audit and feed say the new, the history keeps the old"
    )
    func applicant() async throws {
        try await Self.run { driver, test in
            let id = try await Self.takeIn(driver)
            let before = try await driver.stored(id)
            let head = try await test.central.store.read { try ChangeTable.head($0).last }
            let reply = try await Self.amend(
                driver, id, ["reason": "Đọc nhầm thẻ của người đi cùng.", "applicant": Self.person],
                match: "\"\(before.dossier.revision)\"")
            #expect(reply.status == 200, "\(reply.text)")
            #expect(reply["applicant", "name"] == "Trần Văn Bình")
            #expect(reply.headers[.eTag] == "\"\(before.dossier.revision + 1)\"")

            let after = try await driver.stored(id)
            #expect(
                after.dossier.step == before.dossier.step && after.dossier.status == before.dossier.status)
            #expect(after.dossier.dueAt == before.dossier.dueAt)
            let row = try await test.central.store.read {
                try Row.fetchOne(
                    $0,
                    sql: """
                        SELECT applicant_name, applicant_identity, applicant_phone, applicant_sort FROM dossiers
                        WHERE id = ?
                        """, arguments: [id]
                ).map { row in row.databaseValues.map { String.fromDatabaseValue($0) } }
            }
            #expect(row == ["Trần Văn Bình", "001085000999", "0987654321", "binh tran van"])
            let desk = try driver.desk("tiepnhan")
            #expect(try await desk.get("/v1/search?q=binh+tran").items.map { $0["id"]?.text } == [id])
            #expect(try await desk.get("/v1/search?q=nguyen+anh").items.isEmpty)

            let (_, _, events) = try await driver.replayed(after)
            let event = try #require(events.last)
            #expect(event.verb == .amend && event.note == "Đọc nhầm thẻ của người đi cùng.")
            let changes = try #require(event.detail.changes)
            #expect(
                changes.first { $0.pointer == "/applicant/name" }
                    == AmendedField(
                        pointer: "/applicant/name", before: "Nguyễn Thị Ánh", after: "Trần Văn Bình"))
            var old = after.dossier
            old.revision -= 1
            #expect(
                try Self.undone(StrictJSON.value(of: old), changes) == StrictJSON.value(of: before.dossier))
            let key = test.central.auditKey
            let (audit, feed, verdict) = try await test.central.store.read { database in
                (
                    try AuditTable.page(database, officer: nil, scope: .everything, before: nil, limit: 1)
                        .first,
                    try ChangeTable.page(
                        database, after: head, upTo: head + 10, scope: .everything, money: .everything,
                        limit: 10),
                    try AuditTable.verify(database, key: key)
                )
            }
            #expect(audit?.action == "dossier.amend" && audit?.detail["parts"] == "applicant")
            #expect(feed.map(\.action) == ["amend"])
            if case .broken = verdict { Issue.record("\(verdict)") }
        }
    }

    @Test("The detail of the history lies sealed")
    func sealed() async throws {
        try await Self.run { driver, test in
            let id = try await Self.takeIn(driver)
            _ = try await Self.amend(driver, id, ["reason": "Sai tên.", "applicant": Self.person])
            let raw = try await test.central.store.read {
                try Data.fetchOne(
                    $0, sql: "SELECT detail FROM dossier_events WHERE dossier = ? AND action = 'amend'",
                    arguments: [id])
            }
            let bytes = try #require(raw)
            #expect(!String(decoding: bytes, as: UTF8.self).contains("001085000999"))
        }
    }

    @Test("Another case: time, appointment and fee follow, and replaying the events gives the row")
    func otherCase() async throws {
        try await Self.run { driver, _ in
            let id = try await Self.takeIn(driver)
            let before = try await driver.stored(id)
            let reply = try await Self.amend(driver, id, ["reason": "Sai trường hợp.", "case": "truc_tuyen"])
            #expect(reply.status == 200, "\(reply.text)")
            let after = try await driver.stored(id)
            #expect(after.dossier.caseCode == "truc_tuyen")
            #expect(after.dossier.caseName != before.dossier.caseName)
            #expect(before.dossier.dueAt?.date == LocalDate(iso: "2026-11-23"))
            // The 24th is the day of culture, and off.
            #expect(after.dossier.dueAt == Instant(rfc3339: "2026-11-25T09:41:00+07:00"))
            let (state, due, events) = try await driver.replayed(after)
            #expect(due == after.dossier.dueAt && state.step == after.dossier.step)
            #expect(state.extensions.isEmpty)
            #expect(events.last?.detail.previousDueAt == before.dossier.dueAt)
            #expect(events.last?.detail.dueAt == after.dossier.dueAt)
            #expect(events.last?.detail.term == ServiceTime(amount: 1, unit: .workingDay))
            // The count of before holds: two extracts.
            #expect(after.dossier.quote.lines.map(\.quantity) == [2])
            let clock = try await driver.desk("tiepnhan").get("/v1/dossiers/\(id)/clock")
            #expect(clock["due_at"] == "2026-11-25T09:41:00+07:00")
            #expect(clock.json["extended_to"] == nil)
        }
    }

    @Test("A slip says that it is a corrected one only where it overtakes a slip that was printed")
    func slips() async throws {
        try await Self.run { driver, test in
            let id = try await Self.takeIn(driver)
            func print() async throws -> JSONValue? {
                try await driver.desk("tiepnhan").post(
                    "/v1/dossiers/\(id)/prints", ["form": "01"], key: UUIDv7.make()
                ).json["amendment"]
            }
            func amend(_ copies: Int) async throws {
                test.clock.advance(seconds: 60)
                guard case .object(var person) = Self.person else { return }
                person["address"] = .string("Số \(copies), Phường Cửa Nam, TP Hà Nội")
                let body: JSONValue = ["reason": "Nhập sai.", "applicant": .object(person)]
                let reply = try await Self.amend(driver, id, body)
                #expect(reply.status == 200, "\(reply.text)")
                test.clock.advance(seconds: 60)
            }
            try await amend(1)
            #expect(try await print() == nil)
            try await amend(2)
            try await amend(3)
            #expect(try await print() == 1)
            #expect(try await print() == 1)
            try await amend(4)
            #expect(try await print() == 2)
        }
    }

    @Test("The appointment moves within the law's time only, and another case gives one of its own")
    func appointment() async throws {
        try await Self.run { driver, _ in
            let id = try await Self.takeIn(driver)
            _ = try await Self.amend(driver, id, ["reason": "Sai trường hợp.", "case": "truc_tuyen"])
            func set(_ moment: String) async throws -> TestReply {
                try await Self.amend(
                    driver, id, ["reason": "Hẹn nhầm ngày.", "due_at": .string(moment)])
            }
            #expect(try await set("2026-11-25T10:00:00+07:00").faults == ["/due_at after_term"])
            #expect(try await set("2026-11-23T09:41:00+07:00").faults == ["/due_at in_past"])
            // The 24th is the day of culture; at noon the desk is closed.
            let off = try await set("2026-11-24T10:00:00+07:00")
            #expect(off.faults == ["/due_at day_off"] && off.text.contains("25/11/2026"))
            let noon = try await set("2026-11-23T12:30:00+07:00")
            #expect(noon.faults == ["/due_at outside_hours"] && noon.text.contains("Giờ làm việc ngày đó"))
            let done = try await set("2026-11-23T16:00:00+07:00")
            #expect(done.status == 200 && done["due_at"] == "2026-11-23T16:00:00+07:00", "\(done.text)")
            #expect(done.text.contains("Sửa ngày hẹn") && !done.text.contains("Gia hạn"))
            var stored = try await driver.stored(id)
            #expect(try await driver.replayed(stored).due == stored.dossier.dueAt)
            // Back to what the law gives.
            #expect(try await set("2026-11-25T09:41:00+07:00")["due_at"] == "2026-11-25T09:41:00+07:00")
            _ = try await set("2026-11-23T16:00:00+07:00")
            let other = try await Self.amend(
                driver, id, ["reason": "Đúng ra là bản giấy.", "case": "trich_luc"])
            #expect(other.status == 200, "\(other.text)")
            stored = try await driver.stored(id)
            #expect(try await driver.replayed(stored).due == stored.dossier.dueAt)
            #expect(try await driver.replayed(stored).state.corrections.isEmpty)
        }
    }

    @Test("Submitter, papers and delivery: put right, taken out, and checked as at intake")
    func parts() async throws {
        try await Self.run { driver, _ in
            let id = try await Self.takeIn(driver)
            let done = try await Self.amend(
                driver, id,
                [
                    "reason": "Thiếu người nộp thay.",
                    "submitter": [
                        "name": "Lê Thị Hoa", "identity_number": "001190000456", "relation": "ủy quyền",
                    ],
                    "documents": [
                        ["code": "to_khai", "originals": 2, "copies": 1, "digitised": "none"]
                    ],
                    "delivery": ["method": "post", "address": "Số 5", "recipient": "Lê Thị Hoa"],
                ])
            #expect(done.status == 200, "\(done.text)")
            var stored = try await driver.stored(id)
            #expect(stored.dossier.submitter?.name == "Lê Thị Hoa")
            #expect(stored.dossier.documents.map(\.originals) == [2])
            #expect(stored.dossier.delivery.method == .post)
            #expect(
                try await driver.desk("tiepnhan").get("/v1/dossiers/\(id)/documents").items.count == 1)
            let out = try await Self.amend(
                driver, id, ["reason": "Chính chủ nộp.", "without_submitter": true])
            #expect(out.status == 200, "\(out.text)")
            stored = try await driver.stored(id)
            #expect(stored.dossier.submitter == nil)
            let events = try await driver.replayed(stored).events
            #expect(events.last?.detail.changes?.map(\.pointer) == ["/submitter"])

            let missing = try await Self.amend(driver, id, ["reason": "Không có.", "documents": []])
            #expect(missing.faults == ["/documents missing_document"])
            let stray = try await Self.amend(
                driver, id, ["reason": "Bưu chính.", "delivery": ["method": "post"]])
            #expect(stray.faults == ["/delivery/address required"])
            #expect(try await driver.stored(id).dossier == stored.dossier)
        }
    }

    @Test("Another procedure: only while nothing has happened since the receipt")
    func procedure() async throws {
        try await Self.run(withDossiers: true) { driver, _ in
            let like = try RoutingDriver.register.get().dossiers.map(\.dossier).last {
                $0.procedure.code == "1.003677" && $0.caseCode == "tam_vang"
            }
            let body: JSONValue = [
                "reason": "Chọn nhầm thủ tục.", "procedure": "1.003677", "case": "tam_vang",
                "documents": [["code": "to_khai", "originals": 1, "copies": 0]],
                "answers": try #require(like).answers.json,
            ]
            let id = try await Self.takeIn(driver)
            let without = try await Self.amend(
                driver, id, ["reason": "Chọn nhầm.", "procedure": "1.003677", "case": "tam_vang"])
            #expect(without.faults == ["/answers required"])
            let done = try await Self.amend(driver, id, body)
            #expect(done.status == 200, "\(done.text)")
            let stored = try await driver.stored(id)
            #expect(stored.process.id == "tam-vang" && stored.dossier.formId == "tam-vang")
            #expect(stored.dossier.quote.total == 0)
            let replayed = try await driver.replayed(stored)
            #expect(replayed.state.step == stored.dossier.step && replayed.due == stored.dossier.dueAt)
            #expect(replayed.events.last?.detail.changes?.contains { $0.pointer == "/process/id" } == true)
            // It goes on by its new process.
            let options = try await driver.desk("tiepnhan").get("/v1/dossiers/\(id)/actions")
            #expect(options.status == 200)

            let second = try await Self.takeIn(driver, SampleIntake.of("001085000777"))
            #expect(try await driver.act(["action": "claim"], on: second, by: "tiepnhan").status == 200)
            let late = try await Self.amend(driver, second, body)
            #expect(late.status == 409 && late.faults == ["/procedure already_begun"], "\(late.text)")
            #expect(late.text.contains("đã có việc"))
        }
    }

    @Test("404, 403, 422, 428, 412 and 409, in this order; nothing is changed")
    func order() async throws {
        try await Self.run(withDossiers: true) { driver, _ in
            let id = SeedDossiers.received
            let before = try await driver.stored(id).dossier
            let phone: JSONValue = ["reason": "Sai số.", "applicant": Self.person]
            #expect(try await Self.amend(driver, UUIDv7.make(), ["zz": 1]).status == 404)
            for account in ["thamdinh", "lanhdao", "tongdai"] {
                let refused = try await Self.amend(driver, id, ["zz": 1], by: account, match: nil)
                #expect(refused.status == 403, "\(account) \(refused.text)")
            }
            #expect(try await Self.amend(driver, id, ["zz": 1], match: nil).status == 422)
            #expect(
                try await Self.amend(driver, id, ["reason": " ", "applicant": Self.person], match: nil).faults
                    == ["/reason required"])
            #expect(try await Self.amend(driver, id, phone, match: nil).status == 428)
            let stale = try await Self.amend(driver, id, phone, match: "\"99\"")
            #expect(stale.status == 412 && stale["changed_by"] == "Trần Thu Hà")
            #expect(try await Self.amend(driver, id, ["reason": "Không."]).faults == [" nothing_changed"])
            #expect(try await driver.stored(id).dossier == before)

            for (seed, code) in [
                (SeedDossiers.delivered, "ended"), (SeedDossiers.refused, "ended"),
                (SeedDossiers.withdrawn, "ended"), (SeedDossiers.new, "not_accepted"),
            ] {
                let refused = try await Self.amend(
                    driver, seed, ["reason": "Bưu chính.", "delivery": ["method": "online"]])
                #expect(refused.status == 409 && refused.faults == [" " + code], "\(seed) \(refused.text)")
            }
        }
    }

    @Test(
        "With a key the same amendment gives the stored answer; without one the revision keeps it from being done twice"
    )
    func once() async throws {
        try await Self.run { driver, _ in
            let id = try await Self.takeIn(driver)
            let (key, body): (String, JSONValue) = (
                UUIDv7.make(), ["reason": "Sai.", "applicant": Self.person]
            )
            let first = try await Self.amend(driver, id, body, match: "\"1\"", key: key)
            let again = try await Self.amend(driver, id, body, match: "\"1\"", key: key)
            #expect(first.status == 200 && again.body == first.body)
            #expect(again.headers[.idempotencyReplayed] == "true")
            #expect(try await Self.amend(driver, id, body, match: "\"1\"").status == 412)
            #expect(try await driver.stored(id).dossier.revision == 2)
        }
    }

    @Test("While another works on it the amendment waits")
    func claimed() async throws {
        try await Self.run { driver, test in
            let id = try await Self.takeIn(driver)
            let body: JSONValue = ["reason": "Sai.", "applicant": Self.person]
            #expect(
                try await driver.desk("tiepnhan2").send(.put, "/v1/dossiers/\(id)/claim").status == 200)
            let refused = try await Self.amend(driver, id, body)
            #expect(refused.status == 409 && refused.code == "claimed")
            test.clock.advance(seconds: Routing.lease + 1)
            #expect(try await Self.amend(driver, id, body).status == 200)
        }
    }

    @Test(
        "Hostile text is refused at its place, and nothing is changed",
        arguments: [
            ("reason", "Sai\u{202E}lý do", "/reason"),
            ("reason", String(repeating: "á", count: 2_001), "/reason"),
            ("name", "Trần\u{0000}Bình", "/applicant/name"), ("name", "=HYPERLINK(1)", "/applicant/name"),
            ("name", "\u{1B}[31mĐỏ", "/applicant/name"), ("phone", "09'; DROP TABLE", "/applicant/phone"),
            ("identity_number", "12345", "/applicant/identity_number"),
            ("birth_date", "2999-01-01", "/applicant/birth_date"),
            ("address", "Số 1\u{2066}Hà Nội", "/applicant/address"),
        ])
    func hostile(field: String, text: String, pointer: String) async throws {
        try await Self.run { driver, _ in
            let id = try await Self.takeIn(driver)
            let before = try await driver.stored(id).dossier
            guard case .object(var person) = Self.person else { return }
            var reason = "Sai."
            if field == "reason" { reason = text } else { person[field] = .string(text) }
            let reply = try await Self.amend(
                driver, id, ["reason": .string(reason), "applicant": .object(person)])
            #expect(reply.status == 422, "\(reply.text)")
            #expect(reply.faults.contains { $0.hasPrefix(pointer) }, "\(reply.faults)")
            #expect(try await driver.stored(id).dossier == before)
        }
    }
}
