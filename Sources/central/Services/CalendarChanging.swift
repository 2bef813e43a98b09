import Forms
import GRDB
import HTTPTypes
import Models

/// Changes the days of a calendar and reckons every open dossier and ticket anew that they touch: looked at first, then done in one
/// run, the first of them together with the change, the others in batches (`CalendarRecalculating`).
///
/// Each due date that moves is an event of its dossier and an entry of the feed; the run is audited with the change and, where
/// it took batches, at its end. What
/// has ended keeps the date that it ended with, and what waits to be given out the one that it was ready for.
struct CalendarChanging: Sendable {
    /// A calendar that can be changed: that of a unit, or of all that have none.
    struct Place: Sendable {
        var code: String
        var year: Int
    }

    /// What follows from a request, before any dossier is looked at.
    private struct Plan: Sendable {
        var edition: CatalogueTable.CalendarEdition
        var calendar: WorkCalendar
        /// Those whose open dossiers and tickets follow the calendar.
        var units: [String]
        var apart: [String]
        /// From the first day that differs to the end of the last; nil where the clocks stay as they are.
        var days: (from: Instant, until: Instant)?
        var graphs: [ProcessRef: ProcessGraph]
    }

    let central: Central
    let call: Call
    let grant: Grant
    let place: Place

    // MARK: Asking and doing

    /// What the change would do: a page of the dossiers whose due date moves, and on the first one their number.
    func preview(_ put: CalendarPut) async throws -> Reply {
        let plan = try await plan(put)
        let limit = try call.limit()
        var after: CalendarPlace?
        if let parts = try call.cursor(parts: 4) {
            guard let due = Int64(parts[2]) else { throw ProblemError.invalidCursor }
            after = CalendarPlace(
                unit: parts[0], isTicket: parts[1] == Self.ticketMark, dueAt: Instant(seconds: due),
                id: parts[3])
        }
        try Precondition.check(call, revision: plan.edition.version, changedBy: nil, changedAt: nil)
        let (isCSV, position) = (call.wantsCSV, after)
        let (items, next, counts) = try await central.store.read { database in
            var items: [CalendarChange.Item] = []
            var (counts, last, next): ((Int, Int), CalendarPlace?, String?) = ((0, 0), nil, nil)
            try moves(database, plan, after: position) { place, move in
                if place.isTicket { counts.1 += 1 } else { counts.0 += 1 }
                guard isCSV || items.count < limit else {
                    if next == nil, let last {
                        let mark = last.isTicket ? Self.ticketMark : ""
                        next = Cursor.encode([last.unit, mark, String(last.dueAt.seconds), last.id])
                    }
                    // The numbers are asked for once, on the first page.
                    return position == nil
                }
                items.append(move.item)
                last = place
                return true
            }
            return (items, next, counts)
        }
        guard !isCSV else { return csv(items) }
        return try reply(
            plan, items, next: next, moved: after == nil ? counts : nil, isDry: true,
            version: plan.edition.version)
    }

    /// Does it, once for its key.
    func run(_ put: CalendarPut) async throws -> Reply {
        let limit = try call.limit()
        let answer = try await central.effectOnce.perform(call) {
            try await plan(put)
        } effect: { database, plan in
            let current = try CatalogueTable.calendarEdition(database, of: place.code, on: call.today)
            try Precondition.check(
                call, revision: current?.version ?? plan.edition.version, changedBy: nil, changedAt: nil)
            // With another calendar the plan is another.
            guard current == plan.edition else { throw ProblemError.calendarChanged }
            let version = try CatalogueTable.nextCalendarVersion(
                database, of: place.code, after: plan.edition.version)
            try CatalogueTable.insert(
                database, .calendar, code: place.code, version: version, from: call.today, to: nil,
                document: try StrictJSON.encode(plan.calendar))
            try carry(put, beyond: version, database)
            try CatalogueTable.raiseRevision(database)
            var items: [CalendarChange.Item] = []
            var run = CalendarRunTable.Run(
                edition: .init(code: place.code, version: version), year: place.year,
                officer: grant.officer.id, reason: put.reason.trimmed, traceID: call.traceID,
                from: plan.days?.from ?? call.now, until: plan.days?.until ?? call.now,
                units: plan.days == nil ? [] : plan.units)
            try CalendarRecalculating(central: central).move(
                database, &run, plan.graphs, by: grant.officer, limit: central.calendarStart, at: call.now
            ) { move in
                if items.count < limit { items.append(move.item) }
            }
            try CalendarRunTable.put(database, run)
            if let days = plan.days {
                for unit in plan.units {
                    try DossierTable.forgetExpiry(database, of: unit, from: days.from)
                }
            }
            try AuditTable.append(
                database,
                AuditEntry(
                    at: call.now, officer: grant.officer.id, person: grant.officer.person,
                    unit: grant.officer.unit, action: "calendar.set",
                    subject: "\(place.code)/\(place.year)",
                    detail: [
                        "version": String(version), "dossiers": String(run.changed),
                        "tickets": String(run.tickets), "goes_on": String(run.finishedAt == nil),
                        "reason": put.reason.trimmed,
                    ], traceID: call.traceID), key: central.auditKey)
            return try reply(
                plan, items, next: nil, moved: run.finishedAt == nil ? nil : (run.changed, run.tickets),
                isDry: false,
                version: version)
        }
        central.catalogue.forget()
        for unit in try await central.store.read(DossierTable.unitsWithOpen) {
            central.inboxCounter.noteAct(in: unit)
        }
        return answer
    }

    // MARK: What follows

    private func plan(_ put: CalendarPut) async throws -> Plan {
        let (place, today) = (place, call.today)
        let (edition, old, codes, open) = try await central.store.read { database in
            let found = try CatalogueTable.calendarEdition(database, of: place.code, on: today)
            guard let edition = found else { throw ProblemError(.notFound) }
            return (
                edition, try CatalogueTable.calendar(database, edition),
                try CatalogueTable.calendarCodes(database, on: today), try CalendarPlace.units(database)
            )
        }
        let faults = CalendarCheck.faults(put, of: old, year: place.year)
        guard faults.isEmpty else { throw ProblemError.input(faults) }
        var calendar = CalendarCheck.apply(put, to: old, year: place.year)
        calendar.unit = place.code
        let isForAll = try await central.catalogue.defaultCalendar() == place.code
        let own = codes.union(isForAll ? [] : [place.code])
        let units = open.filter { unit in Self.nearest(unit, in: own) == (isForAll ? nil : place.code) }
        let apart = codes.filter { code in
            code != place.code && (isForAll || code.hasPrefix(place.code + "."))
        }
        let days = CalendarCheck.difference(old, calendar).map { days in
            (
                from: Instant(date: days.lowerBound, hour: 0, minute: 0),
                until: Instant(date: days.upperBound.adding(days: 1), hour: 0, minute: 0)
            )
        }
        let graphs =
            days == nil ? [:] : try await CalendarRecalculating(central: central).graphs(of: units)
        return Plan(
            edition: edition, calendar: calendar, units: units, apart: apart.sorted(), days: days,
            graphs: graphs)
    }

    /// Which of these codes a unit follows: its own or the nearest one above it.
    private static func nearest(_ unit: String, in codes: Set<String>) -> String? {
        var code = unit[...]
        while !codes.contains(String(code)) {
            guard let dot = code.lastIndex(of: ".") else { return nil }
            code = code[..<dot]
        }
        return String(code)
    }

    private static let ticketMark = "t"

    /// Everything whose due date is another by the new calendar, in the order of the list, until the body has enough.
    private func moves(
        _ database: Database, _ plan: Plan, after: CalendarPlace?,
        _ body: (CalendarPlace, CalendarRecalculating.Move) throws -> Bool
    ) throws {
        let recalculating = CalendarRecalculating(central: central)
        guard let days = plan.days else { return }
        for unit in plan.units where after.map({ unit >= $0.unit }) ?? true {
            let touched = try CalendarPlace.touched(
                database, of: unit, from: days.from, until: days.until,
                after: after?.unit == unit ? after : nil)
            for place in touched {
                let found = try recalculating.move(database, place, plan.calendar, plan.graphs, at: call.now)
                guard let move = found, move.movesDue else { continue }
                guard try body(place, move) else { return }
            }
        }
    }

    // MARK: The transaction

    /// The days of the year stand in the editions that begin later as well: their hours are others, their days off are not.
    private func carry(_ put: CalendarPut, beyond version: Int, _ database: Database) throws {
        var next = version
        for later in try CatalogueTable.laterCalendars(database, of: place.code, after: call.today) {
            let calendar = try CatalogueTable.calendar(database, later.edition)
            next += 1
            try CatalogueTable.insert(
                database, .calendar, code: place.code, version: next, from: later.from, to: nil,
                document: try StrictJSON.encode(CalendarCheck.apply(put, to: calendar, year: place.year)))
        }
    }

    // MARK: Answers

    private func reply(
        _ plan: Plan, _ items: [CalendarChange.Item], next: String?, moved: (dossiers: Int, tickets: Int)?,
        isDry: Bool, version: Int
    ) throws -> Reply {
        let change = CalendarChange(
            calendar: CalendarCheck.of(place.year, plan.calendar, unit: place.code), dryRun: isDry,
            changed: moved?.dossiers, tickets: moved?.tickets, apart: plan.apart, items: items,
            nextCursor: next)
        return try .json(
            FixedShape.value(change, nullable: ["changed", "tickets", "next_cursor"]),
            headers: ["etag": "\"\(version)\""])
    }

    private func csv(_ items: [CalendarChange.Item]) -> Reply {
        let head = [
            Phrase("Mã hồ sơ, phiếu", en: "Dossier, ticket"),
            Phrase("Thủ tục, loại phiếu", en: "Procedure, kind"),
            Phrase("Bước, tình trạng", en: "Step, state"),
            Phrase("Đơn vị", en: "Unit"), Phrase("Hẹn trả cũ", en: "Due before"),
            Phrase("Hẹn trả mới", en: "Due after"),
        ].map { $0.text(call.language) }
        let rows = items.map { item in
            [
                item.code, item.procedureName, item.stepName, item.unit, item.before?.display ?? "",
                item.after?.display ?? "",
            ]
        }
        return Reply(
            headers: [
                "content-disposition": "attachment; filename=\"calendar-\(place.code)-\(place.year).csv\""
            ], type: "text/csv; charset=utf-8",
            body: Array(("\u{FEFF}" + ([head] + rows).map(CSV.line).joined()).utf8))
    }
}

extension RoutingEvent {
    /// No verb of a process: the due date by a changed calendar. It changes no step.
    static let recalculation = "recalculate"

    /// What was done, for people.
    var name: String {
        if action == Self.recalculation { return "Tính lại ngày hẹn theo lịch làm việc" }
        return verb?.name ?? action
    }
}

extension ProblemError {
    /// Reckoned by a calendar that is another by now: the same request again goes through.
    static let calendarChanged = ProblemError(
        .requestInProgress, detail: "Lịch làm việc vừa thay đổi. Hãy gửi lại.", headers: ["retry-after": "1"])
}
