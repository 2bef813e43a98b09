import Forms
import Logging
import Models
import ServiceLifecycle

/// Tells the post what it has to know, reads what it says, and tells the dossiers.
///
/// An order goes out until the post's answer is known, so it is placed once whatever fails: before it is sent again the
/// feed is looked at, and an order that is there already counts as placed. Nobody at a desk waits for any of it.
struct PostWorker: Service {
    let central: Central
    let carrier: any Carrier
    /// How often the post is asked.
    var pace = Duration.seconds(5)
    /// How many orders go out in one pass.
    var most = 200
    /// How many pages of the feed are read in one pass.
    var mostPages = 20

    /// The most that the post gives at once.
    static let pageSize = 1_000
    /// The first pause after a failure; it doubles up to half an hour.
    static let firstPause = 60
    static let longestPause = 1_800
    /// An order that the post could not be told of for so long is somebody's to look at, in seconds.
    static let patience: Int64 = 3 * 86_400
    /// After so many failures one after another the post is left alone until the next pass.
    static let mostFailures = 3

    func run() async throws {
        try? await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    try await pass()
                } catch {
                    central.logger.error("post", metadata: ["error": "\(type(of: error))"])
                }
                try await Task.sleep(for: pace)
            }
        }
    }

    /// Does what is due now.
    func pass() async throws {
        try await send()
        try await listen()
        try await ShipmentConfirming(central: central).pass()
    }

    // MARK: Telling

    private func send() async throws {
        let now = central.clock.now()
        let rows = try await central.store.read { [most, seal = central.seal] in
            try OutboxTable.due($0, channels: [.post], at: now, limit: most, seal: seal)
        }
        var failures = 0
        var rest = rows[...]
        while !rest.isEmpty, failures < Self.mostFailures {
            var told: [(row: OutboxTable.Row, fault: CarrierFault?)] = []
            for row in rest.prefix(Self.batch) where failures < Self.mostFailures {
                let fault = try await tell(row)
                if case .unreachable? = fault { failures += 1 } else { failures = 0 }
                told.append((row, fault))
            }
            rest = rest.dropFirst(told.count)
            // What is not noted because we end here goes out again, and the post says that it has it.
            try await note(told)
        }
    }

    /// So many answers are noted at once.
    private static let batch = 50

    private func tell(_ row: OutboxTable.Row) async throws -> CarrierFault? {
        do {
            try await say(row)
            return nil
        } catch let fault as CarrierFault {
            return fault
        }
    }

    private func note(_ told: [(row: OutboxTable.Row, fault: CarrierFault?)]) async throws {
        let now = central.clock.now()
        for (row, fault) in told {
            guard let fault else { continue }
            let isDead = Self.nextAttempt(fault, row, at: now) == nil
            central.logger.warning(
                "post not told",
                metadata: ["id": "\(row.id)", "reason": "\(fault.reason)", "dead": "\(isDead)"])
        }
        try await central.store.write { database in
            for (row, fault) in told {
                if let fault {
                    try OutboxTable.markFailed(
                        database, id: row.id, fault: fault.reason,
                        dueAt: Self.nextAttempt(fault, row, at: now))
                } else {
                    try OutboxTable.markSent(database, id: row.id, at: now)
                }
            }
        }
    }

    private func say(_ row: OutboxTable.Row) async throws {
        let number = row.content.subject
        switch PostMail(rawValue: row.occasion) {
        case .order:
            // The act that cancelled it may have come after this was read.
            if try await central.store.read({ try ShipmentTable.isCancelled($0, order: number) }) {
                throw CarrierFault.refused(PostMail.givenUp)
            }
            // An earlier try may have arrived though its answer did not.
            if row.attempts > 0,
                try await central.store.read({ try ShipmentTable.isKnown($0, order: number) })
            {
                return
            }
            guard let order = try? StrictJSON.parse(Array(row.content.text.utf8)) else {
                throw CarrierFault.refused("unreadable order")
            }
            try await carrier.place(order)
        // Of an order that never went out it knows nothing, and that is no fault.
        case .cancel: try await carrier.cancel(number, customer: row.content.text)
        case .handover: try await carrier.handedOver(number)
        case nil: throw CarrierFault.refused("unknown kind")
        }
    }

    /// When it is tried again; nil gives it up, for an administrator to look at.
    static func nextAttempt(_ fault: CarrierFault, _ row: OutboxTable.Row, at now: Instant) -> Instant? {
        guard case .unreachable = fault, now.seconds - row.createdAt.seconds < patience else { return nil }
        return now.adding(seconds: min(firstPause << min(row.attempts, 10), longestPause))
    }

    // MARK: Listening

    private func listen() async throws {
        let name = carrier.name
        for _ in 0..<mostPages {
            let last = try await central.store.read { try PostalTable.cursor($0, carrier: name) }
            let items: [TrackingItem]
            do throws(CarrierFault) {
                items = try await carrier.tracking(after: last, limit: Self.pageSize)
            } catch {
                central.logger.warning("post not heard", metadata: ["reason": "\(error.reason)"])
                return
            }
            guard let end = items.map(\.id).max(), end > last else { return }
            let now = central.clock.now()
            let unknown = try await central.store.write { database in
                let tracking = try ShipmentTracking(database, at: now)
                var unknown = 0
                for item in items where try tracking.hear(database, item, from: .feed) == .unknown {
                    unknown += 1
                }
                // With what was read, so that nothing of it is ever passed over.
                try PostalTable.setCursor(database, carrier: name, to: end)
                return unknown
            }
            if unknown > 0 {
                central.logger.warning("post names unknown orders", metadata: ["count": "\(unknown)"])
            }
            guard items.count >= Self.pageSize else { return }
        }
    }
}
