extension Response {
    /// A JSON answer from its text.
    public static func json(_ text: String, status: Int = 200, headers: [Header] = []) -> Response {
        Response(
            status: status, headers: [Header("Content-Type", "application/json")] + headers,
            body: Array(text.utf8))
    }

    /// A problem (RFC 9457). `more` is further members as JSON text, e.g. `"errors": […]`.
    public static func problem(
        _ status: Int, _ code: String, headers: [Header] = [], more: String = ""
    ) -> Response {
        let retryable = status >= 500 || status == 429
        let text =
            #"{"type":"about:blank","title":"\#(code)","status":\#(status),"code":"\#(code)","retryable":\#(retryable)"#
            + (more.isEmpty ? "}" : ",\(more)}")
        return Response(
            status: status, headers: [Header("Content-Type", "application/problem+json")] + headers,
            body: Array(text.utf8))
    }
}
