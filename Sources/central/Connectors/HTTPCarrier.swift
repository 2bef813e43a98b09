import AsyncHTTPClient
import Forms
import Foundation
import HTTPTypes
import Models
import NIOCore
import NIOHTTP1
import Synchronization

/// A post behind its public-administration API: a token by client credentials, then an order, a cancellation, or the feed of
/// tracking.
///
/// What is not answered in time, or with a fault of the post's own, may have been done all the same: it is told as
/// unreachable and never as refused.
final class HTTPCarrier: Carrier {
    let name: String
    private let settings: CarrierSettings
    private let client: HTTPClient
    private let token = Mutex<String?>(nil)
    private let timeout: TimeAmount

    init(_ settings: CarrierSettings, client: HTTPClient = .shared, timeout: TimeAmount = .seconds(20)) {
        name = settings.name
        self.settings = settings
        self.client = client
        self.timeout = timeout
    }

    func place(_ order: JSONValue) async throws(CarrierFault) {
        let answer = try await call("apiPostOrder", order)
        // That it is there already is what was wanted.
        if answer.code != 0, answer.code != PostSimulator.Code.orderExists {
            throw .refused("order \(answer.code)")
        }
    }

    func cancel(_ orderNumber: String, customer: String) async throws(CarrierFault) {
        let answer = try await call(
            "apiCancelOrder",
            .object(["customerCode": .string(customer), "orderNumber": .string(orderNumber)]))
        if answer.code != 0, answer.code != PostSimulator.Code.unknownOrder {
            throw .refused("cancel \(answer.code)")
        }
    }

    func handedOver(_ orderNumber: String) async throws(CarrierFault) {
        guard settings.hearsOfHandover else { return }
        let answer = try await call("handover", .object(["orderNumber": .string(orderNumber)]))
        if answer.code != 0 { throw .refused("handover \(answer.code)") }
    }

    func tracking(after id: String, limit: Int) async throws(CarrierFault) -> [TrackingItem] {
        let answer = try await call(
            "apiGetOrderTracking", .object(["lastId": .string(id), "pageSize": .int(limit)]))
        guard answer.code == 0, case .array(let items)? = answer.body["data"] else {
            throw .refused("tracking \(answer.code)")
        }
        return items.compactMap(TrackingItem.init)
    }

    // MARK: HTTP

    private struct Answer {
        var body: JSONValue

        var code: Int { if case .int(let code)? = body["error_code"] { code } else { -1 } }
    }

    private func call(_ path: String, _ body: JSONValue) async throws(CarrierFault) -> Answer {
        let key: String
        if let known = token.withLock({ $0 }) { key = known } else { key = try await login() }
        let answer = try await send(path, body, token: key)
        guard answer.status == 401 else { return try Self.answer(answer) }
        token.withLock { $0 = nil }
        return try Self.answer(try await send(path, body, token: try await login()))
    }

    private func login() async throws(CarrierFault) -> String {
        let answer = try await send(
            "apiGetToken",
            .object([
                "client_id": .string(settings.clientID), "client_secret": .string(settings.clientSecret),
                "grant_type": .string("client_credentials"),
            ]), token: nil)
        guard answer.status == 200, case .string(let key)? = answer.body["access_token"] else {
            throw .unreachable("login \(answer.status)")
        }
        token.withLock { $0 = key }
        return key
    }

    private static func answer(_ answer: (status: Int, body: JSONValue)) throws(CarrierFault) -> Answer {
        switch answer.status {
        case 200..<300: return Answer(body: answer.body)
        case 400, 403, 404, 409, 422: throw .refused("http \(answer.status)")
        default: throw .unreachable("http \(answer.status)")
        }
    }

    private func send(_ path: String, _ body: JSONValue, token: String?) async throws(CarrierFault) -> (
        status: Int, body: JSONValue
    ) {
        do {
            var request = HTTPClientRequest(url: settings.url + "/" + path)
            request.method = .POST
            request.headers.add(name: "content-type", value: "application/json")
            if let token { request.headers.add(name: "authorization", value: "Bearer " + token) }
            request.body = .bytes(ByteBuffer(bytes: try StrictJSON.encode(body)))
            let response = try await client.execute(request, timeout: timeout)
            let bytes = try await response.body.collect(upTo: 4 << 20)
            let json = (try? StrictJSON.parse(Array(bytes.readableBytesView))) ?? .null
            return (Int(response.status.code), json)
        } catch {
            throw .unreachable("\(type(of: error))")
        }
    }
}

extension TrackingItem {
    /// From a line of the feed: `{_id: {oid}, orderNumber, statusCode, statusMessage}`. Nil for what is none.
    init?(_ json: JSONValue) {
        guard case .string(let id)? = json["_id"]?["oid"], Self.isID(id),
            case .string(let order)? = json["orderNumber"], case .string(let code)? = json["statusCode"]
        else { return nil }
        var message = ""
        if case .string(let text)? = json["statusMessage"] { message = text }
        self.init(id: id, orderNumber: order, statusCode: code, statusMessage: message)
    }

    var json: JSONValue {
        .object([
            "_id": .object(["oid": .string(id)]), "orderNumber": .string(orderNumber),
            "statusCode": .string(statusCode), "statusMessage": .string(statusMessage),
        ])
    }
}
