import Models

extension OutboxWorker {
    /// For so long a result lies at the desk before it counts as one that nobody fetches, in days.
    static let daysToFetch: Int64 = 7

    /// Who has not fetched a result after a week is reminded once, by day. Should it have gone back to work and be ready
    /// anew, that is another result.
    func remindOfResults() async throws {
        let now = central.clock.now()
        let (seal, key) = (central.seal, central.auditKey)
        let outbox = Outbox(seal: seal, quiet: quiet)
        let before = now.adding(seconds: -Self.daysToFetch * 86_400)
        let since = try await central.store.read {
            try SettingTable.value($0, SettingTable.remindedSince).flatMap(OutboxTable.Place.init)
        }
        let found = try await central.store.read { [most] database in
            // Without words nobody is told, and nobody is looked for.
            let words = try CatalogueTable.document(
                database, .message, code: MessageOccasion.uncollected.rawValue, on: now.date)
            return words == nil
                ? []
                : try OutboxTable.unfetched(
                    database, after: since ?? .init(dueAt: Instant(seconds: 0)), before: before, limit: most)
        }
        guard let last = found.last else { return }
        try await central.store.write { database in
            for result in found {
                let cause = "uncollected:" + result.cause
                guard
                    let stored = try DossierTable.find(
                        database, id: result.dossier, scope: .everything, seal: seal),
                    try OutboxTable.isUnfetched(database, result)
                else { continue }
                try outbox.tell(
                    database, .uncollected, of: stored.dossier, cause: cause, reason: nil, now: now)
                try AuditTable.append(
                    database,
                    AuditEntry(
                        at: now, unit: stored.dossier.unit.code, action: "dossier.remind",
                        subject: result.dossier, traceID: "outbox"), key: key)
            }
            try SettingTable.set(database, SettingTable.remindedSince, last.place.text)
        }
    }
}
