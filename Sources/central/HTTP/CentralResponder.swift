import Forms
import Foundation
import GRDB
import HTTPTypes
import Hummingbird
import Logging
import Models
import NIOCore

/// Takes every request through the same checks, in the order of the contract: the route, 401, 403, whether what
/// the path names is there (404), the query and the body (400, 413, 415), and then the route's own work (422,
/// 428, 412).
///
/// Every refusal, an unknown route and a broken program included, leaves as problem+json (or OAuth's form of
/// an error). Nothing of a fault's inside is ever shown.
struct CentralResponder: HTTPResponder {
    /// Bytes of a JSON or form body.
    static let largestBody = 256 * 1024

    let central: Central
    let routes: RouteTable
    /// For a JSON or form body to arrive.
    var bodyDeadline: Duration = .seconds(30)
    /// For a part of a file to arrive.
    var fileDeadline: Duration = .seconds(300)
    /// The address that a request came from; nil without a network.
    var peer: @Sendable (CentralContext) -> String? = { $0.channel?.remoteAddress?.ipAddress }

    func respond(to request: Request, context: CentralContext) async throws -> Response {
        let started = ContinuousClock.now
        pass(.afterReceive, request)
        let traceID = Self.traceID(of: request)
        let match = routes.match(request.method, request.uri.path)
        var answer: Reply
        var routeID = "unknown"
        switch match {
        case .unknown: answer = problem(ProblemError(.unknownRoute), traceID)
        case .wrongMethod(let allowed):
            let headers = ["allow": allowed.joined(separator: ", ")]
            answer = problem(ProblemError(.methodNotAllowed, headers: headers), traceID)
        case .found(let route, let parameters):
            routeID = route.id
            answer = await run(route, parameters, request, context, traceID)
        }
        pass(.beforeResponse, request)
        central.metrics.record(
            route: routeID, status: answer.status,
            seconds: started.duration(to: .now) / .seconds(1))
        central.logger.debug(
            "request",
            metadata: [
                "route": "\(routeID)", "status": "\(answer.status)", "trace_id": "\(traceID)",
            ])
        return Self.response(answer, isHead: request.method == .head, traceID)
    }

    private func run(
        _ route: Route, _ parameters: [String: String], _ request: Request, _ context: CentralContext,
        _ traceID: String
    ) async -> Reply {
        let now = central.clock.now()
        do {
            let isOpen = PolicyRules.table[route.id] == .open
            let officer = isOpen ? nil : try await Sessions.officer(of: request.headers, central, now)
            pass(.afterAuth, request)
            let grant: Grant?
            switch Policy.decide(route.id, officer: officer) {
            case .open: grant = nil
            case .granted(let granted): grant = granted
            case .unauthenticated: throw ProblemError(.unauthorized)
            case .refused:
                try await recordRefusal(route, officer, now, traceID)
                throw ProblemError(.forbidden)
            }
            let channel = context.channel
            var call = Call(
                route: route, method: request.method, path: request.uri.path,
                parameters: parameters, query: [:], headers: request.headers, body: [], traceID: traceID,
                now: now, grant: grant,
                address: central.proxies.client(peer: peer(context), request.headers),
                hangUp: { channel?.close(mode: .all, promise: nil) })
            call.found = try await route.find?(call, central)
            call.query = try Self.query(request, route)
            call.body = try await body(request, route)
            if route.isKeyed { _ = try EffectOnce.key(of: call) }
            pass(.afterDecode, request)
            return try await route.handle(call, central)
        } catch let error as ProblemError {
            return refusal(error, route, traceID)
        } catch let error as OAuthError {
            return error.reply
        } catch let error as DatabaseError where error.isStorageFault {
            central.logger.error(
                "storage", metadata: ["code": "\(error.resultCode)", "trace_id": "\(traceID)"])
            return refusal(ProblemError(.storageUnavailable, headers: ["retry-after": "5"]), route, traceID)
        } catch StoreError.interrupted {
            central.logger.error("storage", metadata: ["trace_id": "\(traceID)"])
            return refusal(ProblemError(.storageUnavailable, headers: ["retry-after": "5"]), route, traceID)
        } catch {
            // The type alone: a message may hold what a citizen wrote.
            central.logger.error(
                "fault",
                metadata: [
                    "route": "\(route.id)", "type": "\(type(of: error))", "fault": "\(Self.describe(error))",
                    "trace_id": "\(traceID)",
                ])
            return refusal(ProblemError(.internalFault), route, traceID)
        }
    }

    /// Failpoints are about acts: requests without a key pass them unseen.
    private func pass(_ place: Failpoint.Place, _ request: Request) {
        if request.headers[.idempotencyKey] != nil { central.failpoint.pass(place) }
    }

    private func recordRefusal(_ route: Route, _ officer: Officer?, _ now: Instant, _ traceID: String)
        async throws
    {
        let entry = AuditEntry(
            at: now, officer: officer?.id, person: officer?.person, unit: officer?.unit,
            action: "policy.refuse", outcome: .refused, detail: ["route": route.id], traceID: traceID)
        let key = central.auditKey
        try await central.store.write { try AuditTable.append($0, entry, key: key) }
    }

    /// In the form of errors that the route's clients read.
    private func refusal(_ error: ProblemError, _ route: Route, _ traceID: String) -> Reply {
        route.isOAuth ? OAuthError.reply(for: error) : problem(error, traceID)
    }

    private func problem(_ error: ProblemError, _ traceID: String) -> Reply {
        ProblemReply.make(error, traceID: traceID)
    }

    // MARK: Parts of a request

    /// The trace that a desk began (W3C traceparent), else a new one: 32 hexadecimal digits.
    static func traceID(of request: Request) -> String {
        if let parts = request.headers[.traceParent]?.split(separator: "-"), parts.count == 4,
            parts[1].utf8.count == 32, parts[1].allSatisfy({ $0.isHexDigit && !$0.isUppercase })
        {
            return String(parts[1])
        }
        return Data.random(16).hex
    }

    private static func query(_ request: Request, _ route: Route) throws -> [String: String] {
        guard let pairs = PercentDecoding.pairs(request.uri.query ?? "") else {
            throw ProblemError(.malformedRequest, detail: "Tham số trên địa chỉ không phải UTF-8 đúng dạng.")
        }
        var query: [String: String] = [:]
        for (name, value) in pairs {
            guard route.query.contains(name) else {
                throw ProblemError(
                    .unknownParameter,
                    errors: [.init("/query/\(name)", "unknown_parameter", "Tham số này không được biết.")])
            }
            guard query.updateValue(value, forKey: name) == nil else {
                throw ProblemError(
                    .invalidParameter,
                    errors: [.init("/query/\(name)", "repeated", "Tham số chỉ được gửi một lần.")])
            }
        }
        return query
    }

    /// A client that sends its body by drops holds neither a task nor memory for longer than this.
    private func body(_ request: Request, _ route: Route) async throws -> [UInt8] {
        guard route.body != .none else { return [] }
        let deadline = route.body.isFile ? fileDeadline : bodyDeadline
        return try await withThrowingTaskGroup(of: [UInt8]?.self) { group in
            group.addTask { try await Self.body(request, route) }
            group.addTask {
                try await Task.sleep(for: deadline)
                return nil
            }
            defer { group.cancelAll() }
            guard let first = try await group.next(), let bytes = first else {
                throw ProblemError(.bodyTimeout, headers: ["connection": "close"])
            }
            return bytes
        }
    }

    private static func body(_ request: Request, _ route: Route) async throws -> [UInt8] {
        let largest = route.body.isFile ? FileRule.largestBytes : largestBody
        let tooLarge = ProblemError(.bodyTooLarge, detail: route.body.isFile ? "Nhiều nhất 20 MiB." : nil)
        if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > largest {
            throw tooLarge
        }
        let type = (request.headers[.contentType] ?? "").prefix { $0 != ";" }.trimmed.lowercased()
        let wanted =
            switch route.body {
            case .bytes: "application/octet-stream"
            case .table: "text/csv"
            case .form: "application/x-www-form-urlencoded"
            case .json, .none: Reply.json
            }
        guard type == wanted else {
            throw ProblemError(.unsupportedMediaType, detail: "Hãy gửi \(wanted).")
        }
        var bytes: [UInt8] = []
        for try await part in request.body {
            guard bytes.count + part.readableBytes <= largest else { throw tooLarge }
            bytes.append(contentsOf: part.readableBytesView)
        }
        return bytes
    }

    private static func response(_ answer: Reply, isHead: Bool, _ traceID: String) -> Response {
        var fields = HTTPFields()
        for (name, value) in answer.headers {
            if let name = HTTPField.Name(name) { fields[name] = value }
        }
        fields[.cacheControl] = answer.headers["cache-control"] ?? "no-store"
        fields[.xContentTypeOptions] = "nosniff"
        if let name = HTTPField.Name("x-trace-id") { fields[name] = traceID }
        if isHead {
            if answer.headers["content-type"] != nil, answer.parts == nil {
                fields[.contentLength] = String(answer.body.count)
            }
            return Response(status: .init(code: answer.status), headers: fields)
        }
        if let parts = answer.parts {
            return Response(
                status: .init(code: answer.status), headers: fields,
                body: .init(asyncSequence: parts.map { ByteBuffer(bytes: $0) }))
        }
        guard answer.status != 204 else { return Response(status: .noContent, headers: fields) }
        return Response(
            status: .init(code: answer.status), headers: fields,
            body: .init(byteBuffer: ByteBuffer(bytes: answer.body)))
    }

    private static func describe(_ error: any Error) -> String {
        switch error {
        case let error as DatabaseError: "\(error.resultCode) \(error.message ?? "")"
        case let error as StoreError: "\(error)"
        default: ""
        }
    }
}

extension DatabaseError {
    /// The disk is full, gone or busy: trying later may help.
    var isStorageFault: Bool {
        [.SQLITE_FULL, .SQLITE_IOERR, .SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_READONLY, .SQLITE_CANTOPEN]
            .contains(resultCode)
    }
}
