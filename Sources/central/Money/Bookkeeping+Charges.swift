import Forms
import GRDB
import Models

extension Bookkeeping {
    /// Whose charges are meant, and what is known of them outside the ledger.
    struct Debtor: Sendable {
        var dossier: Dossier
        /// The fees of the procedure's version that the dossier came in under: they say when each is collected.
        var fees: [FeeRule]
        /// What the dossier's history says was paid, for dossiers from before there was a ledger.
        var paidBefore = 0
    }

    /// What the ledger has of one fee of a quote.
    private struct Booked {
        /// What the quote said when it was booked last.
        var quoted = 0
        /// What is charged, less what was given back and is no longer owed.
        var net = 0
    }

    /// Books what the frozen quote says and is not booked yet; where the quote is another by now, the difference to what is
    /// charged. What was given back stays so while its fee is as it was; once the fee is another, the whole of it is owed:
    /// a wrong amount is given back, put right, and collected anew. Asked again, it changes nothing.
    func charge(_ database: Database, _ debtor: Debtor) throws {
        let dossier = debtor.dossier
        let known = try ChargeTable.all(database, of: dossier.id)
        let fromQuote = known.filter { $0.source == .quote || $0.source == .amendment }
        var booked: [String: Booked] = [:]
        for charge in known where [.quote, .amendment, .refund].contains(charge.source) {
            var fee = booked[charge.feeCode] ?? Booked()
            fee.net += charge.amount
            if charge.source != .refund { fee.quoted = fee.net }
            booked[charge.feeCode] = fee
        }
        for line in dossier.quote.lines {
            let fee = booked.removeValue(forKey: line.feeCode) ?? Booked()
            let difference = line.amount - fee.net
            guard line.amount != fee.quoted, difference != 0 else { continue }
            try add(
                database, to: dossier, feeCode: line.feeCode, name: line.name, kind: line.kind,
                amount: difference, basis: line.basis,
                collect: debtor.fees.first { $0.code == line.feeCode }?.collect ?? .before,
                source: fromQuote.isEmpty ? .quote : .amendment)
        }
        // What the quote no longer asks for.
        for (code, fee) in booked.sorted(by: { $0.key < $1.key }) where fee.quoted != 0 && fee.net != 0 {
            guard let charge = fromQuote.first(where: { $0.feeCode == code }) else { continue }
            try add(
                database, to: dossier, feeCode: code, name: charge.name, kind: charge.kind, amount: -fee.net,
                basis: charge.basis, collect: charge.collect, source: .amendment)
        }
        if known.isEmpty, debtor.paidBefore > 0 {
            try LedgerTable.post(
                database, "earlier", subject: dossier.id, unit: dossier.unit.code, officer: nil, at: at,
                [
                    .init(account: .dossier(dossier.id), amount: -debtor.paidBefore),
                    .init(account: .earlier(dossier.unit.code), amount: debtor.paidBefore),
                ])
        }
    }

    /// One charge more; a negative one takes away.
    func add(
        _ database: Database, to dossier: Dossier, feeCode: String, name: String, kind: FeeKind, amount: Int,
        basis: String, collect: FeeCollection, source: ChargeSource, reason: String? = nil
    ) throws {
        let unit = dossier.unit.code
        let charge = Charge(
            id: UUIDv7.make(), dossier: dossier.id, feeCode: feeCode, name: name, kind: kind, amount: amount,
            basis: basis, collect: collect, source: source, reason: reason, at: at,
            officer: officer?.reference)
        try ChargeTable.insert(database, charge, unit: unit)
        try LedgerTable.post(
            database, "charge", subject: charge.id, unit: unit, officer: officer?.id, at: at,
            [
                .init(account: .dossier(dossier.id), amount: amount),
                .init(account: .fee(kind, unit), amount: -amount),
            ])
    }

    /// A payment was asked for on the way: what is owed by then is charged, as far as it is not yet.
    func chargeRequest(_ database: Database, _ debtor: Debtor, owed: Int, reason: String?) throws {
        try charge(database, debtor)
        let dossier = debtor.dossier
        let missing = owed - (try LedgerTable.balance(database, .dossier(dossier.id)))
        guard missing > 0 else { return }
        let rule = debtor.fees.first
        try add(
            database, to: dossier, feeCode: "yeu_cau", name: "Khoản thu theo yêu cầu nộp phí, lệ phí",
            kind: rule?.kind ?? .lePhi, amount: missing, basis: rule?.basis ?? "Yêu cầu nộp phí, lệ phí",
            collect: .before, source: .request, reason: reason)
    }

    /// What was asked for at a moment is asked for no more: as far as it was charged, the charge is taken back.
    func takeBackRequest(_ database: Database, _ debtor: Debtor, of moment: Instant) throws {
        let dossier = debtor.dossier
        let requests = try ChargeTable.all(database, of: dossier.id).filter {
            $0.source == .request && $0.at == moment
        }
        let charged = requests.reduce(0) { $0 + $1.amount }
        let surplus = min(charged, try LedgerTable.balance(database, .dossier(dossier.id)))
        guard surplus > 0, let last = requests.last else { return }
        try add(
            database, to: dossier, feeCode: last.feeCode, name: last.name, kind: last.kind, amount: -surplus,
            basis: last.basis, collect: last.collect, source: .request)
    }

    // MARK: Reading

    /// A dossier's money as the ledger has it. Where nothing is booked yet, what its quote will be booked as.
    static func charges(_ database: Database, _ debtor: Debtor, at now: Instant) throws -> DossierCharges {
        let dossier = debtor.dossier
        var items = try ChargeTable.all(database, of: dossier.id)
        let revision = items.count
        var owed = try LedgerTable.balance(database, .dossier(dossier.id))
        if items.isEmpty {
            items = dossier.quote.lines.filter { $0.amount != 0 }.map { line in
                Charge(
                    id: dossier.id, dossier: dossier.id, feeCode: line.feeCode, name: line.name,
                    kind: line.kind, amount: line.amount, basis: line.basis,
                    collect: debtor.fees.first { $0.code == line.feeCode }?.collect ?? .before,
                    source: .quote, at: dossier.submittedAt)
            }
            owed = dossier.quote.total - debtor.paidBefore
        }
        let total = items.reduce(0) { $0 + $1.amount }
        let refunded = -items.filter { $0.source == .refund }.reduce(0) { $0 + $1.amount }
        let before = items.filter { $0.collect == .before }.reduce(0) { $0 + $1.amount }
        let net = total - owed
        return DossierCharges(
            dossier: dossier.id, code: dossier.code, items: items, total: total, paid: net + refunded,
            refunded: refunded, owed: owed, dueNow: max(0, min(owed, before - net)),
            pendingPayment: try PaymentTable.pendingID(database, of: dossier.id), revision: revision)
    }

    /// What of a payment is for which fee: first what has to be paid before the work begins, then in the order of the
    /// charges. A fee that was paid is never paid again.
    func lines(_ database: Database, of dossier: ID, amount: Int) throws -> [PaymentLine] {
        let charges = try ChargeTable.all(database, of: dossier).filter { $0.source != .refund }
        var paid = try PaymentTable.paidByFee(database, of: dossier)
        var order: [String] = []
        var open: [String: PaymentLine] = [:]
        let sorted = charges.filter { $0.collect == .before } + charges.filter { $0.collect != .before }
        for charge in sorted {
            if open[charge.feeCode] == nil {
                order.append(charge.feeCode)
                open[charge.feeCode] = PaymentLine(
                    feeCode: charge.feeCode, name: charge.name, kind: charge.kind, amount: 0,
                    basis: charge.basis)
                open[charge.feeCode]?.amount = -(paid.removeValue(forKey: charge.feeCode) ?? 0)
            }
            open[charge.feeCode]?.amount += charge.amount
        }
        var rest = amount
        var lines: [PaymentLine] = []
        for code in order {
            guard var line = open[code], line.amount > 0, rest > 0 else { continue }
            line.amount = min(line.amount, rest)
            rest -= line.amount
            lines.append(line)
        }
        guard rest == 0 else { throw ProblemError(.nothingOwed) }
        return lines
    }
}
