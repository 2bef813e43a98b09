import Forms
import Models

extension Client {
    /// `GET /v1/changes`: what was done after `seq`; without one only where the feed stands.
    public func changes(after seq: Int? = nil, limit: Int? = nil) async throws(APIError) -> ChangePage {
        try await value(
            .get("listChanges", Target("/v1/changes").with("after", seq).with("limit", limit)))
    }

    /// `GET /v1/stream` into a sink, until it is cut, ended by the server or cancelled.
    func stream(into sink: StreamSink, after seq: Int?) async throws(APIError) {
        var request = Request(
            .get, "/v1/stream", headers: [Header("Accept", "text/event-stream")],
            // The sink's owner looks for silence: libcurl's own watch would wake the program every second.
            limits: Limits(total: 0, stall: 0, body: Int.max))
        if let seq { request.headers.append(Header("Last-Event-ID", String(seq))) }
        request.sink = AnyBodySink(sink)
        var call = Call(operation: "streamChanges", request: request)
        call.policy = .once
        try await answer(to: call)
    }
}
