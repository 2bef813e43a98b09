import Models

extension OutboxWorker {
    /// For so long a result lies at the desk before it counts as one that nobody fetches, in days.
    static let daysToFetch: Int64 = 7

    /// Who has not fetched a result after a week is reminded once, by day. Should it have gone back to work and be ready
    /// anew, that is another result.
    ///
    /// What had lain there for longer when the reminders began is left to the desk, which has it in its list: hundreds of
    /// citizens told on one morning of results that are years old would come, or call, all on that morning. The same
    /// holds for a time without words.
    func remindOfResults() async throws {
        let now = central.clock.now()
        let (seal, key) = (central.seal, central.auditKey)
        let outbox = Outbox(seal: seal, quiet: quiet)
        let before = now.adding(seconds: -Self.daysToFetch * 86_400)
        let (since, isWorded) = try await central.store.read { database in
            let since = try SettingTable.value(database, SettingTable.remindedSince)
            // Without words nobody is told, and nobody is looked for.
            let words = try CatalogueTable.document(
                database, .message, code: MessageOccasion.uncollected.rawValue, on: now.date)
            return (since.flatMap(OutboxTable.Place.init), words != nil)
        }
        guard let since, isWorded else {
            guard since.map({ before.seconds - $0.dueAt.seconds > 3_600 }) ?? true else { return }
            try await central.store.write {
                try SettingTable.set($0, SettingTable.remindedSince, OutboxTable.Place(dueAt: before).text)
            }
            return
        }
        let found = try await central.store.read { [most] in
            try OutboxTable.unfetched($0, after: since, before: before, limit: most)
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
                let isTold = try outbox.tell(
                    database, .uncollected, of: stored.dossier, cause: cause, reason: nil, now: now)
                // Nobody was reminded where telephone and address were taken out meanwhile.
                guard isTold else { continue }
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
