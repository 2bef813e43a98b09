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
        // By the id, too: programs that made the slip have that.
        let id = UUIDv7.isValid(named.lowercased()) ? named.lowercased() : nil
        guard let key = id ?? DossierCode.spoken(named) else { throw ProblemError(.notFound) }
        try wait(central.lookups.wait(for: key, at: call.now))
        try wait(central.allLookups.wait(for: "", at: call.now))
        let dossier = try await central.store.read { database in
            try DossierTable.publicRow(
                database, named: key, isID: id != nil, lookupCode: secret.uppercased(), on: call.today)
        }
        guard let dossier else {
            central.lookups.fail(key, at: call.now)
            central.allLookups.fail("", at: call.now)
            throw ProblemError(.notFound)
        }
        let status = try await central.catalogue.statuses(on: call.today)[dossier.status]
        return try .json(
            FixedShape.value(
                PublicStatus(
                    code: dossier.code, procedureName: dossier.procedureName, status: dossier.status,
                    statusName: status?.name.text(.vi) ?? "", unitName: dossier.unitName,
                    acceptedAt: dossier.acceptedAt, dueAt: dossier.dueAt,
                    overdue: dossier.dueAt.map { status?.clock == .run && $0 < call.now } ?? false),
                nullable: ["accepted_at", "due_at"]))
    }

    private static func wait(_ seconds: Int64?) throws {
        guard let seconds else { return }
        throw ProblemError(
            .tooManyRequests, detail: "Tra cứu sai quá nhiều lần. Hãy thử lại sau \(seconds) giây.",
            headers: ["retry-after": String(seconds)])
    }
}
