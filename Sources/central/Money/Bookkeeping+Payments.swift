import Forms
import GRDB
import Models

extension Bookkeeping {
    /// A payment that is asked for.
    struct Asked: Sendable {
        var id: ID = UUIDv7.make()
        /// The receipt's, where cash is taken.
        var receiptID: ID = UUIDv7.make()
        var debtor: Debtor
        var unit: UnitRef
        var method: PaymentMethod
        var amount: Int
        var tendered: Int?
        var desk: String?
        var payerName: String
        var payerAddress: String?
        /// Under which the platform knows it; made from the dossier's code where nil.
        var lookupCode: String?
    }

    /// Takes cash, or asks for a transfer or an online payment. Cash is paid at once, with its receipt.
    ///
    /// - Throws: While another payment for the dossier is on its way, or where less is owed: nothing is charged twice.
    func take(_ database: Database, _ asked: Asked) throws -> PaymentTable.Stored {
        let dossier = asked.debtor.dossier
        try charge(database, asked.debtor)
        if let pending = try PaymentTable.pendingID(database, of: dossier.id) {
            throw ProblemError(.paymentPending, headers: ["location": "/v1/payments/\(pending)"])
        }
        try Self.checkNotCollected(database, of: dossier.id)
        let owed = try LedgerTable.balance(database, .dossier(dossier.id))
        guard owed > 0 else { throw ProblemError(.nothingOwed) }
        guard asked.amount <= owed else {
            throw ProblemError.input([
                .init(
                    "/amount", "more_than_owed",
                    "Hồ sơ chỉ còn phải nộp \(Money(owed).display), không thu \(Money(asked.amount).display).",
                    hint: "Nhập lại số tiền, nhiều nhất \(Money(owed).display).")
            ])
        }
        let id = asked.id
        var payment = Payment(
            id: id, dossier: dossier.id, dossierCode: dossier.code, unit: asked.unit, method: asked.method,
            state: .pending, amount: asked.amount, refunded: 0, lines: [], officer: officer?.reference,
            createdAt: at, tendered: asked.tendered, refunds: [])
        var content = PaymentTable.Content(
            payerName: asked.payerName, payerAddress: asked.payerAddress,
            procedureCode: dossier.procedure.code, procedureName: dossier.procedure.name)
        switch asked.method {
        case .cash: payment.session = try drawer(database, unit: asked.unit, desk: asked.desk)
        case .transfer:
            let settings = try CollectionTable.settings(database, unit: asked.unit.code).settings
            guard let beneficiary = settings.beneficiary(of: dossier.procedure.code) else {
                throw ProblemError(.noBeneficiary)
            }
            do throws(VietQRError) {
                content.vietqr = try VietQR(
                    bank: beneficiary.bank, account: beneficiary.account, amount: asked.amount,
                    purpose: dossier.code
                ).payload
            } catch {
                throw ProblemError(.noBeneficiary, detail: "Mã QR không lập được: \(error.rawWords)")
            }
            content.beneficiary = beneficiary
        case .online:
            payment.lookupCode = try asked.lookupCode ?? lookupCode(database, dossier.code)
        // Nobody asks for it: the post's word alone makes it.
        case .cod: throw ProblemError(.forbidden)
        }
        let stored = PaymentTable.Stored(payment: payment, person: officer?.person, content: content)
        try PaymentTable.insert(database, stored, seal: seal)
        guard asked.method == .cash else {
            try audit(
                database, "ask", id, unit: asked.unit.code,
                ["code": dossier.code, "method": asked.method.rawValue, "amount": String(asked.amount)])
            try announce(database, "ask", of: dossier.id)
            return try read(database, id)
        }
        try settle(database, stored, reference: nil, needsReceipt: true, receiptID: asked.receiptID)
        return try read(database, id)
    }

    /// Books money that came for a payment, and issues its receipt.
    ///
    /// - Parameter needsReceipt: Whether it is refused where no number is left. What has come already, over the bank or
    ///   the platform, is booked all the same; its receipt follows when the unit has numbers again.
    func settle(
        _ database: Database, _ stored: PaymentTable.Stored, reference: String?, needsReceipt: Bool,
        from source: LedgerAccount? = nil, receiptID: ID = UUIDv7.make()
    ) throws {
        let payment = stored.payment
        let unit = payment.unit.code
        let account = source ?? LedgerAccount.of(payment.method, unit: unit, session: payment.session)
        guard let account else { throw ProblemError(.cashSessionClosed) }
        let lines = try lines(database, of: payment.dossier, amount: payment.amount)
        try LedgerTable.post(
            database, "payment", subject: payment.id, unit: unit, officer: officer?.id, at: at,
            [
                .init(account: account, amount: payment.amount),
                .init(account: .dossier(payment.dossier), amount: -payment.amount),
            ])
        try PaymentTable.setPaid(database, payment.id, at: at, reference: reference)
        try PaymentTable.insert(database, lines, of: payment.id, dossier: payment.dossier)
        let receipt = try issue(database, stored, lines, replaces: nil, id: receiptID)
        if receipt == nil, needsReceipt { throw ProblemError(.receiptSeriesUsedUp) }
        try audit(
            database, "collect", payment.id, unit: unit,
            [
                "code": payment.dossierCode, "method": payment.method.rawValue,
                "amount": String(payment.amount), "receipt": receipt ?? "",
            ])
    }

    /// Gives a payment up that is on its way and never came.
    func cancel(_ database: Database, _ payment: Payment, to state: PaymentState, reason: String) throws {
        guard payment.state == .pending || payment.state == .unknown else {
            throw ProblemError(.paymentEnded)
        }
        try PaymentTable.setState(database, of: payment.id, to: state, note: reason)
        try audit(
            database, state == .failed ? "fail" : "cancel", payment.id, unit: payment.unit.code,
            ["code": payment.dossierCode])
        try announce(database, state == .failed ? "fail" : "cancel", of: payment.dossier)
    }

    /// Gives money back: the reverse of the entries by which it came, and what was given back is no longer owed. The
    /// receipt is void; one for what is left takes its place.
    ///
    /// - Throws: For the person who took it, and for more than is left of it.
    func refund(
        _ database: Database, _ stored: PaymentTable.Stored, _ request: RefundRequest, dossier: Dossier
    )
        throws -> Payment
    {
        let payment = stored.payment
        let officer = try acting()
        guard payment.state == .paid else { throw ProblemError(.paymentEnded, detail: Self.notPaid) }
        if officer.person == stored.person { throw ProblemError(.secondOfficer) }
        let left = payment.amount - (try PaymentTable.refunded(database, of: payment.id))
        guard left > 0 else { throw ProblemError(.paymentEnded, detail: "Khoản này đã hoàn hết.") }
        let amount = request.amount ?? left
        guard amount <= left else {
            throw ProblemError.input([
                .init(
                    "/amount", "more_than_paid",
                    "Chỉ còn \(Money(left).display) đã thu, không hoàn \(Money(amount).display) được.")
            ])
        }
        let unit = payment.unit.code
        if payment.method == .cash,
            try CashTable.open(database, officer: officer.id, unit: unit, desk: request.desk, on: at.date)
                == nil
        {
            throw ProblemError(
                .cashSessionClosed,
                detail: "Chưa mở ngăn tiền nào hôm nay để hoàn tiền mặt: mở ngăn tiền trước, rồi hoàn.")
        }
        let session =
            payment.method == .cash ? try drawer(database, unit: payment.unit, desk: request.desk) : nil
        guard let account = Self.refunding(payment, session: session) else {
            throw ProblemError(.cashSessionClosed)
        }
        if payment.method == .cash, try LedgerTable.balance(database, account) < amount {
            throw ProblemError(
                .cashSessionClosed,
                detail: "Ngăn tiền không đủ \(Money(amount).display) để hoàn; nộp thêm từ quỹ vào trước.")
        }
        let refund = PaymentRefund(
            id: UUIDv7.make(), amount: amount, reason: request.reason, officer: officer.reference, at: at,
            session: session)
        try PaymentTable.insert(database, refund, of: payment)
        try LedgerTable.post(
            database, "refund", subject: refund.id, unit: unit, officer: officer.id, at: at,
            [
                .init(account: .dossier(payment.dossier), amount: amount),
                .init(account: account, amount: -amount),
            ])
        var rest = try waive(database, stored, amount, dossier, reason: request.reason)
        rest.removeAll { $0.amount == 0 }
        let reason = "Hoàn tiền: " + request.reason
        if let receipt = try ReceiptTable.reference(database, ofPayment: payment.id) {
            try void(database, receipt.id, unit: unit, reason: reason)
            if !rest.isEmpty {
                guard try issue(database, stored, rest, replaces: receipt.id) != nil else {
                    throw ProblemError(.receiptSeriesUsedUp)
                }
            }
        }
        try audit(
            database, "refund", payment.id, unit: unit,
            ["code": payment.dossierCode, "amount": String(amount)])
        try announce(database, "refund", of: payment.dossier)
        return try read(database, payment.id).payment
    }

    /// What was given back is no longer owed: from the last line of the payment on.
    ///
    /// - Returns: What is left of each line.
    private func waive(
        _ database: Database, _ stored: PaymentTable.Stored, _ amount: Int, _ dossier: Dossier, reason: String
    ) throws -> [PaymentLine] {
        let charges = try ChargeTable.all(database, of: dossier.id)
        var lines = try remaining(database, stored.payment)
        var rest = amount
        for index in lines.indices.reversed() where rest > 0 {
            let part = min(lines[index].amount, rest)
            guard part > 0 else { continue }
            let line = lines[index]
            try add(
                database, to: dossier, feeCode: line.feeCode, name: line.name, kind: line.kind, amount: -part,
                basis: line.basis, collect: charges.first { $0.feeCode == line.feeCode }?.collect ?? .before,
                source: .refund, reason: reason)
            lines[index].amount -= part
            rest -= part
        }
        return lines
    }

    /// The lines of a payment less what went back: refunds take from the last line on. The refund that is under way does
    /// not count yet.
    private func remaining(_ database: Database, _ payment: Payment) throws -> [PaymentLine] {
        var lines = try PaymentTable.lines(database, of: payment.id)
        var gone = payment.refunded
        for index in lines.indices.reversed() where gone > 0 {
            let part = min(lines[index].amount, gone)
            lines[index].amount -= part
            gone -= part
        }
        return lines
    }

    /// What a payment's receipt has to say now.
    func remainingLines(_ database: Database, of payment: Payment) throws -> [PaymentLine] {
        try remaining(database, payment).filter { $0.amount > 0 }
    }

    func read(_ database: Database, _ id: ID) throws -> PaymentTable.Stored {
        guard let stored = try PaymentTable.find(database, id: id, scope: .everything, seal: seal) else {
            throw ProblemError(.notFound)
        }
        return stored
    }

    static let notPaid = "Khoản này chưa thu được, không có gì để hoàn hay lập biên lai."

    /// The dossier's code and the moment (domain: `MaHoSo` and `yyyyMMddHHmmss`); a later one where that is taken.
    private func lookupCode(_ database: Database, _ code: String) throws -> String {
        var moment = at
        while true {
            let day = moment.date
            func pad(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
            let clock = pad(moment.hour) + pad(moment.minute) + pad(Int((moment.seconds + 7 * 3600) % 60))
            let text = code + "\(day.year)" + pad(day.month) + pad(day.day) + clock
            if try PaymentTable.find(database, lookupCode: text, seal: seal) == nil { return text }
            moment = moment.adding(seconds: 1)
        }
    }
}

extension VietQRError {
    /// Vietnamese, for people.
    fileprivate var rawWords: String {
        switch self {
        case .bank: "mã ngân hàng thụ hưởng sai."
        case .account: "số tài khoản thụ hưởng sai."
        case .amount: "số tiền quá lớn."
        case .purpose, .bill: "mã hồ sơ quá dài."
        }
    }
}
