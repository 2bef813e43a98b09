import Forms
import Foundation
import GRDB
import HTTPTypes
import Models
import Testing

@testable import central

/// A desk, the post's counter, a cashier and an administrator, with dossiers whose result waits to be sent.
struct PostDriver: Sendable {
    let test: TestCentral
    let desk: TestDesk
    let counter: TestDesk
    let cashier: TestDesk
    let admin: TestDesk
    let simulator: PostSimulator

    static let unit = "H26.1.5"
    static let office = "H26.900.1"

    static func run(
        plan: PostSimulator.Plan = .init(), withDossiers: Bool = true,
        _ body: @escaping @Sendable (PostDriver) async throws -> Void
    ) async throws {
        let test = try TestCentral(withDossiers: withDossiers)
        try await test.run { desk in
            try await body(
                PostDriver(
                    test: test, desk: try await desk.login(), counter: try await desk.login("buuchinh"),
                    cashier: try await desk.login("thungan"), admin: try await desk.login("quantri"),
                    simulator: PostSimulator(plan: plan)))
            #expect(try await test.central.store.read { try LedgerTable.broken($0) } == [])
        }
    }

    var worker: PostWorker {
        PostWorker(
            central: test.central,
            carrier: SimulatedCarrier(simulator: simulator, clock: test.clock.wallClock))
    }

    /// Dossiers of the unit whose result is there and goes by post, but for those of the samples.
    func ready() async throws -> [ID] {
        try await test.central.store.read { database in
            try String.fetchAll(
                database,
                sql: """
                    SELECT id FROM dossiers d WHERE unit = ? AND status = 9 AND delivery_method = 'post'
                        AND NOT EXISTS (SELECT 1 FROM shipments s WHERE s.dossier = d.id) ORDER BY id
                    """, arguments: [Self.unit])
        }
    }

    static let address = "12 Hàng Bạc, Phường Hoàn Kiếm, Thành phố Hà Nội"

    func send(_ dossier: ID, _ more: [String: JSONValue] = [:], key: String = UUIDv7.make()) async throws
        -> TestReply
    {
        var body: [String: JSONValue] = [
            "dossier": .string(dossier), "kind": "result", "address": .string(Self.address),
            "phone": "0912345678",
        ]
        body.merge(more) { $1 }
        return try await desk.post("/v1/shipments", .object(body), key: key)
    }

    func act(
        _ path: String, _ body: JSONValue = [:], by officer: TestDesk? = nil, key: String = UUIDv7.make()
    )
        async throws -> TestReply
    {
        try await (officer ?? desk).post(path, body, key: key)
    }

    func retry(_ message: String, key: String) async throws -> TestReply {
        try await admin.send(.post, "/v1/outbox/\(message):retry", headers: [.idempotencyKey: key])
    }

    func scan(_ text: String, onto manifest: String, key: String = UUIDv7.make()) async throws -> TestReply {
        try await act("/v1/manifests/\(manifest)/items", ["text": .string(text)], key: key)
    }

    /// Hands a parcel over, with both signatures.
    func handOver(_ numbers: [String]) async throws -> String {
        let manifest = try #require(try await act("/v1/manifests")["id"])
        for number in numbers {
            let reply = try await scan(number, onto: manifest)
            #expect(reply.status == 200, "\(reply.text)")
        }
        #expect(try await act("/v1/manifests/\(manifest):close").status == 200)
        for number in numbers {
            let reply = try await act("/v1/shipments:scan", ["text": .string(number)], by: counter)
            #expect(reply.status == 200, "\(reply.text)")
        }
        let accepted = try await act("/v1/manifests/\(manifest):accept", [:], by: counter)
        #expect(accepted.status == 200, "\(accepted.text)")
        return manifest
    }

    /// What the post says, over its own call.
    func callback(
        _ order: String, _ code: String, number: Int, item: String = "", sum: String? = nil,
        carrier: String = "vnpost"
    ) async throws -> TestReply {
        let serial = String(number, radix: 16)
        let id = String(repeating: "0", count: 24 - serial.count) + serial
        let tracking = TrackingItem(id: id, orderNumber: order, statusCode: code, statusMessage: "Thử")
        let signed = PostalCallback.signed(tracking, item)
        var body: [String: JSONValue] = [
            "id": .string(id), "statusCode": .string(code), "statusMessage": "Thử",
            "check_sum": .string(sum ?? PostalCallback.checkSum(signed, key: TrainingPost.key)),
        ]
        if !order.isEmpty { body["orderNumber"] = .string(order) }
        if !item.isEmpty { body["itemCode"] = .string(item) }
        return try await TestDesk(client: desk.client, token: nil).post(
            "/v1/postal-callbacks/" + carrier, .object(body))
    }

    func state(_ shipment: String) async throws -> String? {
        try await desk.get("/v1/shipments/\(shipment)")["state"]
    }

    // MARK: Many

    /// A shipment of a result that no process led to: what the tests of hand-overs and masks need of one.
    static func parcel(of dossier: ID, _ test: TestCentral) async throws -> Shipment {
        let (now, id) = (test.clock.now, UUIDv7.make())
        return try await test.central.store.write { database in
            let officer = try #require(try OfficerTable.account(database, named: "tiepnhan")?.officer)
            let maker = PostSamples(
                database: database, unit: UnitRef(code: unit, name: unit),
                officer: OfficerRef(id: officer, name: ""), counter: officer, at: now, seal: .test)
            try maker.shipment(id, of: dossier, .result)
            try database.execute(sql: "UPDATE dossiers SET status = 9 WHERE id = ?", arguments: [dossier])
            return try #require(try maker.read(id))
        }
    }

    /// Parcels of dossiers that are copies of one, of which nothing is read but that they are there.
    ///
    /// - Returns: Their tracking numbers.
    static func parcels(_ count: Int, _ kind: ShipmentKind, like dossier: ID, _ test: TestCentral) throws
        -> [String]
    {
        let now = test.clock.now
        var numbers: [String] = []
        try test.central.store.load { database in
            let columns = try Row.fetchAll(database, sql: "PRAGMA table_info(dossiers)").map {
                $0["name"] as String
            }
            let row = try #require(
                try Row.fetchOne(database, sql: "SELECT * FROM dossiers WHERE id = ?", arguments: [dossier]))
            let officer: String = row["received_by"]
            let marks = columns.map { _ in "?" }.joined(separator: ", ")
            let settings = try #require(try PostalTable.settings(database, unit: unit).settings)
            let highest = try Int.fetchOne(database, sql: "SELECT MAX(search_row) FROM dossiers") ?? 0
            for index in 1...count {
                let (id, code) = (UUIDv7.make(), "\(unit)-250101-" + String(1_000_000 + index).dropFirst())
                let values = columns.map { column -> DatabaseValue in
                    switch column {
                    case "id": id.databaseValue
                    case "code": code.databaseValue
                    case "status": 9.databaseValue
                    case "search_row": (highest + index).databaseValue
                    default: row[column]
                    }
                }
                try database.execute(
                    sql: "INSERT INTO dossiers (\(columns.joined(separator: ", "))) VALUES (\(marks))",
                    arguments: StatementArguments(values))
                let number = try #require(try PostalTable.takeNumber(database, unit: unit))
                let shipment = Shipment(
                    id: UUIDv7.make(), dossier: id, dossierCode: code, procedureName: "Thủ tục",
                    unit: UnitRef(code: unit, name: unit), office: UnitRef(code: office, name: office),
                    kind: kind, orderNumber: code, trackingNumber: number, state: .created, order: .waiting,
                    sender: settings.sender, receiver: settings.sender, contents: "Hồ sơ", fee: 0, cod: 0,
                    createdAt: now, createdBy: OfficerRef(id: officer, name: ""), changedAt: now)
                let order = PostalOrder(
                    customerCode: "HCC", orderNumber: code, trackingNumber: number, cod: 0,
                    sender: settings.sender, receiver: settings.sender, contents: "Hồ sơ",
                    task: kind == .result ? PostalOrder.resultTask : PostalOrder.collectTask,
                    agencyCode: unit, agencyName: unit)
                let message = try PostMail.put(
                    database, .order, of: shipment,
                    text: String(decoding: try StrictJSON.encode(order.json), as: UTF8.self), at: now,
                    seal: .test)
                try ShipmentTable.insert(database, shipment, message: message, seal: .test)
                numbers.append(number)
            }
        }
        return numbers
    }
}
