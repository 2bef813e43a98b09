import Forms
import Foundation
import GRDB
import HTTPTypes
import Models
import Testing

@testable import central

@Suite("Processes are drafted, checked and activated as data")
struct ProcessRouteTests {
    private static let draft = "/v1/processes/giam-ho/versions/2"

    private static func with(_ value: JSONValue, _ key: String, _ new: JSONValue) -> JSONValue {
        guard case .object(var members) = value else { return value }
        members[key] = new
        return .object(members)
    }

    @Test("A draft is replaced under its revision, checked, activated, and never changes again")
    func life() async throws {
        let test = try TestCentral()
        try await test.run { desk in
            let (admin, officer) = (try await desk.login("quantribo"), try await desk.login())
            let draft = try await officer.get(Self.draft)
            #expect(draft.json["state"] == "draft" && draft.headers[.eTag] == "\"1\"")
            let renamed = Self.with(draft.json, "name", "Giám hộ, bản mới")
            #expect(try await admin.send(.put, Self.draft, json: renamed).status == 428)
            let put = try await admin.send(.put, Self.draft, headers: [.ifMatch: "\"1\""], json: renamed)
            #expect(put.status == 200 && put.headers[.eTag] == "\"2\"", "\(put.text)")
            let stale = try await admin.send(.put, Self.draft, headers: [.ifMatch: "\"1\""], json: renamed)
            #expect(stale.status == 412 && stale["changed_by"] == "Trần Đình Phúc")

            #expect(try await admin.send(.post, Self.draft + ":lint").json["items"] == [])
            let path = Self.draft + ":activate"
            let past = try await admin.post(path, ["effective_from": "2026-11-22"], key: UUIDv7.make())
            #expect(past.faults == ["/effective_from in_past"])
            // B has put another revision since A looked: A is told, and nothing is activated.
            #expect(try await admin.post(path, [:], key: UUIDv7.make()).status == 428)
            let unseen = try await admin.post(
                path, [:], key: UUIDv7.make(), headers: [.ifMatch: "\"1\""])
            #expect(unseen.status == 412 && unseen["changed_by"] == "Trần Đình Phúc")
            #expect(try await officer.get(Self.draft)["state"] == "draft")
            let active = try await admin.post(path, [:], key: UUIDv7.make(), headers: [.ifMatch: "\"2\""])
            #expect(active.status == 200 && active["state"] == "active", "\(active.text)")
            #expect(active["effective_from"] == "2026-11-23")
            #expect(
                try await admin.post(path, [:], key: UUIDv7.make(), headers: [.ifMatch: "*"]).status == 200)
            let old = try await officer.get("/v1/processes/giam-ho/versions/1")
            #expect(old["state"] == "retired" && old["effective_to"] == "2026-11-22")
            let immutable = try await admin.send(
                .put, Self.draft, headers: [.ifMatch: "*"], json: active.json)
            #expect(immutable.faults == ["/version version_active"])
            let list = try await officer.get("/v1/processes?procedure=1.004837").items
            let found = try await officer.get("/v1/processes?q=GIAM%20ho").items
            #expect(found.count == list.count && !found.isEmpty)
            #expect(try await officer.get("/v1/processes?q=khong-co-dau").items.isEmpty)
            #expect(list.map { $0["state"] } == ["retired", "active"])
        }
    }

    @Test("A new version retires the old from a day on; open dossiers stay on the one they began under")
    func openDossiers() async throws {
        let test = try TestCentral()
        try await test.run { desk in
            let (admin, officer) = (try await desk.login("quantribo"), try await desk.login())
            let before = try await officer.post("/v1/dossiers", SampleIntake.with([:]), key: UUIDv7.make())
            #expect(before.status == 201, "\(before.text)")
            let step = try #require(before["step"])
            // The step that the dossier stands on has another code in the next version, with its own officers.
            var process = try #require(
                try await test.central.catalogue.process("trich-luc", version: 1))
            for index in process.steps.indices where process.steps[index].code == step {
                process.steps[index].code = "nhan_ho_so"
            }
            for index in process.transitions.indices {
                if process.transitions[index].from == step { process.transitions[index].from = "nhan_ho_so" }
                if process.transitions[index].to == step { process.transitions[index].to = "nhan_ho_so" }
            }
            try await test.central.store.write { database in
                try database.execute(
                    sql: """
                        INSERT INTO bindings SELECT id || 'x', unit, process, 'nhan_ho_so', role, officer,
                            assignee_unit, effective_from, effective_to, sub_amount, sub_unit, revision,
                            changed_by, changed_at
                        FROM bindings WHERE process = 'trich-luc' AND step = ?
                        """, arguments: [step])
            }
            let draft = try await admin.post(
                "/v1/processes", try StrictJSON.value(of: process), key: UUIDv7.make())
            #expect(draft.status == 201 && draft.json["version"] == 2, "\(draft.text)")
            let again = try await admin.post(
                "/v1/processes", try StrictJSON.value(of: process), key: UUIDv7.make())
            #expect(again.json["version"] == 2)
            let active = try await admin.post(
                "/v1/processes/trich-luc/versions/2:activate", ["effective_from": "2026-11-24"],
                key: UUIDv7.make(), headers: [.ifMatch: "*"])
            #expect(active.status == 200, "\(active.text)")

            let same = try await officer.post("/v1/dossiers", SampleIntake.with([:]), key: UUIDv7.make())
            #expect(same["step"] == step)
            test.clock.advance(seconds: 86_400)
            let id = try #require(before["id"])
            let after = try await desk.login().post(
                "/v1/dossiers", SampleIntake.with([:]), key: UUIDv7.make())
            #expect(after["step"] == "nhan_ho_so", "\(after.text)")
            let kept = try await desk.login().get("/v1/dossiers/\(id)")
            #expect(kept["step"] == step && kept.json["procedure"]?["version"] == 1)
            #expect(try await desk.login().get("/v1/dossiers/\(id)/clock").status == 200)
            let explained = try await desk.login().get("/v1/me/permissions?explain=\(id)")
            #expect(explained.json["explanation"]?["may_act"] == true, "\(explained.text)")
        }
    }

    @Test("Activation refuses on any finding, with its place, and nothing changes")
    func refuses() async throws {
        try await TestCentral().run { desk in
            let admin = try await desk.login("quantribo")
            let lint = try await admin.send(.post, "/v1/processes/vi-du/versions/1:lint")
            #expect(lint.json["items"]?.list?.contains { $0["code"] == "no_unit" } ?? false)
            let refused = try await admin.post(
                "/v1/processes/vi-du/versions/1:activate", [:], key: UUIDv7.make())
            #expect(refused.status == 422 && refused.faults.contains("/steps no_unit"))
            #expect(try await admin.get("/v1/processes/vi-du/versions/1")["state"] == "draft")

            let draft = try await admin.get(Self.draft).json
            guard case .array(let transitions)? = draft["transitions"] else { return }
            let cut = transitions.filter { $0["from"] != "ky" }
            let dead = Self.with(draft, "transitions", .array(cut))
            _ = try await admin.send(.put, Self.draft, headers: [.ifMatch: "*"], json: dead)
            let told = try await admin.post(Self.draft + ":activate", [:], key: UUIDv7.make())
            #expect(told.status == 422 && told.faults.contains("/steps/4 dead_end"), "\(told.faults)")
            let unknown = Self.with(
                draft, "transitions", .array([["from": "ky", "action": "vote", "to": "van_thu"]]))
            let strict = try await admin.send(.put, Self.draft, headers: [.ifMatch: "*"], json: unknown)
            #expect(strict.faults == ["/transitions/0/action invalid_value"])
        }
    }

    @Test("A step that nobody is able to do in one unit is a finding")
    func unbound() async throws {
        let test = try TestCentral()
        try await test.central.store.write { database in
            try database.execute(
                sql: """
                    UPDATE bindings SET effective_to = '2026-11-22'
                    WHERE process = 'giam-ho' AND step = 'ky' AND unit = 'H26.1.4'
                    """)
        }
        try await test.run { desk in
            let admin = try await desk.login("quantribo")
            let told = try await admin.post(Self.draft + ":activate", [:], key: UUIDv7.make())
            #expect(told.faults == ["/steps/4 unbound"])
        }
    }

    @Test("Only a ministry's administrator changes processes", arguments: ["tiepnhan", "quantri", "tongdai"])
    func policy(_ account: String) async throws {
        try await TestCentral().run { desk in
            let officer = try await desk.login(account)
            #expect(try await officer.get(Self.draft).status == 200)
            #expect(try await officer.send(.post, Self.draft + ":lint").status == 403)
            #expect(
                try await officer.post(Self.draft + ":activate", [:], key: UUIDv7.make()).status == 403)
            #expect(try await desk.get(Self.draft).status == 401)
            #expect(try await officer.get("/v1/processes/giam-ho/versions/9").status == 404)
        }
    }
}
