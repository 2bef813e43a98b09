import Forms

/// A refusal of the OAuth endpoints, in the form of RFC 6749 §5.2. It never says whether an account exists.
struct OAuthError: Error, Sendable {
    var status: Int
    /// A code of RFC 6749.
    var error: String
    /// Vietnamese, for people.
    var description: String
    var headers: [String: String] = [:]

    static func invalidRequest(_ description: String) -> OAuthError {
        OAuthError(status: 400, error: "invalid_request", description: description)
    }

    static func invalidGrant(_ description: String) -> OAuthError {
        OAuthError(status: 400, error: "invalid_grant", description: description)
    }

    var reply: Reply {
        let object: [String: JSONValue] = [
            "error": .string(error), "error_description": .string(description),
        ]
        var headers = headers
        headers["cache-control"] = "no-store"
        headers["pragma"] = "no-cache"
        return (try? Reply.json(object: object, status: status, headers: headers)) ?? Reply(status: status)
    }

    /// What the shared checks found, said in OAuth's way.
    static func reply(for problem: ProblemError) -> Reply {
        let row = ProblemCatalogue.row(problem.kind)
        return OAuthError(
            status: row.status,
            error: row.status == 503
                ? "temporarily_unavailable" : row.status >= 500 ? "server_error" : "invalid_request",
            description: problem.detail ?? ProblemCatalogue.detail(problem.kind),
            headers: problem.headers
        ).reply
    }
}
