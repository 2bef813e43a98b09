import HTTPTypes
import Forms
import Foundation
import Models

/// Logging in and out, who I am, and what time it is.
enum AuthRoutes {
    static let all = [
        Route("token", .post, "/oauth/token", body: .form, isOAuth: true, handle: token),
        Route("revokeToken", .post, "/oauth/revoke", body: .form, isOAuth: true, handle: revoke),
        Route("openIDConfiguration", .get, "/.well-known/openid-configuration", handle: configuration),
        Route("me", .get, "/v1/me", handle: me),
        Route("ping", .get, "/v1/ping", handle: ping),
    ]

    private static func token(_ call: Call, _ central: Central) async throws -> Reply {
        let form = try form(call)
        let response: TokenResponse
        switch form["grant_type"] {
        case "password" where central.isTraining:
            guard let account = form["username"], let password = form["password"] else {
                throw OAuthError.invalidRequest("Cần username và password.")
            }
            response = try await Sessions.open(account: account, password: password, call, central)
        case "refresh_token":
            guard let token = form["refresh_token"] else {
                throw OAuthError.invalidRequest("Cần refresh_token.")
            }
            response = try await Sessions.refresh(token, call, central)
        case nil: throw OAuthError.invalidRequest("Cần grant_type.")
        default:
            throw OAuthError(
                status: 400, error: "unsupported_grant_type",
                description: "Hệ thống không nhận cách đăng nhập này.")
        }
        return try .json(response, headers: ["cache-control": "no-store", "pragma": "no-cache"])
    }

    private static func revoke(_ call: Call, _ central: Central) async throws -> Reply {
        guard let token = try form(call)["token"], !token.isEmpty else {
            throw OAuthError.invalidRequest("Cần token.")
        }
        try await Sessions.revoke(token, call, central)
        return try .json(object: [:])
    }

    /// The pairs of the form; a name may stand once (RFC 6749 §3.2).
    private static func form(_ call: Call) throws -> [String: String] {
        guard let text = String(validating: call.body, as: UTF8.self), let pairs = PercentDecoding.pairs(text)
        else { throw OAuthError.invalidRequest("Nội dung không phải biểu mẫu UTF-8 đúng dạng.") }
        var form: [String: String] = [:]
        for (name, value) in pairs where !value.isEmpty {
            guard form.updateValue(Normalization.nfc(value), forKey: name) == nil else {
                throw OAuthError.invalidRequest("Tham số \(name) lặp lại.")
            }
        }
        return form
    }

    /// Only what is true of this server.
    private static func configuration(_ call: Call, _ central: Central) async throws -> Reply {
        let base = central.address.text
        var grants = ["refresh_token"]
        if central.isTraining { grants.insert("password", at: 0) }
        return try .json(object: [
            "issuer": .string(base),
            "token_endpoint": .string(base + "/oauth/token"),
            "revocation_endpoint": .string(base + "/oauth/revoke"),
            "grant_types_supported": .array(grants.map(JSONValue.string)),
            "response_types_supported": .array([]),
            "token_endpoint_auth_methods_supported": .array([.string("none")]),
        ])
    }

    private static func me(_ call: Call, _ central: Central) async throws -> Reply {
        let officer = try call.requireGrant().officer
        return try .json(
            Me(
                officer: OfficerRef(id: officer.id, name: officer.name, position: officer.position),
                unit: UnitRef(code: officer.unit, name: officer.unitName),
                roles: officer.roles.map(\.rawValue).sorted(), training: central.isTraining,
                phone: officer.unitPhone))
    }

    private static func ping(_ call: Call, _ central: Central) async throws -> Reply {
        try .json(
            Ping(
                time: call.now, epoch: central.epoch, training: central.isTraining, version: Central.version))
    }
}
