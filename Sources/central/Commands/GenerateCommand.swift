import ArgumentParser
import Forms
import Foundation
import GRDB
import Models

/// `central generate`: puts very many made-up dossiers into a training database, for measuring.
struct GenerateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "generate",
        abstract: "Sinh hồ sơ giả vào cơ sở dữ liệu tập huấn để đo tốc độ.",
        discussion: """
            Cùng --seed, --today và dữ liệu thì sinh ra cùng hồ sơ. Tệp chưa có được tạo mới, không kèm hồ sơ mẫu; \
            tệp đang có phải là cơ sở dữ liệu tập huấn, số hồ sơ đánh tiếp theo.
            """)

    @ArgumentParser.Option(help: "Số hồ sơ, từ 1 đến 20.000.000.")
    var dossiers: Int

    @ArgumentParser.Option(help: "Tệp cơ sở dữ liệu.")
    var database: String

    @ArgumentParser.Option(help: "Hạt giống của số ngẫu nhiên.")
    var seed: UInt64 = 7753

    @ArgumentParser.Option(help: "Chỉ các đơn vị mang mã này; không có thì mọi đơn vị tập huấn.")
    var unit: [String] = []

    @ArgumentParser.Flag(help: "Chỉ hồ sơ đang giải quyết.")
    var open = false

    @ArgumentParser.Flag(
        help:
            "Đủ tờ khai và lịch sử như hồ sơ tập huấn, cả khi nhiều hơn 200.000: chậm hơn ba lần, tệp lớn gấp ba."
    )
    var full = false

    @ArgumentParser.Option(help: "Sinh như vào cuối ngày này (YYYY-MM-DD); không có thì vào lúc này.")
    var today: String?

    @ArgumentParser.Option(help: "Thư mục có openapi.yaml và dữ liệu tập huấn.")
    var data: String?

    /// More are made the lean way (`LeanMaker`).
    private static let largestFull = 200_000

    /// Dossiers of one transaction: few commits, and a journal that still fits in memory.
    private static let transaction = 10_000
    /// The same of what is made the lean way. The larger, the fewer times a page is written that gets entries in no order.
    private static let leanTransaction = 50_000

    func run() async throws {
        do {
            let began = ContinuousClock.now
            let count = try await generate()
            let seconds = Double((ContinuousClock.now - began) / .milliseconds(1)) / 1000
            print(
                "\(count) hồ sơ trong \(seconds) giây, \(Int(Double(count) / max(seconds, 0.001))) hồ sơ/giây."
            )
        } catch let refusal as Refusal {
            FileHandle.standardError.write(Data(("central: " + refusal.message + "\n").utf8))
            throw ExitCode(refusal.reason.rawValue)
        }
    }

    /// How many were put in.
    func generate() async throws -> Int {
        guard (1...20_000_000).contains(dossiers) else {
            throw Refusal(.usage, "--dossiers phải từ 1 đến 20.000.000.")
        }
        let now = try moment()
        umask(0o077)
        let resources = try Resources(folder: data)
        let store: Store
        do {
            store = try Store(path: database)
        } catch {
            throw Refusal(.data, "Không mở được cơ sở dữ liệu \(database).")
        }
        let seal = try DataKey.load(store, isTraining: true, configuration: nil)
        try TrainingLoader.load(
            into: store, from: resources.trainingData, clock: .system, seal: seal, withDossiers: false)
        try SealingPass.run(store, seal)
        let set: TrainingSet
        do {
            set = try TrainingData.load(directory: resources.trainingData.path)
        } catch {
            throw Refusal(.data, "Dữ liệu tập huấn không đọc được: \(error)")
        }
        let isLean = dossiers > Self.largestFull && !full
        let generator = BulkGenerator(
            seed: seed, now: now, set: set, units: unit.isEmpty ? nil : Set(unit), areOpen: open,
            workingDays: isLean ? LeanMaker.workingDays : DossierGenerator.workingDays)
        let unknown = Set(unit).subtracting(generator.units).sorted()
        guard unknown.isEmpty else {
            throw Refusal(.usage, "Không có đơn vị tập huấn mang mã \(unknown.joined(separator: ", ")).")
        }
        let count =
            isLean ? try await writeLean(generator, store, seal) : try await write(generator, store, seal)
        try finish(count, store)
        return count
    }

    private func moment() throws -> Instant {
        guard let today else { return WallClock.system.now() }
        guard let day = LocalDate(iso: today) else {
            throw Refusal(.usage, "--today phải là một ngày YYYY-MM-DD.")
        }
        return Instant(date: day, hour: 17, minute: 0)
    }

    /// Slices are made side by side, some ahead of the one that is being written, and written in their order.
    private func write(_ generator: BulkGenerator, _ store: Store, _ seal: DataSeal) async throws -> Int {
        let slices = try store.readNow { database in
            try generator.slices(dossiers) {
                try CounterTable.lastCode(database, unit: $0, day: $1)
            } lastEntry: {
                try CounterTable.lastRegister(database, unit: $0, book: $1)
            }
        }
        try store.expectMuch()
        let graphs = TrainingLoader.graphs(generator.set)
        let width = ProcessInfo.processInfo.activeProcessorCount + 1
        var ahead: [Task<[GeneratedDossier], Never>] = []
        var (begun, count) = (0, 0)
        var waiting: [(BulkGenerator.Slice, [GeneratedDossier])] = []
        for (number, slice) in slices.enumerated() {
            while begun < slices.count, ahead.count < width {
                let next = slices[begun]
                ahead.append(Task.detached { generator.make(next) })
                begun += 1
            }
            waiting.append((slice, await ahead.removeFirst().value))
            let size = waiting.reduce(0) { $0 + $1.1.count }
            guard size >= Self.transaction || number == slices.count - 1 else { continue }
            let batch = waiting
            try store.load { database in
                for (slice, dossiers) in batch {
                    for dossier in dossiers {
                        try TrainingLoader.insert(database, dossier, graphs, seal: seal)
                    }
                    try CounterTable.raiseCode(
                        database, unit: slice.unit, day: slice.day, to: slice.lastCode + slice.count)
                    try CounterTable.raiseRegister(
                        database, unit: slice.unit, book: DossierWriter.book(of: slice.day),
                        to: slice.lastEntry + slice.count)
                }
            }
            count += size
            waiting.removeAll()
        }
        return count
    }

    /// The same with what `LeanMaker` makes, in the order of time over all units, so that most indexes grow at their end.
    private func writeLean(_ generator: BulkGenerator, _ store: Store, _ seal: DataSeal) async throws -> Int {
        let (slices, known) = try store.readNow { database in
            let slices = try generator.slices(dossiers, largest: LeanMaker.largestSlice) {
                try CounterTable.lastCode(database, unit: $0, day: $1)
            } lastEntry: {
                try CounterTable.lastRegister(database, unit: $0, book: $1)
            }
            return (slices, try PersonTable.count(database))
        }
        let ordered = slices.sorted { one, other in
            (one.day, one.positions.lowerBound, one.unit) < (
                other.day, other.positions.lowerBound, other.unit
            )
        }
        try store.expectMuch()
        let maker = LeanMaker(bulk: generator, graphs: TrainingLoader.graphs(generator.set), seal: seal)
        try store.putOffIndexes(before: dossiers)
        var ahead: [Task<LeanMaker.Batch, any Error>] = []
        // Each dossier has two persons at most.
        var (begun, count, person, inHand) = (0, 0, known, 0)
        var waiting: [LeanMaker.Batch] = []
        var writing: Task<Void, any Error>?
        for number in ordered.indices {
            // What is made while the transaction before is written: as much as one, and no more, for memory's sake.
            while begun < ordered.count, inHand < Self.leanTransaction {
                let (next, first) = (ordered[begun], person)
                ahead.append(Task.detached { try maker.make(next, person: first) })
                person += 2 * next.count
                inHand += next.count
                begun += 1
            }
            let made = try await ahead.removeFirst().value
            inHand -= made.slice.count
            waiting.append(made)
            let size = waiting.reduce(0) { $0 + $1.entries.count }
            guard size >= Self.leanTransaction || number == ordered.count - 1 else { continue }
            try await writing?.value
            writing = Self.write(waiting, store)
            count += size
            waiting.removeAll()
        }
        try await writing?.value
        try store.buildIndexes()
        try store.load { try SearchDialect.optimize($0) }
        return count
    }

    /// One transaction, while the next one is being made.
    private static func write(_ batches: [LeanMaker.Batch], _ store: Store) -> Task<Void, any Error> {
        Task.detached {
            try await store.loadAside { database in
                let load = try DossierLoad(database)
                for batch in batches {
                    try load.insert(batch.entries, of: batch.models)
                    let slice = batch.slice
                    try CounterTable.raiseCode(
                        database, unit: slice.unit, day: slice.day, to: slice.lastCode + slice.count)
                    try CounterTable.raiseRegister(
                        database, unit: slice.unit, book: DossierWriter.book(of: slice.day),
                        to: slice.lastEntry + slice.count)
                }
            }
        }
    }

    private func finish(_ count: Int, _ store: Store) throws {
        let key = try AuditKey.load(store, configuration: nil)
        let entry = AuditEntry(
            at: WallClock.system.now(), action: "training.generate",
            detail: ["dossiers": String(count), "seed": String(seed)], traceID: "")
        try store.load { database in
            try AuditTable.append(database, entry, key: key)
            if count > Self.largestFull {
                try StoreDialect.analyzeRoughly(database)
            } else {
                try StoreDialect.analyze(database)
            }
        }
        try store.close()
    }
}
