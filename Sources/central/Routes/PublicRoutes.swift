import Forms
import HTTPTypes
import Models

/// For kiosks and portals, without a login: where a dossier is, for who holds its slip.
///
/// Whether a code exists is told to nobody who lacks the slip: an unknown code, and a known one with wrong
/// characters, answer alike and count alike against guessing.
enum PublicRoutes {
    static let all = [
        Route("publicStatus", .get, "/v1/public/status/{code}", query: ["lookup_code"], handle: status)
    ]

    private static func status(_ call: Call, _ central: Central) async throws -> Reply {
        guard let secret = call.query["lookup_code"] else {
            throw ProblemError(
                .invalidParameter, detail: "Cần mã tra cứu in trên giấy tiếp nhận.",
                errors: [
                    .init("/query/lookup_code", "required", "Bốn ký tự in cạnh mã hồ sơ trên giấy tiếp nhận.")
                ])
        }
        let named = call.parameter("code")
        let day = call.today
        guard let key = try await code(named, central) else { throw ProblemError(.notFound) }
        try begin(key, call, central)
        let dossier: DossierTable.PublicRow?
        do {
            dossier = try await central.store.read { database in
                try DossierTable.publicRow(
                    database, code: key, lookupCode: secret.uppercased(), on: day)
            }
        } catch {
            // Nobody was told whether it was right.
            takeBack(key, call, central)
            throw error
        }
        guard let dossier else { throw ProblemError(.notFound) }
        takeBack(key, call, central)
        let status = try await central.catalogue.statuses(on: call.today)[dossier.status]
        let isTimed = dossier.isOpen && status?.clock.canBeOverdue == true
        return try .json(
            FixedShape.value(
                PublicStatus(
                    code: dossier.code, procedureName: dossier.procedureName, status: dossier.status,
                    statusName: status?.name.text(.vi) ?? "", unitName: dossier.unitName,
                    acceptedAt: dossier.acceptedAt, dueAt: dossier.dueAt,
                    overdue: dossier.dueAt.map { isTimed && $0 < call.now } ?? false),
                nullable: ["accepted_at", "due_at"]))
    }

    /// The code that a dossier is named by, or its id: programs that made the slip have that. Both are one dossier, and
    /// guesses at it are counted together. An id that is none stands for itself.
    private static func code(_ named: String, _ central: Central) async throws -> String? {
        let id = named.lowercased()
        guard UUIDv7.isValid(id) else { return DossierCode.spoken(named) }
        return try await central.store.read { try DossierTable.code($0, of: id) } ?? id
    }

    /// A guess counts before it is looked at, for the dossier, for the address that it comes from and for all; one that was
    /// right is taken back.
    private static func begin(_ key: String, _ call: Call, _ central: Central) throws {
        var counted: [(AttemptLimiter, String)] = []
        for (limiter, name) in limiters(key, call, central) {
            let seconds = limiter.begin(name, at: call.now)
            if seconds != nil { for (limiter, name) in counted { limiter.takeBack(name) } }
            try wait(seconds)
            counted.append((limiter, name))
        }
    }

    private static func takeBack(_ key: String, _ call: Call, _ central: Central) {
        for (limiter, name) in limiters(key, call, central) { limiter.takeBack(name) }
    }

    private static func limiters(_ key: String, _ call: Call, _ central: Central) -> [(
        AttemptLimiter, String
    )] {
        let address = call.address.map { [(central.lookupAddresses, $0)] } ?? []
        return [(central.lookups, key)] + address + [(central.allLookups, "")]
    }

    private static func wait(_ seconds: Int64?) throws {
        guard let seconds else { return }
        throw ProblemError(
            .tooManyRequests,
            detail: "Tra cứu sai quá nhiều lần. Hãy thử lại sau \(ProblemError.wait(seconds)).",
            headers: ["retry-after": String(seconds)])
    }
}
