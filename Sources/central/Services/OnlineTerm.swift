import Models

/// The 8 working hours in which an online dossier is accepted, refused or sent back: until then it has no day of its
/// own, so its list shows the end of those hours.
enum OnlineTerm {
    static func apply(to lines: inout [DossierLine], _ central: Central, at now: Instant) async throws {
        for index in lines.indices {
            let line = lines[index]
            guard line.channel == InboxKind.onlineChannel, line.item.status == InboxKind.registered,
                line.item.dueAt == nil
            else { continue }
            let due = Deadline.due(
                calendar: try await central.catalogue.calendar(line.holderUnit, on: now.date),
                acceptedAt: line.submittedAt, amount: InboxKind.onlineHours, unit: .workingHour, pauses: []
            ).dueAt
            lines[index].item.dueAt = due
            lines[index].item.overdue = due.map { $0 < now } ?? false
        }
    }
}
