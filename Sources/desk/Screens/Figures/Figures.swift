import APIClient
import Forms
import Models

/// What the server says of a period.
struct Figures: Sendable, Hashable {
    var period: PeriodReport
    var units: OnTimeReport
    var officers: OnTimeReport

    /// As it is printed for the officer's unit.
    func document(_ desk: Desk, _ me: Me) -> PeriodReportDocument {
        PeriodReportDocument(
            authority: me.unit.name, desk: Strings.Slip.desk.text(.vi),
            place: desk.config.place.name ?? UnitName.place(me.unit.name), date: desk.today, report: period,
            onTime: units.total, training: me.training)
    }

    /// Fetches them; nothing where one part is not answered.
    static func load(
        _ client: Client, from: LocalDate, to: LocalDate, by: PeriodReport.Grouping
    ) async throws(APIError) -> Figures {
        Figures(
            period: try await client.periodReport(from: from, to: to, by: by),
            units: try await client.onTimeReport(from: from, to: to, by: .unit),
            officers: try await client.onTimeReport(from: from, to: to, by: .officer))
    }

    /// Saves the period's table as the server gives it.
    func save(_ desk: Desk, in language: Language) async -> TableFile.Outcome {
        let period = period
        let name = Strings.Tables.report(period.by, period.from, period.to)
        return await desk.saveTable(as: name, in: language) { client throws(APIError) in
            try await client.periodTable(
                from: period.from, to: period.to, by: period.by, in: language)
        }
    }
}
