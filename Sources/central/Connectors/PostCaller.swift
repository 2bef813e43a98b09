import AsyncHTTPClient
import Crypto
import Forms
import Foundation
import Logging
import Models
import NIOCore
import NIOHTTP1

/// Calls central about everything that happens, as the post does.
struct PostCaller: Sendable {
    let simulator: PostSimulator
    let url: String
    let logger: Logger

    func run() async {
        var last = PostalTable.firstCursor
        while !Task.isCancelled {
            for item in await simulator.news(after: last, at: .now()) {
                do {
                    try await tell(item)
                } catch {
                    // The feed tells it all the same.
                    logger.warning("callback", metadata: ["error": "\(type(of: error))"])
                }
                last = item.id
            }
            do { try await Task.sleep(for: .seconds(1)) } catch { return }
        }
    }

    private func tell(_ item: TrackingItem) async throws {
        let signed = PostalCallback.signed(item, "")
        var request = HTTPClientRequest(url: url)
        request.method = .POST
        request.headers.add(name: "content-type", value: "application/json")
        let body: [String: JSONValue] = [
            "id": .string(item.id), "orderNumber": .string(item.orderNumber),
            "statusCode": .string(item.statusCode), "statusMessage": .string(item.statusMessage),
            "check_sum": .string(PostalCallback.checkSum(signed, key: TrainingPost.key)),
        ]
        request.body = .bytes(ByteBuffer(bytes: try StrictJSON.encode(JSONValue.object(body))))
        _ = try await HTTPClient.shared.execute(request, timeout: .seconds(10))
    }
}
