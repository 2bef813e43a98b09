import APIClient
import Forms
import Models
import TUI

/// How long a draft is kept yet, told before it is over (WCAG 2.2.1): in its row, on the message line, at the login.
struct DraftExpiry: Sendable {
    /// So many days before, it is told in the look of a warning.
    static let warnDays = 5
    /// What ends within so many days is named at the login.
    static let loginDays = 3

    /// From today; 0 on the last day.
    let days: Int
    let at: Instant

    init(_ at: Instant, now: Instant) {
        self.at = at
        days = max(0, now.date.days(to: at.date))
    }

    var isSoon: Bool { days <= Self.warnDays }

    /// For a row.
    var words: Phrase { days == 0 ? Strings.Home.lastDay(at.clock) : Strings.Home.daysLeft(days) }

    var role: Role { isSoon ? .warning : .dim }

    /// When it is over, and what keeps it longer.
    func line(_ language: Language) -> MessageLine {
        MessageLine(
            SafeText(Strings.HandOver.expires(at.date.display, words).text(language)),
            role: isSoon ? .warning : .text)
    }

    /// What is named at the login; nil where nothing ends soon.
    static func warning(_ expiring: [Expiring], now: Instant) -> Phrase? {
        guard !expiring.isEmpty else { return nil }
        let named = expiring.prefix(3).map { ($0.title, DraftExpiry($0.at, now: now).words) }
        return Strings.Home.expiring(named, others: expiring.count - named.count)
    }
}

extension Desk {
    /// What of this officer's ends within the days that the login tells of. Reads the disk: call it from an effect.
    func expiring() -> Result<[Expiring], StoreError> {
        Result { () throws(StoreError) in
            try store?.expiring(within: Int64(DraftExpiry.loginDays) * 86_400) ?? []
        }
    }
}
