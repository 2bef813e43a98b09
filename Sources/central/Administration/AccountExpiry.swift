import Foundation
import Forms
import GRDB
import Logging
import Models

/// Suspends accounts that nobody has logged in with for some time: by the clock, each with its reason and its entry in the
/// audit. An administrator takes one back as he takes back any other.
///
/// Nothing breaks by it: who alone does a step, and the last administrator of a unit, stays, and is listed for the
/// administrators instead (`?state=unused`).
struct AccountExpiry: Sendable {
    let central: Central
    let rule: AccountRule

    /// Between two passes.
    static let interval = Duration.seconds(3600)

    /// One look at all accounts. How many were suspended.
    @discardableResult
    func pass() async throws -> Int {
        let (now, rule, key) = (central.clock.now(), rule, central.auditKey)
        let traceID = Data.random(16).hex
        return try await central.store.write { database in
            let since = try Self.watchedSince(database, at: now)
            let last = now.adding(seconds: -rule.unusedDays * 86_400)
            var count = 0
            for due in try OfficerTable.unused(database, since: last, watched: since, on: now.date) {
                guard try Self.canGo(database, due.id, on: now.date) else { continue }
                try OfficerTable.expire(database, due.id, reason: rule.reason, at: now)
                try SessionTable.revokeAll(database, officer: due.id, at: now)
                let entry = AuditEntry(
                    at: now, unit: due.unit, action: "officer.expire", subject: due.id,
                    detail: ["reason": rule.reason, "days": String(rule.unusedDays)], traceID: traceID)
                try AuditTable.append(database, entry, key: key)
                count += 1
            }
            return count
        }
    }

    /// Passes for as long as the task lives.
    func run(
        wait: @Sendable () async throws -> Void = { try await Task.sleep(for: AccountExpiry.interval) }
    ) async {
        while !Task.isCancelled {
            do {
                try await pass()
            } catch {
                central.logger.error("account expiry", metadata: ["type": "\(type(of: error))"])
            }
            do { try await wait() } catch { return }
        }
    }

    /// When accounts were first looked at: those from before have no login noted, and are not all unused at once.
    private static func watchedSince(_ database: Database, at now: Instant) throws -> Instant {
        if let text = try SettingTable.value(database, SettingTable.accountsWatched),
            let seconds = Int64(text)
        {
            return Instant(seconds: seconds)
        }
        try SettingTable.set(database, SettingTable.accountsWatched, String(now.seconds))
        return now
    }

    private static func canGo(_ database: Database, _ id: ID, on day: LocalDate) throws -> Bool {
        guard try AssignmentTable.onlyHis(database, officer: id, on: day).isEmpty else { return false }
        for held in try AssignmentTable.live(database, of: [id], from: day)[id] ?? [] {
            guard let role = Role(rawValue: held.role), Role.administrating.contains(role) else { continue }
            if try AssignmentTable.count(database, role: role, in: held.unit.code, besides: id, on: day) == 0
            {
                return false
            }
        }
        return true
    }
}
