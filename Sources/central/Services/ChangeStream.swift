import Forms
import Foundation
import HTTPTypes
import Models
import ServiceLifecycle

/// One client's `GET /v1/stream`: server-sent events, made one part at a time as the client takes them.
///
/// It holds a number and nothing else, so a client that reads slowly costs no memory; the feed itself waits for it in
/// the database. Who listens, and what he may see, is looked at anew before every part: the stream ends with the
/// token, the officer or the right.
actor ChangeStream {
    /// A comment goes out where nothing else did for so long.
    static let heartbeat = Duration.seconds(15)
    /// What a client should wait after a cut, in milliseconds.
    static let retry = 1_000
    /// Changes in one part.
    static let largestPart = 100

    private let central: Central
    private let reading: ChangeReading
    private let headers: HTTPFields
    private let route: String
    private let heartbeat: Duration
    private var position: Int?
    /// The position that the client knows of.
    private var told: Int?
    private var hasBegun = false

    /// - Parameter position: After which change to go on; nil begins with what happens from now on.
    init(_ call: Call, _ central: Central, after position: Int?, heartbeat: Duration = heartbeat) {
        self.central = central
        self.heartbeat = heartbeat
        self.position = position
        reading = ChangeReading(central: central)
        headers = call.headers
        route = call.route.id
    }

    /// The next part; nil where the stream ends. Waits until there is something to say.
    func next() async throws -> [UInt8]? {
        let start = ContinuousClock.now
        while !Task.isCancelled, !Task.isShuttingDownGracefully {
            guard let grant = try await grant() else { return nil }
            if !hasBegun { return try await begin() }
            let moment = try await InboxMoment.now(of: grant.officer, central)
            let after = position ?? 0
            let piece: ChangeReading.Piece
            do {
                piece = try await reading.piece(
                    after: after, limit: Self.largestPart, for: grant, moment: moment)
            } catch let restarted as ChangeReading.Restarted {
                return event("reset", id: restarted.last, data: "{}")
            }
            position = piece.last
            if !piece.items.isEmpty { return try changes(piece) }
            let left = heartbeat - (.now - start)
            guard left > .zero else { return beat() }
            await wait(for: grant.scope, after: piece.last, atMost: left)
        }
        return nil
    }

    private func grant() async throws -> Grant? {
        let officer = try await Sessions.officer(of: headers, central, central.clock.now())
        guard case .granted(let grant) = Policy.decide(route, officer: officer) else { return nil }
        return grant
    }

    private func begin() async throws -> [UInt8] {
        hasBegun = true
        let head = try await reading.head()
        let retry = Array("retry: \(Self.retry)\n".utf8)
        guard let position else { return retry + event("start", id: head.last, data: "{}") }
        guard head.holds(after: position) else { return retry + event("reset", id: head.last, data: "{}") }
        return retry + event("start", id: position, data: "{}")
    }

    private func changes(_ piece: ChangeReading.Piece) throws -> [UInt8] {
        var bytes: [UInt8] = []
        for (number, item) in zip(piece.numbers, piece.items) {
            bytes += event(
                "change", id: number, data: String(decoding: try StrictJSON.encode(item), as: UTF8.self))
        }
        position = piece.last
        return bytes
    }

    private func event(_ name: String, id: Int, data: String) -> [UInt8] {
        position = id
        told = id
        // JSON has no line breaks of its own.
        return Array("event: \(name)\nid: \(id)\ndata: \(data)\n\n".utf8)
    }

    /// Also says how far the feed has gone by without anything for this client.
    private func beat() -> [UInt8] {
        defer { told = position }
        let id = position != told ? position.map { "id: \($0)\n" } ?? "" : ""
        return Array(":\n\(id)\n".utf8)
    }

    private func wait(for scope: Scope, after seq: Int, atMost span: Duration) async {
        let bell = central.changeBell
        // The end of the program ends the wait: it doesn't wait for its listeners.
        _ = try? await cancelWhenGracefulShutdown {
            await withTaskGroup(of: Void.self) { group in
                group.addTask { await bell.wait(for: scope, after: seq) }
                group.addTask { try? await Task.sleep(for: span) }
                await group.next()
                group.cancelAll()
            }
        }
    }
}
