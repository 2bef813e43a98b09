import Models

/// Showing what is masked: each time with an entry in the audit, and so often a day, in one transaction, so that nobody
/// gets one more by asking twice at once.
enum Revealing {
    /// - Throws: Where the officer has seen enough today; the audit has nothing of it then, for nothing is shown.
    static func record(_ entry: AuditEntry, _ call: Call, _ central: Central) async throws {
        let officer = try call.requireGrant().officer.id
        let (day, left) = (call.today, Int64(86_400) - (call.now.seconds + 7 * 3600) % 86_400)
        try await central.store.write { database in
            guard try RevealTable.count(database, officer: officer, on: day) < RevealTable.mostADay else {
                throw ProblemError(
                    .tooManyRequests,
                    detail:
                        "Hôm nay đã xem không che đủ \(RevealTable.mostADay) lần. Ngày mai mới xem tiếp được.",
                    headers: ["retry-after": String(left)])
            }
            try RevealTable.add(database, officer: officer, on: day)
            try AuditTable.append(database, entry, key: central.auditKey)
        }
    }
}
