import Forms
import Models
import Testing

@Suite("The deadline clock")
struct DeadlineTests {
    private static func cases(_ table: String) -> [DeadlineCase] {
        DeadlineCase.read(table) ?? []
    }

    @Test("Working days", arguments: cases(deadlineDays))
    func days(_ example: DeadlineCase) {
        check(example)
    }

    @Test("Same day, hours, calendar days", arguments: cases(deadlineHours))
    func hours(_ example: DeadlineCase) {
        check(example)
    }

    @Test("Pauses", arguments: cases(deadlinePauses))
    func pauses(_ example: DeadlineCase) {
        check(example)
    }

    @Test("Every row of the tables is read, at least 300")
    func tablesAreWhole() throws {
        let tables = [deadlineDays, deadlineHours, deadlinePauses]
        let counts = try tables.map { try #require(DeadlineCase.read($0)).count }
        #expect(counts.reduce(0, +) >= 300)
    }

    private func check(_ example: DeadlineCase) {
        let result = Deadline.due(
            calendar: NationalCalendar.calendar, acceptedAt: example.acceptedAt, amount: example.amount,
            unit: example.unit, pauses: example.pauses)
        #expect(result.dueAt?.display == example.dueAt.display, "\(result.explanation.map(\.vi))")
    }
}
