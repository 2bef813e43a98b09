import Models

extension InboxMoment {
    /// "Due soon" is within the next two working days of the officer's unit.
    static func now(of officer: Officer, _ central: Central) async throws -> InboxMoment {
        let now = central.clock.now()
        let calendar = try await central.catalogue.calendar(officer.unit, on: now.date)
        let soon = Deadline.due(
            calendar: calendar, acceptedAt: now, amount: 2, unit: .workingDay, pauses: [])
        return InboxMoment(
            now: now, soon: soon.dueAt ?? now.adding(seconds: 2 * 86_400), officer: officer.id,
            isHandling: !officer.roles.isDisjoint(with: Role.handling),
            statuses: Array(try await central.catalogue.statuses(on: now.date).values))
    }
}
