import Forms
import Foundation
import GRDB
import HTTPTypes
import Models
import Testing
import Yams

@testable import central

@Suite("openapi.yaml describes what is there, and its examples work")
struct DescriptionTests {
    struct Operation: Sendable, CustomTestStringConvertible {
        var id: String
        var method: String
        var path: String
        var parameters: [Parameter]
        var bodyType: String?
        var example: JSONValue?
        /// Which one, where the body has several.
        var exampleName: String?
        /// Who may run the example.
        var account = "tiepnhan"

        var testDescription: String { [id, exampleName].compactMap(\.self).joined(separator: " ") }

        struct Parameter: Sendable {
            var name: String
            var place: String
            var isRequired: Bool
            var example: String?
        }

        /// The path with the examples of its parameters, and of the query where they are needed.
        var target: String {
            var text = path
            for parameter in parameters where parameter.place == "path" {
                text = text.replacing("{\(parameter.name)}", with: parameter.example ?? "")
            }
            let query = parameters.filter { $0.place == "query" }.compactMap { parameter in
                parameter.example.map { parameter.name + "=" + $0.replacing(" ", with: "+") }
            }
            return query.isEmpty ? text : text + "?" + query.joined(separator: "&")
        }
    }

    static let text = (try? String(contentsOf: TestCentral.description, encoding: .utf8)) ?? ""
    static let document: JSONValue = (try? Yams.compose(yaml: text))?.json ?? .null

    static let operations: [Operation] = {
        var operations: [Operation] = []
        for (path, methods) in document["paths"]?.members ?? [:] {
            for (method, node) in methods.members ?? [:] {
                let parameters = (node["parameters"]?.list ?? []).map { node in
                    Operation.Parameter(
                        name: node["name"]?.text ?? "", place: node["in"]?.text ?? "",
                        isRequired: node["required"]?.flag ?? false, example: node["example"].map(Self.plain))
                }
                let content = node["requestBody"]?["content"]?.members?.first
                let operation = Operation(
                    id: node["operationId"]?.text ?? "", method: method.uppercased(),
                    path: path, parameters: parameters, bodyType: content?.key,
                    example: content?.value["example"],
                    account: node["x-training-account"]?.text ?? "tiepnhan")
                let named = content?.value["examples"]?.members ?? [:]
                operations += named.map { name, example in
                    var operation = operation
                    (operation.example, operation.exampleName) = (example["value"], name)
                    return operation
                }
                if named.isEmpty { operations.append(operation) }
            }
        }
        return operations
    }()

    private static func plain(_ value: JSONValue) -> String {
        switch value {
        case .string(let text): text
        case .int(let number): String(number)
        default: ""
        }
    }

    @Test("Every route is described, and nothing that isn't there")
    func coverage() {
        func line(
            _ id: String, _ method: String, _ path: String, _ query: Set<String>, _ body: String,
            _ keyed: Bool
        )
            -> String
        {
            "\(id) \(method) \(path) [\(query.sorted().joined(separator: ","))] \(body)\(keyed ? " keyed" : "")"
        }
        let routes = RouteTable.all.routes.map { route in
            let body =
                switch route.body {
                case .none: "-"
                case .json: "application/json"
                case .form: "application/x-www-form-urlencoded"
                case .bytes: "application/octet-stream"
                case .table: "text/csv"
                }
            return line(
                route.id, route.method.rawValue, route.path.description, route.query, body, route.isKeyed)
        }
        let described = Self.operations.map { operation in
            let query = Set(operation.parameters.filter { $0.place == "query" }.map(\.name))
            let isKeyed = operation.parameters.contains { $0.name == "Idempotency-Key" && $0.isRequired }
            return line(
                operation.id, operation.method, operation.path, query, operation.bodyType ?? "-", isKeyed)
        }
        #expect(Set(described).sorted() == routes.sorted())
        #expect(Self.text.contains("openapi: 3.1.0"))
    }

    @Test("Every effectful POST is keyed, but for looks at data, logins and calculations")
    func keyed() {
        let free: Set<String> = [
            "token", "revokeToken", "previewDeadline", "quoteFees", "validateForm", "lookupPerson",
            "autofillPerson", "checkDuplicates", "revealDossier", "verifyCaller", "revealMismatch",
            "verifyAudit",
            "lintProcess", "revealTicket", "revealOfficer",
            // The platform's own number makes it happen once.
            "paymentCallback", "postalCallback",
        ]
        for route in RouteTable.all.routes where route.method == .post {
            #expect(route.isKeyed != free.contains(route.id), "\(route.id)")
        }
    }

    @Test("Open routes are open in the description, the others are not")
    func security() {
        for (path, methods) in Self.document["paths"]?.members ?? [:] {
            for (_, node) in methods.members ?? [:] {
                let id = node["operationId"]?.text ?? ""
                let isOpen = node["security"]?.list?.isEmpty ?? false
                #expect(isOpen == (PolicyRules.table[id] == .open), "\(path) \(id)")
            }
        }
    }

    @Test("Every request body stands inline, with an example")
    func inline() {
        for (_, methods) in Self.document["paths"]?.members ?? [:] {
            for (_, node) in methods.members ?? [:] {
                guard let body = node["requestBody"] else { continue }
                let text =
                    (try? StrictJSON.encode(body)).map { String(decoding: $0, as: UTF8.self) } ?? "$ref"
                #expect(!text.contains("$ref"), "\(node["operationId"]?.text ?? "")")
                let content = body["content"]?.members?.first?.value
                let named = (content?["examples"]?.members ?? [:]).map { $0.value["value"] }
                #expect((named.isEmpty ? [content?["example"]] : named).allSatisfy { $0 != nil })
            }
        }
    }

    @Test(
        "Every example works as it stands, alone and again, and its answer fits its schema",
        // A stream has no end to wait for; ChangeStreamTests read it.
        arguments: operations.filter { $0.id != "streamChanges" })
    func examples(operation: Operation) async throws {
        // Also on a Saturday night, long after the data was made.
        for day in ["2026-11-23T09:41:00+07:00", "2026-12-05T21:00:00+07:00"] {
            try await TestCentral(clock: TestClock(day), withDossiers: true).run { desk in
                let desk = try await desk.login(operation.account)
                for attempt in 1...2 {
                    let reply = try await Self.send(operation, desk)
                    #expect((200...299).contains(reply.status), "attempt \(attempt): \(reply.text)")
                    #expect(try Self.faults(operation, reply) == [])
                }
            }
        }
    }

    @Test("Every operation says what it answers where the system itself is at fault")
    func faultsAreDescribed() {
        let check = SchemaCheck(document: Self.document)
        for operation in Self.operations {
            let node = Self.document["paths"]?[operation.path]?[operation.method.lowercased()]
            let answer = node?["responses"]?["500"]
            let content = (answer?["$ref"]?.text).flatMap { check.resolve($0) }?["content"]?.members
            let type = operation.path.hasPrefix("/oauth/") ? Reply.json : Reply.problem
            #expect(content?.keys.sorted() == [type], "\(operation.id)")
        }
    }

    @Test("A database that lost its sessions is a fault as it is described", arguments: operations)
    func brokenStore(operation: Operation) async throws {
        let test = try TestCentral()
        try await test.run { desk in
            let officer = try await desk.login(operation.account)
            try test.central.store.load { try $0.execute(sql: "DROP TABLE sessions") }
            let reply = try await Self.send(operation, officer)
            if PolicyRules.table[operation.id] != .open { #expect(reply.status == 500) }
            #expect(reply.status < 400 || reply.status == 404 || reply.status == 500, "\(reply.text)")
            #expect(try Self.faults(operation, reply) == [])
            // The description itself names drawers that way.
            if operation.id != "openAPI" {
                #expect(!reply.text.contains("SQL") && !reply.text.contains("sessions"))
            }
        }
    }

    @Test("Refusals fit the schema of a problem", arguments: operations)
    func refusals(operation: Operation) async throws {
        try await TestCentral().run { desk in
            let officer = try await desk.login()
            let stray = operation.target + (operation.target.contains("?") ? "&" : "?") + "zz=1"
            var replies = [
                try await officer.send(try #require(HTTPRequest.Method(operation.method)), stray),
                try await desk.send(try #require(HTTPRequest.Method(operation.method)), operation.target),
            ]
            if operation.bodyType == "application/json" {
                replies.append(
                    try await officer.send(
                        try #require(HTTPRequest.Method(operation.method)), operation.target,
                        headers: [.idempotencyKey: UUIDv7.make()], json: ["zz": 1]))
            }
            for reply in replies where reply.status >= 400 {
                #expect(try Self.faults(operation, reply) == [], "\(reply.status) \(reply.text)")
            }
        }
    }

    static func send(_ operation: Operation, _ desk: TestDesk) async throws -> TestReply {
        let method = try #require(HTTPRequest.Method(operation.method))
        var headers = HTTPFields()
        for parameter in operation.parameters where parameter.place == "header" {
            if let name = HTTPField.Name(parameter.name), let example = parameter.example {
                headers[name] = example
            }
        }
        guard let type = operation.bodyType, let example = operation.example else {
            return try await desk.send(method, operation.target, headers: headers)
        }
        headers[.contentType] = type
        if type == "application/json" {
            return try await desk.send(method, operation.target, headers: headers, json: example)
        }
        guard case .object(let members) = example else {
            return try await desk.send(
                method, operation.target, headers: headers, body: Array((example.text ?? "").utf8))
        }
        let form = members.map { $0.key + "=" + ($0.value.text ?? "") }.joined(separator: "&")
        return try await desk.send(method, operation.target, headers: headers, body: Array(form.utf8))
    }

    private static func faults(_ operation: Operation, _ reply: TestReply) throws -> [String] {
        let check = SchemaCheck(document: document)
        let node = document["paths"]?[operation.path]?[operation.method.lowercased()]
        guard var answer = node?["responses"]?[String(reply.status)] else {
            return ["status \(reply.status) is not described"]
        }
        if let reference = answer["$ref"]?.text { answer = check.resolve(reference) ?? answer }
        guard let contents = answer["content"]?.members else {
            return reply.body.isEmpty ? [] : ["a body is not described"]
        }
        let type = reply.headers[.contentType] ?? ""
        guard let content = contents[type] else { return ["\(type) is not described"] }
        guard operation.method != "HEAD", type.hasSuffix("json"), let schema = content["schema"] else {
            return []
        }
        return check.faults(reply.json, schema)
    }
}
