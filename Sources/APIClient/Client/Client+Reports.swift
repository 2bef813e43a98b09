import Forms
import Models

extension Client {
    /// A report reads every dossier of its period; a year of a province takes its time.
    private static let patience = Limits(total: 120_000, stall: 0)
    /// 50,000 rows of a list.
    private static let largestTable = 64 << 20

    /// `GET /v1/reports/period`
    public func periodReport(
        from: LocalDate, to: LocalDate, by grouping: PeriodReport.Grouping
    ) async throws(APIError) -> PeriodReport {
        try await value(
            .get(
                "getPeriodReport", Self.target("period", from, to, grouping.rawValue), limits: Self.patience))
    }

    /// `GET /v1/reports/on_time`: as Decision 766/QĐ-TTg counts it.
    public func onTimeReport(
        from: LocalDate, to: LocalDate, by grouping: OnTimeReport.Grouping
    ) async throws(APIError) -> OnTimeReport {
        try await value(
            .get(
                "getOnTimeReport", Self.target("on_time", from, to, grouping.rawValue), limits: Self.patience)
        )
    }

    /// `GET /v1/reports/today`
    public func dayFigures() async throws(APIError) -> DayFigures {
        try await value(.get("getDayFigures", "/v1/reports/today"))
    }

    /// `GET /v1/reports/period` as a table for spreadsheets, in UTF-8.
    public func periodTable(
        from: LocalDate, to: LocalDate, by grouping: PeriodReport.Grouping, in language: Language = .vi
    ) async throws(APIError) -> [UInt8] {
        try await table("getPeriodReport", Self.target("period", from, to, grouping.rawValue), in: language)
    }

    /// `GET /v1/inboxes/{slug}` as a table for spreadsheets, in UTF-8: all of it, as far as the server gives it out.
    public func inboxTable(
        _ slug: String, filter: InboxFilter = InboxFilter(), in language: Language = .vi
    ) async throws(APIError) -> [UInt8] {
        try await table("getInbox", filter.target("/v1/inboxes/\(slug)"), in: language)
    }

    /// `GET /v1/search` as a table for spreadsheets, in UTF-8.
    public func searchTable(
        _ query: String, filter: SearchFilter = SearchFilter(), in language: Language = .vi
    ) async throws(APIError) -> [UInt8] {
        try await table(
            "search", filter.target(Target("/v1/search").with("q", query.isEmpty ? nil : query)),
            in: language)
    }

    private static func target(_ name: String, _ from: LocalDate, _ to: LocalDate, _ by: String) -> Target {
        let target: Target = "/v1/reports/\(name)"
        return target.with("from", from.iso).with("to", to.iso).with("by", by)
    }

    /// - Parameter language: Of the titles of its columns; what stands below them is as it was written.
    func table(
        _ operation: String, _ target: Target, in language: Language = .vi
    ) async throws(APIError) -> [UInt8] {
        var limits = Self.patience
        limits.body = Self.largestTable
        var call = Call.get(operation, target, limits: limits)
        call.request.headers.append(Header("Accept", "text/csv, application/problem+json"))
        if language != .vi { call.request.headers.append(Header("Accept-Language", language.rawValue)) }
        let response = try await answer(to: call)
        guard response.mediaType == "text/csv" else { throw .garbage(.contentType(response.mediaType)) }
        return response.body
    }
}
