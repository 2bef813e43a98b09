import Foundation
import Forms
import GRDB
import Models

/// Puts dossiers in by the million: the rows of an intake, but prepared beforehand, with nothing left to be sealed,
/// folded or encoded. For made-up dossiers alone, before anybody is served.
final class DossierLoad {
    /// What many dossiers have in common.
    struct Model: Sendable {
        var stored: StoredDossier
        var events: [DossierEvent]
    }

    struct Person: Sendable {
        var id: ID
        var identity: String
        var name: String
        var birthDate: String
        var sex: String
        var address: String
        var phone: String?
    }

    /// One dossier, with what it has for itself.
    struct Entry: Sendable {
        var model: Int
        var id: ID
        var code: String
        var lookupCode: String
        var name: String
        var sort: String
        var identity: String?
        var tax: String?
        var phone: String?
        var submitterIdentity: String?
        var submitterPhone: String?
        /// Sealed.
        var document: Data
        /// Sealed, of each event; nil where it has none.
        var details: [Data?]
        var names: [String]
        var terms: String
        /// Whom the register of persons learns of.
        var persons: [Person]
    }

    private let database: Database
    private let dossier: RawStatement
    private let event: RawStatement
    private let search: RawStatement
    private let person: RawStatement
    private let lastRow: RawStatement
    /// The last number of the seconds that were put in just before.
    private var rows: [Int64: Int64] = [:]
    private var known: Set<String> = []

    init(_ database: Database) throws {
        self.database = database
        dossier = try RawStatement(database, sql: DossierTable.insertion)
        event = try RawStatement(database, sql: DossierTable.eventInsertion)
        search = try RawStatement(database, sql: SearchDialect.insertion)
        person = try RawStatement(
            database,
            sql: """
                INSERT INTO persons (id, identity_number, name, birth_date, sex, address, phone, source, fetched_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, 'so_dang_ky', ?) ON CONFLICT (identity_number) DO NOTHING
                """)
        lastRow = try RawStatement(database, sql: DossierSearch.lastRow)
    }

    func insert(_ entries: [Entry], of models: [Model]) throws {
        var uses: [Int: Int] = [:]
        for entry in entries {
            let model = models[entry.model]
            try insert(entry, model)
            uses[entry.model, default: 0] += 1
        }
        for (index, count) in uses.sorted(by: { $0.key < $1.key }) {
            let dossier = models[index].stored.dossier
            try UseTable.record(
                database, unit: dossier.unit.code, officer: dossier.receivedBy.id,
                procedure: dossier.procedure.code, at: dossier.submittedAt, count: count)
        }
    }

    private func insert(_ entry: Entry, _ model: Model) throws {
        let stored = model.stored
        let shared = stored.dossier
        let row = try row(at: shared.submittedAt)
        dossier.bind(1, entry.id)
        dossier.bind(2, entry.code)
        dossier.bind(3, shared.revision)
        dossier.bind(4, entry.lookupCode)
        dossier.bind(5, shared.unit.code)
        dossier.bind(6, stored.holderUnit)
        dossier.bind(7, shared.procedure.code)
        dossier.bind(8, shared.procedure.name)
        dossier.bind(9, shared.procedure.version)
        dossier.bind(10, shared.caseCode)
        dossier.bind(11, shared.channel)
        dossier.bind(12, shared.status)
        dossier.bind(13, shared.step)
        dossier.bind(14, shared.stepName)
        dossier.bind(15, entry.name)
        dossier.bind(16, entry.identity)
        dossier.bind(17, entry.tax)
        dossier.bind(18, entry.phone)
        dossier.bind(19, entry.submitterIdentity)
        dossier.bind(20, entry.submitterPhone)
        dossier.bind(21, shared.delivery.method.rawValue)
        dossier.bind(22, shared.submittedAt.seconds)
        dossier.bind(23, shared.acceptedAt?.seconds)
        dossier.bind(24, shared.dueAt?.seconds)
        dossier.bind(25, stored.endedAt?.seconds)
        dossier.bind(26, shared.receivedBy.id)
        dossier.bind(27, stored.assignee)
        dossier.bind(28, stored.previous)
        dossier.bind(29, stored.process.id)
        dossier.bind(30, stored.process.version)
        dossier.bind(31, stored.expiresAt?.seconds)
        dossier.bind(32, entry.document)
        dossier.bind(33, entry.sort)
        dossier.bind(34, row)
        try dossier.run()
        search.bind(1, row)
        search.bind(2, entry.terms)
        try search.run()
        for (act, detail) in zip(model.events, entry.details) { try insert(act, detail, of: entry.id) }
        let new = entry.names.filter { known.insert($0).inserted }
        if !new.isEmpty { try DossierSearch.learn(database, new) }
        for known in entry.persons { try insert(known, at: shared.submittedAt) }
    }

    private func insert(_ act: DossierEvent, _ detail: Data?, of id: ID) throws {
        event.bind(1, id)
        event.bind(2, act.seq)
        event.bind(3, act.at.seconds)
        event.bind(4, act.action)
        event.bind(5, act.actor?.id)
        event.bind(6, act.actor?.name)
        event.bind(7, act.onBehalfOf?.id)
        event.bind(8, act.fromStep)
        event.bind(9, act.toStep)
        event.bind(10, act.status)
        event.bind(11, act.note)
        event.bind(12, detail)
        event.bind(13, nil as String?)
        try event.run()
    }

    private func insert(_ known: Person, at moment: Instant) throws {
        person.bind(1, known.id)
        person.bind(2, known.identity)
        person.bind(3, known.name)
        person.bind(4, known.birthDate)
        person.bind(5, known.sex)
        person.bind(6, known.address)
        person.bind(7, known.phone)
        person.bind(8, moment.seconds)
        try person.run()
    }

    /// As `DossierSearch.nextRow`, with what was given last remembered.
    private func row(at moment: Instant) throws -> Int64 {
        if let last = rows[moment.seconds], last + 1 < DossierSearch.position(of: moment.adding(seconds: 1)) {
            rows[moment.seconds] = last + 1
            return last + 1
        }
        if rows.count > 200_000 { rows.removeAll(keepingCapacity: true) }
        let row = try DossierSearch.nextRow(submittedAt: moment) { from, until in
            lastRow.bind(1, from)
            lastRow.bind(2, until)
            return try lastRow.number()
        }
        if row < DossierSearch.position(of: moment.adding(seconds: 1)) { rows[moment.seconds] = row }
        return row
    }
}
