import Crypto
import Forms
import GRDB
import Models

extension TrainingLoader {
    /// What openapi.yaml names of money, one thing for each act, so that every example works by itself and again.
    enum SeedMoney {
        /// Paid by transfer, with its receipt.
        static let paid = "01900000-0000-7000-8000-000000000101"
        /// A transfer that is waited for.
        static let pending = "01900000-0000-7000-8000-000000000102"
        /// An online payment that is waited for.
        static let online = "01900000-0000-7000-8000-000000000103"
        /// Paid, and its receipt is void.
        static let withoutReceipt = "01900000-0000-7000-8000-000000000104"
        static let replaced = "01900000-0000-7000-8000-000000000105"
        static let voided = "01900000-0000-7000-8000-000000000106"
        static let receipt = "01900000-0000-7000-8000-000000000201"
        static let receiptToReplace = "01900000-0000-7000-8000-000000000205"
        static let receiptToVoid = "01900000-0000-7000-8000-000000000206"
        /// Drawers of `thungan.cuanam`: to move money in, to count, to close.
        static let open = "01900000-0000-7000-8000-000000000301"
        static let uncounted = "01900000-0000-7000-8000-000000000302"
        static let counted = "01900000-0000-7000-8000-000000000303"
        static let unmatched = "01900000-0000-7000-8000-000000000401"
        /// The platform's code of the online payment, and what it is for, in đồng.
        static let lookupCode = "TAPHUAN-THANH-TOAN-0001"
        static let onlineAmount = 15_000
    }

    /// An account and receipts for ten years, for every unit that has a cashier and none yet.
    static func insertCollections(_ database: Database, _ set: TrainingSet, at now: Instant) throws {
        let units = Set(set.officers.items.filter { $0.roles.contains("cashier") }.map(\.unit))
        for (position, unit) in units.sorted().enumerated()
        where try CollectionTable.settings(database, unit: unit).revision == 0 {
            let name = set.agency(unit, on: now.date)?.name ?? unit
            let account = String(113_366_660_000 + position)
            try CollectionTable.put(
                database,
                .init(
                    beneficiary: Beneficiary(
                        bank: "970415", account: account, name: VietQR.plain(name))), unit: unit, revision: 1)
            let year = now.date.year
            for year in year...year + 10 {
                try ReceiptSeriesTable.insert(
                    database,
                    ReceiptSeriesPut(
                        year: year, template: "01BLP0-001", symbol: "TH-\(year % 100)E", first: 1,
                        last: 99_999_999), unit: unit)
            }
        }
    }

    /// What the sample dossiers of the training ward owe, and the samples that openapi.yaml names.
    static func insertMoney(
        _ database: Database, _ set: TrainingSet, at now: Instant, seal: DataSeal, auditKey: SymmetricKey
    ) throws {
        guard let cashier = try officer(database, set, "thungan", on: now.date) else { return }
        let scope = Scope.everything
        // Of the others' dossiers the money is booked when it is first touched.
        let ids = try DossierTable.openIDs(database, of: cashier.unit)
        var free: [Bookkeeping.Debtor] = []
        for id in ids {
            guard let stored = try DossierTable.find(database, id: id, scope: scope, seal: seal),
                let accepted = stored.dossier.acceptedAt, stored.dossier.quote.total > 0
            else { continue }
            let (debtor, owed) = try debtor(database, stored, set, seal: seal)
            let book = Bookkeeping(at: accepted, officer: nil, traceID: "", seal: seal, auditKey: auditKey)
            try book.chargeRequest(database, debtor, owed: owed, reason: nil)
            if !id.hasPrefix("01900000"), owed > 0 {
                free.append(debtor)
            }
        }
        try insertSamples(database, free, cashier, at: now, seal: seal, auditKey: auditKey)
        guard let other = try officer(database, set, "thungan.cuanam", on: now.date) else { return }
        let drawers = Bookkeeping(at: now, officer: other, traceID: "", seal: seal, auditKey: auditKey)
        let unit = UnitRef(code: other.unit, name: other.unitName)
        for (id, desk) in [
            (SeedMoney.open, "Quầy 7"), (SeedMoney.uncounted, "Quầy 8"), (SeedMoney.counted, "Quầy 9"),
        ] {
            _ = try drawers.open(database, unit: unit, desk: desk, ["50000": 4], id: id)
        }
        _ = try drawers.count(
            database, try drawers.readSession(database, SeedMoney.counted), ["50000": 4])
    }

    /// Payments to look at and to practise on, each of a dossier of its own.
    private static func insertSamples(
        _ database: Database, _ debtors: [Bookkeeping.Debtor], _ cashier: Officer, at now: Instant,
        seal: DataSeal, auditKey: SymmetricKey
    ) throws {
        let book = Bookkeeping(at: now, officer: cashier, traceID: "", seal: seal, auditKey: auditKey)
        let unit = UnitRef(code: cashier.unit, name: cashier.unitName)
        let ids = [
            (SeedMoney.paid, SeedMoney.receipt), (SeedMoney.withoutReceipt, nil),
            (SeedMoney.replaced, SeedMoney.receiptToReplace), (SeedMoney.voided, SeedMoney.receiptToVoid),
            (SeedMoney.pending, nil), (SeedMoney.online, nil),
        ]
        for ((id, receipt), debtor) in zip(ids, debtors) {
            let dossier = debtor.dossier
            let isOnline = id == SeedMoney.online
            if isOnline {
                try book.add(
                    database, to: dossier, feeCode: "mau", name: "Lệ phí mẫu tập huấn", kind: .lePhi,
                    amount: SeedMoney.onlineAmount, basis: "Dữ liệu tập huấn", collect: .before,
                    source: .officer, reason: "Khoản mẫu để thử thanh toán trực tuyến.")
            }
            let owed = try LedgerTable.balance(database, .dossier(dossier.id))
            var asked = Bookkeeping.Asked(
                debtor: debtor, unit: unit, method: isOnline ? .online : .transfer,
                amount: isOnline ? SeedMoney.onlineAmount : owed, payerName: dossier.applicant.name,
                payerAddress: dossier.applicant.address)
            asked.id = id
            asked.lookupCode = isOnline ? SeedMoney.lookupCode : nil
            let stored = try book.take(database, asked)
            guard !isOnline, id != SeedMoney.pending else { continue }
            let reference = "MAU-" + String(id.suffix(3))
            _ = try MoneyMessageTable.record(
                database, .bank, reference: unit.code + ":" + reference, state: "paid", unit: unit.code,
                amount: owed, day: now.date, at: now, payment: id)
            try book.settle(
                database, stored, reference: reference, needsReceipt: false,
                receiptID: receipt ?? UUIDv7.make())
            if id == SeedMoney.withoutReceipt,
                let made = try ReceiptTable.reference(database, ofPayment: id)
            {
                try book.void(database, made.id, unit: unit.code, reason: "Ghi sai tên người nộp (mẫu).")
            }
        }
        try book.keep(
            database, .bank, unit: unit, reference: "MAU-0001", amount: 35_000,
            text: "NGUYEN VAN MAU NOP LE PHI", reason: .unknownCode, dossier: nil, dossierCode: nil,
            seal: seal, id: SeedMoney.unmatched)
    }

    private static func officer(
        _ database: Database, _ set: TrainingSet, _ account: String, on day: LocalDate
    ) throws -> Officer? {
        guard let account = set.officer(account) else { return nil }
        return try OfficerTable.officer(database, id: account.id, on: day)
    }

    /// What the made-up history has of a dossier's money, as the engine reads it.
    private static func debtor(
        _ database: Database, _ stored: StoredDossier, _ set: TrainingSet, seal: DataSeal
    ) throws -> (debtor: Bookkeeping.Debtor, owed: Int) {
        let dossier = stored.dossier
        let fees = set.procedure(dossier.procedure.code)?.fees ?? []
        let events = RoutingEvent.effective(
            try DossierTable.history(database, of: dossier.id, seal: seal))
        let money = MoneyState(quote: dossier.quote, rules: fees).after(events)
        return (.init(dossier: dossier, fees: fees, paidBefore: money.paid), money.owed)
    }
}
