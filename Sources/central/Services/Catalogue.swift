import Forms
import GRDB
import Models
import Synchronization

/// What the ministry publishes, read from the store when first asked for and kept in memory after that.
///
/// Published versions never change; what is in force depends on the day, which is part of the key, and on what was
/// published since, at which everything is forgotten.
final class Catalogue: Sendable {
    private struct Key: Hashable {
        var kind: String
        var code: String
        var version: Int?
        var day: LocalDate?
    }

    private let store: Store
    private let cache = Mutex<[Key: any Sendable]>([:])
    /// The revision of what is kept, and when it was last held against the store's.
    private let age = Mutex(0)
    private let seen = Mutex<(revision: Int, at: ContinuousClock.Instant?)>((0, nil))

    init(store: Store) {
        self.store = store
    }

    /// Something was published: what is kept, and what is being read just now, may be old.
    func forget() {
        age.withLock { $0 += 1 }
        cache.withLock { $0.removeAll() }
    }

    /// Another central, or `central import`, may have published something: looked at once a second.
    private func renew() async throws {
        let isDue = seen.withLock { seen in
            guard seen.at.map({ $0.duration(to: .now) > .seconds(1) }) ?? true else { return false }
            seen.at = .now
            return true
        }
        guard isDue else { return }
        let revision = try await store.read { try CatalogueTable.revision($0) }
        let isOld = seen.withLock { seen in
            defer { seen.revision = revision }
            return seen.revision != revision
        }
        if isOld { forget() }
    }

    /// Every version of a procedure, the newest first.
    func versions(ofProcedure code: String) async throws -> [Procedure] {
        try await renew()
        let key = Key(kind: "versions", code: code)
        if let hit = cache.withLock({ $0[key] }) as? [Procedure] { return hit }
        let readAt = age.withLock { $0 }
        let versions = try await store.read { try CatalogueTable.procedureVersions($0, code: code) }
            .map { try LenientJSON.decode(Procedure.self, from: Array($0.utf8)) }
        keep(versions, key, readAt: readAt)
        return versions
    }

    /// The procedure as it is in force on a day.
    func procedure(_ code: String, on day: LocalDate) async throws -> Procedure? {
        if let bundle = try await bundle(code, on: day) { return bundle.procedure }
        return try await published(code, on: day)
    }

    private func published(_ code: String, on day: LocalDate) async throws -> Procedure? {
        try await cached(Key(kind: "procedure", code: code, day: day)) { database in
            try CatalogueTable.procedure(database, code: code, on: day)
        }
    }

    /// A bundle as its members are in force on a day; nil for what is none.
    func bundle(_ code: String, on day: LocalDate) async throws -> BundleComposition? {
        guard let published = try await published(code, on: day), let members = published.bundle else {
            return nil
        }
        let key = Key(kind: "bundle", code: code, day: day)
        if let hit = cache.withLock({ $0[key] }) as? BundleComposition { return hit }
        let readAt = age.withLock { $0 }
        var parts: [BundlePart] = []
        for member in members {
            guard let procedure = try await self.published(member.procedure, on: day),
                let selected = procedure.cases.first(where: { $0.code == member.caseCode }),
                let form: FormDefinition = try await document(
                    .form, selected.formId, version: selected.formVersion)
            else { throw StoreError.unreadable("member \(member.procedure) of bundle \(code)") }
            parts.append(
                BundlePart(member: member, procedure: procedure, selected: selected, form: form))
        }
        let composition = try BundleComposition(published, parts: parts)
        keep(composition, key, readAt: readAt)
        return composition
    }

    /// The procedure of a version, in force or not: dossiers end on the version that they began under.
    func procedure(_ code: String, version: Int) async throws -> Procedure? {
        try await cached(Key(kind: "procedure", code: code, version: version)) { database in
            try CatalogueTable.procedure(database, code: code, version: version)
        }
    }

    /// - Parameter day: On which a bundle's declaration is asked for: it follows from its members and is not kept itself.
    func form(_ id: String, version: Int, on day: LocalDate? = nil) async throws -> FormDefinition? {
        if let form: FormDefinition = try await document(.form, id, version: version) { return form }
        guard let day, let form = try await bundle(id, on: day)?.form else { return nil }
        return form.version == version ? form : nil
    }

    /// The newest version of a form that is in force on a day.
    func form(_ id: String, on day: LocalDate) async throws -> FormDefinition? {
        if let form: FormDefinition = try await document(.form, id, day: day) { return form }
        return try await bundle(id, on: day)?.form
    }

    func process(_ id: String, version: Int) async throws -> ProcessDefinition? {
        try await document(.process, id, version: version)
    }

    /// A process made ready for the engine.
    func graph(_ reference: ProcessRef) async throws -> ProcessGraph? {
        let key = Key(kind: "graph", code: reference.id, version: reference.version)
        if let hit = cache.withLock({ $0[key] }) as? ProcessGraph { return hit }
        let readAt = age.withLock { $0 }
        guard let process = try await process(reference.id, version: reference.version) else { return nil }
        let graph = ProcessGraph(process)
        keep(graph, key, readAt: readAt)
        return graph
    }

    /// A calendar with the edition that it was read from.
    struct DatedCalendar: Sendable {
        var calendar: WorkCalendar
        var edition: CatalogueTable.CalendarEdition
    }

    /// The calendar that a unit follows on a day, over all years that are published: its own, that of a unit above it, or
    /// the national one.
    func calendar(_ unit: String, on day: LocalDate) async throws -> WorkCalendar {
        try await datedCalendar(unit, on: day).calendar
    }

    func datedCalendar(_ unit: String, on day: LocalDate) async throws -> DatedCalendar {
        try await renew()
        let key = Key(kind: "calendar of", code: unit, day: day)
        if let hit = cache.withLock({ $0[key] }) as? DatedCalendar { return hit }
        let readAt = age.withLock { $0 }
        let read: DatedCalendar? = try await store.read { database in
            guard let edition = try CatalogueTable.calendarEdition(database, of: unit, on: day) else {
                return nil
            }
            return DatedCalendar(
                calendar: try CatalogueTable.calendar(database, edition), edition: edition)
        }
        guard var dated = read else { throw StoreError.unreadable("no calendar") }
        dated.calendar.unit = unit
        keep(dated, key, readAt: readAt)
        return dated
    }

    /// The code of the calendar of units without one of their own.
    func defaultCalendar() async throws -> String? {
        try await store.read { try SettingTable.value($0, SettingTable.defaultCalendar) }
    }

    /// The hotline's scripts in force on a day, in their newest versions, by id.
    func scripts(on day: LocalDate) async throws -> [HotlineScript] {
        try await renew()
        let key = Key(kind: "scripts", code: "", day: day)
        if let hit = cache.withLock({ $0[key] }) as? [HotlineScript] { return hit }
        let readAt = age.withLock { $0 }
        var newest: [String: HotlineScript] = [:]
        for text in try await store.read({ try CatalogueTable.documents($0, .script, on: day) }) {
            let script = try LenientJSON.decode(HotlineScript.self, from: Array(text.utf8))
            newest[script.id] = script
        }
        let scripts = newest.values.sorted { $0.id < $1.id }
        keep(scripts, key, readAt: readAt)
        return scripts
    }

    /// A version of a script.
    func script(_ id: String, version: Int) async throws -> HotlineScript? {
        try await document(.script, id, version: version)
    }

    /// A script's answers as they are read out on a day.
    func answers(of script: HotlineScript, on day: LocalDate) async throws -> [ScriptAnswer] {
        var filling = ScriptFilling()
        if let code = script.procedure { filling.procedure = try await procedure(code, on: day) }
        filling.ticketKinds = try await store.read { database in
            try CatalogueTable.reference(
                database, set: TicketKind.set, parent: nil, code: nil, words: [], on: day, after: -1,
                limit: 200
            ).map { ($0.item.name, $0.item.extra?["days"].flatMap { Int($0) } ?? 0) }
        }
        let procedure = filling.procedure.map { CodeName(code: $0.code, name: $0.name) }
        return script.items.map { item in
            ScriptAnswer(
                script: script.id, version: script.version, code: item.code, procedure: procedure,
                question: filling.fill(item.question), answer: filling.fill(item.answer))
        }
    }

    /// All answers of a day, ready to be searched.
    func scriptIndex(on day: LocalDate) async throws -> ScriptIndex {
        try await renew()
        let key = Key(kind: "script index", code: "", day: day)
        if let hit = cache.withLock({ $0[key] }) as? ScriptIndex { return hit }
        let readAt = age.withLock { $0 }
        var items: [(answer: ScriptAnswer, words: [String])] = []
        for script in try await scripts(on: day) {
            for (answer, item) in zip(try await answers(of: script, on: day), script.items) {
                items.append((answer, (item.words ?? []) + [script.title, script.procedure ?? ""]))
            }
        }
        let index = ScriptIndex(items)
        keep(index, key, readAt: readAt)
        return index
    }

    /// The national statuses by number.
    func statuses(on day: LocalDate) async throws -> [Int: NationalStatus] {
        try await renew()
        let key = Key(kind: "statuses", code: "", day: day)
        if let hit = cache.withLock({ $0[key] }) as? [Int: NationalStatus] { return hit }
        let readAt = age.withLock { $0 }
        let texts = try await store.read { try CatalogueTable.documents($0, .status, on: day) }
        var statuses: [Int: NationalStatus] = [:]
        for text in texts {
            let status = try LenientJSON.decode(NationalStatus.self, from: Array(text.utf8))
            statuses[status.code] = status
        }
        keep(statuses, key, readAt: readAt)
        return statuses
    }

    private func document<T: Decodable & Sendable>(
        _ kind: CatalogueTable.Kind, _ code: String, version: Int? = nil, day: LocalDate? = nil
    ) async throws -> T? {
        try await cached(Key(kind: kind.rawValue, code: code, version: version, day: day)) { database in
            try CatalogueTable.document(database, kind, code: code, version: version, on: day)
        }
    }

    private func cached<T: Decodable & Sendable>(
        _ key: Key, _ load: @escaping @Sendable (Database) throws -> String?
    ) async throws -> T? {
        try await renew()
        if let hit = cache.withLock({ $0[key] }) as? T { return hit }
        let readAt = age.withLock { $0 }
        guard let text = try await store.read(load) else { return nil }
        let value = try LenientJSON.decode(T.self, from: Array(text.utf8))
        keep(value, key, readAt: readAt)
        return value
    }

    /// - Parameter readAt: `age` before the value was read: what was published since then is not in it.
    private func keep(_ value: any Sendable, _ key: Key, readAt: Int) {
        cache.withLock { cache in
            guard readAt == age.withLock({ $0 }) else { return }
            // Keys with days pile up over weeks of running.
            if cache.count > 4_000 { cache.removeAll() }
            cache[key] = value
        }
    }
}
