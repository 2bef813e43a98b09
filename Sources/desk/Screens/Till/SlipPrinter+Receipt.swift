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
        await print(paper, as: Self.fileName(paper), title: paper.code, ["--receipt"])
    }

    /// Saves a receipt, or what stands for one, as a PDF.
    func save(_ paper: ReceiptDocument) async -> Result<Outcome, Failure> {
        await save(paper, as: Self.fileName(paper), ["--receipt"])
    }

    /// Kind, dossier, number and which print it is: letters, digits and a few signs only.
    static func fileName(_ paper: ReceiptDocument) -> String {
        let again = paper.reprint > 0 ? "-in\(paper.reprint + 1)" : ""
        let number = paper.number.map { "-" + SlipContent.receiptNumber($0) } ?? ""
        return plain("\(paper.kind.rawValue)-\(paper.code)\(number)\(again)") + ".pdf"
    }
}

extension ReceiptDocument {
    /// How to make a transfer, with its code.
    init(transfer payment: Payment, of item: OwingDossier?, me: Me, place: String?, training: Bool) {
        self.init(
            kind: .transfer, authority: me.unit.name, desk: Strings.Slip.desk.text(.vi),
            place: place ?? UnitName.place(me.unit.name), at: payment.createdAt, code: payment.dossierCode,
            procedureName: item?.procedureName ?? "", payerName: item?.applicantName ?? payment.dossierCode,
            lines: [
                PaymentLine(
                    feeCode: "", name: Strings.Till.feeLine.vi, kind: .lePhi, amount: payment.amount,
                    basis: "")
            ], method: .transfer, vietqr: payment.vietqr, beneficiary: payment.beneficiary,
            training: training)
    }

    /// Cash that was taken while no number could be had: it says that the receipt follows.
    init(provisional request: PaymentRequest, for item: OwingDossier, me: Me, desk: Desk) {
        self.init(
            kind: .provisional, authority: me.unit.name, desk: Strings.Slip.desk.text(.vi),
            place: desk.config.place.name ?? UnitName.place(me.unit.name), at: desk.now, code: item.code,
            procedureName: item.procedureName, payerName: request.payerName ?? item.applicantName,
            lines: [
                PaymentLine(
                    feeCode: "", name: Strings.Till.feeLine.vi, kind: .lePhi, amount: request.amount,
                    basis: "")
            ], method: .cash, officerName: me.officer.name, training: desk.isTraining)
    }

    /// A receipt as it is printed now: its prints say whether it is a reprint.
    init(_ receipt: Receipt, desk: Desk) {
        self.init(
            kind: .receipt, authority: receipt.unit.name, desk: Strings.Slip.desk.text(.vi),
            place: desk.config.place.name ?? UnitName.place(receipt.unit.name), at: receipt.issuedAt,
            template: receipt.template, symbol: receipt.symbol, number: receipt.number,
            code: receipt.dossierCode, procedureName: receipt.procedureName, payerName: receipt.payerName,
            payerAddress: receipt.payerAddress, lines: receipt.lines, method: receipt.method,
            officerName: receipt.officer?.name,
            replaces: receipt.replaces.map {
                Strings.Receipts.onPaper($0.symbol, SlipContent.receiptNumber($0.number))
            }, voidReason: receipt.state == .valid ? nil : receipt.voidReason, checkCode: receipt.hash,
            reprint: max(0, receipt.prints - 1), training: desk.isTraining)
    }
}
