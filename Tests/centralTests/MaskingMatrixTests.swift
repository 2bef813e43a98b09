import Forms
import Foundation
import HTTPTypes
import Models
import Testing

@testable import central

/// Roles by fields, over every address that is read with GET: made of the table of routes, so that a new one is in it.
@Suite("No address tells a role a field that is masked for it")
struct MaskingMatrixTests {
    /// What stands in the dossier, by field; each is found nowhere else in what central answers.
    private static let fields = [
        "name": "Đoàn Thị Riêng Biệt", "identity_number": "001185000123", "birth_date": "1985-03-12",
        "phone": "0987650123", "address": "Số 5, Phường Cửa Nam", "email": "anh.rieng@example.vn",
    ]

    /// What each role may see of them. The rest it must find in no answer at all.
    private static let shown: [(account: String, fields: Set<String>)] = [
        ("tiepnhan", Set(fields.keys)), ("thamdinh", Set(fields.keys)), ("lanhdao", Set(fields.keys)),
        ("vanthu", Set(fields.keys)), ("thungan", Set(fields.keys)),
        ("buuchinh", ["name", "phone", "address"]),
        ("tongdai", []), ("quantri", []), ("quantribo", []), ("tiepnhan.cuanam", []),
    ]

    /// Never ends (it is read by itself), or is of files and not of fields.
    private static let passedOver: Set<String> = ["streamChanges", "getFile", "openAPI"]

    @Test("Every role, every field, every address, every error", arguments: shown.map(\.account))
    func matrix(account: String) async throws {
        let allowed = try #require(Self.shown.first { $0.account == account }?.fields)
        let test = try TestCentral()
        try await test.run { desk in
            let made = try await desk.login().post("/v1/dossiers", Self.intake, key: UUIDv7.make())
            #expect(made.status == 201, "\(made.text)")
            // Another beside it, so that lists of one go on; a ticket and a call of the same person, which a colleague took.
            _ = try await desk.login().post("/v1/dossiers", Self.intake, key: UUIDv7.make())
            let ticket = try await Self.makeTicket(desk)
            let call = try await desk.login("tongdai2").post("/v1/calls", Self.card, key: UUIDv7.make())
            #expect(call.status == 201, "\(call.text)")
            // So that the post carries something for that person, and a manifest names it.
            let shipment = try await Self.send(made["id"] ?? "", desk, test)
            // So that there is a receipt, with who paid.
            try await CashDesk.collect(made["id"] ?? "", test)
            let (id, code) = (try #require(made["id"]), try #require(made["code"]))
            let lookup = try #require(made["lookup_code"])
            let officer = try await desk.login(account)
            var seen: Set<String> = []
            var cursors = 0
            for path in Self.paths(id: id, code: code, ticket: ticket, shipment: shipment) {
                for accept in ["application/json", "text/csv"] {
                    let reply = try await officer.send(.get, path, headers: [.accept: accept])
                    #expect(reply.status < 500, "\(path)")
                    var text = Self.told(reply)
                    if let cursor = reply["next_cursor"], let data = Data(base64URL: cursor) {
                        cursors += 1
                        text += " " + String(decoding: data, as: UTF8.self)
                    }
                    let told = Self.fields(in: text)
                    seen.formUnion(told)
                    #expect(told.isSubset(of: allowed), "\(path) tells \(account) \(told)")
                    if allowed.count < Self.fields.count {
                        #expect(!text.contains("\"" + lookup + "\""), "\(path) tells the look-up code")
                    }
                }
            }
            let told = try await Self.fields(in: Self.stream(test, officer))
            seen.formUnion(told)
            #expect(told.isSubset(of: allowed), "the stream tells \(account) \(told)")
            if ["tiepnhan", "tongdai", "quantri"].contains(account) { #expect(cursors > 3, "\(account)") }
            let byName = try await officer.get("/v1/inboxes/open?sort=name&limit=1")
            // A desk of another commune sees its own dossiers whole, and no other at all.
            if allowed.contains("name") || account.hasPrefix("tiepnhan.") {
                #expect(byName.status == 200)
            } else if byName.status != 403 {
                #expect(byName.faults == ["/query/sort masked"], "\(account): \(byName.text)")
            }
            // What may be seen is seen somewhere: a matrix of empty answers would prove nothing.
            #expect(seen == allowed, "\(account)")
        }
    }

    @Test("A cursor holds nothing that can be read, and is good for its reader alone, unchanged")
    func cursors() async throws {
        try await TestCentral().run { desk in
            let reader = try await desk.login()
            for _ in 0..<3 { _ = try await reader.post("/v1/dossiers", Self.intake, key: UUIDv7.make()) }
            let path = "/v1/inboxes/open?sort=name&limit=1"
            let first = try await reader.get(path)
            let cursor = try #require(first["next_cursor"])
            let bytes = try #require(Data(base64URL: cursor))
            #expect(!String(decoding: bytes, as: UTF8.self).contains("biet"))
            let second = try await reader.get(path + "&cursor=" + cursor)
            #expect(second.items.count == 1 && second.items[0]["id"] != first.items[0]["id"])
            #expect(try await desk.login("tiepnhan2").get(path + "&cursor=" + cursor).status == 400)
            #expect(try await reader.get(path + "&order=desc&cursor=" + cursor).status == 400)
            var changed = bytes
            changed[changed.count / 2] ^= 1
            #expect(try await reader.get(path + "&cursor=" + changed.base64URL).status == 400)
        }
    }

    /// Which of the fields stand in a text, as they are, without accents, or in the order that lists are sorted by.
    private static func fields(in text: String) -> Set<String> {
        let folded = TextFold.fold(text)
        return Set(
            fields.filter { field, secret in
                text.contains(secret) || folded.contains(TextFold.fold(secret))
                    || field == "name" && folded.contains(NameOrder.key(secret, isPerson: true))
            }.keys)
    }

    /// The first changes that the stream brings after its start.
    private static func stream(_ test: TestCentral, _ officer: TestDesk) async throws -> String {
        let route = try #require(RouteTable.all.routes.first { $0.id == "streamChanges" })
        let call = Call(
            route: route, method: .get, path: "/v1/stream", parameters: [:], query: [:],
            headers: [.authorization: "Bearer " + (officer.token ?? "")], body: [], traceID: "",
            now: test.clock.now, grant: nil, hangUp: {})
        let stream = ChangeStream(call, test.central, after: 0, heartbeat: .milliseconds(5))
        var text = ""
        for _ in 0..<2 { text += try await stream.next().map { String(decoding: $0, as: UTF8.self) } ?? "" }
        return text
    }

    /// Papers that the post fetches from the person, and the result on a manifest that the desk has signed.
    private static func send(_ id: String, _ desk: TestDesk, _ test: TestCentral) async throws -> (
        shipment: String, manifest: String
    ) {
        let officer = try await desk.login()
        let made = try await officer.post(
            "/v1/shipments", ["dossier": .string(id), "kind": "collect"], key: UUIDv7.make())
        #expect(made.status == 201, "\(made.text)")
        let parcel = try await PostDriver.parcel(of: id, test)
        let manifest = try await officer.post("/v1/manifests", [:], key: UUIDv7.make())
        let path = "/v1/manifests/\(manifest["id"] ?? "")"
        let scanned = try await officer.post(
            path + "/items", ["text": .string(parcel.trackingNumber)], key: UUIDv7.make())
        #expect(scanned.status == 200, "\(scanned.text)")
        let closed = try await officer.post(path + ":close", [:], key: UUIDv7.make())
        #expect(closed.status == 200, "\(closed.text)")
        return (try #require(made["id"]), try #require(manifest["id"]))
    }

    private static func makeTicket(_ desk: TestDesk) async throws -> String {
        let body = TicketTests.body([
            "phone": .string(fields["phone"] ?? ""), "caller_name": .string(fields["name"] ?? ""),
        ])
        let made = try await desk.login("tongdai2").post("/v1/tickets", body, key: UUIDv7.make())
        #expect(made.status == 201, "\(made.text)")
        return try #require(made["id"])
    }

    private static let card = CallTests.with([
        "phone": .string(fields["phone"] ?? ""), "caller_name": .string(fields["name"] ?? ""),
        "note": .string("Hỏi hồ sơ của " + (fields["name"] ?? "")),
    ])

    private static let intake: JSONValue = {
        guard case .object(var applicant)? = SampleIntake.body["applicant"] else { return .null }
        for field in ["name", "phone", "email"] { applicant[field] = .string(fields[field] ?? "") }
        return SampleIntake.with([
            "applicant": .object(applicant),
            "delivery": [
                "method": "post", "address": "Số 5, Phường Cửa Nam, TP Hà Nội", "phone": "0987650123",
                "recipient": "Đoàn Thị Riêng Biệt",
            ],
        ])
    }()

    /// Each address with what it is about filled in, and the search with every way to find the dossier.
    private static func paths(
        id: String, code: String, ticket: String, shipment: (shipment: String, manifest: String)
    ) -> [String] {
        var paths: [String] = []
        for route in RouteTable.all.routes where route.method == .get && !passedOver.contains(route.id) {
            let about = route.path.description.split(separator: "/").map { part -> String in
                switch part {
                case "{id}": Self.id(of: route, id, ticket, shipment)
                case "{code}": route.id == "publicStatus" ? code : "2.000635"
                case "{unit}": "H26.1.5"
                case "{year}": "2026"
                case "{date}": "2026-11-23"
                case "{process}": "trich-luc"
                case "{version}": "1"
                case "{slug}": "open"
                case "{set}": "provinces"
                default: String(part)
                }
            }
            let path = "/" + about.joined(separator: "/")
            switch route.id {
            case "search":
                for text in ["001185000123", "0987650123", "doan%20thi%20rieng", "doan%20thi%20rienk", code] {
                    paths.append(path + "?q=" + text)
                }
                paths += [path + "?channel=1", path + "?channel=1&limit=1"]
            case "getInbox":
                for inbox in InboxKind.allCases { paths.append("/v1/inboxes/" + inbox.rawValue) }
                for sort in DossierOrder.Sort.allCases {
                    for order in ["asc", "desc"] {
                        paths.append("/v1/inboxes/open?limit=1&sort=\(sort.rawValue)&order=\(order)")
                    }
                }
            case "getRegister", "listRegisterPrints", "getPeriodReport", "getOnTimeReport":
                paths.append(path + "?from=2026-11-01&to=2026-11-30")
            case "publicStatus":
                // Without the slip.
                paths += [path, path + "?lookup_code=ZZZZ"]
            case "getPermissions": paths += [path, path + "?explain=" + code]
            case "listTickets", "listCalls", "listReceipts", "listShipments":
                paths += [path, path + "?limit=1"]
            default: paths.append(path)
            }
        }
        return paths
    }

    private static func id(
        of route: Route, _ id: String, _ ticket: String, _ shipment: (shipment: String, manifest: String)
    ) -> String {
        let path = route.path.description
        if path.contains("/tickets/") { return ticket }
        if path.hasPrefix("/v1/shipments/") { return shipment.shipment }
        return path.hasPrefix("/v1/manifests/") ? shipment.manifest : id
    }

    /// The answer without what the one who asked had typed himself.
    private static func told(_ reply: TestReply) -> String {
        guard case .object(var members) = reply.json, members["understood"] != nil else { return reply.text }
        members["understood"] = nil
        return
            ((try? StrictJSON.encode(JSONValue.object(members))).map { String(decoding: $0, as: UTF8.self) })
            ?? reply.text
    }
}
