import Forms
import Foundation
import GRDB
import Models
import Testing

@testable import central

@Suite("Who does which step, by bindings and delegations, day by day")
struct BindingTableTests {
    static let unit = TrainingSet.trainingUnit
    static let day = LocalDate(iso: "2026-11-23")!

    static func officer(_ account: String, _ database: Database, on day: LocalDate = day) throws -> Officer {
        let known = try #require(try OfficerTable.account(database, named: account))
        return try #require(try OfficerTable.officer(database, id: known.officer, on: day))
    }

    private static func names(
        _ database: Database, _ process: String, _ step: String, on day: LocalDate = day
    ) throws -> [String] {
        try BindingTable.officers(database, boundTo: unit, process: process, step: step, on: day).map {
            try String.fetchOne(
                database, sql: "SELECT account FROM officers WHERE id = ?", arguments: [$0.officer.id]) ?? ""
        }.sorted()
    }

    @Test("Every step of every process that needs somebody has somebody, and signing another than reviewing")
    func everyStep() async throws {
        let test = try TestCentral()
        let set = try TrainingData.load(directory: TrainingData.directory)
        try await test.central.store.read { database in
            for unit in set.receivingUnits {
                for process in set.processes {
                    var persons: [ProcessStep.Kind: Set<String>] = [:]
                    for step in process.steps where step.role != nil {
                        let bound = try BindingTable.officers(
                            database, boundTo: unit, process: process.id, step: step.code, on: Self.day)
                        #expect(!bound.isEmpty, "\(unit) \(process.id) \(step.code)")
                        persons[step.kind, default: []].formUnion(bound.map(\.person))
                    }
                    let (review, sign) = (persons[.review] ?? [], persons[.sign] ?? [])
                    #expect(
                        review.contains { one in sign.contains { $0 != one } } || review.isEmpty,
                        "\(unit) \(process.id)")
                }
            }
        }
    }

    @Test("A unit's binding holds for all who have the role there, an officer's for him alone")
    func officers() async throws {
        let test = try TestCentral()
        let found = try await test.central.store.read { database in
            [
                try Self.names(database, "trich-luc", "tham_dinh"),
                try Self.names(database, "ho-kinh-doanh", "ky"),
                try Self.names(database, "tam-tru", "tham_dinh"),
                try Self.names(database, "trich-luc", "khong_co"),
                try Self.names(database, "trich-luc", "tham_dinh", on: LocalDate(iso: "2026-01-04")!),
            ]
        }
        #expect(
            found == [["thamdinh", "thamdinh2"], ["kinhte.lanhdao"], ["congan", "congan2"], [], []])
    }

    @Test("A binding counts through its last day, and only while its officer is at work and holds its role")
    func ends() async throws {
        let test = try TestCentral()
        try await test.central.store.write { database in
            let boss = try Self.officer("kinhte.lanhdao", database)
            func may(_ day: String) throws -> Bool {
                try !BindingTable.authority(
                    database, of: boss, unit: Self.unit, process: "ho-kinh-doanh", step: "ky",
                    on: LocalDate(iso: day)!
                ).isEmpty
            }
            #expect(try may("2026-11-23"))
            try database.execute(
                sql: "UPDATE bindings SET effective_to = '2026-11-22' WHERE officer = ?", arguments: [boss.id]
            )
            let (before, after) = (try may("2026-11-22"), try may("2026-11-23"))
            #expect(before && !after)
            let nobody = try Self.names(database, "ho-kinh-doanh", "ky")
            #expect(nobody.isEmpty)

            let second = try Self.officer("thamdinh2", database)
            try database.execute(
                sql: "UPDATE assignments SET effective_to = '2026-11-22' WHERE officer = ?",
                arguments: [second.id])
            let one = try Self.names(database, "trich-luc", "tham_dinh")
            #expect(one == ["thamdinh"])
            let later = try Self.officer("thamdinh2", database)
            #expect(
                try BindingTable.authority(
                    database, of: later, unit: Self.unit, process: "trich-luc", step: "tham_dinh",
                    on: Self.day
                ).isEmpty)
            try database.execute(
                sql: "UPDATE officers SET suspended_at = 1 WHERE account = 'thamdinh'")
            let none = try Self.names(database, "trich-luc", "tham_dinh")
            #expect(none.isEmpty)
        }
    }

    @Test("A delegate acts on behalf of the other, for the days given, until it is taken back")
    func delegation() async throws {
        let test = try TestCentral()
        try await test.central.store.write { database in
            let (chief, reviewer) = (
                try Self.officer("lanhdao", database), try Self.officer("thamdinh2", database)
            )
            func authority(_ day: LocalDate) throws -> [StepAuthority] {
                try BindingTable.authority(
                    database, of: reviewer, unit: Self.unit, process: "trich-luc", step: "ky", on: day)
            }
            #expect(try authority(Self.day).isEmpty)
            let delegation = Delegation(
                id: UUIDv7.make(), from: OfficerRef(id: chief.id, name: chief.name, position: chief.position),
                to: OfficerRef(id: reviewer.id, name: reviewer.name, position: reviewer.position),
                unit: Self.unit, role: "approval", effectiveFrom: Self.day,
                effectiveTo: Self.day.adding(days: 1), reason: "Đi công tác", madeBy: chief.id,
                madeAt: test.clock.now)
            try DelegationTable.insert(database, delegation)
            #expect(try authority(Self.day).map(\.onBehalfOf?.id) == [chief.id])
            #expect(try authority(Self.day.adding(days: 1)).count == 1)
            #expect(try authority(Self.day.adding(days: 2)).isEmpty)
            #expect(try authority(Self.day.adding(days: -1)).isEmpty)
            #expect(
                try DelegationTable.active(database, from: chief.id, on: Self.day).contains(delegation))
            try database.execute(
                sql: "UPDATE officers SET suspended_at = 1 WHERE id = ?", arguments: [chief.id])
            #expect(try authority(Self.day).isEmpty)
            try database.execute(
                sql: "UPDATE officers SET suspended_at = NULL WHERE id = ?", arguments: [chief.id])
            try DelegationTable.end(database, id: delegation.id, at: test.clock.now)
            #expect(try authority(Self.day).isEmpty)
        }
    }

    @Test("An officer serves the units whose steps he is bound to, also another unit's")
    func units() async throws {
        let test = try TestCentral()
        try await test.central.store.read { database in
            let police = try Self.officer("congan", database)
            #expect(try BindingTable.units(database, servedBy: police, on: Self.day) == [Self.unit])
            let province = try Self.officer("conganhn", database)
            #expect(
                try BindingTable.units(database, servedBy: province, on: Self.day)
                    .isSuperset(of: [Self.unit, "H26.1.4"]))
            let hotline = try Self.officer("tongdai", database)
            #expect(try BindingTable.units(database, servedBy: hotline, on: Self.day).isEmpty)
        }
    }

    @Test("A training database of before gets its bindings once, and keeps what was changed since")
    func upgrade() async throws {
        let test = try TestCentral()
        let (store, folder) = (test.central.store, URL(filePath: TrainingData.directory))
        let count = try await store.write { database in
            let count = try Int.fetchOne(database, sql: "SELECT COUNT(*) FROM bindings") ?? 0
            try database.execute(sql: "DELETE FROM bindings")
            try database.execute(
                sql: "DELETE FROM catalogue WHERE kind = 'process' AND code = 'giam-ho'")
            try SettingTable.set(database, SettingTable.trainingData, "1")
            return count
        }
        try TrainingLoader.upgrade(
            store, from: folder, clock: test.clock.wallClock, seal: .test)
        let sql = "SELECT COUNT(*) FROM bindings"
        let upgraded = try await store.read { try Int.fetchOne($0, sql: sql) ?? 0 }
        #expect(upgraded > 0 && upgraded < count)
        try await store.write { try $0.execute(sql: "DELETE FROM bindings WHERE step = 'ky'") }
        try TrainingLoader.upgrade(
            store, from: folder, clock: test.clock.wallClock, seal: .test)
        let kept = try await store.read { try Int.fetchOne($0, sql: sql) ?? 0 }
        #expect(kept > 0 && kept < upgraded)
    }
}
