import GRDB
import Models

/// The dossiers of each bundle that was taken in, and which of them still wait for the first one's result.
enum BundleTable {
    struct Member: Sendable {
        var dossier: ID
        var position: Int
        var start: BundleStart
        var expectedAt: Instant?
        var waits: Bool
    }

    static func insert(
        _ database: Database, id: ID, _ procedure: ProcedureRef, _ members: [Member], at now: Instant
    ) throws {
        try database.execute(
            sql: """
                INSERT INTO bundles (id, procedure_code, procedure_version, procedure_name, made_at)
                VALUES (?, ?, ?, ?, ?)
                """,
            arguments: [id, procedure.code, procedure.version, procedure.name, now.seconds])
        for member in members {
            try database.execute(
                sql: """
                    INSERT INTO bundle_dossiers (bundle, position, dossier, starts, expected_at, waits)
                    VALUES (?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    id, member.position, member.dossier, member.start.rawValue,
                    member.expectedAt?.seconds, member.waits ? 1 : 0,
                ])
        }
    }

    static func members(_ database: Database, of bundle: ID) throws -> [Member] {
        try Row.fetchAll(
            database, sql: "SELECT * FROM bundle_dossiers WHERE bundle = ? ORDER BY position",
            arguments: [bundle]
        ).map { row in
            let (starts, expected, waits): (String, Int64?, Int) = (
                row["starts"], row["expected_at"], row["waits"]
            )
            guard let start = BundleStart(rawValue: starts) else {
                throw StoreError.unreadable("the start of a bundle's dossier")
            }
            return Member(
                dossier: row["dossier"], position: row["position"], start: start,
                expectedAt: expected.map { Instant(seconds: $0) }, waits: waits == 1)
        }
    }

    /// A dossier of a bundle waits no more.
    static func started(_ database: Database, dossier: ID) throws {
        try database.execute(
            sql: "UPDATE bundle_dossiers SET waits = 0 WHERE dossier = ?", arguments: [dossier])
    }
}
