import HTTPTypes
import Forms
import Models

/// What others do, as it happens: a stream, and the same by question where a proxy breaks streams.
enum ChangeRoutes {
    static let all = [
        Route("listChanges", .get, "/v1/changes", query: ["after", "limit"], handle: changes),
        Route("streamChanges", .get, "/v1/stream", handle: stream),
    ]

    private static func changes(_ call: Call, _ central: Central) async throws -> Reply {
        let limit = try call.limit()
        let grant = try call.requireGrant()
        let reading = ChangeReading(central: central)
        guard let text = call.query["after"] else {
            return try page([], after: try await reading.head().last, more: false)
        }
        guard let after = number(text) else {
            throw ProblemError(
                .invalidParameter,
                errors: [.init("/query/after", "invalid_number", "Phải là số nguyên không âm.")])
        }
        do {
            let piece = try await reading.piece(
                after: after, limit: limit, for: grant,
                moment: try await InboxMoment.now(of: grant.officer, central))
            return try page(piece.items, after: piece.last, more: piece.hasMore)
        } catch is ChangeReading.Restarted {
            throw ProblemError(.feedRestarted)
        }
    }

    private static func page(_ items: [JSONValue], after: Int, more: Bool) throws -> Reply {
        try .json(object: ["items": .array(items), "after": .int(after), "more": .bool(more)])
    }

    private static func stream(_ call: Call, _ central: Central) async throws -> Reply {
        // A position that can't be read is one that this central never gave.
        let after = call.headers[.lastEventID].map { number($0.trimmed) ?? -1 }
        let stream = ChangeStream(call, central, after: after)
        return .streaming(type: "text/event-stream", headers: ["x-accel-buffering": "no"]) {
            try await stream.next()
        }
    }

    private static func number(_ text: String) -> Int? {
        guard (1...18).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        return Int(text)
    }
}
