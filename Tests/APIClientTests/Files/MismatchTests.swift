import Forms
import Glibc
import Models
import Testing

@testable import APIClient

/// What desk sends where a source is wrong is what the contract describes.
@Suite struct MismatchTests {
    /// The lines of one operation of `openapi.yaml`, with their indentation.
    private func operation(_ path: String) throws -> [Substring] {
        let root = #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
        let files = try FileFixture()
        let file = try #require(RawPath("/" + root + "/Sources/central/openapi.yaml"))
        let text = String(decoding: try #require(files.read(file)), as: UTF8.self)
        let lines = text.split(separator: "\n")
        let start = try #require(lines.firstIndex { $0 == "  \(path):" })
        return Array(lines[(start + 1)...].prefix { $0.hasPrefix("   ") })
    }

    /// What stands one step deeper than the first line `key:` does: names of members, or items.
    private func children(of key: String, in lines: [Substring]) throws -> [String] {
        let start = try #require(lines.firstIndex { $0.drop { $0 == " " } == "\(key):" })
        let indent = lines[start].prefix { $0 == " " }.count
        var found: [String] = []
        for line in lines[(start + 1)...] {
            let depth = line.prefix { $0 == " " }.count
            let text = line.drop { $0 == " " }
            if text.hasPrefix("- ") {
                guard depth >= indent else { break }
                found.append(String(text.dropFirst(2)))
                continue
            }
            guard depth > indent else { break }
            if depth == indent + 2, let colon = text.firstIndex(of: ":") {
                found.append(String(text[..<colon]))
            }
        }
        return found
    }

    @Test("AF-3 a report of a wrong source value fits the server's route")
    func report() async throws {
        let transport = ScriptedTransport()
        transport.on(
            .post, "/v1/persons:report-mismatch",
            .lost(.effect(.json(#"{"id":"\#(Fixture.key)"}"#, status: 201))),
            .effect(.json(#"{"id":"\#(Fixture.key)"}"#, status: 201)))
        let client = try await Fixture.client(
            transport, pacing: Pacing(now: { .zero }, sleep: { _ in }, random: { $0 }))
        try await client.reportMismatch(
            MismatchReport(
                identityNumber: "001185000123", field: "address", sourceValue: "Phường Cửa Nam",
                correctValue: "Phường Hoàn Kiếm", note: "Theo thông báo cư trú"), key: Fixture.key)
        let sent = transport.requests.filter { $0.target.hasPrefix("/v1/") }
        // Once, although the first answer was lost.
        #expect(sent.count == 2 && transport.effects == [Fixture.key])
        #expect(sent.map(\.body).allSatisfy { $0 == sent[0].body })
        let request = try #require(sent.last)
        let lines = try operation(request.target)
        #expect(lines.contains("    post:"))
        #expect(request.headers.first("Content-Type") == "application/json")
        guard case .object(let members) = try StrictJSON.parse(request.body ?? []) else {
            Issue.record("no object")
            return
        }
        let body = Array(lines.drop { !$0.contains("requestBody:") }.prefix { !$0.contains("responses:") })
        let (known, required) = (
            try children(of: "properties", in: body), try children(of: "required", in: body)
        )
        #expect(Set(members.map(\.key)).isSubset(of: known), "\(known)")
        #expect(Set(required).isSubset(of: members.map(\.key)) && required.count == 4, "\(required)")
        #expect(try children(of: "responses", in: lines).contains("'201'"))
    }

    @Test("AF-3 the note may be left out, and a refusal has the place in it")
    func refusal() async throws {
        let transport = ScriptedTransport()
        transport.on(
            .post, "/v1/persons:report-mismatch",
            .problem(
                422, "invalid",
                more: #""errors":[{"pointer":"/correct_value","code":"too_short","message":"x","hint":"y"}]"#)
        )
        let client = try await Fixture.client(transport)
        let error = await #expect(throws: APIError.self) {
            try await client.reportMismatch(
                MismatchReport(
                    identityNumber: "001185000123", field: "address", sourceValue: "", correctValue: ""),
                key: Fixture.key)
        }
        #expect(error?.fieldErrors.map(\.pointer) == ["/correct_value"])
        let sent = String(decoding: transport.requests.last?.body ?? [], as: UTF8.self)
        #expect(!sent.contains("note\":\""))
    }
}
