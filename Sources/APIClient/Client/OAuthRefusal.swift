import Models

/// How the OAuth endpoints refuse (RFC 6749 §5.2).
struct OAuthRefusal: Decodable {
    var error: String
    var errorDescription: String?

    func error(status: Int, retryAfter: Int? = nil) -> APIError {
        if error == "invalid_grant" { return .wrongCredentials }
        var problem = Problem(
            type: "about:blank", title: errorDescription ?? error, status: status, code: "oauth_" + error,
            retryable: false)
        problem.retryAfter = retryAfter
        return .problem(problem)
    }
}
