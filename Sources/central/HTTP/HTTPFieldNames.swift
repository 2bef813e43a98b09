import HTTPTypes

extension HTTPField.Name {
    /// draft-ietf-httpapi-idempotency-key-header.
    static let idempotencyKey = known("idempotency-key")
    static let idempotencyReplayed = known("idempotency-replayed")
    /// draft-ietf-httpbis-resumable-upload.
    static let uploadOffset = known("upload-offset")
    /// How far a client of a stream has come.
    static let lastEventID = known("last-event-id")
    static let traceParent = known("traceparent")

    /// A name that is spelled right here, in the source.
    private static func known(_ name: String) -> HTTPField.Name {
        guard let name = HTTPField.Name(name) else { preconditionFailure("no field name: \(name)") }
        return name
    }
}
