import Crypto
import Forms
import Foundation
import GRDB
import Models

/// Fills a fresh database with the training data, once.
///
/// Everything is written in one transaction: a start that was killed in the middle begins anew. Later starts
/// only look at the mark that the first one left, and parse nothing.
enum TrainingLoader {
    static func isLoaded(_ store: Store) throws -> Bool {
        try store.readNow { try SettingTable.value($0, SettingTable.trainingData) } != nil
    }

    static func load(
        into store: Store, from folder: URL, clock: WallClock, seal: DataSeal, withDossiers: Bool = true
    ) throws {
        guard try !isLoaded(store) else { return }
        guard try store.readNow({ try SettingTable.value($0, SettingTable.epoch) }) == nil else {
            throw Refusal(
                .data, "Cơ sở dữ liệu này đang dùng để làm việc thật, không nạp dữ liệu tập huấn vào.")
        }
        let set: TrainingSet
        do {
            set = try TrainingData.load(directory: folder.path)
        } catch {
            throw Refusal(.data, "Dữ liệu tập huấn không đọc được: \(error)")
        }
        try store.load { database in
            try insertCatalogue(database, set)
            try insertOfficers(database, set)
            try insertBindings(database, set, at: clock.now())
            try insertDelegation(database, set, at: clock.now())
            try insertProcessDrafts(database, set, at: clock.now())
            let key = Data.random(32)
            try SettingTable.set(database, SettingTable.auditKey, key.base64EncodedString())
            try SettingTable.set(database, SettingTable.epoch, UUIDv7.make())
            let auditKey = SymmetricKey(data: key)
            try AuditTable.begin(database, key: auditKey)
            let entry = AuditEntry(
                at: clock.now(), action: "training.load",
                detail: ["officers": String(set.officers.items.count)],
                traceID: "")
            try AuditTable.append(database, entry, key: auditKey)
            try insertDrafts(database, set, now: clock.now(), seal: seal)
            try insertSigningKey(database, set)
            try insertFiles(database, set, now: clock.now(), seal: seal)
            try insertMismatch(database, set, now: clock.now())
            try insertHotline(database, set, at: clock.now(), seal: seal)
            try insertCollections(database, set, at: clock.now())
            try insertAdministration(database, set, at: clock.now(), seal: seal)
            try insertBindingChange(database, set, at: clock.now())
            try insertPostalSettings(database, set, at: clock.now())
            if withDossiers {
                try insertDossiers(database, set, now: clock.now(), seal: seal)
                try insertPost(database, set, at: clock.now(), seal: seal, auditKey: auditKey)
                try insertMoney(database, set, at: clock.now(), seal: seal, auditKey: auditKey)
                try insertDeadMessage(database, now: clock.now(), seal: seal)
            }
            try SettingTable.set(database, SettingTable.trainingData, mark)
            try StoreDialect.analyze(database)
        }
    }

    // MARK: Catalogues

    private static func insertCatalogue(_ database: Database, _ set: TrainingSet) throws {
        let always = LocalDate(epochDay: 0)
        for form in set.forms {
            try CatalogueTable.insert(
                database, .form, code: form.id, version: form.version, from: always, to: nil,
                document: try StrictJSON.encode(form))
        }
        for process in set.processes {
            try CatalogueTable.insert(
                database, .process, code: process.id, version: process.version, from: process.effectiveFrom,
                to: process.effectiveTo, document: try StrictJSON.encode(process))
        }
        for status in set.statuses {
            try CatalogueTable.insert(
                database, .status, code: String(status.code), version: 1, from: status.from, to: nil,
                document: try StrictJSON.encode(status))
        }
        for procedure in set.procedures + set.bundles {
            try CatalogueTable.insert(database, procedure, to: nil)
        }
        try insertMessages(database, set.messages)
        for script in set.scripts { try ScriptPublishing.insert(script, database) }
        for (name, items) in set.references.sorted(by: { $0.key < $1.key }) {
            for (position, dated) in items.enumerated() {
                try CatalogueTable.insertReference(
                    database, set: name, item: dated.item, position: position, from: dated.from, to: dated.to)
            }
        }
        try insertCalendars(database, set.calendars)
    }

    private static func insertMessages(_ database: Database, _ messages: [MessageText]) throws {
        for message in messages {
            try CatalogueTable.insert(
                database, .message, code: message.code.rawValue, version: 1, from: message.from, to: nil,
                document: try StrictJSON.encode(message))
        }
    }

    /// A training database from before there were messages gets their texts.
    static func addMessages(to store: Store, from folder: URL) throws {
        let isThere = try store.readNow {
            try CatalogueTable.latestVersion($0, .message, code: MessageOccasion.received.rawValue) > 0
        }
        guard !isThere else { return }
        var reader = DataReader(directory: folder.path)
        guard let messages = reader.file("messages.json", DataList<MessageText>.self) else {
            throw Refusal(
                .data, "Dữ liệu tập huấn không đọc được: \(TrainingDataError(faults: reader.faults))")
        }
        try store.load { try insertMessages($0, messages.items) }
    }

    private static func insertCalendars(_ database: Database, _ calendars: CalendarCatalogue) throws {
        for entry in calendars.items where entry.code == calendars.default {
            try CatalogueTable.insert(
                database, .calendar, code: entry.code, version: 1, from: LocalDate(epochDay: 0), to: nil,
                document: try StrictJSON.encode(entry.calendar))
        }
        for assignment in calendars.assignments {
            guard var calendar = calendars.items.first(where: { $0.code == assignment.calendar })?.calendar
            else {
                throw StoreError.unreadable("calendar \(assignment.calendar)")
            }
            calendar.unit = assignment.unit
            try CatalogueTable.insert(
                database, .calendar, code: assignment.unit, version: 1, from: assignment.from, to: nil,
                document: try StrictJSON.encode(calendar))
        }
        try SettingTable.set(database, SettingTable.defaultCalendar, calendars.default)
    }

    // MARK: Officers

    private static func insertOfficers(_ database: Database, _ set: TrainingSet) throws {
        for agency in set.agencies {
            try OfficerTable.insertUnit(
                database, code: agency.code, name: agency.name, parent: agency.parent,
                phone: agency.phone, from: agency.from, to: agency.to)
        }
        // One password for all accounts, so one hash.
        let hash = PasswordHash(password: set.officers.password).text
        for officer in set.officers.items {
            try OfficerTable.insert(
                database, id: officer.id, person: "person:" + officer.id, account: officer.username,
                name: officer.name, position: officer.position, unit: officer.unit, passwordHash: hash)
            for role in officer.roles {
                try OfficerTable.assign(
                    database, officer: officer.id, unit: officer.unit, role: role, from: officer.from, to: nil
                )
            }
        }
    }
}
