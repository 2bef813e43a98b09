import Forms
import Models

extension SlipPrinter {
    /// Prints a report on A4 across; where no printer is configured it is saved as a PDF.
    func print(_ report: PeriodReportDocument) async -> Result<Outcome, Failure> {
        let period = report.report
        // A paper is in Vietnamese, and so is its name.
        let stem = Strings.Tables.report(period.by, period.from, period.to).vi
        return await print(report, as: stem + ".pdf", title: stem, ["--report"])
    }
}
