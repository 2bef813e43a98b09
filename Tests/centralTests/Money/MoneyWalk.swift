import Forms
import Foundation
import GRDB
import Models
import Testing

@testable import central

/// Two cashiers who do at random whatever can be done with money, while the platform speaks out of order and the program
/// dies in between; and a reckoning of its own of what has to be there afterwards.
struct MoneyWalk {
    private struct Waiting {
        var payment: Payment
        var words: [PlatformMessage.Outcome]
    }

    private struct Drawer {
        var id: ID
        var officer: Int
        var cash: Int
    }

    /// Dies in the middle: what was written is gone with it.
    private struct Crash: Error {}

    let database: Database
    let officers: [Officer]
    let debtors: [Bookkeeping.Debtor]
    let unit: UnitRef
    private var random: SplitMix64
    private var moment: Instant
    private var drawers: [Drawer] = []
    private var waiting: [Waiting] = []
    private var transfers: [Payment] = []
    private var paid: [(id: ID, person: Int)] = []
    private var receipts: [ID] = []
    private let byID: [ID: Bookkeeping.Debtor]

    /// What has to be there, reckoned apart from the ledger.
    private struct Sums {
        var charged = 0
        var collected = 0
        var refunded = 0
        var differences = 0
        var issued = 0
    }

    /// What is forgotten again with an act that was undone: lists that only grow are cut off.
    private struct Remembered {
        var drawers: [Drawer]
        var waiting: [Waiting]
        var transfers: [Payment]
        var paid: Int
        var receipts: Int
        var sums: Sums
    }

    private var sums = Sums()
    private(set) var done: [String: Int] = [:]

    init(_ database: Database, officers: [Officer], debtors: [Bookkeeping.Debtor], seed: UInt64, at: Instant)
    {
        self.database = database
        self.officers = officers
        self.debtors = debtors
        unit = UnitRef(code: officers[0].unit, name: officers[0].unitName)
        byID = Dictionary(debtors.map { ($0.dossier.id, $0) }, uniquingKeysWith: { $1 })
        random = SplitMix64(seed: seed)
        moment = at
    }

    private mutating func forget(since before: Remembered) {
        (drawers, waiting, transfers) = (before.drawers, before.waiting, before.transfers)
        paid.removeLast(paid.count - before.paid)
        receipts.removeLast(receipts.count - before.receipts)
        sums = before.sums
    }

    private mutating func pick(_ count: Int) -> Int { Int.random(in: 0..<count, using: &random) }

    private func book(_ officer: Int?) -> Bookkeeping {
        Bookkeeping(
            at: moment, officer: officer.map { officers[$0] }, traceID: "", seal: .test,
            auditKey: TrainingPlatform.key)
    }

    // MARK: One act

    mutating func step() throws {
        moment = moment.adding(seconds: pick(3))
        let before = Remembered(
            drawers: drawers, waiting: waiting, transfers: transfers, paid: paid.count,
            receipts: receipts.count, sums: sums)
        let crashes = pick(20) == 0
        do {
            try database.inSavepoint {
                try act()
                if crashes { throw Crash() }
                return .commit
            }
        } catch is Crash {
            // Nothing of it happened; who did it does not know.
            forget(since: before)
            done["crash", default: 0] += 1
        } catch let problem as ProblemError {
            forget(since: before)
            done["refused " + problem.kind.rawValue, default: 0] += 1
        }
    }

    private mutating func act() throws {
        switch pick(100) {
        case 0..<45: try collect()
        case 45..<49: try ask(.transfer)
        case 49..<52: try ask(.online)
        case 52..<68: try hear()
        case 68..<73: try bank()
        case 73..<82: try refund()
        case 82..<86: try void()
        case 86..<92: try replace()
        case 92..<95: try open()
        case 95..<97: try move()
        default: try close()
        }
    }

    private mutating func note(_ what: String) { done[what, default: 0] += 1 }

    private mutating func charge(_ debtor: Bookkeeping.Debtor) throws -> Int {
        let amount = (pick(40) + 1) * 1_000
        try book(nil).add(
            database, to: debtor.dossier, feeCode: "phi\(pick(5))", name: "Phí thử", kind: .phi,
            amount: amount, basis: "Thử", collect: .before, source: .officer)
        sums.charged += amount
        return amount
    }

    private mutating func asked(_ method: PaymentMethod) throws -> Bookkeeping.Asked {
        let debtor = debtors[pick(debtors.count)]
        if pick(10) != 0 { _ = try charge(debtor) }
        let owed = try LedgerTable.balance(database, .dossier(debtor.dossier.id))
        // Now and then a part, now and then too much.
        let amount = pick(8) == 0 ? max(1, owed / 2) : pick(30) == 0 ? owed + 1 : owed
        return .init(
            debtor: debtor, unit: unit, method: method, amount: max(1, amount), payerName: "Nguyễn Văn Thử")
    }

    private mutating func collect() throws {
        let officer = pick(2)
        let stored = try book(officer).take(database, try asked(.cash))
        let payment = stored.payment
        try paidNow(payment, officer)
        let session = try #require(payment.session)
        if let index = drawers.firstIndex(where: { $0.id == session }) {
            drawers[index].cash += payment.amount
        } else {
            drawers.append(Drawer(id: session, officer: officer, cash: payment.amount))
        }
        note("collect")
    }

    private mutating func paidNow(_ payment: Payment, _ person: Int) throws {
        sums.collected += payment.amount
        paid.append((payment.id, person))
        let receipt = try #require(try ReceiptTable.reference(database, ofPayment: payment.id))
        receipts.append(receipt.id)
        sums.issued += 1
    }

    private mutating func ask(_ method: PaymentMethod) throws {
        let payment = try book(pick(2)).take(database, try asked(method)).payment
        if method == .transfer {
            transfers.append(payment)
        } else {
            // In any order, some twice; in the end something that settles it, or nothing at all.
            var words: [PlatformMessage.Outcome] = [.pending, .unknown, .paid, .failed, .paid]
            words.shuffle(using: &random)
            waiting.append(Waiting(payment: payment, words: Array(words.prefix(1 + pick(5)))))
        }
        note("ask " + method.rawValue)
    }

    private mutating func hear() throws {
        guard !waiting.isEmpty else { return }
        let index = pick(waiting.count)
        guard let word = waiting[index].words.popLast() else {
            // Whoever was silent so far says at last that nothing came.
            try hear(waiting[index].payment, .failed, "ende")
            waiting.remove(at: index)
            return
        }
        try hear(waiting[index].payment, word, pick(3) == 0 ? "zwei" : "eins")
    }

    private mutating func hear(_ payment: Payment, _ outcome: PlatformMessage.Outcome, _ number: String)
        throws
    {
        let amount = pick(15) == 0 ? payment.amount + 1 : payment.amount
        let message = PlatformMessage(
            lookupCode: payment.lookupCode ?? "", dossierCode: payment.dossierCode,
            reference: number + payment.id, amount: amount, outcome: outcome, time: "20261123100000",
            checkSum: "")
        let debtor = try #require(byID[payment.dossier])
        let before = try PaymentTable.find(database, id: payment.id, scope: .everything, seal: .test)
        var told = 0
        _ = try book(nil).hear(database, message, payment.id, debtor: debtor) { _ in told += 1 }
        let after = try book(nil).read(database, payment.id).payment
        if before?.payment.state != .paid, after.state == .paid {
            #expect(told == 1)
            try paidNow(payment, -1)
            note("callback paid")
        } else {
            #expect(told == 0)
            note("callback")
        }
    }

    private mutating func bank() throws {
        guard let payment = transfers.popLast() else { return }
        let book = book(pick(2))
        if pick(4) == 0 {
            try book.cancel(database, payment, to: .cancelled, reason: "Thôi")
            return note("cancel")
        }
        let stored = try book.read(database, payment.id)
        try book.settle(database, stored, reference: "FT" + payment.id, needsReceipt: true)
        try paidNow(payment, -1)
        note("transfer")
    }

    private mutating func refund() throws {
        guard !paid.isEmpty else { return }
        let (id, person) = paid[pick(paid.count)]
        let officer = pick(2)
        let stored = try book(officer).read(database, id)
        let dossier = try #require(byID[stored.payment.dossier]).dossier
        let left = stored.payment.amount - stored.payment.refunded
        let amount: Int? = pick(2) == 0 ? nil : max(1, left / 2 + (pick(10) == 0 ? left : 0))
        let had = stored.payment.receipt != nil
        let payment = try book(officer).refund(
            database, stored, RefundRequest(amount: amount, reason: "Thử"), dossier: dossier)
        #expect(officer != person)
        let back = payment.refunded - stored.payment.refunded
        sums.refunded += back
        if had, let receipt = payment.receipt {
            receipts.append(receipt.id)
            sums.issued += 1
        }
        if payment.method == .cash, let session = payment.refunds.last?.session,
            let index = drawers.firstIndex(where: { $0.id == session })
        {
            drawers[index].cash -= back
        }
        note("refund")
    }

    private mutating func void() throws {
        guard !receipts.isEmpty else { return }
        let book = book(pick(2))
        let receipt = try book.readReceipt(database, receipts[pick(receipts.count)])
        _ = try book.voidReceipt(database, receipt, reason: "Thử")
        note("void")
    }

    private mutating func replace() throws {
        guard !receipts.isEmpty else { return }
        let book = book(pick(2))
        let receipt = try book.readReceipt(database, receipts[pick(receipts.count)])
        receipts.append(try book.replace(database, receipt, ReceiptReplacement(reason: "Thử")).id)
        sums.issued += 1
        note("replace")
    }

    // MARK: Drawers

    private mutating func open() throws {
        let officer = pick(2)
        let session = try book(officer).open(
            database, unit: unit, desk: "Quầy \(pick(3))", ["50000": pick(5), "1000": pick(9)])
        drawers.append(Drawer(id: session.id, officer: officer, cash: session.opening))
        note("open")
    }

    private mutating func move() throws {
        guard !drawers.isEmpty else { return }
        let index = pick(drawers.count)
        let book = book(drawers[index].officer)
        let isOut = pick(2) == 0
        let amount = (pick(100) + 1) * 1_000
        _ = try book.move(
            database, try book.readSession(database, drawers[index].id),
            CashMovementRequest(kind: isOut ? .withdrawal : .deposit, amount: amount, reason: "Thử"))
        drawers[index].cash += isOut ? -amount : amount
        note("move")
    }

    private mutating func close() throws {
        guard !drawers.isEmpty else { return }
        let index = pick(drawers.count)
        let drawer = drawers[index]
        let book = book(drawer.officer)
        let session = try book.readSession(database, drawer.id)
        // What lies there, counted; now and then by one note wrong.
        let wrong = pick(6) == 0 && drawer.cash >= 200 ? -200 : 0
        var counts: [String: Int] = [:]
        var rest = drawer.cash + wrong
        for note in Bookkeeping.notes where rest >= note {
            counts[String(note)] = rest / note
            rest %= note
        }
        guard rest == 0 else { return }
        let counted = try book.count(database, session, counts)
        #expect(counted.expected == drawer.cash, "expected is what was reckoned")
        #expect(counted.difference == wrong)
        let closed = try book.close(
            database, session,
            CashSessionClosing(reason: wrong == 0 ? nil : "Thiếu một tờ", leavePending: true))
        #expect(closed.state == .closed)
        #expect(try LedgerTable.balance(database, .cash(drawer.id)) == 0)
        sums.differences += wrong
        drawers.remove(at: index)
        note("close")
    }

    // MARK: What has to hold

    func check() throws {
        #expect(try LedgerTable.broken(database) == [])
        #expect(try ReconciliationTable.brokenReceipts(database, unit: unit.code, seal: .test) == [])
        for drawer in drawers {
            #expect(try LedgerTable.balance(database, .cash(drawer.id)) == drawer.cash)
        }
        func sum(_ sql: String) throws -> Int { try Int.fetchOne(database, sql: sql) ?? 0 }
        #expect(try sum("SELECT SUM(amount) FROM ledger_entries") == 0)
        let owed = try sum("SELECT SUM(amount) FROM ledger_entries WHERE account LIKE 'dossier:%'")
        #expect(owed == sums.charged - sums.collected)
        #expect(try sum("SELECT SUM(amount) FROM refunds") == sums.refunded)
        #expect(try sum("SELECT SUM(amount) FROM payments WHERE state = 'paid'") == sums.collected)
        #expect(try sum("SELECT COUNT(*) FROM receipts") == sums.issued)
        #expect(try sum("SELECT COUNT(DISTINCT series || ':' || number) FROM receipts") == sums.issued)
        #expect(try sum("SELECT MAX(number) FROM receipts") == sums.issued)
        #expect(
            try LedgerTable.balance(database, .difference(unit.code)) == -sums.differences)
        // Each charge is paid once: of no fee more was paid than was charged, and no dossier has paid too much.
        #expect(
            try sum(
                """
                SELECT COUNT(*) FROM (SELECT l.dossier, l.fee_code, SUM(l.amount) AS paid,
                    (SELECT SUM(c.amount) FROM charges c WHERE c.dossier = l.dossier
                        AND c.fee_code = l.fee_code AND c.source <> 'refund') AS charged
                    FROM payment_lines l GROUP BY l.dossier, l.fee_code) AS fees WHERE paid > charged
                """) == 0)
        #expect(
            try sum(
                """
                SELECT COUNT(*) FROM payments p WHERE (SELECT COALESCE(SUM(amount), 0) FROM refunds f
                    WHERE f.payment = p.id) > p.amount
                """) == 0)
        for debtor in debtors {
            #expect(try LedgerTable.balance(database, .dossier(debtor.dossier.id)) >= 0)
        }
    }
}
