import Forms
import Models

/// The hours in which nobody is sent anything: a citizen is told by day.
struct QuietHours: Hashable, Sendable {
    /// Minutes of the day, in Vietnam: from when messages may go out, and until when.
    var opens: Int
    var closes: Int

    /// 07:30 to 20:00.
    static let standard = QuietHours(opens: 7 * 60 + 30, closes: 20 * 60)

    /// The moment itself where it lies in the day, else the next morning.
    func next(from instant: Instant) -> Instant {
        let date = instant.date
        let begin = Instant(date: date, hour: 0, minute: opens)
        let end = Instant(date: date, hour: 0, minute: closes)
        if instant < begin { return begin }
        return instant < end ? instant : Instant(date: date.adding(days: 1), hour: 0, minute: opens)
    }
}
