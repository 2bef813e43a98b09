import Forms
import HTTPTypes
import Models

/// The reports of a period, and the day as it goes.
enum ReportRoutes {
    /// The longest period, in days.
    private static let longest = 366

    static let all = [
        Route("getPeriodReport", .get, "/v1/reports/period", query: ["from", "to", "by"], handle: period),
        Route("getOnTimeReport", .get, "/v1/reports/on_time", query: ["from", "to", "by"], handle: onTime),
        Route("getDayFigures", .get, "/v1/reports/today") { call, central in
            try .json(try await DayReading.figures(of: call.requireGrant(), central, at: call.now))
        },
    ]

    private static func period(_ call: Call, _ central: Central) async throws -> Reply {
        let grouping = try call.choice("by", or: PeriodReport.Grouping.unit)
        let reading = try reading(call, central)
        let report = try await reading.period(by: grouping)
        guard call.wantsCSV else { return try .json(report) }
        return csv(
            call, "period", report.from, report.to, head: PeriodReportSheet.head,
            rows: PeriodReportSheet.rows(report, call.language))
    }

    private static func onTime(_ call: Call, _ central: Central) async throws -> Reply {
        let grouping = try call.choice("by", or: OnTimeReport.Grouping.unit)
        let reading = try reading(call, central)
        let report = try await reading.onTime(by: grouping)
        guard call.wantsCSV else { return try .json(report) }
        let total = OnTimeReport.Line(
            key: "", name: PeriodReportSheet.total.text(call.language), counts: report.total)
        return csv(
            call, "on-time", report.from, report.to,
            head: [
                Phrase("Mã", en: "Code"), Phrase("Tên", en: "Name"), Phrase("Đúng hạn", en: "On time"),
                Phrase("Quá hạn", en: "Overdue"), Phrase("Tổng", en: "All"),
                Phrase("Tỷ lệ đúng hạn (%)", en: "On-time rate (%)"),
            ],
            rows: (report.lines + [total]).map { line in
                let rate = line.counts.permille.map { "\($0 / 10),\($0 % 10)" } ?? ""
                return [line.key, line.name]
                    + [line.counts.onTime, line.counts.late, line.counts.total].map { "\($0)" }
                    + [rate]
            })
    }

    private static func csv(
        _ call: Call, _ name: String, _ from: LocalDate, _ to: LocalDate, head: [Phrase],
        rows: [[String]]
    ) -> Reply {
        let text = "\u{FEFF}" + ([head.map { $0.text(call.language) }] + rows).map(CSV.line).joined()
        return Reply(
            headers: ["content-disposition": "attachment; filename=\"\(name)-\(from.iso)-\(to.iso).csv\""],
            type: "text/csv; charset=utf-8", body: Array(text.utf8))
    }

    private static func reading(_ call: Call, _ central: Central) throws -> FigureReading {
        let (from, to) = (try call.day("from"), try call.day("to"))
        var faults: [InputFault] = []
        if to < from {
            faults.append(.init("/query/to", "before_from", "Ngày cuối không được trước ngày đầu."))
        } else if from.days(to: to) >= longest {
            faults.append(.init("/query/to", "too_long", "Một kỳ báo cáo có nhiều nhất \(longest) ngày."))
        }
        // Nothing can be said of it yet: what is due by then would count as late. A desk whose clock is wrong asks so.
        if from > call.today {
            faults.append(
                .init(
                    "/query/from", "in_future",
                    "Kỳ báo cáo chưa bắt đầu: hôm nay là \(call.today.display)."))
        }
        guard faults.isEmpty else { throw ProblemError.input(faults) }
        return FigureReading(
            period: FigurePeriod(from: from, to: to, now: call.now), scope: try call.requireGrant().scope,
            central: central)
    }
}

extension Call {
    /// A day that the query has to give.
    func day(_ name: String) throws -> LocalDate {
        guard let day = query[name].flatMap({ LocalDate(iso: $0) }) else {
            throw ProblemError(
                .invalidParameter,
                errors: [.init("/query/\(name)", "invalid_date", "Cần một ngày dạng 2026-11-30.")])
        }
        return day
    }

    /// One of a closed set of words.
    func choice<Choice: RawRepresentable & CaseIterable>(_ name: String, or absent: Choice) throws -> Choice
    where Choice.RawValue == String {
        guard let text = query[name] else { return absent }
        guard let choice = Choice(rawValue: text) else {
            let known = Choice.allCases.map(\.rawValue).joined(separator: ", ")
            throw ProblemError(
                .invalidParameter,
                errors: [.init("/query/\(name)", "invalid_choice", "Phải là một trong: \(known).")])
        }
        return choice
    }

    /// That of a table's titles: Vietnamese, unless the client asks for English before it.
    var language: Language {
        let first = (headers[.acceptLanguage] ?? "").split(separator: ",").first?.trimmed.lowercased() ?? ""
        return first.prefix { $0 != ";" && $0 != "-" } == "en" ? .en : .vi
    }

    /// Whether the client asks for a table that a spreadsheet opens.
    var wantsCSV: Bool {
        (headers[.accept] ?? "").split(separator: ",").contains {
            $0.prefix { $0 != ";" }.trimmed.lowercased() == "text/csv"
        }
    }
}
