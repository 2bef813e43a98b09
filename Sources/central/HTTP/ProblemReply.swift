import Forms
import Models

/// Makes the bytes of a refusal (RFC 9457).
enum ProblemReply {
    static func make(_ error: ProblemError, traceID: String) -> Reply {
        let row = ProblemCatalogue.row(error.kind)
        var headers = error.headers
        if error.kind == .unauthorized { headers["www-authenticate"] = "Bearer realm=\"central\"" }
        let body = (try? StrictJSON.encode(problem(error, traceID: traceID))) ?? Array("{}".utf8)
        return Reply(status: row.status, headers: headers, type: Reply.problem, body: body)
    }

    /// The refusal as a value, for answers that hold several.
    static func problem(_ error: ProblemError, traceID: String) -> Problem {
        let row = ProblemCatalogue.row(error.kind)
        return Problem(
            type: "urn:central:problem:" + error.kind.rawValue.replacing("_", with: "-"),
            title: row.title, status: row.status, detail: error.detail ?? ProblemCatalogue.detail(error.kind),
            code: error.kind.rawValue, retryable: row.isRetryable, traceId: traceID,
            errors: error.errors.isEmpty
                ? nil
                : error.errors.map {
                    InputProblem(
                        pointer: $0.pointer, code: $0.code, message: $0.message, hint: $0.hint,
                        candidates: $0.candidates)
                },
            changedBy: error.changedBy, changedAt: error.changedAt, done: error.done)
    }
}
