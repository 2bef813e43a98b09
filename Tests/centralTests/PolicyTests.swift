import Forms
import HTTPTypes
import Models
import Testing

@testable import central

@Suite("One policy decides for every route")
struct PolicyTests {
    @Test("Every route has a rule, and every rule a route")
    func everyRouteHasARule() {
        let routes = Set(RouteTable.all.routes.map(\.id))
        #expect(routes.count == RouteTable.all.routes.count, "an id stands twice")
        #expect(routes.subtracting(PolicyRules.table.keys).sorted() == [])
        #expect(Set(PolicyRules.table.keys).subtracting(routes).sorted() == [])
    }

    @Test("A route without a rule is refused to everybody")
    func deniesByDefault() {
        for role in Role.allCases {
            guard case .refused = Policy.decide("noSuchRoute", officer: Self.officer(role)) else {
                Issue.record("\(role) may call a route without a rule")
                continue
            }
        }
        guard case .unauthenticated = Policy.decide("noSuchRoute", officer: nil) else {
            Issue.record("nobody may call a route without a rule")
            return
        }
    }

    @Test("Only these need no token")
    func openRoutes() {
        let open = PolicyRules.table.filter { $0.value == .open }.keys.sorted()
        #expect(
            open == [
                "health", "metrics", "openAPI", "openIDConfiguration", "paymentCallback", "postalCallback",
                "publicStatus", "readiness",
                "revokeToken", "token",
            ])
    }

    /// What everybody may call who handles dossiers.
    static let handling = Set<String>([
        "listColleagues", "recordPrint", "listPrints", "revealDossier", "verifyCaller", "getFile",
        "getRegister",
        "listRegisterPrints",
        "recordRegisterPrint", "listDossierActions", "actOnDossier", "actOnDossiers", "claimDossier",
        "releaseDossier", "handOverDossiers", "previewHandOver", "listDelegations", "makeDelegation",
        "endDelegation",
        "getBindings", "getPeriodReport", "getOnTimeReport", "getDayFigures", "getDossierCharges",
        "listDossierPayments", "getPayment", "getReceipt", "getPostalSettings",
    ]).union(shipments)
    static let administrating = Set<String>([
        "listOutbox", "retryMessage", "listColleagues", "handOverDossiers", "previewHandOver",
        "listMismatches", "resolveMismatch",
        "revealMismatch", "putBindings", "putCalendar", "getCalendarMoves",
        "applyBindings", "listDelegations", "makeDelegation", "endDelegation", "getBindings",
        "getPeriodReport", "getOnTimeReport", "getDayFigures", "getDossierCharges", "listDossierPayments",
        "getPayment", "getReceipt", "putCollection", "listOfficers", "importOfficers", "createOfficer",
        "getOfficer",
        "changeOfficer", "suspendOfficer", "reactivateOfficer", "revokeOfficer", "transferOfficer",
        "reviewOfficer", "revealOfficer", "listOfficerChanges", "confirmOfficerChange", "rejectOfficerChange",
        "listRoles", "listAssignments", "createAssignment", "endAssignment",
        "getPostalSettings", "putPostalSettings", "getBindingMatrix", "listBindingChanges", "changeBindings",
        "undoBindingChange", "listUnits", "renameUnit",
    ]).union(shipments)

    /// What both sides of a hand-over to the post look at.
    static let shipments: Set<String> = [
        "listShipments", "getShipmentCounts", "getShipment", "listManifests", "getManifest",
    ]

    /// What those see who answer for a unit's money.
    static let overseeing: Set<String> = [
        "listReceipts", "listCashSessions", "getCashSession", "getReconciliation", "listUnmatched",
        "getReceiptSummary", "getCollection", "getCollectionMonth",
    ]

    /// What tickets ask of those who answer them.
    static let answering: Set<String> = [
        "listTickets", "getTicketFigures", "getTicket", "listTicketMessages", "revealTicket",
        "acknowledgeTicket", "resolveTicket", "escalateTicket",
    ]

    /// Which of the routes that are not for everyone each role may call.
    static let matrix: [(Role, Set<String>)] = [
        (
            .reception,
            handling.union([
                "createDossier", "amendDossier", "checkDuplicates", "autofillPerson", "reportMismatch",
                "lookupPerson", "createUpload", "getUpload", "appendUpload", "handOverDraft",
                "createCharge", "createShipment", "cancelShipment", "openManifest", "addToManifest",
                "removeFromManifest", "closeManifest", "reopenManifest",
            ]).union(answering)
        ),
        (.review, handling.union(answering).union(["createCharge"])),
        (
            .approval,
            handling.union(answering).union(overseeing).union(["countCashSession", "closeCashSession"])
        ),
        (.clerk, handling.union(answering)),
        (
            .cashier,
            handling.union(overseeing).union([
                "createCharge", "listOwing", "createPayment", "refundPayment", "cancelPayment",
                "getPlatformMessage", "issueReceipt", "voidReceipt", "replaceReceipt", "recordReceiptPrint",
                "openCashSession",
                "moveCash", "countCashSession", "closeCashSession", "importBankStatement",
                "resolveUnmatched", "settleShipment",
            ])
        ),
        (.postal, shipments.union(["scanShipment", "acceptManifest"])),
        (
            .hotline,
            [
                "revealDossier", "verifyCaller", "lookupPerson", "createCall", "listCalls", "getCallFigures",
                "createTicket",
                "listTickets", "getTicketFigures", "getTicket", "listTicketMessages", "revealTicket",
                "escalateTicket", "closeTicket",
            ]
        ),
        (.provinceAdmin, administrating.union(answering).union(overseeing).union(["breakGlass"])),
        (
            .ministryAdmin,
            administrating.union(answering).union(overseeing).union([
                "publishScript",
                "publishForm", "publishProcedure", "createProcess", "putProcess", "lintProcess",
                "activateProcess",
            ])
        ),
    ]

    @Test("Roles", arguments: matrix)
    func roles(role: Role, allowed: Set<String>) {
        var granted: Set<String> = []
        for (route, rule) in PolicyRules.table {
            guard case .officer(let roles, _) = rule, roles != Role.all else { continue }
            if case .granted = Policy.decide(route, officer: Self.officer(role)) { granted.insert(route) }
        }
        #expect(granted == allowed)
    }

    @Test(
        "How far each role reaches",
        arguments: [
            (.reception, ["H26.1.5"]), (.review, ["H26.1.5"]), (.cashier, ["H26.1.5"]),
            (.provinceAdmin, []), (.hotline, ["H26", "H26.1.5", "H26.1.6"]),
            (.postal, ["H26", "H26.1.5", "H26.1.6"]),
            (.ministryAdmin, ["H26", "H26.1.5", "H26.1.6", "H260.1", "H29.1.5"]),
        ] as [(Role, Set<String>)])
    func reach(role: Role, units: Set<String>) {
        guard case .granted(let grant) = Policy.decide("search", officer: Self.officer(role)) else {
            Issue.record("\(role) may not search")
            return
        }
        let all = ["H26", "H26.1.5", "H26.1.6", "H260.1", "H29.1.5"]
        #expect(Set(all.filter(grant.scope.concerns)) == units)
        #expect(grant.scope.isPostOnly == (role == .postal))
    }

    @Test("A province's administrator reaches its officers, and of its dossiers those that he opened")
    func administrator() {
        var officer = Self.officer(.provinceAdmin)
        officer.opened = ["d1"]
        guard case .granted(let officers) = Policy.decide("listOfficers", officer: officer),
            case .granted(let dossiers) = Policy.decide("getDossier", officer: officer)
        else {
            Issue.record("refused")
            return
        }
        #expect(officers.scope.contains("H26.1.5") && officers.scope.opened.isEmpty)
        #expect(!dossiers.scope.contains("H26.1.5") && dossiers.scope.opened == ["d1"])
        #expect(dossiers.scope.mayOpen(in: "H26.1.5") && !dossiers.scope.mayOpen(in: "H29.1.5"))
        // What he handles at a desk besides stays his.
        officer.assignments.append(.init(unit: "H26.1.6", role: .reception))
        guard case .granted(let both) = Policy.decide("getDossier", officer: officer) else {
            Issue.record("refused")
            return
        }
        #expect(both.scope.units == ["H26.1.6"] && both.scope.subtrees.isEmpty)
    }

    @Test("The post's reach does not widen another role's, and another role's does not widen the post's")
    func postBesides() async throws {
        var officer = Self.officer(.postal)
        officer.assignments += Self.officer(.reception).assignments
        guard case .granted(let grant) = Policy.decide("search", officer: officer) else {
            Issue.record("refused")
            return
        }
        let home = officer.assignments[1].unit
        #expect(grant.scope.contains(home) && !grant.scope.contains("H26.1.9"))
        #expect(grant.scope.containsPost(of: "H26.1.9"))
        #expect(grant.disclosure(unit: home, holder: home) == .whole)
        #expect(grant.disclosure(unit: "H26.1.9", holder: "H26.1.9") == .delivery)
        let whole = grant.scope.dossiers("d")
        #expect(whole.sql.contains(" OR ") && whole.sql.contains("d.delivery_method = 'post'"))
    }

    @Test("An officer without any assignment today may do nothing")
    func noAssignment() {
        var officer = Self.officer(.reception)
        officer.assignments = []
        guard case .refused = Policy.decide("me", officer: officer) else {
            Issue.record("an officer without a role was let in")
            return
        }
    }

    @Test("A dossier of another unit is not found, whatever is asked of it")
    func foreignUnits() async throws {
        try await TestCentral().run { desk in
            let made = try await desk.login().post("/v1/dossiers", SampleIntake.body, key: UUIDv7.make())
            let id = try #require(made["id"])
            let other = try await Self.otherUnit(desk)
            for path in ["", "/events", "/clock", "/documents", "/prints"] {
                #expect(try await other.get("/v1/dossiers/\(id)\(path)").status == 404)
            }
            let print = try await other.post(
                "/v1/dossiers/\(id)/prints", ["form": "01"], key: UUIDv7.make())
            #expect(print.status == 404)
            let reveal = try await other.post("/v1/dossiers/\(id):reveal", ["purpose": "xem thử"])
            #expect(reveal.status == 404)
            let code = try #require(made["code"])
            for query in [code, "001185000123", "0912345678", "nguyen+thi+anh"] {
                #expect(try await other.get("/v1/search?q=\(query)").items.isEmpty)
            }
            #expect(try await other.get("/v1/inboxes/open").items.isEmpty)
            let duplicates = try await other.post(
                "/v1/dossiers:check-duplicates",
                ["procedure": "2.000635", "case": "trich_luc", "identity_number": "001185000123"])
            #expect(duplicates.items.isEmpty)
            let previous = try await other.post(
                "/v1/dossiers", SampleIntake.with(["previous": .string(id)]), key: UUIDv7.make())
            #expect(previous.faults == ["/previous unknown_dossier"])
        }
    }

    @Test("A refusal is in the audit")
    func refusalsAreAudited() async throws {
        let test = try TestCentral()
        try await test.run { desk in
            _ = try await desk.login("tongdai").post("/v1/dossiers", SampleIntake.body, key: UUIDv7.make())
            let entries = try await test.central.store.read { database in
                try AuditTable.page(
                    database, officer: nil, scope: Scope(isEverything: true), before: nil, limit: 10)
            }
            #expect(entries.first?.action == "policy.refuse")
            #expect(entries.first?.outcome == .refused)
            #expect(entries.first?.detail == ["route": "createDossier"])
        }
    }

    static func officer(_ role: Role) -> Officer {
        let unit =
            switch role {
            case .provinceAdmin: "H26"
            case .hotline: "H26.22"
            case .postal: "H26.900.1"
            case .ministryAdmin: "G06"
            default: "H26.1.5"
            }
        return Officer(
            id: "o", person: "p", account: "a", name: "n", position: "", unit: unit, unitName: unit,
            assignments: [.init(unit: unit, role: role)])
    }

    /// A reception officer of another ward.
    static func otherUnit(_ desk: TestDesk) async throws -> TestDesk {
        try await desk.login("tiepnhan.cuanam")
    }
}
