import HTTPTypes

/// One operation of the API: where it is, what it takes, and what it does. Who may call it stands in
/// `PolicyRules` under the same id.
struct Route: Sendable {
    /// What kind of body a request carries.
    enum BodyKind: Sendable, Hashable {
        case none
        case json
        /// `application/x-www-form-urlencoded`, as the OAuth endpoints take it.
        case form
        /// A part of a file: `application/octet-stream`, at most 20 MiB.
        case bytes
        /// A table: `text/csv`, at most 20 MiB.
        case table

        /// Whether it is as large as a file may be, and has as long to come.
        var isFile: Bool { self == .bytes || self == .table }
    }

    /// As in openapi.yaml's `operationId`.
    var id: String
    var method: HTTPRequest.Method
    var path: PathTemplate
    /// The query parameters that it knows; any other is refused.
    var query: Set<String>
    var body: BodyKind
    /// Its effect needs an `Idempotency-Key`.
    var isKeyed: Bool
    /// OAuth endpoints answer errors in OAuth's form.
    var isOAuth: Bool
    /// Finds what the path names, within what the caller reaches, before the query and the body are looked at:
    /// what isn't there is a 404 whatever else is wrong. The call carries what was found.
    var find: (@Sendable (Call, Central) async throws -> any Sendable)?
    var handle: @Sendable (Call, Central) async throws -> Reply

    init(
        _ id: String, _ method: HTTPRequest.Method, _ path: String, query: Set<String> = [],
        body: BodyKind = .none, isKeyed: Bool = false, isOAuth: Bool = false,
        find: (@Sendable (Call, Central) async throws -> any Sendable)? = nil,
        handle: @escaping @Sendable (Call, Central) async throws -> Reply
    ) {
        self.id = id
        self.method = method
        self.path = PathTemplate(path)
        self.query = query
        self.body = body
        self.isKeyed = isKeyed
        self.isOAuth = isOAuth
        self.find = find
        self.handle = handle
    }
}
