import APIClient
import Forms
import Models

extension SlipPrinter {
    /// Prints a day's receipts for the tax authority; where no printer is configured it is saved as a PDF.
    func print(_ paper: ReceiptSummaryDocument) async -> Result<Outcome, Failure> {
        let stem = "th-bldt-\(paper.summary.date.iso)"
        return await print(paper, as: stem + ".pdf", title: stem, ["--receipt-summary"])
    }
}

extension ReceiptSummaryDocument {
    /// As it is printed for the officer's unit.
    init(_ summary: ReceiptSummary, _ desk: Desk, _ me: Me) {
        self.init(
            authority: summary.unit.name, desk: Strings.Slip.desk.text(.vi),
            place: desk.config.place.name ?? UnitName.place(summary.unit.name), date: desk.today,
            summary: summary, training: me.training)
    }
}

extension Desk {
    /// Saves a day's receipts for the tax authority as the server gives them.
    ///
    /// - Parameter format: `xml` or `csv`.
    func saveReceiptSummary(of day: LocalDate, as format: String) async -> TableFile.Outcome {
        let folder = printer.folder
        let result = await ask { client throws(APIError) in
            try await client.receiptSummaryFile(day: day, format: format)
        }
        return switch result {
        case .failure(let error): .refused(error)
        case .success(let file): TableFile.save(file, as: "th-bldt-\(day.iso)", in: folder, ending: format)
        }
    }

    /// Saves the electronic receipt as the server gives it.
    func saveXML(of receipt: Receipt) async -> TableFile.Outcome {
        let folder = printer.folder
        let name = SlipPrinter.plain(
            "bien-lai-\(receipt.symbol)-\(SlipContent.receiptNumber(receipt.number))")
        let result = await ask { client throws(APIError) in try await client.receiptXML(receipt.id) }
        return switch result {
        case .failure(let error): .refused(error)
        case .success(let file): TableFile.save(file, as: name, in: folder, ending: "xml")
        }
    }
}
