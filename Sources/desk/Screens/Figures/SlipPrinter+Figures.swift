import Forms
import Models

extension SlipPrinter {
    /// Prints a report on A4 across; where no printer is configured it is saved as a PDF.
    func print(_ report: PeriodReportDocument) async -> Result<Outcome, Failure> {
        let stem = report.report.fileStem
        return await print(report, as: stem + ".pdf", title: stem, ["--report"])
    }
}

extension PeriodReport {
    /// The name of its files: `bao-cao-thu-tuc-2026-11-01-2026-11-30`.
    var fileStem: String {
        let what =
            switch by {
            case .unit: "don-vi"
            case .procedure: "thu-tuc"
            case .field: "linh-vuc"
            }
        return "bao-cao-\(what)-\(from.iso)-\(to.iso)"
    }
}
