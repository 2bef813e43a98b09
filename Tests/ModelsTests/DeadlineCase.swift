import Forms
import Models
import Testing

/// One row of a deadline table, with the pauses below it.
struct DeadlineCase: CustomTestStringConvertible {
    var acceptedAt: Instant
    var amount: Int
    var unit: AmountUnit
    var pauses: [Pause] = []
    var dueAt: Instant
    var testDescription: String

    /// Reads `Mon 05/10/2026 09:00 |  3 working_day  | Thu 08/10/2026 09:00`.
    init?(row: Substring) {
        let columns = row.split(separator: "|").map { $0.split(separator: " ").map(String.init) }
        guard columns.count == 3, columns[1].count == 2, let acceptedAt = Self.moment(columns[0]),
            let amount = Int(columns[1][0]), let unit = AmountUnit(rawValue: columns[1][1]),
            let dueAt = Self.moment(columns[2])
        else { return nil }
        (self.acceptedAt, self.amount, self.unit, self.dueAt) = (acceptedAt, amount, unit, dueAt)
        testDescription = String(row)
    }

    /// Adds `pause Tue 06/10/2026 10:00 – Wed 07/10/2026 10:00 reset`.
    mutating func add(pause row: Substring) -> Bool {
        let words = row.split(separator: " ").map(String.init)
        guard words.count >= 8, words[4] == "–", let from = Self.moment(Array(words[1...3])),
            let to = Self.moment(Array(words[5...7]))
        else { return false }
        pauses.append(Pause(from: from, to: to, resume: words.last == "reset" ? .reset : .continue))
        testDescription += "; " + row
        return true
    }

    /// All cases of a table; nil where a row can't be read, so that none is lost silently.
    static func read(_ table: String) -> [DeadlineCase]? {
        var cases: [DeadlineCase] = []
        for line in table.split(separator: "\n") {
            let row = line.drop { $0 == " " }
            if row.isEmpty || row.hasPrefix("#") { continue }
            if row.hasPrefix("pause") {
                guard var last = cases.popLast(), last.add(pause: row) else { return nil }
                cases.append(last)
            } else {
                guard let new = DeadlineCase(row: row) else { return nil }
                cases.append(new)
            }
        }
        return cases
    }

    /// `Mon 05/10/2026 09:00`; the day of the week has to be right.
    private static func moment(_ words: [String]) -> Instant? {
        let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
        guard words.count == 3, let reference = LocalDate(year: 2026, month: 1, day: 1),
            let date = LocalDate(typed: words[1], reference: reference),
            weekdays[date.weekday - 1] == words[0]
        else { return nil }
        let clock = words[2].split(separator: ":").compactMap { Int($0) }
        return clock.count == 2 ? Instant(date: date, hour: clock[0], minute: clock[1]) : nil
    }
}
