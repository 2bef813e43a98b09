import Forms
import GRDB
import Models

/// The register of persons that this system has met.
enum PersonTable {
    static func find(_ database: Database, identityNumber: String) throws -> Person? {
        let row = try Row.fetchOne(
            database, sql: "SELECT * FROM persons WHERE identity_number = ?", arguments: [identityNumber])
        guard let row else { return nil }
        let birthDate: String? = row["birth_date"]
        let sex: String? = row["sex"]
        return Person(
            id: row["id"], identityNumber: row["identity_number"], name: row["name"],
            birthDate: birthDate.flatMap { LocalDate(iso: $0) }, sex: sex.flatMap(Sex.init(rawValue:)),
            address: row["address"], phone: row["phone"], email: row["email"], source: row["source"],
            fetchedAt: Instant(seconds: row["fetched_at"]))
    }

    static func count(_ database: Database) throws -> Int {
        try Int.fetchOne(database, sql: "SELECT COUNT(*) FROM persons") ?? 0
    }

    /// Keeps what an intake told of a person. A known name, birth date and sex stay as they were: one slip of a
    /// desk must not rename a citizen for all others (`persons:report-mismatch` is the way). Ways to reach him
    /// are those told last.
    static func record(_ database: Database, _ person: Person) throws {
        try database.cachedStatement(
            sql: """
                INSERT INTO persons (id, identity_number, name, birth_date, sex, address, phone, email, source,
                    fetched_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (identity_number) DO UPDATE SET
                    birth_date = COALESCE(birth_date, excluded.birth_date),
                    sex = COALESCE(sex, excluded.sex),
                    address = COALESCE(excluded.address, address),
                    phone = COALESCE(excluded.phone, phone),
                    email = COALESCE(excluded.email, email),
                    source = excluded.source, fetched_at = excluded.fetched_at
                """
        ).execute(arguments: [
            person.id, person.identityNumber, person.name, person.birthDate?.iso, person.sex?.rawValue,
            person.address, person.phone, person.email, person.source, person.fetchedAt.seconds,
        ])
    }
}
