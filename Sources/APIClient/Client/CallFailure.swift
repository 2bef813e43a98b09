/// How a call with all its tries ended without a result.
struct CallFailure: Error, Hashable, Sendable {
    /// What the last try ended with.
    var error: APIError
    /// Whether any of the tries may have reached the server and been carried out. What the last one ended with
    /// does not take that back, whatever it is: a session that ended, a captive portal, a gateway that is busy.
    var mayHaveArrived: Bool
    /// How long the server asked to be left alone, where the last try was answered.
    var retryAfter: Duration?

    /// For callers who keep no account of an act. Where the last try found nobody and one before may have
    /// arrived, the connection was cut as far as they are concerned.
    var summary: APIError {
        if mayHaveArrived, case .unreachable = error { .unreachable(.cut) } else { error }
    }
}
