import Forms
import GRDB
import Models

extension Bookkeeping {
    /// Issues a receipt under the unit's next number; nil where no series has one left this year.
    func issue(
        _ database: Database, _ stored: PaymentTable.Stored, _ lines: [PaymentLine], replaces: ID?,
        payerName: String? = nil, payerAddress: String? = nil, id: ID = UUIDv7.make()
    ) throws -> ID? {
        let payment = stored.payment
        let unit = payment.unit.code
        guard let taken = try ReceiptSeriesTable.take(database, unit: unit, year: at.date.year) else {
            return nil
        }
        let link = ReceiptChain.Link(
            series: taken.series, template: taken.template, symbol: taken.symbol, number: taken.number,
            unit: unit, payment: payment.id, dossierCode: payment.dossierCode,
            procedureName: stored.content.procedureName, payerName: payerName ?? stored.content.payerName,
            payerAddress: payerAddress ?? stored.content.payerAddress, method: payment.method, lines: lines,
            issuedAt: at, replaces: replaces)
        let hash = try ReceiptChain.hash(link, after: taken.hash)
        try ReceiptTable.insert(
            database, id: id, link, dossier: payment.dossier, officer: officer?.id, previous: taken.hash,
            hash: hash, seal: seal)
        try ReceiptSeriesTable.setHash(database, of: taken.series, to: hash)
        return id
    }

    /// A receipt holds no more. It stays, with who and why.
    func void(_ database: Database, _ receipt: ID, unit: String, reason: String) throws {
        let series = try ReceiptTable.series(database, of: receipt)
        let previous = try ReceiptSeriesTable.hash(database, of: series)
        let void = ReceiptChain.Void(receipt: receipt, at: at, officer: try acting().id, reason: reason)
        let hash = try ReceiptChain.hash(void, after: previous)
        try ReceiptTable.insert(database, void, unit: unit, previous: previous, hash: hash)
        try ReceiptSeriesTable.setHash(database, of: series, to: hash)
    }

    /// Makes a receipt void by itself: the payment is without one until another is issued.
    func voidReceipt(_ database: Database, _ receipt: Receipt, reason: String) throws -> Receipt {
        guard receipt.state == .valid else { throw ProblemError(.receiptVoid) }
        try void(database, receipt.id, unit: receipt.unit.code, reason: reason)
        try audit(
            database, "receipt_void", receipt.id, unit: receipt.unit.code,
            ["symbol": receipt.symbol, "number": String(receipt.number)])
        try announce(database, "receipt_void", of: receipt.dossier)
        return try readReceipt(database, receipt.id)
    }

    /// Puts another in a receipt's place, for what is left of the payment. One that is void already may still be replaced.
    func replace(_ database: Database, _ receipt: Receipt, _ request: ReceiptReplacement) throws -> Receipt {
        guard receipt.state != .replaced else { throw ProblemError(.receiptVoid) }
        let stored = try read(database, receipt.payment)
        let standing = try ReceiptTable.reference(database, ofPayment: receipt.payment)
        guard standing == nil || standing?.id == receipt.id else { throw ProblemError(.receiptVoid) }
        let lines = try remainingLines(database, of: stored.payment)
        guard !lines.isEmpty else {
            throw ProblemError(
                .receiptVoid, detail: "Tiền đã hoàn hết, không còn gì để lập biên lai thay thế.")
        }
        if receipt.state == .valid {
            try void(database, receipt.id, unit: receipt.unit.code, reason: request.reason)
        }
        let id = try issue(
            database, stored, lines, replaces: receipt.id, payerName: request.payerName ?? receipt.payerName,
            payerAddress: request.payerAddress ?? receipt.payerAddress)
        guard let id else { throw ProblemError(.receiptSeriesUsedUp) }
        try audit(
            database, "receipt_replace", receipt.id, unit: receipt.unit.code,
            ["symbol": receipt.symbol, "number": String(receipt.number), "by": id])
        try announce(database, "receipt_replace", of: receipt.dossier)
        return try readReceipt(database, id)
    }

    /// The receipt of a payment that was booked when no number was left.
    func issueLate(_ database: Database, _ stored: PaymentTable.Stored) throws -> Receipt {
        guard stored.payment.state == .paid else {
            throw ProblemError(.paymentEnded, detail: Self.notPaid)
        }
        guard stored.payment.receipt == nil else {
            throw ProblemError(.paymentEnded, detail: "Khoản này đã có biên lai.")
        }
        let lines = try remainingLines(database, of: stored.payment)
        guard !lines.isEmpty else {
            throw ProblemError(.paymentEnded, detail: "Tiền đã hoàn hết, không còn gì để lập biên lai.")
        }
        guard let id = try issue(database, stored, lines, replaces: nil) else {
            throw ProblemError(.receiptSeriesUsedUp)
        }
        try audit(database, "receipt_issue", id, unit: stored.payment.unit.code)
        try announce(database, "receipt_issue", of: stored.payment.dossier)
        return try readReceipt(database, id)
    }

    func readReceipt(_ database: Database, _ id: ID) throws -> Receipt {
        guard let receipt = try ReceiptTable.find(database, id: id, scope: .everything, seal: seal) else {
            throw ProblemError(.notFound)
        }
        return receipt
    }
}
