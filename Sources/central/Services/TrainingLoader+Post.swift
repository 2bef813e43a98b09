import Crypto
import Forms
import GRDB
import Models

extension TrainingLoader {
    /// What openapi.yaml names of the post, one thing for each act, so that every example works by itself and again.
    enum SeedPost {
        /// Papers on their way to the desk.
        static let moving = "01900000-0000-7000-8000-000000000501"
        /// To be taken back.
        static let cancelled = "01900000-0000-7000-8000-000000000502"
        /// To be put on a manifest, and what stands on one.
        static let added = "01900000-0000-7000-8000-000000000503"
        static let removed = "01900000-0000-7000-8000-000000000504"
        static let closing = "01900000-0000-7000-8000-000000000505"
        /// To be scanned in at the post's counter, and what was.
        static let scanned = "01900000-0000-7000-8000-000000000506"
        static let accepted = "01900000-0000-7000-8000-000000000507"
        /// Delivered; the post has yet to hand over what it collected.
        static let collected = "01900000-0000-7000-8000-000000000508"
        static let open = "01900000-0000-7000-8000-000000000601"
        static let toClose = "01900000-0000-7000-8000-000000000602"
        static let toScan = "01900000-0000-7000-8000-000000000603"
        static let toAccept = "01900000-0000-7000-8000-000000000604"
        /// In đồng.
        static let cod = 20_000
        /// Their numbers follow one another.
        static let firstSerial = 10_000_000
    }

    /// So many numbers for each unit.
    private static let rangeSize = 100_000

    /// A counter, prices and numbers for every unit of Hà Nội that takes dossiers in and has none yet.
    static func insertPostalSettings(_ database: Database, _ set: TrainingSet, at now: Instant) throws {
        guard let counter = set.officer("buuchinh")?.unit else { return }
        let province = counter.prefix { $0 != "." }
        for (position, unit) in set.receivingUnits.filter({ $0.hasPrefix(province + ".") }).enumerated()
        where try PostalTable.settings(database, unit: unit).revision == 0 {
            guard let agency = set.agency(unit, on: now.date), let phone = agency.phone,
                let commune = set.communes.first(where: { $0.code == agency.commune }),
                let city = set.provinces.first(where: {
                    $0.code == commune.province && $0.holds(on: now.date)
                })
            else { continue }
            let sender = PostalParty(
                name: "Bộ phận Tiếp nhận và Trả kết quả, " + agency.name,
                phone: PhoneNumber.normalize(phone) ?? phone,
                address: PostalAddress(
                    street: "Trụ sở " + agency.name,
                    commune: CodeName(code: commune.code, name: commune.name),
                    province: CodeName(code: city.code, name: city.name)))
            try PostalTable.put(
                database,
                .init(
                    office: counter, customerCode: "HCC-" + unit, sender: sender, collectFee: 30_000,
                    resultFee: 26_000), unit: unit, revision: 1)
            let first =
                SeedPost.firstSerial + (unit == TrainingSet.trainingUnit ? 0 : position + 1) * rangeSize
            try PostalTable.insert(
                database, TrackingRangePut(service: "RR", first: first, last: first + rangeSize - 1),
                unit: unit)
        }
    }

    /// A training database from before there was a post gets its catalogues and settings.
    static func addPost(_ database: Database, _ set: TrainingSet, at now: Instant) throws {
        for name in [ShipmentTracking.set, CommuneTable.formerProvinces, CommuneTable.formers]
        where try !CatalogueTable.hasReference(database, set: name) {
            for (position, dated) in (set.references[name] ?? []).enumerated() {
                try CatalogueTable.insertReference(
                    database, set: name, item: dated.item, position: position, from: dated.from, to: dated.to)
            }
        }
        try insertPostalSettings(database, set, at: now)
    }

    /// Parcels and manifests to look at and to practise on, of the training ward.
    static func insertPost(
        _ database: Database, _ set: TrainingSet, at now: Instant, seal: DataSeal, auditKey: SymmetricKey
    ) throws {
        guard let account = set.officer("tiepnhan"), let counter = set.officer("buuchinh"),
            let officer = try OfficerTable.officer(database, id: account.id, on: now.date)
        else { return }
        let unit = UnitRef(code: officer.unit, name: officer.unitName)
        let maker = PostSamples(
            database: database, unit: unit, officer: officer.reference, counter: counter.id, at: now,
            seal: seal)
        let ready = try DossierTable.readyIDs(database, of: unit.code).filter { !$0.hasPrefix("01900000") }
        let results = [
            SeedPost.added, SeedPost.removed, SeedPost.closing, SeedPost.scanned, SeedPost.accepted,
        ]
        for (id, dossier) in zip(results, ready) { try maker.shipment(id, of: dossier, .result) }
        try maker.shipment(SeedPost.moving, of: SeedDossiers.supplement, .collect)
        try maker.say(SeedPost.moving, .inTransit, "50", "Đang vận chuyển")
        try maker.shipment(SeedPost.cancelled, of: SeedDossiers.overdue, .collect)
        for (id, items) in [
            (SeedPost.open, [SeedPost.removed]), (SeedPost.toClose, [SeedPost.closing]),
            (SeedPost.toScan, [SeedPost.scanned]), (SeedPost.toAccept, [SeedPost.accepted]),
        ] {
            try maker.manifest(id, items: items)
        }
        for id in [SeedPost.toScan, SeedPost.toAccept] {
            try ManifestTable.close(database, id, officer: officer.id, at: now)
        }
        try maker.takeIn(SeedPost.accepted)
        guard
            let stored = try DossierTable.find(
                database, id: SeedDossiers.delivered, scope: .everything, seal: seal)
        else { return }
        try maker.shipment(SeedPost.collected, of: SeedDossiers.delivered, .result, cod: SeedPost.cod)
        let book = Bookkeeping(at: now, officer: nil, traceID: "", seal: seal, auditKey: auditKey)
        try book.add(
            database, to: stored.dossier, feeCode: "mau", name: "Lệ phí mẫu tập huấn", kind: .lePhi,
            amount: SeedPost.cod, basis: "Dữ liệu tập huấn", collect: .after, source: .officer,
            reason: "Khoản mẫu để thử thu hộ qua bưu điện.")
        try maker.say(SeedPost.collected, .delivered, "90", "Phát thành công")
        if let shipment = try maker.read(SeedPost.collected) {
            let fees = set.procedure(stored.dossier.procedure.code)?.fees ?? []
            let debtor = Bookkeeping.Debtor(dossier: stored.dossier, fees: fees)
            if let payment = try book.collected(database, shipment, debtor: debtor) {
                try ShipmentTable.setPayment(database, of: shipment.id, to: payment.id)
            }
        }
        try ShipmentTable.setConfirmation(database, of: SeedPost.collected, at: nil, problem: nil)
    }
}
