import Forms
import GRDB
import HTTPTypes
import Models
import Testing

@testable import central

@Suite("A step is deleted under a dossier that stands at it")
struct DeletedStepTests {
    private static let id = SeedDossiers.overdue
    private static let step = "tam_dung"

    /// Has the dossier suspended: then it stands at a step that a process can do without.
    private static func run(
        _ body: @escaping @Sendable (RoutingDriver, TestCentral, StoredDossier) async throws -> Void
    ) async throws {
        let test = try TestCentral(withDossiers: true)
        try await test.run { desk in
            var driver = RoutingDriver(test, desk)
            try await driver.login(["kinhte"])
            let reply = try await driver.act(
                ["action": "suspend", "note": "Chờ cơ quan khác."], on: id, by: "kinhte")
            try #require(reply.status == 200, "\(reply.text)")
            let stored = try await driver.stored(id)
            try #require(stored.dossier.step == step)
            try await body(driver, test, stored)
        }
    }

    private static func without(_ process: ProcessDefinition) -> ProcessDefinition {
        var process = process
        process.steps.removeAll { $0.code == step }
        process.transitions.removeAll { $0.from == step || $0.to == step }
        return process
    }

    @Test("By a new version of its process: it stays on the old one, and goes on from the step")
    func newVersion() async throws {
        try await Self.run { driver, test, stored in
            let day = test.clock.now.date
            try await test.central.store.write { database in
                let found = try ProcessTable.find(
                    database, id: stored.process.id, version: stored.process.version, on: day)
                let draft = try ProcessPublishing.begin(
                    Self.without(try #require(found).process), database, by: nil, at: test.clock.now)
                let made = try ProcessPublishing.activate(
                    stored.process.id, version: draft.stored.process.version, from: nil, database, today: day)
                #expect(made.process.step(Self.step) == nil && made.process.version > stored.process.version)
            }
            test.central.catalogue.forget()
            let reply = try await driver.act(
                ["action": "resume", "note": "Làm tiếp."], on: Self.id, by: "kinhte")
            #expect(reply.status == 200 && reply["step"] == "tham_dinh", "\(reply.text)")
            let after = try await driver.stored(Self.id)
            #expect(after.process == stored.process)
        }
    }

    @Test("In its own version, past the program: every act is refused with the reason, and nothing changes")
    func ownVersion() async throws {
        try await Self.run { driver, test, stored in
            let day = test.clock.now.date
            try await test.central.store.write { database in
                let found = try ProcessTable.find(
                    database, id: stored.process.id, version: stored.process.version, on: day)
                let document = try StrictJSON.encode(Self.without(try #require(found).process))
                try database.execute(
                    sql:
                        "UPDATE catalogue SET document = ? WHERE kind = 'process' AND code = ? AND version = ?",
                    arguments: [
                        String(decoding: document, as: UTF8.self), stored.process.id, stored.process.version,
                    ])
            }
            test.central.catalogue.forget()
            for body: JSONValue in [
                ["action": "resume", "note": "Làm tiếp."], ["action": "claim"], ["action": "approve"],
                ["action": "undo"],
                ["action": "stop", "note": "Dừng."],
            ] {
                let reply = try await driver.act(body, on: Self.id, by: "kinhte")
                #expect((400..<500).contains(reply.status), "\(reply.text)")
                #expect(reply["detail"]?.isEmpty == false)
            }
            let page = try await driver.desk("kinhte").get("/v1/dossiers/\(Self.id)")
            #expect(page.status == 200 && page["step"] == Self.step)
            let after = try await driver.stored(Self.id)
            #expect(after.dossier == stored.dossier && after.step(in: stored))
        }
    }
}

extension StoredDossier {
    fileprivate func step(in before: StoredDossier) -> Bool {
        assignee == before.assignee && process == before.process
    }
}
