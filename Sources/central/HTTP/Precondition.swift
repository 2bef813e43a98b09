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

    /// The same for what is published in versions. What was sent twice because its answer was lost is answered again, before
    /// `If-Match`; where nothing was published yet, none can be named.
    static func checkVersion(_ call: Call, latest: Int, isSame: Bool) throws {
        guard !isSame else { return }
        if latest > 0 {
            try check(call, revision: latest, changedBy: nil, changedAt: nil)
        } else if call.headers[.ifMatch] != nil {
            throw ProblemError(.revisionConflict)
        }
    }
}
