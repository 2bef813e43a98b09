import Forms
import Foundation
import GRDB
import Models

extension TrainingLoader {
    /// The mark of a database with a change of bindings that can be taken back; "7" had none but says how units send by
    /// post, "6" has officers to be administered, "5" had none,
    /// "4" did not say how units collect, "3" had no scripts, "2" no bundles, "1" no
    /// bindings either.
    static let mark = "8"

    /// What openapi.yaml names: a delegation that can be taken back.
    static let seedDelegation = "01900000-0000-7000-8000-0000000000e1"

    /// What openapi.yaml names: a change of bindings that can be taken back.
    static let seedBindingChange = "01900000-0000-7000-8000-0000000000cb"

    static func insertDelegation(_ database: Database, _ set: TrainingSet, at now: Instant) throws {
        guard try DelegationTable.find(database, id: seedDelegation) == nil,
            let lender = set.officer("lanhdao"), let receiver = set.officer("lanhdao2")
        else { return }
        try DelegationTable.insert(
            database,
            Delegation(
                id: seedDelegation, from: lender.reference, to: receiver.reference, unit: lender.unit,
                role: Role.approval.rawValue, effectiveFrom: now.date,
                effectiveTo: now.date.adding(days: 30), reason: "Đi công tác (mẫu tập huấn).",
                madeBy: lender.id, madeAt: now))
    }

    static func insertProcessDrafts(_ database: Database, _ set: TrainingSet, at now: Instant) throws {
        for process in set.processDrafts {
            try ProcessTable.putDraft(
                database, ProcessTable.Stored(process: process, revision: 1, changedBy: nil, changedAt: now))
        }
    }

    static func insertBindings(_ database: Database, _ set: TrainingSet, at now: Instant) throws {
        for binding in set.bindings {
            try BindingTable.insert(database, binding, revision: 1, by: nil, at: now)
        }
    }

    /// A binding of an officer without a role, so that nothing follows from it, and the change that made it.
    static func insertBindingChange(_ database: Database, _ set: TrainingSet, at now: Instant) throws {
        let (unit, process, step) = ("H26.1.68", "xoa-thuong-tru", "tiep_nhan")
        guard let maker = set.officer("quantri2"),
            let officer = try OfficerTable.account(database, named: "mau.giaoviec")?.officer,
            try BindingChangeTable.places(database, of: seedBindingChange).isEmpty
        else { return }
        let revision = try BindingTable.revision(database, unit: unit, process: process).number + 1
        let binding = try BindingTable.insert(
            database,
            ProcessBinding(
                unit: unit, process: process, step: step, role: Role.reception.rawValue,
                assignee: .officer(officer), from: now.date), revision: revision, by: maker.id, at: now)
        try BindingChangeTable.insert(
            database, id: seedBindingChange, summary: "thêm Kiều Minh Châu: \(process) tại \(unit)", steps: 1,
            places: [.init(unit: unit, process: process, revision: revision)],
            rows: [.init(binding: binding, isNew: true, formerTo: nil)], by: maker.id, at: now)
    }

    /// Gives a training database of an earlier version what came in since: the bindings of those processes and
    /// officers that it knows. What the officers in training have done stays as it is.
    static func upgrade(_ store: Store, from folder: URL, clock: WallClock, seal: DataSeal) throws {
        let old = try store.readNow { try SettingTable.value($0, SettingTable.trainingData) }
        guard let old, old != mark else { return }
        let set: TrainingSet
        do {
            set = try TrainingData.load(directory: folder.path)
        } catch {
            throw Refusal(.data, "Dữ liệu tập huấn không đọc được: \(error)")
        }
        let now = clock.now()
        try store.load { database in
            let added = try addProcedures(database, set)
            try addHotline(database, set, at: now, seal: seal)
            try insertCollections(database, set, at: now)
            try insertAdministration(database, set, at: now, seal: seal)
            try addPost(database, set, at: now)
            try insertBindingChange(database, set, at: now)
            for binding in set.bindings where old == "1" || added.contains(binding.process) {
                guard try isKnown(binding, database, on: now) else { continue }
                try BindingTable.insert(database, binding, revision: 1, by: nil, at: now)
            }
            try SettingTable.set(database, SettingTable.trainingData, mark)
            guard old == "1" else { return }
            if try OfficerTable.account(database, named: "lanhdao2") != nil {
                try insertDelegation(database, set, at: now)
            }
            try insertProcessDrafts(database, set, at: now)
        }
    }

    /// Procedures, with their forms and processes, and bundles that the database has never heard of.
    ///
    /// - Returns: The processes that came in.
    private static func addProcedures(_ database: Database, _ set: TrainingSet) throws -> Set<String> {
        for (position, dated) in (set.references["fields"] ?? []).enumerated()
        where try CatalogueTable.referenceName(database, set: "fields", code: dated.item.code) == nil {
            try CatalogueTable.insertReference(
                database, set: "fields", item: dated.item, position: position, from: dated.from, to: dated.to)
        }
        var added: Set<String> = []
        for procedure in set.procedures
        where try CatalogueTable.latestProcedureVersion(database, code: procedure.code) == 0 {
            for id in Set(procedure.cases.map(\.formId))
            where try CatalogueTable.latestVersion(database, .form, code: id) == 0 {
                for form in set.forms where form.id == id {
                    try CatalogueTable.insert(
                        database, .form, code: form.id, version: form.version, from: LocalDate(epochDay: 0),
                        to: nil, document: try StrictJSON.encode(form))
                }
            }
            for process in set.processes where process.id == procedure.process.id {
                try CatalogueTable.insert(
                    database, .process, code: process.id, version: process.version,
                    from: process.effectiveFrom, to: process.effectiveTo,
                    document: try StrictJSON.encode(process))
                added.insert(process.id)
            }
            try CatalogueTable.insert(database, procedure, to: nil)
        }
        for bundle in set.bundles
        where try CatalogueTable.latestProcedureVersion(database, code: bundle.code) == 0 {
            try CatalogueTable.insert(database, bundle, to: nil)
        }
        return added
    }

    private static func isKnown(_ binding: ProcessBinding, _ database: Database, on now: Instant) throws
        -> Bool
    {
        let versions = try CatalogueTable.versions(database, .process, code: binding.process)
        guard !versions.isEmpty else { return false }
        return switch binding.assignee {
        case .officer(let id): try OfficerTable.officer(database, id: id, on: now.date) != nil
        case .unit(let unit): try OfficerTable.unitName(database, code: unit, on: now.date) != nil
        }
    }
}
