import Foundation
import Logging
import Models

/// Ends waitings whose time has run out: thirty days without a supplement, ten without a payment. At the start and once a
/// minute after it; each is done once, by the system, and stands in the audit.
struct Expiry: Sendable {
    let central: Central

    /// Between two passes.
    static let interval = Duration.seconds(60)
    /// Dossiers read at once, so that a pass never holds up the desks.
    private static let batch = 200

    /// One look at all that waits. How many waitings ended.
    @discardableResult
    func pass() async throws -> Int {
        var ended = 0
        var seen: Set<ID> = []
        let traceID = Data.random(16).hex
        while true {
            let now = central.clock.now()
            let limit = Self.batch + seen.count
            let due = try await central.store.read { try DossierTable.expired($0, at: now, limit: limit) }
            let fresh = due.filter { !seen.contains($0) }
            for id in fresh {
                // Once in a pass, whatever comes of it.
                seen.insert(id)
                do {
                    if try await SystemActs(central: central).expire(id, traceID: traceID) { ended += 1 }
                } catch {
                    // One that can't be ended is looked at again at the next pass, and holds up no other.
                    central.logger.error(
                        "expiry", metadata: ["dossier": "\(id)", "type": "\(type(of: error))"])
                }
            }
            if fresh.isEmpty { break }
        }
        try await central.store.write { [now = central.clock.now()] in try ClaimTable.purge($0, at: now) }
        return ended
    }

    /// Passes for as long as the task lives.
    ///
    /// - Parameter wait: Between two passes; throws where the task is to end.
    func run(wait: @Sendable () async throws -> Void = { try await Task.sleep(for: Expiry.interval) }) async {
        while !Task.isCancelled {
            do {
                try await pass()
            } catch {
                central.logger.error("expiry", metadata: ["type": "\(type(of: error))"])
            }
            do { try await wait() } catch { return }
        }
    }
}
