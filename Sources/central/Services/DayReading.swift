import Models

/// How the day goes for one officer.
enum DayReading {
    static func figures(of grant: Grant, _ central: Central, at now: Instant) async throws -> DayFigures {
        let (scope, day) = (grant.scope, now.date)
        let calendar = try await central.catalogue.calendar(grant.officer.unit, on: day)
        let moment = try await InboxMoment.now(of: grant.officer, central)
        let answerFrom = answerFrom(calendar, now)
        let (counts, queues, late) = try await central.store.read { database in
            (
                try FigureTable.hours(database, scope: scope, on: day),
                try DossierTally.counts(database, scope: scope, at: moment),
                try DossierTally.overdue(database, scope: scope, at: moment, answerFrom: answerFrom)
            )
        }
        let spans = calendar.hours.flatMap(\.spans)
        let all = spans.map { $0.from / 60 } + spans.map { ($0.to - 1) / 60 } + counts.keys
        let hours = (all.min() ?? 0)...(all.max() ?? 23)
        return DayFigures(
            date: day, at: now, hours: hours.map { DayFigures.Hour(hour: $0, count: counts[$0] ?? 0) },
            queues: InboxKind.allCases.map { inbox in
                let (all, overdue) = (queues[inbox] ?? 0, late[inbox] ?? 0)
                return DayFigures.Queue(
                    slug: inbox.rawValue, name: inbox.name, onTime: all - overdue, overdue: overdue)
            })
    }

    /// The first moment whose online dossiers still have time to be answered: the term only grows with the moment that
    /// it begins at, so it is found by halving.
    private static func answerFrom(_ calendar: WorkCalendar, _ now: Instant) -> Instant {
        var (late, early) = (now.adding(seconds: -60 * 86_400).seconds, now.seconds)
        while early - late > 1 {
            let middle = (late + early) / 2
            let due = Deadline.due(
                calendar: calendar, acceptedAt: Instant(seconds: middle), amount: InboxKind.onlineHours,
                unit: .workingHour
            ).dueAt
            if let due, due < now { late = middle } else { early = middle }
        }
        return Instant(seconds: early)
    }
}
