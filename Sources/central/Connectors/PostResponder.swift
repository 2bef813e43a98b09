import Forms
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdCore
import Models
import NIOCore

/// The simulator's HTTP side: the post's own four calls, and one more by which its counter tells it of a hand-over.
struct PostResponder: HTTPResponder {
    typealias Context = CentralContext

    let simulator: PostSimulator
    let delay: Duration
    let isDown: Bool
    let clock: WallClock

    /// Long enough for every client to have given up.
    private static let silence = Duration.seconds(120)

    func respond(to request: Request, context: CentralContext) async throws -> Response {
        if isDown { return try await silent() }
        if delay > .zero { try await Task.sleep(for: delay) }
        let bytes = try await request.body.collect(upTo: 256 * 1024)
        let body = (try? StrictJSON.parse(Array(bytes.readableBytesView))) ?? .null
        let path = request.uri.path
        guard request.method == .post else { return Self.reply(405, ["error_code": .int(405)]) }
        if path == "/apiGetToken" {
            return Self.reply(
                200,
                [
                    "access_token": .string("tap-huan"), "expires_in": .int(3600),
                    "token_type": .string("Bearer"),
                ])
        }
        guard request.headers[.authorization] == "Bearer tap-huan" else {
            return Self.reply(401, ["error_code": .int(401)])
        }
        let now = clock.now()
        switch path {
        case "/apiPostOrder": return try await reply(await simulator.place(body, at: now))
        case "/apiCancelOrder": return try await reply(await simulator.cancel(Self.number(body), at: now))
        case "/handover": return try await reply(await simulator.handOver(Self.number(body), at: now))
        case "/apiGetOrderTracking":
            guard case .string(let last)? = body["lastId"], case .int(let size)? = body["pageSize"] else {
                return Self.reply(422, ["error_code": .int(PostSimulator.Code.missingField)])
            }
            guard let items = await simulator.tracking(after: last, limit: size, at: now) else {
                return Self.reply(500, ["error_code": .int(500)])
            }
            return Self.reply(200, ["error_code": .int(0), "data": .array(items.map(\.json))])
        default: return Self.reply(404, ["error_code": .int(404)])
        }
    }

    private func reply(_ outcome: PostSimulator.Outcome) async throws -> Response {
        switch outcome {
        case .done(let code): Self.reply(200, ["error_code": .int(code)])
        case .failed: Self.reply(500, ["error_code": .int(500)])
        case .lost: try await silent()
        }
    }

    private func silent() async throws -> Response {
        try await Task.sleep(for: Self.silence)
        return Self.reply(504, ["error_code": .int(504)])
    }

    private static func number(_ body: JSONValue) -> String {
        if case .string(let number)? = body["orderNumber"] { number } else { "" }
    }

    private static func reply(_ status: Int, _ members: [String: JSONValue]) -> Response {
        let bytes = (try? StrictJSON.encode(JSONValue.object(members))) ?? []
        return Response(
            status: .init(code: status), headers: [.contentType: "application/json"],
            body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
