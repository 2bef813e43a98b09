import Forms
import GRDB
import Models

/// Makes the figures of a period: every dossier of the scope is judged once, page by page, in one pass.
struct FigureReading: Sendable {
    /// Dossiers that are held at a time.
    private static let page = 1_000

    var period: FigurePeriod
    var scope: Scope
    var central: Central

    /// Something counted for each of the groups, with their names.
    private struct Groups<Counts: Sendable>: Sendable {
        var names: [String: String] = [:]
        var counts: [String: Counts] = [:]
    }

    func period(by grouping: PeriodReport.Grouping) async throws -> PeriodReport {
        let period = period
        let groups = try await fold(Groups<PeriodCounts>()) { groups, line, statuses, calendar in
            let facts = line.facts
            let (key, name) =
                switch grouping {
                case .unit: (facts.unit, line.unitName)
                case .procedure: (facts.procedure, line.procedureName)
                case .field: (facts.field, line.fieldName)
                }
            guard groups.counts[key, default: PeriodCounts()].add(facts, in: period, statuses, calendar)
            else { return }
            groups.names[key] = name
        }
        let (names, counts) = (groups.names, groups.counts)
        let lines = names.sorted { $0.key < $1.key }.map {
            PeriodReport.Line(key: $0.key, name: $0.value, counts: counts[$0.key] ?? PeriodCounts())
        }
        return PeriodReport(
            from: period.from, to: period.to, by: grouping, at: period.end, lines: lines,
            // What a group's line does not show (it was refused) is in the sum.
            total: counts.values.reduce(PeriodCounts(), +))
    }

    func onTime(by grouping: OnTimeReport.Grouping) async throws -> OnTimeReport {
        let period = period
        // The total is of dossiers, whoever they count for: one that is on time does so for several officers.
        let start = (groups: Groups<OnTimeCounts>(), total: OnTimeCounts())
        let found = try await fold(start, withAssignees: grouping == .officer) {
            sum, line, statuses, calendar in
            guard let judgement = OnTimeJudgement(line.facts, in: period, statuses, calendar) else { return }
            sum.total.add(judgement)
            if grouping == .unit { sum.groups.names[line.facts.unit] = line.unitName }
            let officers = judgement.officers.isEmpty ? [""] : judgement.officers
            for key in grouping == .unit ? [line.facts.unit] : officers {
                sum.groups.counts[key, default: OnTimeCounts()].add(judgement)
            }
        }
        var names = found.groups.names
        let (counts, total) = (found.groups.counts, found.total)
        if grouping == .officer {
            let ids = Set(counts.keys)
            let known = try await central.store.read { try FigureTable.officerNames($0, of: ids) }
            for id in ids { names[id] = known[id] ?? (id.isEmpty ? Self.nobody : id) }
        }
        let lines = counts.sorted { (names[$0.key] ?? "", $0.key) < (names[$1.key] ?? "", $1.key) }.map {
            OnTimeReport.Line(key: $0.key, name: names[$0.key] ?? $0.key, counts: $0.value)
        }
        return OnTimeReport(
            from: period.from, to: period.to, by: grouping, at: period.end, lines: lines, total: total)
    }

    private static let nobody = "Chưa ai nhận, hoặc hệ thống"

    /// Sums up every dossier that may count, with its term where it has no appointment that it could be held against. All
    /// pages are of one state of the database: what is done meanwhile is in all of the report or in nothing of it.
    private func fold<Sum: Sendable>(
        _ start: Sum, withAssignees: Bool = false,
        _ add: @escaping @Sendable (inout Sum, FigureTable.Line, FigureStatuses, WorkCalendar) -> Void
    ) async throws -> Sum {
        let statuses = FigureStatuses(try await central.catalogue.statuses(on: period.to))
        let (scope, period, seal) = (scope, period, central.seal)
        // Days off that became known after the period belong to it as well.
        let today = central.clock.now().date
        return try await central.store.read { database in
            var (sum, calendar, procedures) = (start, WorkCalendar?.none, [ProcedureRef: Procedure?]())
            var unit: String?
            var after: FigureTable.Position?
            repeat {
                let lines = try FigureTable.page(
                    database, scope: scope, period: period, after: after, limit: Self.page,
                    withAssignees: withAssignees, seal: seal)
                for var line in lines {
                    if unit != line.facts.unit {
                        unit = line.facts.unit
                        calendar = try CatalogueTable.calendarEdition(
                            database, of: line.facts.unit, on: today
                        ).map { try CatalogueTable.calendar(database, $0) }
                    }
                    if line.facts.due == nil {
                        let key = ProcedureRef(code: line.facts.procedure, name: "", version: line.version)
                        let procedure = try procedures[key] ?? Self.procedure(database, key)
                        procedures[key] = .some(procedure)
                        line.facts.term = procedure?.cases.first { $0.code == line.caseCode }?.time
                    }
                    if let calendar { add(&sum, line, statuses, calendar) }
                }
                after = lines.count < Self.page ? nil : lines.last?.position
            } while after != nil
            return sum
        }
    }

    private static func procedure(_ database: Database, _ reference: ProcedureRef) throws -> Procedure? {
        try CatalogueTable.procedure(database, code: reference.code, version: reference.version).map {
            try LenientJSON.decode(Procedure.self, from: Array($0.utf8))
        }
    }
}

extension FigureStatuses {
    /// "Yêu cầu bổ sung giấy tờ" and "Yêu cầu thực hiện nghĩa vụ tài chính" are both paused; only their national
    /// numbers tell them apart.
    private static let (supplement, payment) = (5, 6)

    init(_ statuses: [Int: NationalStatus]) {
        self.init(
            columns: statuses.mapValues { status in
                switch status.bucket {
                case .waiting: .waiting
                case .refused: .refused
                case .processing: .processing
                case .done: .done
                case .paused:
                    status.code == Self.supplement
                        ? .supplement : status.code == Self.payment ? .payment : .stopped
                }
            }, finished: Set(statuses.values.filter { $0.clock == .stop }.map(\.code)))
    }
}
