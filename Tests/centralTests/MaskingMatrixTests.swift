import Forms
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

    /// Never ends, or is of files and not of fields.
    private static let passedOver: Set<String> = ["streamChanges", "getFile", "openAPI"]

    @Test("Every role, every field, every address, every error", arguments: shown.map(\.account))
    func matrix(account: String) async throws {
        let allowed = try #require(Self.shown.first { $0.account == account }?.fields)
        let test = try TestCentral()
        try await test.run { desk in
            let made = try await desk.login().post("/v1/dossiers", Self.intake, key: UUIDv7.make())
            #expect(made.status == 201, "\(made.text)")
            // So that there is a receipt, with who paid.
            try await CashDesk.collect(made["id"] ?? "", test)
            let (id, code) = (try #require(made["id"]), try #require(made["code"]))
            let lookup = try #require(made["lookup_code"])
            let officer = try await desk.login(account)
            var seen: Set<String> = []
            for path in Self.paths(id: id, code: code) {
                for accept in ["application/json", "text/csv"] {
                    let reply = try await officer.send(.get, path, headers: [.accept: accept])
                    #expect(reply.status < 500, "\(path)")
                    let text = Self.told(reply)
                    for (field, secret) in Self.fields where text.contains(secret) {
                        seen.insert(field)
                        #expect(allowed.contains(field), "\(path) tells \(account) \(field)")
                    }
                    if allowed.count < Self.fields.count {
                        #expect(!text.contains("\"" + lookup + "\""), "\(path) tells the look-up code")
                    }
                }
            }
            // What may be seen is seen somewhere: a matrix of empty answers would prove nothing.
            #expect(seen == allowed, "\(account)")
        }
    }

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
    private static func paths(id: String, code: String) -> [String] {
        var paths: [String] = []
        for route in RouteTable.all.routes where route.method == .get && !passedOver.contains(route.id) {
            let about = route.path.description.split(separator: "/").map { part -> String in
                switch part {
                case "{id}": id
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
                paths.append(path + "?channel=1")
            case "getInbox":
                for inbox in InboxKind.allCases { paths.append("/v1/inboxes/" + inbox.rawValue) }
            case "getRegister", "listRegisterPrints", "getPeriodReport", "getOnTimeReport":
                paths.append(path + "?from=2026-11-01&to=2026-11-30")
            case "publicStatus":
                // Without the slip.
                paths += [path, path + "?lookup_code=ZZZZ"]
            case "getPermissions": paths += [path, path + "?explain=" + code]
            default: paths.append(path)
            }
        }
        return paths
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
