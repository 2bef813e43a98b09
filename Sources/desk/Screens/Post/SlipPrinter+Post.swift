import Forms
import Models

extension SlipPrinter {
    /// Prints a manifest for both sides to sign; where no printer is configured it is saved as a PDF.
    func print(_ paper: ManifestDocument) async -> Result<Outcome, Failure> {
        let code = paper.manifest.code
        return await print(paper, as: Self.plain("bang-ke-" + code) + ".pdf", title: code, ["--manifest"])
    }

    /// Prints labels, a page each.
    func print(_ paper: ShipmentLabels) async -> Result<Outcome, Failure> {
        let first = paper.shipments.first?.trackingNumber ?? ""
        let name = paper.shipments.count == 1 ? first : "\(first)-\(paper.shipments.count)"
        return await print(paper, as: Self.plain("nhan-" + name) + ".pdf", title: first, ["--labels"])
    }
}
