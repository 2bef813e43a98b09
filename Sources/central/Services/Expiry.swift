import Foundation
import Logging
import Models

/// Ends waitings whose time has run out: thirty days without a supplement, ten without a payment. At the start and once a
/// minute after it; each is done once, by the system, and stands in the audit.
///
/// Thousands may be due at once, after a time without a server or a change of days: between two dossiers a pass stands back for
/// twice as long as the one took, so that desks have the processor and the writer for two thirds of the time at least.
struct Expiry: Sendable {
    let central: Central
    /// Stands back; tests give their own.
    var pause: @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }

    /// Between two passes.
    static let interval = Duration.seconds(60)
    /// Dossiers read at once.
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
                let began = ContinuousClock.now
                // Once in a pass, whatever comes of it.
                seen.insert(id)
                do {
                    if try await SystemActs(central: central).expire(id, traceID: traceID) { ended += 1 }
                } catch {
                    // One that can't be ended is looked at again at the next pass, and holds up no other.
                    central.logger.error(
                        "expiry", metadata: ["dossier": "\(id)", "type": "\(type(of: error))"])
                }
                try await pause(began.duration(to: ContinuousClock.now) * 2)
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
            } catch is CancellationError {
                return
            } catch {
                central.logger.error("expiry", metadata: ["type": "\(type(of: error))"])
            }
            do { try await wait() } catch { return }
        }
    }
}
