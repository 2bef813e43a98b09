import Forms
import Models
import TUI

extension Dossier {
    /// The status's name: the server's in Vietnamese, desk's own word for the ten that it knows in English.
    var statusTitle: Phrase { Strings.Dossier.status(status, vi: statusName) }
}

extension SearchItem {
    var statusTitle: Phrase { Strings.Dossier.status(status, vi: statusName) }

    /// Whether its time has run out by now: a row may have been loaded before it did.
    func isOverdue(at now: Instant) -> Bool {
        overdue || [1, 2, 4].contains(status) && dueAt.map { $0 < now } ?? false
    }

    /// How its time stands, in colour and words; nil where none counts any more.
    func dueState(at now: Instant) -> DueText? {
        guard let dueAt, ![3, 7, 8, 9, 10].contains(status) || isOverdue(at: now) else { return nil }
        var state = DueText(due: dueAt, now: now)
        if status == 1, dueAt >= now, dueAt.date == now.date { state.words = Strings.Queue.answerToday }
        return state
    }

    /// What the colour of its row says, in words: that its time runs out, or has; nil where there is plenty.
    func dueWarning(at now: Instant) -> Phrase? {
        dueState(at: now).flatMap { $0.role == .text ? nil : $0.words }
    }
}
