import Forms
import GRDB
import Logging
import Models

/// Reckons the open dossiers and tickets of a changed calendar anew, some in a transaction, so that nobody's act waits for
/// all of them.
///
/// The first ones go with the change itself, the others here. Each batch writes down how far it came together with what it
/// did: a run that was ended halfway goes on, and no dossier is reckoned twice. An act meanwhile reckons by the new calendar
/// already, and such a dossier has nothing left to move. Days that another change has touched since are reckoned by
/// the calendar as it is then.
struct CalendarRecalculating: Sendable {
    let central: Central
    /// So many are looked at in a transaction.
    var batch = 100
    /// Stands back; tests give their own.
    var pause: @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }

    /// Between two looks for a run.
    static let interval = Duration.seconds(5)
    /// So many are looked at with the change itself.
    static let first = 500

    typealias Run = CalendarRunTable.Run

    /// A due date that moves, with what it is of as it was before.
    enum Move {
        case dossier(StoredDossier, DeadlineResult)
        case ticket(TicketMove)

        /// A ticket may keep its due date and have another day on which it is to be taken up: no list of due dates names it.
        var movesDue: Bool {
            if case .ticket(let move) = self { move.movesDue } else { true }
        }

        /// The unit whose queues change; nil where none does.
        var queue: String? {
            if case .dossier(let before, _) = self { before.dossier.unit.code } else { nil }
        }

        var item: CalendarChange.Item {
            switch self {
            case .dossier(let before, let result):
                let dossier = before.dossier
                return CalendarChange.Item(
                    id: dossier.id, code: dossier.code, procedureName: dossier.procedure.name,
                    stepName: dossier.stepName, unit: dossier.unit.code, before: dossier.dueAt,
                    after: result.dueAt)
            case .ticket(let move):
                let ticket = move.before
                return CalendarChange.Item(
                    id: ticket.id, code: ticket.code, procedureName: ticket.kind.name,
                    stepName: ticket.state.name, unit: ticket.to.code, before: ticket.dueAt,
                    after: move.dueAt, isTicket: true)
            }
        }
    }

    // MARK: In the background

    /// Brings every run that is open to its end. How many due dates moved.
    @discardableResult
    func pass() async throws -> Int {
        var moved = 0
        for run in try await central.store.read(CalendarRunTable.unfinished) {
            while let count = try await batch(run.edition) { moved += count }
        }
        return moved
    }

    /// Passes for as long as the task lives.
    ///
    /// - Parameter wait: Between two passes; throws where the task is to end.
    func run(
        wait: @Sendable () async throws -> Void = {
            try await Task.sleep(for: CalendarRecalculating.interval)
        }
    ) async {
        while !Task.isCancelled {
            do {
                try await pass()
            } catch is CancellationError {
                return
            } catch {
                central.logger.error("calendar", metadata: ["type": "\(type(of: error))"])
            }
            do { try await wait() } catch { return }
        }
    }

    /// The next dossiers of a run. Nil where it is at its end.
    private func batch(_ edition: CatalogueTable.CalendarEdition) async throws -> Int? {
        let began = ContinuousClock.now
        let now = central.clock.now()
        let open = try await central.store.read { database -> (Run, Officer?)? in
            guard let run = try CalendarRunTable.unfinished(database, edition) else { return nil }
            return (
                run,
                try OfficerTable.officer(database, id: run.officer, on: now.date, orSuspended: true)
            )
        }
        guard let (run, officer) = open else { return nil }
        guard let officer else { throw StoreError.unreadable("officer of calendar run \(edition.code)") }
        let graphs = try await graphs(of: run.units)
        let (count, units) = try await central.store.write { database -> (Int, Set<String>) in
            // Another central may have been faster.
            guard var run = try CalendarRunTable.unfinished(database, edition) else { return (0, []) }
            var units: Set<String> = []
            let before = run.changed + run.tickets
            try move(database, &run, graphs, by: officer, limit: batch, at: now) {
                if let unit = $0.queue { units.insert(unit) }
            }
            try CalendarRunTable.put(database, run)
            if run.finishedAt != nil { try audit(database, run, by: officer, at: now) }
            return (run.changed + run.tickets - before, units)
        }
        for unit in units { central.inboxCounter.noteAct(in: unit) }
        try await pause(began.duration(to: ContinuousClock.now) * 2)
        return count
    }

    private func audit(_ database: Database, _ run: Run, by officer: Officer, at now: Instant) throws {
        try AuditTable.append(
            database,
            AuditEntry(
                at: now, officer: officer.id, person: officer.person, unit: officer.unit,
                action: "calendar.recalculated", subject: "\(run.edition.code)/\(run.year)",
                detail: [
                    "version": String(run.edition.version), "dossiers": String(run.changed),
                    "tickets": String(run.tickets), "reason": run.reason,
                ], traceID: run.traceID), key: central.auditKey)
    }

    /// The processes of the units' open dossiers.
    func graphs(of units: [String]) async throws -> [ProcessRef: ProcessGraph] {
        var graphs: [ProcessRef: ProcessGraph] = [:]
        for process in try await central.store.read({ try DossierTable.openProcesses($0, of: units) }) {
            graphs[process] = try await central.catalogue.graph(process)
        }
        return graphs
    }

    // MARK: In a transaction

    /// Looks at the next dossiers and tickets of a run and moves those whose due date is another; at the end the run says so.
    ///
    /// - Parameter body: What was moved.
    func move(
        _ database: Database, _ run: inout Run, _ graphs: [ProcessRef: ProcessGraph], by officer: Officer,
        limit: Int, at now: Instant, _ body: (Move) throws -> Void
    ) throws {
        var left = limit
        for unit in run.units where run.after.map({ unit >= $0.unit }) ?? true {
            let after = run.after?.unit == unit ? run.after : nil
            let touched = try CalendarPlace.touched(
                database, of: unit, from: run.from, until: run.until, after: after, limit: left)
            if let edition = try touched.isEmpty
                ? nil : CatalogueTable.calendarEdition(database, of: unit, on: now.date)
            {
                let calendar = try CatalogueTable.calendar(database, edition)
                for place in touched {
                    run.after = place
                    guard let move = try move(database, place, calendar, graphs, at: now) else { continue }
                    try record(database, move, &run, graphs, by: officer, at: now)
                    if move.movesDue { try body(move) }
                }
            }
            left -= touched.count
            guard left > 0 else { return }
        }
        run.finishedAt = now
    }

    /// What a calendar does to a dossier or ticket; nil where its dates stay.
    func move(
        _ database: Database, _ place: CalendarPlace, _ calendar: WorkCalendar,
        _ graphs: [ProcessRef: ProcessGraph], at now: Instant
    ) throws -> Move? {
        guard place.isTicket else {
            return try Self.move(database, place.id, calendar, graphs, seal: central.seal)
        }
        return try TicketMove(database, place.id, calendar, at: now, seal: central.seal).map(Move.ticket)
    }

    private static func move(
        _ database: Database, _ id: ID, _ calendar: WorkCalendar, _ graphs: [ProcessRef: ProcessGraph],
        seal: DataSeal
    ) throws -> Move? {
        guard
            let stored = try DossierTable.find(database, id: id, scope: .everything, seal: seal)
        else { return nil }
        // A process that nothing went by a moment ago.
        guard let graph = graphs[stored.process] else { throw ProblemError.calendarChanged }
        let dossier = stored.dossier
        let state = RoutingState.replay(
            try DossierTable.history(database, of: id, seal: seal), graph,
            submittedAt: dossier.submittedAt)
        guard state.stoppedAt == nil else { return nil }
        let result = state.due(
            ServiceTime(amount: dossier.deadline.amount, unit: dossier.deadline.unit), calendar)
        return result.dueAt == dossier.dueAt ? nil : .dossier(stored, result)
    }

    /// Gives what it is of its new due date, with the event that says why, and counts it.
    private func record(
        _ database: Database, _ move: Move, _ run: inout Run, _ graphs: [ProcessRef: ProcessGraph],
        by officer: Officer, at now: Instant
    ) throws {
        let seq = run.changed + run.tickets + 1
        switch move {
        case .dossier(let before, let result):
            try record(database, before, result, graphs, by: officer, reason: run.reason, at: now)
            try CalendarMoveTable.append(
                database, run.edition, seq: seq, dossier: before.dossier.id, before: before.dossier.dueAt,
                after: result.dueAt)
            run.changed += 1
        case .ticket(let move):
            try move.record(database, by: officer, reason: run.reason, at: now, seal: central.seal)
            guard move.movesDue else { return }
            try CalendarMoveTable.append(
                database, run.edition, seq: seq, ticket: move.before.id, before: move.before.dueAt,
                after: move.dueAt)
            run.tickets += 1
        }
    }

    private func record(
        _ database: Database, _ before: StoredDossier, _ result: DeadlineResult,
        _ graphs: [ProcessRef: ProcessGraph], by officer: Officer, reason: String, at now: Instant
    ) throws {
        var after = before
        after.dossier.revision += 1
        after.dossier.dueAt = result.dueAt
        after.dossier.deadline.explanation = result.words(.vi)
        after.dossier.deadline.explanationEn = result.words(.en)
        try DossierTable.update(database, after, before: before, seal: central.seal)
        let last = try DossierTable.lastEvent(database, of: before.dossier.id)
        let at = max(last?.at ?? now, now)
        try DossierTable.append(
            database,
            DossierEvent(
                seq: (last?.seq ?? 0) + 1, at: at, action: RoutingEvent.recalculation,
                actor: officer.reference, status: before.dossier.status, note: reason,
                detail: DossierEventDetail(previousDueAt: before.dossier.dueAt, dueAt: result.dueAt)),
            to: before.dossier.id, person: officer.person, seal: central.seal)
        let clock = graphs[after.process]?.step(after.dossier.step)?.clock
        try Outbox(seal: central.seal).tellIfLate(
            database, before: before.dossier, after: after.dossier, wasStanding: clock == .pause,
            isRunning: clock == .run, now: at)
        try ChangeTable.append(database, ChangeEntry(after, RoutingEvent.recalculation, at: at))
    }
}
