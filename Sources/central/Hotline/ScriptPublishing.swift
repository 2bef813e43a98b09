import Forms
import GRDB
import Models

/// Takes scripts in as the next version of each, in one transaction. What is published never changes.
enum ScriptPublishing {
    static func latest(_ id: String, _ database: Database) throws -> Int {
        try CatalogueTable.latestVersion(database, .script, code: id)
    }

    static func isSame(_ script: HotlineScript, _ database: Database) throws -> Bool {
        let known = try CatalogueTable.document(
            database, .script, code: script.id, version: script.version)
        guard let known else { return false }
        return try LenientJSON.decode(HotlineScript.self, from: Array(known.utf8)) == script
    }

    static func publish(_ script: HotlineScript, _ database: Database, on day: LocalDate) throws
        -> Publishing.Outcome
    {
        if try isSame(script, database) { return .same }
        let latest = try latest(script.id, database)
        guard script.version > latest else {
            throw ProblemError.input([
                .init(
                    "/version", "version_exists",
                    "Bản này đã công bố với nội dung khác; bản đã công bố không đổi được.",
                    hint: "Tăng số bản lên một.")
            ])
        }
        guard script.version == latest + 1 else {
            throw ProblemError.input([
                .init(
                    "/version", "not_next",
                    "Bản mới nhất là \(latest), bản tiếp theo phải là \(latest + 1).")
            ])
        }
        // What was read out yesterday stays what was in force yesterday.
        if latest > 0, script.effectiveFrom < day {
            throw ProblemError.input([
                .init(
                    "/effective_from", "in_past", "Bản mới có hiệu lực sớm nhất từ hôm nay (\(day.display)).")
            ])
        }
        try insert(script, database)
        try CatalogueTable.raiseRevision(database)
        return .made
    }

    static func insert(_ script: HotlineScript, _ database: Database) throws {
        try CatalogueTable.insert(
            database, .script, code: script.id, version: script.version, from: script.effectiveFrom, to: nil,
            document: try StrictJSON.encode(script))
    }
}
