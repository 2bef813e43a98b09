import Forms
import HTTPTypes
import Models

/// A request after the checks that every route shares: who asks is known and allowed, the query holds only
/// parameters that the route knows, the body is read and of the right kind.
struct Call: Sendable {
    var route: Route
    var method: HTTPRequest.Method
    var path: String
    /// Decoded.
    var parameters: [String: String]
    var query: [String: String]
    var headers: HTTPFields
    var body: [UInt8]
    var traceID: String
    var now: Instant
    var today: LocalDate { now.date }
    /// Who asks and what he may see. Only open routes have none.
    var grant: Grant?
    /// What the path names; see `Route.find`.
    var found: (any Sendable)?
    /// The client's network address; nil for one of this machine's own socket.
    var address: String?
    /// Ends the connection without an answer: for the failpoints.
    var hangUp: @Sendable () -> Void

    /// What `Route.find` found.
    func thing<T>(_ type: T.Type = T.self) throws -> T {
        guard let thing = found as? T else { throw ProblemError(.notFound) }
        return thing
    }

    func requireGrant() throws -> Grant {
        guard let grant else { throw ProblemError(.unauthorized) }
        return grant
    }

    func parameter(_ name: String) -> String {
        parameters[name] ?? ""
    }

    /// A path parameter that has to be an id.
    ///
    /// A text that is no id names nothing, so it answers 404 as an unknown id does.
    func id(_ name: String = "id") throws -> String {
        let text = parameter(name).lowercased()
        guard UUIDv7.isValid(text) else { throw ProblemError(.notFound) }
        return text
    }

    /// The body as a value of the type, strictly: unknown keys, wrong types and hidden characters are refused
    /// with a pointer each.
    func decode<T: Decodable>(_ type: T.Type = T.self) throws -> T {
        try RequestBody.decode(type, from: body)
    }

    /// `?limit=`: 1 … 200, 50 where absent.
    func limit() throws -> Int {
        guard let text = query["limit"] else { return 50 }
        guard let limit = Int(text), (1...200).contains(limit) else {
            throw ProblemError(
                .invalidParameter, detail: "Tham số limit là số nguyên từ 1 đến 200.",
                errors: [.init("/query/limit", "out_of_range", "Phải là số nguyên từ 1 đến 200.")])
        }
        return limit
    }

    /// What is looked for, however long: what is longer than anything that there is finds nothing, and is no error.
    func searchText(_ name: String) -> String? { query[name].map(Normalization.nfc) }

    /// Text of a query parameter in NFC, at most 200 characters.
    func text(_ name: String) throws -> String? {
        guard let text = query[name] else { return nil }
        guard text.length <= 200 else {
            throw ProblemError(
                .invalidParameter, detail: "Tham số \(name) dài quá 200 ký tự.",
                errors: [.init("/query/\(name)", "too_long", "Nhiều nhất 200 ký tự.")])
        }
        return Normalization.nfc(text)
    }
}
