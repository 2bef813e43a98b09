import Crypto
import Forms
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import Models
import NIOCore
import Testing

@testable import central

/// A central with the training catalogues and no dossiers, on a database of its own.
struct TestCentral: Sendable {
    let central: Central
    let clock: TestClock
    let path: String

    init(
        clock: TestClock = TestClock(), failpoint: Failpoint = .none, isTraining: Bool = true,
        withDossiers: Bool = false, calendarStart: Int = CalendarRecalculating.first
    ) throws {
        self.clock = clock
        path = try (withDossiers ? Self.fullTemplate : Self.template).get().copy()
        let store = try Store(path: path)
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        var central = Central(
            store: store, clock: clock.wallClock, isTraining: isTraining,
            auditKey: try AuditKey.load(store, configuration: nil), seal: .test, epoch: "test",
            address: try #require(PublicAddress("https://motcua.example.gov.vn")), failpoint: failpoint,
            logger: logger, description: Array(try Data(contentsOf: Self.description)))
        central.calendarStart = calendarStart
        self.central = central
    }

    /// The openapi.yaml that is shipped with the program.
    static let description = URL(filePath: TrainingData.directory).deletingLastPathComponent()
        .appending(path: "openapi.yaml")

    /// The loaded database, made once for all tests and copied for each.
    private struct Template: Sendable {
        let path: String

        init(withDossiers: Bool) throws {
            path =
                FileManager.default.temporaryDirectory
                .appending(path: "central-\(UUID().uuidString).sqlite").path
            let store = try Store(path: path)
            try TrainingLoader.load(
                into: store, from: URL(filePath: TrainingData.directory), clock: TestClock().wallClock,
                seal: .test, withDossiers: withDossiers)
            try store.close()
        }

        func copy() throws -> String {
            let copy = FileManager.default.temporaryDirectory
                .appending(path: "central-\(UUID().uuidString).sqlite").path
            try FileManager.default.copyItem(atPath: path, toPath: copy)
            return copy
        }
    }

    private static let template = Result { try Template(withDossiers: false) }
    private static let fullTemplate = Result { try Template(withDossiers: true) }

    /// Runs a test against the whole of the HTTP side, without a network.
    ///
    /// - Parameter address: Where all requests come from; nil as over a Unix socket.
    func run(
        from address: String? = nil, _ test: @escaping @Sendable (TestDesk) async throws -> Void
    ) async throws {
        var responder = CentralResponder(central: central, routes: .all)
        responder.peer = { _ in address }
        let application = Application(responder: responder, logger: central.logger)
        try await application.test(.router) { client in
            try await test(TestDesk(client: client, token: nil))
        }
        try? FileManager.default.removeItem(atPath: path)
    }
}

/// Sends requests as a desk does.
struct TestDesk: Sendable {
    let client: any TestClientProtocol
    var token: String?

    /// The same desk with another officer logged in.
    func login(_ account: String = "tiepnhan", password: String = "tap-huan") async throws -> TestDesk {
        let reply = try await form(
            "/oauth/token", "grant_type=password&username=\(account)&password=\(password)")
        guard case .string(let token)? = reply.json["access_token"] else {
            throw Unexpected(reply: reply)
        }
        return TestDesk(client: client, token: token)
    }

    func get(_ path: String) async throws -> TestReply {
        try await send(.get, path)
    }

    func form(_ path: String, _ text: String) async throws -> TestReply {
        try await send(
            .post, path, headers: [.contentType: "application/x-www-form-urlencoded"], body: Array(text.utf8))
    }

    func post(_ path: String, _ body: JSONValue, key: String? = nil, headers: HTTPFields = [:]) async throws
        -> TestReply
    {
        var headers = headers
        if let key { headers[.idempotencyKey] = key }
        return try await send(.post, path, headers: headers, json: body)
    }

    func send(_ method: HTTPRequest.Method, _ path: String, headers: HTTPFields = [:], json: JSONValue)
        async throws
        -> TestReply
    {
        var headers = headers
        if headers[.contentType] == nil { headers[.contentType] = "application/json" }
        return try await send(method, path, headers: headers, body: try StrictJSON.encode(json))
    }

    func send(
        _ method: HTTPRequest.Method, _ path: String, headers: HTTPFields = [:], body: [UInt8]? = nil
    ) async throws -> TestReply {
        var headers = headers
        if let token, headers[.authorization] == nil { headers[.authorization] = "Bearer " + token }
        let response = try await client.executeRequest(
            uri: path, method: method, headers: headers, body: body.map { ByteBuffer(bytes: $0) })
        return TestReply(
            status: response.status.code, headers: response.headers,
            body: Array(response.body.readableBytesView))
    }

    struct Unexpected: Error {
        var reply: TestReply
    }
}

/// What came back.
struct TestReply: Sendable {
    var status: Int
    var headers: HTTPFields
    var body: [UInt8]

    /// Null where the body is no JSON.
    var json: JSONValue { (try? StrictJSON.parse(body)) ?? .null }
    var text: String { String(decoding: body, as: UTF8.self) }

    /// A text in the body, by its path: `reply["applicant", "name"]`.
    subscript(_ keys: String...) -> String? {
        var value: JSONValue? = json
        for key in keys { value = value?[key] }
        return if case .string(let text)? = value { text } else { nil }
    }

    /// The stable code of a problem.
    var code: String? { self["code"] }

    var items: [JSONValue] {
        if case .array(let items)? = json["items"] { items } else { [] }
    }

    /// `pointer code` of every fault.
    var faults: [String] {
        guard case .array(let errors)? = json["errors"] else { return [] }
        return errors.compactMap { error in
            guard case .string(let pointer)? = error["pointer"], case .string(let code)? = error["code"]
            else {
                return nil
            }
            return pointer + " " + code
        }
    }
}
