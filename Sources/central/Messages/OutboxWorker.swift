import Logging
import Models
import ServiceLifecycle

/// Sends what waits in the outbox, and tells of dossiers that have become late.
///
/// Acts never wait for it. What fails is tried again at growing pauses; what fails for good stays in view as dead.
struct OutboxWorker: Service {
    let central: Central
    let sinks: [any MessageSink]
    var quiet = QuietHours.standard
    /// How often the outbox is looked at.
    var pace = Duration.seconds(5)
    /// How many are looked at in one pass.
    var most = 200

    /// A message that failed so often is given up.
    static let mostAttempts = 10
    /// The first pause after a failure; it doubles up to six hours.
    static let firstPause = 60

    func run() async throws {
        try? await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    try await pass()
                } catch {
                    central.logger.error("outbox", metadata: ["error": "\(type(of: error))"])
                }
                try await Task.sleep(for: pace)
            }
        }
    }

    /// Does what is due now: at most so many messages that the next pass comes soon.
    ///
    /// - Returns: How many went out.
    @discardableResult
    func pass() async throws -> Int {
        try await tellOfLate()
        try await tellOfLateTickets()
        try await remindOfResults()
        let now = central.clock.now()
        guard !isQuiet else { return 0 }
        let channels = sinks.reduce(into: Set<DossierMessage.Channel>()) { $0.formUnion($1.channels) }
        let rows = try await central.store.read { [most, seal = central.seal] in
            try OutboxTable.due($0, channels: channels, at: now, limit: most, seal: seal)
        }
        var sent = 0
        for row in rows {
            // A carrier that is slow makes a pass last into the night.
            guard !isQuiet else { break }
            if try await send(row) { sent += 1 }
        }
        return sent
    }

    /// Whether nobody is told anything now, however long it has waited.
    private var isQuiet: Bool {
        let now = central.clock.now()
        return quiet.next(from: now) != now
    }

    private func send(_ row: OutboxTable.Row) async throws -> Bool {
        guard let sink = sinks.first(where: { $0.channels.contains(row.channel) }) else { return false }
        let now = central.clock.now()
        let message = OutboundMessage(
            id: row.id, channel: row.channel, address: row.content.address, subject: row.content.subject,
            text: row.content.text, at: now)
        do throws(MessageFault) {
            try await sink.send(message)
        } catch {
            let due = Self.nextAttempt(error, attempts: row.attempts, at: now)
            central.logger.warning(
                "message not sent",
                metadata: ["id": "\(row.id)", "reason": "\(error.reason)", "dead": "\(due == nil)"])
            try await central.store.write {
                try OutboxTable.markFailed($0, id: row.id, fault: error.reason, dueAt: due)
            }
            return false
        }
        try await central.store.write { try OutboxTable.markSent($0, id: row.id, at: now) }
        return true
    }

    /// When a message is tried again; nil gives it up.
    static func nextAttempt(_ fault: MessageFault, attempts: Int, at now: Instant) -> Instant? {
        guard case .later = fault, attempts + 1 < mostAttempts else { return nil }
        return now.adding(seconds: min(firstPause << min(attempts, 10), 6 * 3600))
    }

    /// Who waits for an answer to a ticket that was not given in time is told so once, by day.
    private func tellOfLateTickets() async throws {
        let now = central.clock.now()
        let (seal, outbox) = (central.seal, Outbox(seal: central.seal, quiet: quiet))
        let late: [Ticket] = try await central.store.read { database in
            // Without words nobody is told, and nobody is looked for.
            let words = try CatalogueTable.document(
                database, .message, code: MessageOccasion.ticketLate.rawValue, on: now.date)
            return words == nil ? [] : try TicketTable.late(database, at: now, limit: 200, seal: seal)
        }
        for ticket in late {
            try await central.store.write { database in
                let found = try TicketTable.find(
                    database, id: ticket.id, scope: .everything, at: now, seal: seal)
                guard let found, found.overdue else { return }
                try outbox.tell(database, .ticketLate, of: found, cause: "late", now: now)
            }
        }
    }

    /// Who waits for a dossier that was not done in time is told so once, by day.
    private func tellOfLate() async throws {
        let now = central.clock.now()
        let statuses = try await central.catalogue.statuses(on: now.date)
        let running = statuses.values.filter { $0.clock == .run }.map(\.code).sorted()
        let (seal, outbox) = (central.seal, Outbox(seal: central.seal, quiet: quiet))
        // What was late before there was an outbox is no news.
        let since = try await central.store.read { try SettingTable.value($0, SettingTable.outboxSince) }
        guard let since = since.flatMap(OutboxTable.Place.init) else {
            try await central.store.write {
                try SettingTable.set($0, SettingTable.outboxSince, String(now.seconds))
            }
            return
        }
        let late = try await central.store.read { [most] in
            try OutboxTable.late($0, statuses: running, after: since, at: now, limit: most)
        }
        for dossier in late {
            try await central.store.write { database in
                guard
                    let stored = try DossierTable.find(
                        database, id: dossier.id, scope: Scope(isEverything: true), seal: seal),
                    stored.dossier.dueAt == dossier.dueAt, stored.isOpen,
                    running.contains(stored.dossier.status)
                else { return }
                try outbox.tell(
                    database, .late, of: stored.dossier, cause: "late:\(dossier.dueAt.seconds)", reason: nil,
                    now: now)
            }
        }
        // Looked at so far. Where there was no more than this, all until now.
        let next = late.count < most ? nil : late.last
        guard !late.isEmpty || now.seconds - since.dueAt.seconds > 3_600 else { return }
        try await central.store.write {
            try SettingTable.set(
                $0, SettingTable.outboxSince, (next ?? OutboxTable.Place(dueAt: now)).text)
        }
    }
}
