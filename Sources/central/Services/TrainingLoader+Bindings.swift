import Foundation
import GRDB
import Models

extension TrainingLoader {
    /// The mark of a database that holds the bindings too; "1" was one of before.
    static let mark = "2"

    static func insertBindings(_ database: Database, _ set: TrainingSet, at now: Instant) throws {
        for binding in set.bindings {
            try BindingTable.insert(database, binding, revision: 1, by: nil, at: now)
        }
    }

    /// Gives a training database of an earlier version what came in since: the bindings of those processes and
    /// officers that it knows. What the officers in training have done stays as it is.
    static func upgrade(_ store: Store, from folder: URL, clock: WallClock) throws {
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
            for binding in set.bindings {
                guard try isKnown(binding, database, on: now) else { continue }
                try BindingTable.insert(database, binding, revision: 1, by: nil, at: now)
            }
            try SettingTable.set(database, SettingTable.trainingData, mark)
        }
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
