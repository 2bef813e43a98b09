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
        from: LocalDate, to: LocalDate, by grouping: PeriodReport.Grouping
    ) async throws(APIError) -> [UInt8] {
        try await table("getPeriodReport", Self.target("period", from, to, grouping.rawValue))
    }

    /// `GET /v1/inboxes/{slug}` as a table for spreadsheets, in UTF-8: all of it, as far as the server gives it out.
    public func inboxTable(
        _ slug: String, filter: InboxFilter = InboxFilter()
    ) async throws(APIError) -> [UInt8] {
        try await table("getInbox", filter.target("/v1/inboxes/\(slug)"))
    }

    /// `GET /v1/search` as a table for spreadsheets, in UTF-8.
    public func searchTable(_ query: String, filter: SearchFilter = SearchFilter()) async throws(APIError)
        -> [UInt8]
    {
        try await table(
            "search", filter.target(Target("/v1/search").with("q", query.isEmpty ? nil : query)))
    }

    private static func target(_ name: String, _ from: LocalDate, _ to: LocalDate, _ by: String) -> Target {
        let target: Target = "/v1/reports/\(name)"
        return target.with("from", from.iso).with("to", to.iso).with("by", by)
    }

    func table(_ operation: String, _ target: Target) async throws(APIError) -> [UInt8] {
        var limits = Self.patience
        limits.body = Self.largestTable
        var call = Call.get(operation, target, limits: limits)
        call.request.headers.append(Header("Accept", "text/csv, application/problem+json"))
        let response = try await answer(to: call)
        guard response.mediaType == "text/csv" else { throw .garbage(.contentType(response.mediaType)) }
        return response.body
    }
}
