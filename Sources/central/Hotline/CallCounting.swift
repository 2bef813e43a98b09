import Forms
import Models

/// Counts a day's calls.
enum CallCounting {
    static func figures(_ facts: [CallTable.Fact], of officer: ID, on day: LocalDate, at now: Instant)
        -> CallFigures
    {
        var hours: [Int: Int] = [:]
        var results: [CallResult: Int] = [:]
        for fact in facts {
            hours[fact.endedAt.hour, default: 0] += 1
            results[fact.result, default: 0] += 1
        }
        let lengths = facts.map { Int(max(0, $0.endedAt.seconds - $0.startedAt.seconds)) }.sorted()
        let range = hours.keys.min().flatMap { first in hours.keys.max().map { first...$0 } }
        return CallFigures(
            date: day, at: now, total: facts.count, mine: facts.count { $0.officer == officer },
            hours: range?.map { CallFigures.Hour(hour: $0, count: hours[$0] ?? 0) } ?? [],
            results: CallResult.allCases.map { CallFigures.Outcome(result: $0, count: results[$0] ?? 0) },
            medianSeconds: lengths.isEmpty ? nil : lengths[(lengths.count - 1) / 2])
    }
}
