import Crypto
import Foundation
import Forms
import GRDB
import HTTPTypes
import Models
import NIOPosix

/// Logging in, staying logged in, and logging out.
///
/// Tokens are random and opaque; the database holds their hashes only. Refreshing gives a new pair, and the old
/// access token ends within a minute.
enum Sessions {
    /// A shift, so that nobody logs in in the middle of one. In seconds.
    static let accessLifetime = 8 * 3600
    /// In seconds.
    static let refreshLifetime = 24 * 3600
    /// Seconds in which a refresh may be repeated, and in which the old access token still ends its requests.
    static let grace = 60

    /// Who sends a request; nil where it brings no token, or one that is unknown, expired or revoked.
    static func officer(of headers: HTTPFields, _ central: Central, _ now: Instant) async throws -> Officer? {
        guard let hash = bearer(headers) else { return nil }
        return try await central.store.read { database in
            guard let session = try SessionTable.session(database, accessHash: hash), !session.isRevoked,
                now < session.accessUntil
            else { return nil }
            var officer = try OfficerTable.officer(database, id: session.officer, on: now.date)
            if let id = officer?.id, officer?.roles.contains(.provinceAdmin) == true {
                officer?.opened = try BreakGlassTable.opened(database, by: id, at: now)
            }
            return officer
        }
    }

    /// The hash of the token in `Authorization: Bearer …`.
    static func bearer(_ headers: HTTPFields) -> Data? {
        guard let text = headers[.authorization] else { return nil }
        let parts = text.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, parts[0].lowercased() == "bearer" else { return nil }
        return Data(parts[1].trimmed.utf8).sha256
    }

    /// A login with the password of a training account.
    static func open(account: String, password: String, _ call: Call, _ central: Central) async throws
        -> TokenResponse
    {
        let slot = account.lowercased()
        guard slot.length <= 64, password.length <= 256 else {
            throw OAuthError.invalidGrant("Tên đăng nhập hoặc mật khẩu không đúng.")
        }
        let known = try await central.loginTurns.take(slot) {
            try await check(slot, password, call, central)
        }
        let (now, traceID, key) = (call.now, call.traceID, central.auditKey)
        return try await central.store.write { database in
            try begin(database, known.officer, family: nil, now, traceID, key)
        }
    }

    /// The account where the password is right. A try counts as wrong before it is looked at, so that of many at once no
    /// more get through than are allowed; many desks of one account may log in at once, because they take turns.
    private static func check(_ slot: String, _ password: String, _ call: Call, _ central: Central)
        async throws -> OfficerTable.Account
    {
        if let address = call.address {
            try wait(central.loginAddresses.begin(address, at: call.now))
        }
        let seconds = central.attempts.begin(slot, at: call.now)
        if seconds != nil, let address = call.address { central.loginAddresses.takeBack(address) }
        try wait(seconds)
        do {
            let known = try await central.store.read { try OfficerTable.account($0, named: slot) }
            // An unknown account costs the same time as a known one.
            let hash = known?.passwordHash.flatMap(PasswordHash.init(text:)) ?? decoy
            guard try await matches(hash, password), let known, known.passwordHash != nil else {
                try await refuse(slot, known?.officer, call, central)
                throw OAuthError.invalidGrant("Tên đăng nhập hoặc mật khẩu không đúng.")
            }
            central.attempts.succeed(slot)
            if let address = call.address { central.loginAddresses.takeBack(address) }
            return known
        } catch let error as OAuthError {
            throw error
        } catch {
            // Nobody was told whether it was right.
            central.attempts.takeBack(slot)
            if let address = call.address { central.loginAddresses.takeBack(address) }
            throw error
        }
    }

    private static func wait(_ seconds: Int64?) throws {
        guard let seconds else { return }
        throw OAuthError(
            status: 429, error: "slow_down",
            description: "Đăng nhập sai quá nhiều lần. Hãy thử lại sau \(ProblemError.wait(seconds)).",
            headers: ["retry-after": String(seconds)])
    }

    /// Exchanges a refresh token for a new pair.
    ///
    /// Everything is decided in the transaction: of two exchanges at once, one comes first. A token that comes
    /// again within a minute was sent twice because its answer was lost, so it gets another pair; one that comes
    /// later was copied, and its whole family is ended.
    static func refresh(_ token: String, _ call: Call, _ central: Central) async throws -> TokenResponse {
        let (hash, now, traceID, key) = (Data(token.utf8).sha256, call.now, call.traceID, central.auditKey)
        let response = try await central.store.write { database -> TokenResponse? in
            guard let session = try SessionTable.session(database, refreshHash: hash), !session.isRevoked,
                now < session.refreshUntil
            else { return nil }
            if let earlier = session.refreshedAt, now.seconds - earlier.seconds > Int64(grace) {
                try end(database, session, as: "session.reuse", now, traceID, key)
                return nil
            }
            try SessionTable.markRefreshed(
                database, id: session.id, at: now, accessUntil: now.adding(seconds: grace))
            return try begin(database, session.officer, family: session.family, now, traceID, key)
        }
        guard let response else {
            throw OAuthError.invalidGrant("Phiên làm việc đã hết. Hãy đăng nhập lại.")
        }
        return response
    }

    /// Ends the session of a token of either kind. An unknown token is no error (RFC 7009 §2.2).
    static func revoke(_ token: String, _ call: Call, _ central: Central) async throws {
        let (hash, now, traceID, key) = (Data(token.utf8).sha256, call.now, call.traceID, central.auditKey)
        try await central.store.write { database in
            let found =
                try SessionTable.session(database, accessHash: hash)
                ?? SessionTable.session(database, refreshHash: hash)
            if let found, !found.isRevoked {
                try end(database, found, as: "session.close", now, traceID, key)
            }
        }
    }

    /// A login that failed is in the audit: under the officer where the account is one's, else under a code of
    /// what was typed.
    private static func refuse(_ account: String, _ officerID: ID?, _ call: Call, _ central: Central)
        async throws
    {
        let (now, traceID, key) = (call.now, call.traceID, central.auditKey)
        let subject = officerID == nil ? PersonAudit.subject(account, central) : nil
        try await central.store.write { database in
            let officer = try officerID.flatMap { try OfficerTable.officer(database, id: $0, on: now.date) }
            let entry = AuditEntry(
                at: now, officer: officer?.id, person: officer?.person, unit: officer?.unit,
                action: "session.open", subject: subject, outcome: .refused, traceID: traceID)
            try AuditTable.append(database, entry, key: key)
        }
    }

    /// Deriving a hash takes milliseconds of computing, so it stays off the threads that serve requests.
    private static func matches(_ hash: PasswordHash, _ password: String) async throws -> Bool {
        try await NIOThreadPool.singleton.runIfActive { hash.matches(password) }
    }

    private static let decoy = PasswordHash(password: Data.random(16).hex)

    /// A new session: of a login where no family is given, else of a refresh.
    private static func begin(
        _ database: Database, _ officerID: String, family: String?, _ now: Instant, _ traceID: String,
        _ key: SymmetricKey
    ) throws -> TokenResponse {
        guard let officer = try OfficerTable.officer(database, id: officerID, on: now.date),
            let account = try OfficerTable.account(database, named: officer.account)
        else { throw OAuthError.invalidGrant("Tài khoản không còn làm việc.") }
        // A desk that is left running renews its session and never logs in again: it is in use all the same.
        try OfficerTable.markLogin(database, officer: officerID, at: now)
        try SessionTable.purge(database, before: now.adding(seconds: -refreshLifetime))
        let (access, refresh, id) = (Data.random(32).base64URL, Data.random(32).base64URL, UUIDv7.make())
        try SessionTable.insert(
            database, id: id, family: family ?? id, officer: officerID, accessHash: Data(access.utf8).sha256,
            refreshHash: Data(refresh.utf8).sha256, createdAt: now,
            accessUntil: now.adding(seconds: accessLifetime),
            refreshUntil: now.adding(seconds: refreshLifetime))
        let entry = AuditEntry(
            at: now, officer: officer.id, person: officer.person, unit: officer.unit,
            action: family == nil ? "session.open" : "session.refresh", subject: id, traceID: traceID)
        try AuditTable.append(database, entry, key: key)
        return TokenResponse(
            accessToken: access, tokenType: "Bearer", expiresIn: accessLifetime, refreshToken: refresh,
            storeKey: account.storeKey.base64URL)
    }

    private static func end(
        _ database: Database, _ session: SessionTable.Session, as action: String, _ now: Instant,
        _ traceID: String, _ key: SymmetricKey
    ) throws {
        try SessionTable.revoke(database, family: session.family, at: now)
        let officer = try OfficerTable.officer(database, id: session.officer, on: now.date)
        let entry = AuditEntry(
            at: now, officer: session.officer, person: officer?.person, unit: officer?.unit, action: action,
            subject: session.family, traceID: traceID)
        try AuditTable.append(database, entry, key: key)
    }
}
