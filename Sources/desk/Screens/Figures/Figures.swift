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
}
