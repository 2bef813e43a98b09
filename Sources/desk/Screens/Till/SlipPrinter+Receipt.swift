import Forms
import Models

extension SlipPrinter {
    /// The modules of a code for the screen.
    func modules(of text: String) async -> Result<QRModules, Failure> {
        guard let program = find("desk-print") else {
            return .failure(Failure(words: Strings.Starting.printMissing))
        }
        let outcome = await run(program, ["--code"], Array(text.utf8), Self.typesetting)
        guard let outcome, outcome.code == 0, let modules = QRModules(outcome.output) else {
            let line = outcome?.complaint.split(separator: "\n").first.map(String.init)
            return .failure(Failure(words: Strings.Slip.saveFailed(line ?? program)))
        }
        return .success(modules)
    }

    /// Prints a receipt, or what stands for one; where no printer is configured it is saved as a PDF.
    func print(_ paper: ReceiptDocument) async -> Result<Outcome, Failure> {
        let again = paper.reprint > 0 ? "-in\(paper.reprint + 1)" : ""
        let number = paper.number.map { "-" + SlipContent.receiptNumber($0) } ?? ""
        let stem = "\(paper.kind.rawValue)-\(paper.code)\(number)\(again)"
        let name = String(
            stem.unicodeScalars.map { scalar in
                let isPlain =
                    scalar.isASCII
                    && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "."
                        || scalar == "-")
                return isPlain ? Character(scalar) : "_"
            })
        return await print(paper, as: name + ".pdf", title: paper.code, ["--receipt"])
    }
}

extension ReceiptDocument {
    /// How to make a transfer, with its code.
    init(transfer payment: Payment, me: Me, place: String?, training: Bool) {
        self.init(
            kind: .transfer, authority: me.unit.name, desk: Strings.Slip.desk.text(.vi),
            place: place ?? UnitName.place(me.unit.name), at: payment.createdAt, code: payment.dossierCode,
            procedureName: "", payerName: payment.dossierCode,
            lines: [
                PaymentLine(
                    feeCode: "", name: Strings.Till.feeLine.vi, kind: .lePhi, amount: payment.amount,
                    basis: "")
            ], method: .transfer, vietqr: payment.vietqr, beneficiary: payment.beneficiary,
            training: training)
    }
}
