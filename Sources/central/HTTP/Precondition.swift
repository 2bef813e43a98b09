import Forms
import HTTPTypes
import Models

/// `If-Match` on a change of a thing that exists.
enum Precondition {
    /// Refuses where it is missing (428) or names another revision (412). `*` means "whatever it is now".
    static func check(_ call: Call, revision: Int, changedBy: String?, changedAt: Instant?) throws {
        guard let text = call.headers[.ifMatch] else { throw ProblemError(.revisionMissing) }
        let tags = text.split(separator: ",").map { $0.trimmed }
        guard tags.contains("*") || tags.contains("\"\(revision)\"") else {
            throw ProblemError(
                .revisionConflict, headers: ["etag": "\"\(revision)\""], changedBy: changedBy,
                changedAt: changedAt)
        }
    }
}
