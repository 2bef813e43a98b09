import Forms
import Models

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
}
