import APIClient
import Forms
import Models
import Synchronization
import TUI
import TUITesting

@testable import desk

extension Fixture {
    /// A desk that hands parcels over, or the post's counter, with what the central system says to one.
    static func post(roles: [String] = ["reception"]) async -> Fixture {
        let fixture = await Fixture.hotline(roles: roles)
        PostData.answer(on: fixture.transport)
        return fixture
    }
}

/// What the scripted central system says of the post.
enum PostData {
    static let since = HotlineData.instant("2026-11-23T09:00:00+07:00")
    static let unit = UnitRef(code: "H26.1.5", name: "UBND phường Hoàn Kiếm")
    static let office = UnitRef(code: "H26.900.1", name: "Bưu điện Hoàn Kiếm")
    static let shipmentID: Models.ID = "01900000-0000-7000-8000-000000000501"
    static let manifestID: Models.ID = "01900000-0000-7000-8000-000000000601"
    static let officer = OfficerRef(id: "01900000-0000-7000-8000-00000000a001", name: "Trần Thu Hà")

    /// The n-th parcel's number.
    static func number(_ index: Int) -> String { S10.make(service: "RR", serial: 10_000_000 + index) ?? "" }

    static func party(_ name: String) -> PostalParty {
        PostalParty(
            name: name, phone: "0912345678",
            address: PostalAddress(
                street: "12 Hàng Bạc", commune: CodeName(code: "00070", name: "Phường Hoàn Kiếm"),
                province: CodeName(code: "01", name: "Thành phố Hà Nội"), former: "Phường Hàng Bạc"))
    }

    static func shipment(
        _ state: ShipmentState = .created, cod: Int = 0, events: [ShipmentEvent]? = nil
    ) -> Shipment {
        Shipment(
            id: shipmentID, dossier: "01900000-0000-7000-8000-000000000001",
            dossierCode: "H26.1.5-261123-0001",
            procedureName: "Cấp bản sao trích lục hộ tịch", unit: unit, office: office, kind: .result,
            orderNumber: "H26.1.5-261123-0001", trackingNumber: number(0), state: state, order: .placed,
            sender: party("Bộ phận một cửa"), receiver: party("Nguyễn Thị Ánh"),
            contents: "Kết quả: trích lục hộ tịch", fee: 26_000, cod: cod, createdAt: since,
            createdBy: officer, changedAt: since, events: events)
    }

    static let way = [
        ShipmentEvent(seq: 1, at: since, source: .desk, state: .created, officer: officer),
        ShipmentEvent(
            seq: 2, at: since.adding(seconds: 3_600), source: .counter, state: .accepted,
            officer: OfficerRef(id: "01900000-0000-7000-8000-00000000a002", name: "Lương Thị Hạnh")),
        ShipmentEvent(
            seq: 3, at: since.adding(seconds: 7_200), source: .feed, state: .outForDelivery, code: "70",
            message: "Đang phát", number: "674aa1000000000000000001"),
        ShipmentEvent(
            seq: 4, at: since.adding(seconds: 9_000), source: .callback, state: .delivered, code: "90",
            message: "Phát thành công", number: "674aa1000000000000000002"),
    ]

    static func item(_ index: Int, accepted: Bool = false) -> ManifestItem {
        let digits = String(1_000 + index)
        return ManifestItem(
            seq: index, shipment: "01900000-0000-7000-8000-00000001" + digits, trackingNumber: number(index),
            dossierCode: "H26.1.5-261123-" + digits, receiverName: "Nguyễn Thị Ánh",
            destination: "Phường Hoàn Kiếm, Thành phố Hà Nội", cod: 0, scannedAt: since,
            acceptedAt: accepted ? since.adding(seconds: 600) : nil)
    }

    static func manifest(_ state: ManifestState = .open, _ items: [ManifestItem] = []) -> Manifest {
        Manifest(
            id: manifestID, code: "BK-H26.1.5-261123-0001", unit: unit, office: office, state: state,
            openedAt: since, openedBy: officer, closedAt: state == .open ? nil : since.adding(seconds: 60),
            closedBy: state == .open ? nil : officer, count: items.count,
            accepted: items.count { $0.acceptedAt != nil }, cod: 0, items: items)
    }

    /// Of a desk with results that nobody fetches.
    static let queues = Inboxes(items: [
        Inbox(slug: "waiting_delivery", name: "Chờ trả kết quả", count: 9, uncollected: 3),
        Inbox(slug: "open", name: "Tất cả đang giải quyết", count: 150),
    ])

    static let settings = PostalSettings(
        unit: unit, revision: 3, office: office, customerCode: "HCC-H26.1.5",
        sender: party("Bộ phận một cửa phường Hoàn Kiếm"), collectFee: 30_000, resultFee: 26_000,
        ranges: [
            TrackingRange(service: "RR", first: 10_000_000, last: 10_099_999, used: 10_000_123),
            TrackingRange(service: "EE", first: 42, last: 99, used: 41),
        ])

    static func answer(on transport: ScriptedTransport) {
        func on(_ path: String, _ value: some Encodable) {
            transport.forget(.get, path)
            transport.on(.get, path, .answer(json: FixtureData.json(value)))
        }
        on("/v1/shipments", Page(items: [shipment(), shipment(.delivered, cod: 20_000)], nextCursor: nil))
        on(
            "/v1/shipments:counts",
            Dictionary(
                uniqueKeysWithValues: ShipmentGroup.allCases.enumerated().map { ($1.rawValue, $0 + 2) }))
        on("/v1/shipments/\(shipmentID)", shipment(.delivered, cod: 20_000, events: way))
        on("/v1/postal-settings/\(unit.code)", settings)
        on("/v1/manifests", Page(items: [manifest()], nextCursor: nil))
        on("/v1/manifests/\(manifestID)", manifest())
    }
}

/// A central system that takes scans: each parcel once, in the order in which they come.
final class ScannedParcels: Sendable {
    private let state = Mutex<(keys: [String: String], order: [String])>(([:], []))

    /// The texts in the order in which they were first taken.
    var order: [String] { state.withLock { $0.order } }

    /// How many keys came.
    var keys: Int { state.withLock { $0.keys.count } }

    func take(_ request: Request) -> Response {
        let body = (try? StrictJSON.parse(request.body ?? [])) ?? .null
        guard case .string(let text)? = body["text"], let key = request.headers.first("Idempotency-Key")
        else {
            return .problem(422, "invalid_input")
        }
        guard S10.isValid(text) else {
            return .problem(
                422, "invalid_input",
                more:
                    #""errors":[{"pointer":"/text","code":"bad_check_digit","message":"Số hiệu sai số kiểm tra."}]"#
            )
        }
        let (index, again) = state.withLock { state -> (Int, Bool) in
            let isReplay = state.keys[key] != nil
            state.keys[key] = text
            if let index = state.order.firstIndex(of: text) { return (index + 1, !isReplay) }
            state.order.append(text)
            return (state.order.count, false)
        }
        var item = PostData.item(index)
        item.trackingNumber = text
        return .json(
            FixtureData.json(
                ParcelScanned(
                    item: item, again: again, manifest: PostData.manifest().reference, count: index,
                    accepted: 0)))
    }
}
