import Forms
import Models
import TUI

/// How a due time stands against now, in words and colour.
struct DueText: Sendable {
    /// nil where the clock does not run any more.
    var words: Phrase?
    var role: Role

    /// - Parameter isRunning: False once the dossier has ended.
    init(due: Instant, now: Instant, isRunning: Bool = true) {
        guard isRunning else {
            words = nil
            role = .text
            return
        }
        let days = now.date.days(to: due.date)
        if due < now {
            words = days == 0 ? Strings.Dossier.overdueToday : Strings.Dossier.overdue(-days)
            role = .overdue
        } else {
            words = days == 0 ? Strings.Dossier.today : Strings.Dossier.left(days)
            role = days <= 1 ? .dueSoon : .text
        }
    }
}
