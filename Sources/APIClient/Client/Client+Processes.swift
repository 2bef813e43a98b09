import Forms
import Models

extension Client {
    /// `GET /v1/processes`: every version, drafts too, of one procedure or in one state where they are given.
    ///
    /// - Parameter query: Words of the name, or parts of the code of the process or its procedure.
    public func processes(
        _ query: String? = nil, procedure: String? = nil, state: String? = nil, cursor: String? = nil,
        limit: Int? = nil
    ) async throws(APIError) -> Page<ProcessSummary> {
        let target = Target("/v1/processes").with("q", query).with("procedure", procedure).with(
            "state", state
        )
        .with("cursor", cursor).with("limit", limit)
        return try await value(.get("listProcesses", target))
    }

    /// `GET /v1/processes/{id}/versions/{version}`: the definition, in the format of docs/processes.md.
    public func process(_ id: ID, version: Int) async throws(APIError) -> Revised<JSONValue> {
        let response = try await answer(to: .get("getProcess", "/v1/processes/\(id)/versions/\(version)"))
        return Revised(
            try Reply.decode(JSONValue.self, from: response), revision: response.headers.first("ETag"))
    }

    /// The same, to be read.
    public func processOutline(_ id: ID, version: Int) async throws(APIError) -> Revised<ProcessOutline> {
        let response = try await answer(to: .get("getProcess", "/v1/processes/\(id)/versions/\(version)"))
        return Revised(
            try Reply.decode(ProcessOutline.self, from: response), revision: response.headers.first("ETag"))
    }

    /// `POST /v1/processes`: the definition becomes the draft of the next version.
    public func createProcess(_ definition: JSONValue, key: ID) async throws(APIError) -> Revised<JSONValue> {
        let response = try await answer(to: .act("createProcess", "/v1/processes", definition, key: key))
        return Revised(
            try Reply.decode(JSONValue.self, from: response), revision: response.headers.first("ETag"))
    }

    /// `PUT /v1/processes/{id}/versions/{version}`: replaces a draft; an active version is refused.
    public func putProcess(
        _ id: ID, version: Int, _ definition: JSONValue, revision: String
    ) async throws(APIError) -> Revised<JSONValue> {
        let response = try await answer(
            to: .send(
                "putProcess", .put, "/v1/processes/\(id)/versions/\(version)", try Call.encode(definition),
                isRepeatable: false, headers: [Header("If-Match", revision)]))
        return Revised(
            try Reply.decode(JSONValue.self, from: response), revision: response.headers.first("ETag"))
    }

    /// `POST /v1/processes/{id}/versions/{version}:lint`: everything that activation would refuse.
    public func lintProcess(_ id: ID, version: Int) async throws(APIError) -> [InputProblem] {
        let target: Target = "/v1/processes/\(id)/versions/\(version):lint"
        let request = Request(.post, target.text, body: [], isRepeatable: true)
        let findings: ProcessFindings = try await value(Call(operation: "lintProcess", request: request))
        return findings.items
    }

    /// `POST /v1/processes/{id}/versions/{version}:activate`: from a day on; today where none is given.
    ///
    /// - Parameter revision: The one that was looked at; where another has been put since, it is refused (412).
    @discardableResult
    public func activateProcess(
        _ id: ID, version: Int, from day: LocalDate? = nil, revision: String, key: ID
    ) async throws(APIError) -> JSONValue {
        var call: Call = try .act(
            "activateProcess", "/v1/processes/\(id)/versions/\(version):activate",
            ProcessActivation(effectiveFrom: day), key: key)
        call.request.headers.append(Header("If-Match", revision))
        return try await value(call)
    }
}
