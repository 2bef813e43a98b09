import Forms
import GRDB
import Models

/// Hands parcels over: the desk gathers them on a manifest and signs, the post's counter scans them in and signs. Every scan
/// is an act of its own, under its own key; what is wrong with one is said at once, and nothing moves.
struct ManifestActing: Sendable {
    let central: Central
    let call: Call
    let officer: Officer

    init(_ call: Call, _ central: Central) throws {
        self.central = central
        self.call = call
        officer = try call.requireGrant().officer
    }

    // MARK: The desk

    func open(_ database: Database, unit: UnitRef, id: ID = UUIDv7.make()) throws -> Manifest {
        let (_, settings) = try PostalTable.settings(database, unit: unit.code)
        guard let settings else { throw ProblemError(.noPostalSettings) }
        let series = "BK-" + unit.code
        let number = try CounterTable.nextCode(database, unit: series, day: call.today)
        let office = try OfficerTable.unitName(database, code: settings.office, on: call.today)
        let manifest = Manifest(
            id: id, code: DossierCode.make(unit: series, date: call.today, number: number), unit: unit,
            office: UnitRef(code: settings.office, name: office ?? settings.office), state: .open,
            openedAt: call.now, openedBy: officer.reference, count: 0, accepted: 0, cod: 0)
        try ManifestTable.insert(database, manifest)
        try audit(database, "open", manifest)
        return try read(database, id)
    }

    /// Puts the parcel that was scanned on the manifest.
    func add(_ database: Database, _ scan: ParcelScan, to id: ID) throws -> ParcelScanned {
        let manifest = try head(database, id)
        guard manifest.state == .open else { throw closed(manifest) }
        let shipment = try parcel(database, scan) { $0.unit.code == manifest.unit.code }
        guard shipment.unit.code == manifest.unit.code else {
            throw fault(
                "other_unit", "Bưu gửi này của \(shipment.unit.name), không phải của \(manifest.unit.name).",
                hint: "Trả lại đúng nơi gửi; bảng kê này không nhận.")
        }
        if let other = shipment.manifest, other.id != id {
            throw fault(
                "on_manifest", "Bưu gửi đã ở bảng kê \(other.code).", hint: "Bỏ khỏi bảng kê đó trước.")
        }
        guard shipment.kind == .result else {
            throw fault(
                "not_result", "Đây là đơn nhận hồ sơ từ người dân, không phải bưu gửi đi.")
        }
        if shipment.manifest == nil {
            guard shipment.state == .created else {
                throw fault(
                    "wrong_state", "Bưu gửi \(shipment.trackingNumber) \(shipment.state.name.lowercased()).")
            }
            guard try DossierTable.status(database, of: shipment.dossier) == 9 else {
                throw fault(
                    "dossier_moved",
                    "Hồ sơ \(shipment.dossierCode) không còn ở bước trả kết quả.",
                    hint: "Hủy bưu gửi này; gửi lại khi hồ sơ có kết quả.")
            }
        }
        let isMoved = try moveAlong(database, shipment, to: manifest)
        let isNew = try ManifestTable.add(
            database, shipment.id, to: id, officer: officer.id, at: call.now)
        if isNew {
            var detail = ["tracking": shipment.trackingNumber]
            if isMoved { detail["from_office"] = shipment.office.code }
            try audit(database, "add", manifest, detail)
        }
        return try scanned(database, shipment.id, manifest, again: !isNew)
    }

    /// A parcel that was made for the unit's former counter goes to the one that takes its parcels now; on any other
    /// manifest every scan at the counter would be one at the wrong place.
    ///
    /// - Returns: Whether it goes elsewhere than it was made for.
    private func moveAlong(_ database: Database, _ shipment: Shipment, to manifest: Manifest) throws -> Bool {
        guard shipment.office.code != manifest.office.code else { return false }
        let settings = try PostalTable.settings(database, unit: manifest.unit.code).settings
        guard settings?.office == manifest.office.code else {
            throw fault(
                "other_office",
                "Bưu gửi này giao cho \(shipment.office.name), bảng kê giao cho \(manifest.office.name).",
                hint: "Mở bảng kê mới cho đúng quầy rồi quét lại; bảng kê này chưa ghi gì.")
        }
        try ShipmentTable.setOffice(database, of: shipment.id, to: manifest.office.code)
        return true
    }

    func remove(_ database: Database, _ shipment: ID, from id: ID) throws -> Manifest {
        let manifest = try read(database, id)
        guard manifest.state == .open else { throw closed(manifest) }
        guard try ManifestTable.remove(database, shipment.lowercased(), from: id) else {
            throw ProblemError.input([
                .init("/shipment", "not_on_manifest", "Bưu gửi này không có trong bảng kê.")
            ])
        }
        try audit(database, "remove", manifest, ["shipment": shipment])
        return try read(database, id)
    }

    /// The desk signs.
    func close(_ database: Database, _ id: ID) throws -> Manifest {
        let manifest = try read(database, id)
        guard manifest.state == .open else { throw closed(manifest) }
        guard manifest.count > 0 else { throw ProblemError(.manifestEmpty) }
        // A dossier may have been called back since its parcel was scanned.
        let moved = try ManifestTable.moved(database, on: id)
        guard moved.isEmpty else {
            throw ProblemError.input(
                moved.prefix(10).map {
                    .init(
                        "", "dossier_moved", "Hồ sơ \($0.code) không còn ở bước trả kết quả.",
                        hint: "Bỏ \($0.number) khỏi bảng kê rồi ký.")
                })
        }
        try ManifestTable.close(database, id, officer: officer.id, at: call.now)
        try audit(database, "close", manifest, ["count": String(manifest.count)])
        return try read(database, id)
    }

    /// The desk takes its signature back while nothing of the manifest has come to the post: parcels that went to the
    /// wrong counter, or never went, are changed, cancelled or put on another one again.
    func reopen(_ database: Database, _ id: ID, reason: String) throws -> Manifest {
        let manifest = try read(database, id)
        guard manifest.state != .open else { throw ProblemError(.manifestNotClosed) }
        guard manifest.state == .closed, manifest.accepted == 0 else {
            throw ProblemError(
                .manifestClosed,
                detail: "Quầy bưu điện đã nhận \(manifest.accepted) bưu gửi của bảng kê \(manifest.code); "
                    + "không mở lại được nữa.")
        }
        try ManifestTable.reopen(database, id)
        try audit(database, "reopen", manifest, ["count": String(manifest.count), "reason": reason])
        return try read(database, id)
    }

    // MARK: The post's counter

    /// Takes in the parcel that was scanned at the counter.
    func takeIn(_ database: Database, _ scan: ParcelScan) throws -> ParcelScanned {
        let scope = try call.requireGrant().scope
        let shipment = try parcel(database, scan) { $0.manifest?.state == .closed }
        guard scope.containsPost(of: shipment.unit.code) else {
            throw fault("unknown_parcel", "Không có bưu gửi nào mang mã này.")
        }
        let counters = officer.assignments.filter { $0.role == .postal }.map(\.unit)
        guard counters.contains(shipment.office.code) else {
            throw fault(
                "wrong_counter", "Bưu gửi này giao cho \(shipment.office.name), không phải quầy này.",
                hint: "Chuyển đúng quầy; ở đây chưa ghi gì.")
        }
        let manifest = try ManifestTable.of(database, shipment: shipment.id, on: call.today)
        guard let manifest, manifest.state != .open else {
            throw fault(
                "not_handed_over",
                manifest == nil
                    ? "Bưu gửi này chưa có trong bảng kê nào đã ký giao."
                    : "Bảng kê \(manifest?.code ?? "") của bưu gửi này chưa được ký giao.",
                hint: "Trả lại bộ phận một cửa để đưa vào bảng kê.")
        }
        let isNew = try ManifestTable.accept(database, shipment.id, officer: officer.id, at: call.now)
        if isNew {
            _ = try ShipmentTable.append(
                database,
                ShipmentEvent(
                    seq: 0, at: call.now, source: .counter, state: .accepted, officer: officer.reference),
                to: shipment.id)
            try ShipmentTracking.follow(database, shipment.id, at: call.now)
            try PostMail.put(
                database, .handover, of: shipment, text: "{}", at: call.now, seal: central.seal)
            try audit(database, "take_in", manifest, ["tracking": shipment.trackingNumber])
        }
        return try scanned(database, shipment.id, manifest, again: !isNew)
    }

    /// The post signs, and says why what is missing is missing.
    func accept(_ database: Database, _ id: ID, _ request: ManifestAcceptance) throws -> Manifest {
        let manifest = try read(database, id)
        let counters = officer.assignments.filter { $0.role == .postal }.map(\.unit)
        guard counters.contains(manifest.office.code) else {
            throw ProblemError(
                .forbidden, detail: "Bảng kê này giao cho \(manifest.office.name), không phải quầy này.")
        }
        guard manifest.state == .closed else { throw closed(manifest) }
        guard manifest.accepted > 0 else { throw ProblemError(.manifestEmpty) }
        var faults: [InputFault] = []
        let note = CallText.check(request.note, "/note", longest: PaymentRoutes.longestReason, &faults)
        let missing = (manifest.items ?? []).filter { $0.acceptedAt == nil }
        if faults.isEmpty, note == nil, !missing.isEmpty {
            let numbers = missing.prefix(10).map(\.trackingNumber).joined(separator: ", ")
            faults.append(
                .init(
                    "/note", "required", "Thiếu \(missing.count) bưu gửi so với bảng kê: \(numbers).",
                    hint: "Quét tiếp nếu còn; nếu thiếu thật thì ghi lý do rồi ký."))
        }
        guard faults.isEmpty else { throw ProblemError.input(faults) }
        try ManifestTable.accept(database, id, officer: officer.id, note: note, at: call.now)
        // It waits at the desk again; that it was signed over and did not arrive stays on its way.
        for item in missing {
            let said = "Bảng kê \(manifest.code): bưu điện báo không nhận được. \(note ?? "")"
            _ = try ShipmentTable.append(
                database,
                ShipmentEvent(
                    seq: 0, at: call.now, source: .counter, message: said, officer: officer.reference),
                to: item.shipment)
        }
        try audit(
            database, "accept", manifest,
            ["count": String(manifest.accepted), "missing": String(missing.count)])
        return try read(database, id)
    }

    // MARK: Parts

    private func head(_ database: Database, _ id: ID) throws -> Manifest {
        let found = try ManifestTable.head(database, id: id, scope: .everything, on: call.today)
        guard let found else { throw ProblemError(.notFound) }
        return found
    }

    func read(_ database: Database, _ id: ID) throws -> Manifest {
        let found = try ManifestTable.find(
            database, id: id, scope: .everything, on: call.today, seal: central.seal)
        guard let found else { throw ProblemError(.notFound) }
        return found
    }

    /// The parcel whose label, or whose dossier's code, was scanned; of several of one dossier that which fits.
    private func parcel(_ database: Database, _ scan: ParcelScan, fits: (Shipment) -> Bool) throws -> Shipment
    {
        let text = scan.text.trimmed.uppercased()
        if S10.hasShape(text) {
            guard S10.isValid(text) else {
                throw fault(
                    "bad_check_digit", "Số hiệu \(text) sai số kiểm tra.",
                    hint: "Quét lại, hoặc gõ đủ 13 ký tự.")
            }
            let found = try ShipmentTable.find(
                database, order: nil, tracking: text, on: call.today, seal: central.seal)
            guard let found else { throw fault("unknown_parcel", "Không có bưu gửi nào mang số \(text).") }
            return found
        }
        guard case .dossierCode(let code)? = Scan.recognise(scan.text) else {
            throw fault(
                "unreadable", "Không phải số hiệu bưu gửi hay mã hồ sơ.",
                hint: "Quét mã vạch trên nhãn, hoặc mã hồ sơ trên giấy hẹn.")
        }
        let all = try ShipmentTable.all(database, ofCode: code, on: call.today, seal: central.seal)
            .filter { $0.kind == .result && $0.state != .cancelled }
        let open = all.filter { !$0.state.isFinal }
        guard let found = open.first(where: fits) ?? open.first ?? all.first else {
            throw fault(
                "no_parcel", "Hồ sơ \(code) chưa có bưu gửi trả kết quả.",
                hint: "Tạo bưu gửi từ trang hồ sơ trước.")
        }
        return found
    }

    private func scanned(_ database: Database, _ shipment: ID, _ manifest: Manifest, again: Bool) throws
        -> ParcelScanned
    {
        let now = try ManifestTable.of(database, shipment: shipment, on: call.today)
        guard let item = try ManifestTable.item(database, shipment: shipment, seal: central.seal) else {
            throw StoreError.unreadable("manifest item")
        }
        return ParcelScanned(
            item: item, again: again, manifest: manifest.reference, count: now?.count ?? 0,
            accepted: now?.accepted ?? 0)
    }

    private func fault(_ code: String, _ message: String, hint: String? = nil) -> ProblemError {
        .input([.init("/text", code, message, hint: hint)])
    }

    private func closed(_ manifest: Manifest) -> ProblemError {
        let (who, when) =
            manifest.state == .accepted
            ? (manifest.acceptedBy?.name, manifest.acceptedAt) : (manifest.closedBy?.name, manifest.closedAt)
        guard manifest.state != .open else { return ProblemError(.manifestNotClosed) }
        return ProblemError(
            .manifestClosed,
            detail: when.map {
                "Bảng kê \(manifest.code) đã được \(who ?? "") ký lúc \($0.display), không thay đổi được nữa."
            })
    }

    private func audit(
        _ database: Database, _ action: String, _ manifest: Manifest, _ detail: [String: String] = [:]
    ) throws {
        var detail = detail
        detail["manifest"] = manifest.code
        try PostAudit.record(
            database, "manifest_" + action, manifest.id, unit: manifest.unit.code, detail, call, central)
    }
}
