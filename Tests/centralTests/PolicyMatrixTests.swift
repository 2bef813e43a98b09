import Forms
import GRDB
import HTTPTypes
import Models
import Testing

@testable import central

/// Who gets what answer, asked of the running server: every role at every route, and every role about things of its own
/// unit, one below, one beside, one above and one of another province. What is expected is written by hand; a route that
/// is in none of the tables fails.
@Suite("The matrix of roles, routes and units, against the running server")
struct PolicyMatrixTests {
    /// What everybody who is logged in may ask. What else a role may stands in `PolicyTests.matrix`.
    private static let everybody: Set<String> = [
        "ping", "me", "listProcedures", "getProcedure", "getProcedureForm", "getProcedureChecklist",
        "getProcedureFees", "listReference", "getCalendar", "previewDeadline", "quoteFees", "validateForm",
        "getFormVersion", "listProcesses", "getProcess", "searchFaq", "listScripts", "getScript",
        "getScriptAnswers", "listDrafts", "getDraft", "putDraft", "deleteDraft", "verifyAudit", "search",
        "listInboxes", "getInbox", "listChanges", "streamChanges", "getDossier", "listDossierEvents",
        "getDossierClock", "listDossierDocuments", "listDossierShipments", "listAudit", "listDossierMessages",
        "getPermissions",
    ]
    private static let open: Set<String> = [
        "health", "metrics", "openAPI", "openIDConfiguration", "paymentCallback", "postalCallback",
        "publicStatus", "readiness",
        "revokeToken", "token",
    ]

    /// Beyond the role it matters here how one stands to the thing: whose dossiers are handed over, who has a ticket, what a
    /// caller has shown. Those have tests of their own.
    private static let byRelation: Set<String> = [
        "acknowledgeTicket", "escalateTicket", "resolveTicket", "handOverDossiers", "previewHandOver",
        "revealDossier",
    ]

    private static let accounts: [(role: Role, name: String)] = [
        (.reception, "tiepnhan"), (.review, "thamdinh"), (.approval, "lanhdao"), (.clerk, "vanthu"),
        (.cashier, "thungan"), (.postal, "buuchinh"), (.hotline, "tongdai"), (.provinceAdmin, "quantri"),
        (.ministryAdmin, "quantribo"),
    ]

    private static func may(_ role: Role, _ route: String) -> Bool {
        everybody.contains(route)
            || (PolicyTests.matrix.first { $0.0 == role }?.1.contains(route) ?? false)
    }

    @Test("No route is outside of the matrix")
    func complete() {
        let listed = PolicyTests.matrix.reduce(Self.everybody.union(Self.open)) { $0.union($1.1) }
        #expect(Set(RouteTable.all.routes.map(\.id)).subtracting(listed).sorted() == [])
        #expect(listed.subtracting(RouteTable.all.routes.map(\.id)).sorted() == [])
    }

    @Test("Every role at every route: refused by the policy, or looked at", arguments: accounts.map(\.name))
    func routes(account: String) async throws {
        let role = try #require(Self.accounts.first { $0.name == account }?.role)
        try await TestCentral(withDossiers: true).run { desk in
            let officer = try await desk.login(account)
            // A stream has no end to wait for.
            for operation in DescriptionTests.operations where operation.id != "streamChanges" {
                guard !Self.open.contains(operation.id) else { continue }
                let reply = try await DescriptionTests.send(operation, officer)
                // An answer to HEAD has no body to say why.
                let isRefused =
                    reply.status == 403 && (reply.code == "forbidden" || operation.method == "HEAD")
                let words = "\(account) \(operation.id): \(reply.status) \(reply.code ?? "")"
                if Self.may(role, operation.id) {
                    #expect(!isRefused || Self.byRelation.contains(operation.id), "\(words)")
                } else {
                    #expect(isRefused, "\(words)")
                }
                let stranger = try await DescriptionTests.send(operation, desk)
                #expect(stranger.status == 401, "\(operation.id) without a login: \(stranger.status)")
            }
        }
    }

    // MARK: Units

    private enum Relation: String, CaseIterable {
        case own = "H26.1.5"
        case below = "H26.1.5.2"
        case beside = "H26.1.4"
        case above = "H26.1"
        case elsewhere = "H29.1"

        var unit: String { rawValue }
    }

    /// Whether a role that works in H26.1.5, or for Hà Nội or the ministry, reaches a unit.
    private static func reaches(_ role: Role, _ relation: Relation) -> Bool {
        switch role {
        case .reception, .review, .approval, .clerk, .cashier: relation == .own
        case .hotline, .provinceAdmin: relation != .elsewhere
        // Only what goes by post, wherever in the province.
        case .postal: relation != .elsewhere
        case .ministryAdmin: true
        }
    }

    private static let ofDossier: [(route: String, suffix: String)] = [
        ("getDossier", ""), ("listDossierEvents", "/events"), ("getDossierClock", "/clock"),
        ("listDossierDocuments", "/documents"), ("listDossierMessages", "/messages"),
        ("listPrints", "/prints"), ("listDossierActions", "/actions"), ("getDossierCharges", "/charges"),
        ("listDossierPayments", "/payments"),
    ]

    @Test(
        "Dossiers of units near and far: not found where a role does not reach, closed to administrators",
        arguments: accounts.map(\.name))
    func dossiers(account: String) async throws {
        let role = try #require(Self.accounts.first { $0.name == account }?.role)
        let test = try TestCentral()
        try await test.run { desk in
            var ids: [Relation: String] = [:]
            for (number, relation) in Relation.allCases.enumerated() {
                // By a colleague: one's own acts are one's own wherever they went.
                let made = try await desk.login("tiepnhan2").post(
                    "/v1/dossiers", SampleIntake.of("00118500010\(number)"), key: UUIDv7.make())
                ids[relation] = try #require(made["id"], "\(made.text)")
            }
            let all = ids
            try test.central.store.load { database in
                for (relation, id) in all {
                    try database.execute(
                        sql:
                            "UPDATE dossiers SET unit = ?, holder_unit = ?, delivery_method = 'post' WHERE id = ?",
                        arguments: [relation.unit, relation.unit, id])
                }
            }
            let officer = try await desk.login(account)
            for (relation, id) in ids {
                for (route, suffix) in Self.ofDossier {
                    let reply = try await officer.get("/v1/dossiers/\(id)\(suffix)")
                    let isClosed = role == .provinceAdmin
                    let expected =
                        !Self.may(role, route)
                        ? 403 : !Self.reaches(role, relation) ? 404 : isClosed ? 403 : 200
                    #expect(
                        reply.status == expected, "\(account) \(route) \(relation): \(reply.status)")
                    if isClosed, expected == 403, Self.may(role, route) {
                        #expect(reply.code == "break_glass_required")
                    }
                }
            }
        }
    }

    @Test("Officers, bindings and money of units near and far", arguments: accounts.map(\.name))
    func administration(account: String) async throws {
        let role = try #require(Self.accounts.first { $0.name == account }?.role)
        let test = try TestCentral()
        try await test.run { desk in
            try test.central.store.load { database in
                for relation in Relation.allCases {
                    let day = LocalDate(epochDay: 0)
                    if try OfficerTable.unitName(
                        database, code: relation.unit, on: LocalDate(iso: "2026-11-23")!) == nil
                    {
                        try OfficerTable.insertUnit(
                            database, code: relation.unit, name: relation.unit, parent: nil, from: day,
                            to: nil)
                    }
                    try OfficerTable.insert(
                        database, id: Self.officer(relation), person: "p\(relation)",
                        account: "matran.\(relation)", name: "Ma Trận", position: "Thử", unit: relation.unit,
                        passwordHash: nil)
                }
            }
            let officer = try await desk.login(account)
            for relation in Relation.allCases {
                for (route, path) in [
                    ("getOfficer", "/v1/officers/\(Self.officer(relation))"),
                    ("getBindings", "/v1/units/\(relation.unit)/bindings/giam-ho"),
                    ("getBindingMatrix", "/v1/units/\(relation.unit)/bindings"),
                    ("getCollection", "/v1/collection/\(relation.unit)"),
                    ("getRegister", "/v1/registers/\(relation.unit)?from=2026-11-23&to=2026-11-23"),
                ] {
                    let reply = try await officer.get(path)
                    let expected =
                        !Self.may(role, route) ? 403 : Self.reaches(role, relation) ? 200 : 404
                    #expect(
                        reply.status == expected,
                        "\(account) \(route) \(relation): \(reply.status) \(reply.text.prefix(200))")
                }
                // Nothing of other units stands in a list.
                guard Self.may(role, "listOfficers") else { continue }
                let listed = try await officer.get("/v1/officers?q=ma+tran&unit=\(relation.unit)")
                let isListed = listed.text.contains(Self.officer(relation))
                #expect(isListed == Self.reaches(role, relation), "\(account) \(relation)")
            }
        }
    }

    private static func officer(_ relation: Relation) -> String {
        let number = Relation.allCases.firstIndex(of: relation) ?? 0
        return "01900000-0000-7000-8000-00000000fa0\(number)"
    }
}
