import Models

/// One line of the audit: who did what to which thing, and whether it was allowed.
///
/// It never holds what was typed: no names, numbers or texts of citizens but the purpose that an officer gave.
struct AuditEntry: Sendable, Hashable {
    enum Outcome: String, Sendable, CaseIterable {
        case done
        case refused
    }

    /// From 1, without gaps. Given by the store.
    var seq = 0
    var at: Instant
    var officer: String?
    /// The real person behind the account.
    var person: String?
    var unit: String?
    /// What was done, as `dossier.receive`, `dossier.reveal`, `session.open`.
    var action: String
    /// The id of the thing that it was done to.
    var subject: String?
    var outcome = Outcome.done
    /// A few facts, by name.
    var detail: [String: String] = [:]
    var traceID: String

    /// Every part that the hash covers, in the order of the hash.
    var parts: [String?] {
        [
            String(seq), String(at.seconds), officer, person, unit, action, subject, outcome.rawValue,
            detailText, traceID,
        ]
    }

    /// `detail` as JSON with sorted keys.
    var detailText: String {
        (try? StoredMap.encode(detail)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }
}
