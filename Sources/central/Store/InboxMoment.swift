import GRDB
import Models

/// When an inbox is looked at, and by whom.
struct InboxMoment: Sendable {
    var now: Instant
    /// Until when a dossier that falls due counts as due soon.
    var soon: Instant
    var officer: ID
    /// Whether the officer handles dossiers at all; the others have nothing to do at a step.
    var isHandling: Bool
    /// Those in force.
    var statuses: [NationalStatus]

    /// Whether a dossier is at one of the statuses that do this to the clock.
    func statuses(_ clock: NationalStatus.Clock) -> SQLCondition { statuses(where: { $0 == clock }) }

    /// Whether a dossier is where it can be overdue.
    var timed: SQLCondition { statuses(where: \.canBeOverdue) }

    private func statuses(where isMeant: (NationalStatus.Clock) -> Bool) -> SQLCondition {
        let codes = statuses.filter { isMeant($0.clock) }.map(\.code).sorted()
        guard !codes.isEmpty else { return SQLCondition("1 = 0", []) }
        let marks = codes.map { _ in "?" }.joined(separator: ", ")
        return SQLCondition("d.status IN (\(marks))", StatementArguments(codes))
    }
}
