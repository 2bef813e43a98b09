import ArgumentParser
import Forms
import Foundation
import GRDB
import Models
import Testing

@testable import central

@Suite("Dossiers by the hundred thousand")
struct BulkGeneratorTests {
    private func generator(
        seed: UInt64 = 1, units: Set<String>? = nil, areOpen: Bool = false
    ) throws -> BulkGenerator {
        BulkGenerator(
            seed: seed, now: DossierGeneratorTests.monday, set: try TrainingDataTests.loaded.get(),
            units: units, areOpen: areOpen)
    }

    private func slices(_ generator: BulkGenerator, _ count: Int) -> [BulkGenerator.Slice] {
        generator.slices(count) { _, _ in
            0
        } lastEntry: { _, _ in
            0
        }
    }

    @Test("As many as are asked for, whatever the number", arguments: [1, 7, 999, 100_000, 10_000_000])
    func sum(count: Int) throws {
        for areOpen in [false, true] {
            let all = slices(try generator(areOpen: areOpen), count)
            #expect(all.reduce(0) { $0 + $1.count } == count)
            #expect(all.allSatisfy { $0.count <= BulkGenerator.largestSlice })
        }
    }

    @Test("A slice is the same each time, alone or among others; with another seed it is another")
    func deterministic() throws {
        let one = try generator()
        let all = slices(one, 600)
        let made = one.make(all[3])
        #expect(!made.isEmpty)
        #expect(one.make(all[3]).map(\.dossier) == made.map(\.dossier))
        #expect(one.make(all[3]).map(\.events) == made.map(\.events))
        let other = try generator(seed: 2)
        let others = other.make(slices(other, 600)[3])
        #expect(others.map(\.dossier.applicant) != made.map(\.dossier.applicant))
    }

    @Test("Codes go on without a gap over slices and from what is there; ids are unique")
    func codes() throws {
        let generator = try generator(units: ["H26.1.5"])
        let slices = generator.slices(1_500) { _, _ in
            40
        } lastEntry: { _, _ in
            7
        }
        let dossiers = slices.flatMap(generator.make).map(\.dossier)
        #expect(dossiers.count == 1_500 && Set(dossiers.map(\.id)).count == 1_500)
        var days: [String: [Int]] = [:]
        for dossier in dossiers {
            let parts = dossier.code.split(separator: "-")
            days[String(parts[1]), default: []].append(try #require(Int(parts[2])))
        }
        for numbers in days.values { #expect(numbers == Array(41..<41 + numbers.count)) }
        let years = Dictionary(grouping: dossiers, by: \.registerBook)
        for book in years.values {
            #expect(book.compactMap(\.registerNumber) == Array(8..<8 + book.count))
        }
    }

    @Test("Open ones have not ended, and their due date follows from their events")
    func open() throws {
        let set = try TrainingDataTests.loaded.get()
        let graphs = TrainingLoader.graphs(set)
        let generator = try generator(units: ["H26.1.5"], areOpen: true)
        let made = slices(generator, 800).flatMap(generator.make)
        #expect(made.allSatisfy { $0.endedAt == nil })
        #expect(Set(made.map(\.dossier.status)).isSuperset(of: [1, 2, 4, 5, 6, 9]))
        let calendar = try #require(
            set.calendars.calendar(of: "H26.1.5", on: DossierGeneratorTests.monday.date))
        for generated in made {
            let dossier = generated.dossier
            let graph = try #require(graphs[generated.process])
            let events = generated.events.map { event in
                RoutingEvent(
                    seq: event.seq, at: event.at, action: event.action, officer: event.actor, person: nil,
                    from: event.fromStep, to: event.toStep, status: event.status,
                    detail: event.detail ?? DossierEventDetail())
            }
            let state = RoutingState.replay(events, graph, submittedAt: dossier.submittedAt)
            let due = state.due(
                ServiceTime(amount: dossier.deadline.amount, unit: dossier.deadline.unit), calendar)
            #expect(state.step == dossier.step && due.dueAt == dossier.dueAt, "\(dossier.code)")
        }
    }

    @Test("The command fills a new file and goes on in it; what can't be meant is refused")
    func command() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let database = folder.path + "/db.sqlite"
        let data = URL(filePath: TrainingData.directory).deletingLastPathComponent().path
        func run(_ arguments: String...) async throws -> Int {
            try await GenerateCommand.parse(
                arguments + ["--database", database, "--data", data, "--today", "2026-11-23"]
            ).generate()
        }
        #expect(try await run("--dossiers", "60", "--open") == 60)
        #expect(try await run("--dossiers", "40", "--unit", "H26.1.5") == 40)
        let store = try Store(path: database)
        let counts = try store.readNow { database in
            try DossierTable.unitsWithOpen(database).count
        }
        #expect(counts > 1)
        try store.close()
        for arguments in [["--dossiers", "0"], ["--dossiers", "1", "--unit", "H1"]] {
            let refusal = await #expect(throws: Refusal.self) {
                _ = try await GenerateCommand.parse(
                    arguments + ["--database", database, "--data", data]
                ).generate()
            }
            #expect(refusal?.reason == .usage)
        }
        try FileManager.default.removeItem(at: folder)
    }

    // MARK: By the million

    @Test(
        "A lean slice is the same each time; its codes, entries and persons go on without a gap or a double")
    func lean() throws {
        let generator = try generator(units: ["H26.1.5"])
        let graphs = TrainingLoader.graphs(generator.set)
        let maker = LeanMaker(bulk: generator, graphs: graphs, seal: .test)
        let slices = generator.slices(4_000, largest: LeanMaker.largestSlice) { _, _ in
            40
        } lastEntry: { _, _ in
            7
        }
        var persons: Set<String> = []
        for (number, slice) in slices.prefix(3).enumerated() {
            let batch = try maker.make(slice, person: number * 10_000)
            let again = try maker.make(slice, person: number * 10_000)
            #expect(batch.entries.map(\.id) == again.entries.map(\.id))
            #expect(batch.entries.map(\.name) == again.entries.map(\.name))
            #expect(batch.entries.count == slice.count)
            let numbers = batch.entries.compactMap { $0.code.split(separator: "-").last.flatMap { Int($0) } }
            #expect(numbers == Array(slice.lastCode + 1...slice.lastCode + slice.count))
            for person in batch.entries.flatMap(\.persons) {
                #expect(persons.insert(person.identity).inserted)
                #expect(IdentityNumber.check(person.identity) == nil, "\(person.identity)")
            }
        }
    }

    @Test(
        "What a load puts in is what an intake would have: it opens, replays, and is found by its own terms")
    func load() throws {
        let set = try TrainingDataTests.loaded.get()
        let generator = try generator(units: ["H26.1.5"])
        let graphs = TrainingLoader.graphs(set)
        let maker = LeanMaker(bulk: generator, graphs: graphs, seal: .test)
        let slice = try #require(slices(generator, 8_000).max { $0.count < $1.count })
        let batch = try maker.make(slice, person: 0)
        let store = try Store(path: StoreTests.newPath())
        try store.expectMuch()
        try store.load { try DossierLoad($0).insert(batch.entries, of: batch.models) }
        let calendar = try #require(
            set.calendars.calendar(of: "H26.1.5", on: DossierGeneratorTests.monday.date))
        try store.readNow { database in
            var rows: Set<Int64> = []
            for entry in batch.entries {
                let stored = try #require(
                    try DossierTable.find(
                        database, id: entry.id, scope: .everything, seal: .test))
                let dossier = stored.dossier
                #expect(dossier.code == entry.code && dossier.applicant.name == entry.name)
                #expect(dossier.applicant.identityNumber == entry.identity)
                let terms = DossierTerms(stored)
                #expect(Set(terms.text.split(separator: " ")) == Set(entry.terms.split(separator: " ")))
                let graph = try #require(graphs[stored.process])
                let events = try DossierTable.history(database, of: entry.id, seal: .test)
                let state = RoutingState.replay(events, graph, submittedAt: dossier.submittedAt)
                let due = state.due(
                    ServiceTime(amount: dossier.deadline.amount, unit: dossier.deadline.unit), calendar)
                #expect(state.step == dossier.step && due.dueAt == dossier.dueAt, "\(dossier.code)")
                rows.insert(
                    try #require(
                        try Int64.fetchOne(
                            database, sql: "SELECT search_row FROM dossiers WHERE id = ?",
                            arguments: [entry.id])))
            }
            #expect(rows.count == batch.entries.count)
        }
    }
}
