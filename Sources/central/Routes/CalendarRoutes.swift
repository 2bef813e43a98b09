import Forms
import HTTPTypes
import Models

/// When units work, year by year, and what a change of that does to their open dossiers.
enum CalendarRoutes {
    static let all = [
        Route("getCalendar", .get, "/v1/calendars/{unit}/{year}", find: published) { call, _ in
            let found = try call.thing(Found.self)
            return try .json(
                CalendarCheck.of(found.place.year, found.calendar, unit: found.place.code),
                headers: ["etag": "\"\(found.version)\""])
        },
        Route(
            "putCalendar", .put, "/v1/calendars/{unit}/{year}", query: ["dry_run", "limit", "cursor"],
            body: .json, isKeyed: true, find: changeable, handle: put),
        Route(
            "getCalendarMoves", .get, "/v1/calendars/{unit}/{year}/moves",
            query: ["version", "limit", "cursor"], find: changeable, handle: moves),
    ]

    private struct Found: Sendable {
        var place: CalendarChanging.Place
        var calendar: WorkCalendar
        var version: Int
    }

    /// What the path names: a unit, or the calendar of all units without one of their own.
    private static func find(_ call: Call, _ central: Central) async throws -> Found {
        let (unit, today) = (call.parameter("unit"), call.today)
        let text = call.parameter("year")
        guard let year = Int(text), String(year) == text else { throw ProblemError(.notFound) }
        let dated = try await central.catalogue.datedCalendar(unit, on: today)
        let isKnown: Bool
        if try await central.catalogue.defaultCalendar() == unit {
            isKnown = true
        } else {
            isKnown =
                try await central.store.read { try OfficerTable.unitName($0, code: unit, on: today) } != nil
        }
        guard isKnown else { throw ProblemError(.notFound) }
        return Found(
            place: .init(code: unit, year: year), calendar: dated.calendar, version: dated.edition.version)
    }

    @Sendable private static func published(_ call: Call, _ central: Central) async throws -> any Sendable {
        let found = try await find(call, central)
        let years = Set((found.calendar.daysOff + found.calendar.makeupDays).map(\.date.year))
        guard years.contains(found.place.year) else {
            throw ProblemError(.notFound, detail: "Chưa công bố lịch làm việc của năm này.")
        }
        return found
    }

    /// Within the caller's units; the calendar of all only for those who see all. The next year may be begun.
    @Sendable private static func changeable(_ call: Call, _ central: Central) async throws -> any Sendable {
        let scope = try call.requireGrant().scope
        let found = try await find(call, central)
        let isForAll = try await central.catalogue.defaultCalendar() == found.place.code
        guard isForAll ? scope.isEverything : scope.contains(found.place.code) else {
            throw ProblemError(.notFound)
        }
        guard let years = CalendarCheck.years(found.calendar), years.contains(found.place.year) else {
            throw ProblemError(
                .notFound, detail: "Chỉ sửa được lịch của năm đã công bố hoặc năm liền sau đó.")
        }
        return found
    }

    /// What a change moved, as far as its run has come.
    private static func moves(_ call: Call, _ central: Central) async throws -> Reply {
        let place = try call.thing(Found.self).place
        let version = try call.query["version"].map { text in
            guard let version = Int(text), version > 0 else {
                throw ProblemError(
                    .invalidParameter,
                    errors: [.init("/query/version", "out_of_range", "Phải là số phiên bản của lịch.")])
            }
            return version
        }
        let (limit, after) = (try call.limit(), try call.numberCursor() ?? 0)
        let found = try await central.store.read { database in
            try CalendarRunTable.find(database, code: place.code, year: place.year, version: version)
                .map { run in
                    (run, try CalendarMoveTable.page(database, run.edition, after: after, limit: limit + 1))
                }
        }
        let rows = found?.1 ?? []
        let page = rows.prefix(limit)
        let moves = CalendarMoves(
            unit: place.code, year: place.year, version: found?.0.edition.version,
            reason: found?.0.reason, changed: found?.0.changed ?? 0, tickets: found?.0.tickets ?? 0,
            finishedAt: found?.0.finishedAt, items: page.map(\.item),
            nextCursor: rows.count > limit ? page.last.map { Cursor.encode([String($0.seq)]) } : nil)
        return try .json(
            FixedShape.value(moves, nullable: ["version", "reason", "finished_at", "next_cursor"]))
    }

    private static func put(_ call: Call, _ central: Central) async throws -> Reply {
        let found = try call.thing(Found.self)
        let isDry: Bool
        switch call.query["dry_run"] {
        case nil, "false": isDry = false
        case "true": isDry = true
        default:
            throw ProblemError(
                .invalidParameter,
                errors: [.init("/query/dry_run", "invalid_choice", "Phải là true hoặc false.")])
        }
        if !isDry, call.query["cursor"] != nil {
            throw ProblemError(
                .invalidParameter,
                errors: [.init("/query/cursor", "invalid_choice", "Chỉ dùng khi dry_run=true.")])
        }
        let put: CalendarPut = try call.decode()
        let changing = CalendarChanging(
            central: central, call: call, grant: try call.requireGrant(), place: found.place)
        return isDry ? try await changing.preview(put) : try await changing.run(put)
    }
}
