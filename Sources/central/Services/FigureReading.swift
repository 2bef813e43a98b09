import Forms
import Models

/// Makes the figures of a period: every dossier of the scope is judged once, page by page, in one pass.
struct FigureReading: Sendable {
    /// Dossiers that are held at a time.
    private static let page = 1_000

    var period: FigurePeriod
    var scope: Scope
    var central: Central

    func period(by grouping: PeriodReport.Grouping) async throws -> PeriodReport {
        var names: [String: String] = [:]
        var counts: [String: PeriodCounts] = [:]
        try await each { line, statuses, calendar in
            let facts = line.facts
            let (key, name) =
                switch grouping {
                case .unit: (facts.unit, line.unitName)
                case .procedure: (facts.procedure, line.procedureName)
                case .field: (facts.field, line.fieldName)
                }
            guard counts[key, default: PeriodCounts()].add(facts, in: period, statuses, calendar) else {
                return
            }
            names[key] = name
        }
        let lines = names.sorted { $0.key < $1.key }.map {
            PeriodReport.Line(key: $0.key, name: $0.value, counts: counts[$0.key] ?? PeriodCounts())
        }
        return PeriodReport(
            from: period.from, to: period.to, by: grouping, at: period.end, lines: lines,
            total: lines.reduce(PeriodCounts()) { $0 + $1.counts })
    }

    func onTime(by grouping: OnTimeReport.Grouping) async throws -> OnTimeReport {
        var names: [String: String] = [:]
        var counts: [String: OnTimeCounts] = [:]
        // Of dossiers, whoever they count for: one that is on time does so for several officers.
        var total = OnTimeCounts()
        try await each(withAssignees: grouping == .officer) { line, statuses, calendar in
            guard let judgement = OnTimeJudgement(line.facts, in: period, statuses, calendar) else { return }
            total.add(judgement)
            if grouping == .unit { names[line.facts.unit] = line.unitName }
            let officers = judgement.officers.isEmpty ? [""] : judgement.officers
            for key in grouping == .unit ? [line.facts.unit] : officers {
                counts[key, default: OnTimeCounts()].add(judgement)
            }
        }
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

    /// Every dossier that may count, with its term where it has no appointment that it could be held against.
    private func each(
        withAssignees: Bool = false, _ body: (FigureTable.Line, FigureStatuses, WorkCalendar) throws -> Void
    ) async throws {
        let statuses = FigureStatuses(try await central.catalogue.statuses(on: period.to))
        let (scope, period, seal) = (scope, period, central.seal)
        // Days off that became known after the period belong to it as well.
        let today = central.clock.now().date
        var calendar: WorkCalendar?
        var after: FigureTable.Position?
        repeat {
            let position = after
            let lines = try await central.store.read {
                try FigureTable.page(
                    $0, scope: scope, period: period, after: position, limit: Self.page,
                    withAssignees: withAssignees, seal: seal)
            }
            for var line in lines {
                if calendar?.unit != line.facts.unit {
                    calendar = try await central.catalogue.calendar(line.facts.unit, on: today)
                }
                if line.facts.due == nil {
                    line.facts.term = try await central.catalogue.procedure(
                        line.facts.procedure, version: line.version)?.cases.first {
                            $0.code == line.caseCode
                        }?
                        .time
                }
                if let calendar { try body(line, statuses, calendar) }
            }
            after = lines.count < Self.page ? nil : lines.last?.position
        } while after != nil
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
