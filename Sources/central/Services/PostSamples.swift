import Forms
import GRDB
import Models

/// Makes sample shipments and manifests as if they had been made at the desk.
struct PostSamples {
    let database: Database
    let unit: UnitRef
    let officer: OfficerRef
    /// Who scans at the post's counter.
    let counter: ID
    let at: Instant
    let seal: DataSeal

    func shipment(_ id: ID, of dossier: ID, _ kind: ShipmentKind, cod: Int = 0) throws {
        let (_, settings) = try PostalTable.settings(database, unit: unit.code)
        guard let settings, let number = try PostalTable.takeNumber(database, unit: unit.code),
            let stored = try DossierTable.find(database, id: dossier, scope: .everything, seal: seal)
        else { return }
        let applicant = stored.dossier.applicant
        let citizen = PostalParty(
            name: stored.dossier.delivery.recipient ?? applicant.name, phone: applicant.phone ?? "0912345678",
            address: PostalAddress(
                street: "Số 1 (mẫu tập huấn)", commune: settings.sender.address.commune,
                province: settings.sender.address.province))
        let isResult = kind == .result
        let count = try ShipmentTable.count(database, of: dossier)
        let shipment = Shipment(
            id: id, dossier: dossier, dossierCode: stored.dossier.code,
            procedureName: stored.dossier.procedure.name, unit: unit,
            office: UnitRef(code: settings.office, name: settings.office), kind: kind,
            orderNumber: count == 0 ? stored.dossier.code : "\(stored.dossier.code).\(count + 1)",
            trackingNumber: number, state: .created, order: .placed,
            sender: isResult ? settings.sender : citizen, receiver: isResult ? citizen : settings.sender,
            contents: (isResult ? "Kết quả: " : "Hồ sơ: ") + stored.dossier.procedure.name,
            fee: settings.fee(of: kind), cod: cod, createdAt: at, createdBy: officer, changedAt: at)
        let order = PostalOrder(
            customerCode: settings.customerCode, orderNumber: shipment.orderNumber, trackingNumber: number,
            cod: cod, sender: shipment.sender, receiver: shipment.receiver, contents: shipment.contents,
            task: isResult ? PostalOrder.resultTask : PostalOrder.collectTask, agencyCode: unit.code,
            agencyName: unit.name)
        let message = try PostMail.put(
            database, .order, of: shipment,
            text: String(decoding: try StrictJSON.encode(order.json), as: UTF8.self), at: at, seal: seal)
        try OutboxTable.markSent(database, id: message, at: at)
        try ShipmentTable.insert(database, shipment, message: message, seal: seal)
        _ = try ShipmentTable.append(
            database, ShipmentEvent(seq: 0, at: at, source: .desk, state: .created, officer: officer), to: id)
        try DossierTable.ship(database, dossier, under: number)
    }

    /// The post says something of a shipment.
    func say(_ id: ID, _ state: ShipmentState, _ code: String, _ message: String) throws {
        _ = try ShipmentTable.append(
            database,
            ShipmentEvent(
                seq: 0, at: at, source: .feed, state: state, code: code, message: message,
                number: PostalTable.firstCursor), to: id)
        try ShipmentTracking.follow(database, id, at: at)
    }

    func manifest(_ id: ID, items: [ID]) throws {
        let (_, settings) = try PostalTable.settings(database, unit: unit.code)
        guard let settings else { return }
        let series = "BK-" + unit.code
        let number = try CounterTable.nextCode(database, unit: series, day: at.date)
        try ManifestTable.insert(
            database,
            Manifest(
                id: id, code: DossierCode.make(unit: series, date: at.date, number: number), unit: unit,
                office: UnitRef(code: settings.office, name: settings.office), state: .open, openedAt: at,
                openedBy: officer, count: 0, accepted: 0, cod: 0))
        for item in items {
            _ = try ManifestTable.add(database, item, to: id, officer: officer.id, at: at)
        }
    }

    func takeIn(_ id: ID) throws {
        _ = try ManifestTable.accept(database, id, officer: counter, at: at)
        _ = try ShipmentTable.append(
            database, ShipmentEvent(seq: 0, at: at, source: .counter, state: .accepted), to: id)
        try ShipmentTracking.follow(database, id, at: at)
    }

    func read(_ id: ID) throws -> Shipment? {
        try ShipmentTable.find(database, id: id, scope: .everything, on: at.date, seal: seal)
    }
}
