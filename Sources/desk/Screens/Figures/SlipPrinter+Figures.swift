import Forms
import Models

extension SlipPrinter {
    /// Prints a report on A4 across; where no printer is configured it is saved as a PDF.
    func print(_ report: PeriodReportDocument) async -> Result<Outcome, Failure> {
        let stem = "bao-cao-\(report.report.by.rawValue)-\(report.report.from.iso)-\(report.report.to.iso)"
        return await print(report, as: stem + ".pdf", title: stem, ["--report"])
    }
}
