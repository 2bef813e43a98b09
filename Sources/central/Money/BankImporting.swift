import Forms
import GRDB
import Models

/// A bank's file held against the transfers that are waited for: each line is one of them, or somebody's work.
struct BankImporting: Sendable {
    let central: Central
    let call: Call
    let grant: Grant

    private struct Prepared: Sendable {
        var file: BankFile
        var unit: UnitRef
        /// What is known of the dossiers whose transfers are waited for, by the payment.
        var grounds: [ID: MoneyGround]
    }

    init(_ call: Call, _ central: Central) throws {
        self.central = central
        self.call = call
        grant = try call.requireGrant()
    }

    func perform() async throws -> Reply {
        try await central.effectOnce.perform(call) {
            try await prepare()
        } effect: { database, prepared in
            try .json(try take(database, prepared), status: 201)
        }
    }

    private func prepare() async throws -> Prepared {
        let file: BankFile
        do throws(BankFileError) {
            file = try BankFile(call.body)
        } catch {
            throw ProblemError(.invalidBody, detail: error.words)
        }
        let units = grant.officer.assignments.filter { $0.role == .cashier }.map(\.unit)
        guard let code = units.contains(grant.officer.unit) ? grant.officer.unit : units.first else {
            throw ProblemError(.forbidden)
        }
        let (today, scope, seal) = (call.today, Scope(units: [code]), central.seal)
        let (name, awaited) = try await central.store.read { database in
            (
                try OfficerTable.unitName(database, code: code, on: today),
                try PaymentTable.awaited(database, method: .transfer, scope: scope, seal: seal)
            )
        }
        var grounds: [ID: MoneyGround] = [:]
        for stored in awaited
        where file.lines.contains(where: {
            $0.amount == stored.payment.amount && $0.names(stored.payment.dossierCode)
        }) {
            grounds[stored.payment.id] = try await MoneyGround(
                ofDossier: stored.payment.dossier, central, on: today)
        }
        return Prepared(file: file, unit: UnitRef(code: code, name: name ?? code), grounds: grounds)
    }

    private func take(_ database: Database, _ prepared: Prepared) throws -> BankImport {
        let book = Bookkeeping(call, central, officer: grant.officer)
        var items = prepared.file.broken.map {
            BankLine(line: $0.number, outcome: .broken, message: $0.reason.text(.vi))
        }
        var amount = 0
        var awaited = try PaymentTable.awaited(
            database, method: .transfer, scope: Scope(units: [prepared.unit.code]), seal: central.seal)
        for line in prepared.file.lines {
            let item = try take(database, line, prepared, &awaited, book)
            if item.outcome != .known { amount += line.amount }
            items.append(item)
        }
        items.sort { $0.line < $1.line }
        func count(_ outcome: BankLineOutcome) -> Int { items.filter { $0.outcome == outcome }.count }
        let result = BankImport(
            lines: items.count, matched: count(.matched), known: count(.known), unmatched: count(.unmatched),
            broken: count(.broken), amount: amount, items: items)
        try book.audit(
            database, "bank_import", prepared.unit.code, unit: prepared.unit.code,
            ["lines": String(result.lines), "matched": String(result.matched)])
        return result
    }

    private func take(
        _ database: Database, _ line: BankFile.Line, _ prepared: Prepared,
        _ awaited: inout [PaymentTable.Stored], _ book: Bookkeeping
    ) throws -> BankLine {
        let unit = prepared.unit.code
        func answer(_ outcome: BankLineOutcome, _ message: String, _ code: String? = nil) -> BankLine {
            BankLine(
                line: line.number, outcome: outcome, reference: line.reference, amount: line.amount,
                dossierCode: code, message: message)
        }
        var reference = unit + ":" + line.reference
        func known() throws -> MoneyMessageTable.Known? {
            try MoneyMessageTable.known(database, .bank, reference: reference)
        }
        // Banks begin their numbers anew, by day or by account: only the same day and amount are the same money.
        if let before = try known(), before.amount != line.amount || before.day != line.day.iso {
            reference += "#\(line.day.iso)#\(line.amount)"
        }
        guard try known() == nil else { return answer(.known, "Đã ghi từ dòng hoặc tệp trước.") }
        let named = awaited.filter { line.names($0.payment.dossierCode) }
        let fitting = named.filter { $0.payment.amount == line.amount }
            .max { $0.payment.dossierCode.utf8.count < $1.payment.dossierCode.utf8.count }
        var owed = 0
        if let fitting { owed = try LedgerTable.balance(database, .dossier(fitting.payment.dossier)) }
        _ = try MoneyMessageTable.record(
            database, .bank, reference: reference, state: "paid", unit: unit, amount: line.amount,
            day: line.day, at: call.now, payment: fitting?.payment.id)
        if let fitting, owed >= line.amount, let ground = prepared.grounds[fitting.payment.id] {
            try book.confirm(database, fitting, reference: line.reference, ground, central)
            awaited.removeAll { $0.payment.id == fitting.payment.id }
            return answer(.matched, "Đã ghi nhận, đã lập biên lai.", fitting.payment.dossierCode)
        }
        let other = named.first?.payment
        let paid =
            other == nil
            ? try PaymentTable.named(database, by: line, unit: unit, seal: central.seal)?.payment : nil
        let reason: UnmatchedReason =
            fitting != nil || paid != nil
            ? .nothingOwed : other != nil ? .amountMismatch : .unknownCode
        let about = fitting?.payment ?? other ?? paid
        try book.keep(
            database, .bank, unit: prepared.unit, reference: reference, amount: line.amount, text: line.text,
            reason: reason, dossier: about?.dossier, dossierCode: about?.dossierCode, seal: central.seal)
        let words =
            switch reason {
            case .amountMismatch: "Số tiền không khớp với khoản chờ \(Money(about?.amount ?? 0).display)."
            case .nothingOwed: "Hồ sơ đã nộp hoặc không còn phải nộp."
            case .unknownCode, .unknownPayment:
                "Không thấy mã hồ sơ nào đang chờ chuyển khoản trong nội dung."
            }
        return answer(.unmatched, words, about?.dossierCode)
    }
}

extension BankFileError {
    /// Vietnamese, for people.
    fileprivate var words: String {
        switch self {
        case .empty: "Tệp không có dòng nào."
        case .encoding: "Tệp phải là UTF-8; lưu lại ở dạng CSV UTF-8."
        case .head: "Dòng đầu phải có các cột: ngày, số tiền, nội dung, mã giao dịch."
        case .tooLong: "Tệp quá dài: nhiều nhất \(Money(BankFile.mostLines).grouped) dòng một lần."
        }
    }
}
