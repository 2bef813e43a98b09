import Forms
import Models
import Testing

@testable import APIClient

/// Method and target of every operation, as `openapi.yaml` writes them.
@Suite struct OperationTests {
    struct Row: Sendable, CustomTestStringConvertible {
        var expected: String
        var call: @Sendable (Client) async throws -> Void
        var testDescription: String { expected }
    }

    private static let id = "01930000-0000-7000-8000-0000000000d0"
    private static let put = DraftPut(id: id, kind: "intake", title: "x", content: .object([:]))

    private static let rows: [Row] = [
        Row(expected: "GET /v1/me") { _ = try await $0.me() },
        Row(expected: "GET /v1/ping") { _ = try await $0.ping() },
        Row(expected: "GET /v1/procedures") { _ = try await $0.procedures() },
        Row(expected: "GET /v1/procedures?q=khai%20sinh&field=ht&level=3&cursor=c&limit=20") {
            _ = try await $0.procedures("khai sinh", field: "ht", level: "3", cursor: "c", limit: 20)
        },
        Row(expected: "GET /v1/procedures/2.000635") { _ = try await $0.procedure("2.000635") },
        Row(expected: "GET /v1/procedures/2.000635/form?case=1") {
            _ = try await $0.form(procedure: "2.000635", case: "1")
        },
        Row(expected: "GET /v1/procedures/2.000635/checklist?case=1") {
            _ = try await $0.checklist(procedure: "2.000635", case: "1")
        },
        Row(expected: "GET /v1/procedures/2.000635/fees") { _ = try await $0.fees(procedure: "2.000635") },
        Row(expected: "GET /v1/reference/communes?q=cua%20nam&parent=H26&limit=5") {
            _ = try await $0.reference("communes", "cua nam", parent: "H26", limit: 5)
        },
        Row(expected: "GET /v1/calendars/H26.1.5/2026") {
            _ = try await $0.calendar(unit: "H26.1.5", year: 2026)
        },
        Row(expected: "PUT /v1/calendars/H26.1.5/2026?dry_run=true&limit=200 \(Fixture.key)") {
            _ = try await $0.putCalendar(
                unit: "H26.1.5", year: 2026, CalendarPut(daysOff: [], makeupDays: [], reason: "Thử"),
                isDry: true, revision: "*", key: Fixture.key, limit: 200)
        },
        Row(expected: "POST /v1/deadlines:preview") {
            _ = try await $0.previewDeadline(
                DeadlinePreviewRequest(
                    unit: "H26.1.5", acceptedAt: Instant(seconds: 0), amount: 1, amountUnit: .workingDay,
                    pauses: []))
        },
        Row(expected: "GET /v1/charges?code=H26&limit=5") { _ = try await $0.owing(code: "H26", limit: 5) },
        Row(expected: "GET /v1/dossiers/\(id)/charges") { _ = try await $0.charges(dossier: id) },
        Row(expected: "POST /v1/dossiers/\(id)/charges \(Fixture.key)") {
            _ = try await $0.charge(dossier: id, ChargeRequest(), key: Fixture.key)
        },
        Row(expected: "GET /v1/dossiers/\(id)/payments") { _ = try await $0.payments(dossier: id) },
        Row(expected: "POST /v1/payments \(Fixture.key)") {
            _ = try await $0.pay(PaymentRequest(dossier: id, method: .cash, amount: 1), key: Fixture.key)
        },
        Row(expected: "GET /v1/payments/\(id)") { _ = try await $0.payment(id) },
        Row(expected: "POST /v1/payments/\(id):refund \(Fixture.key)") {
            _ = try await $0.refund(payment: id, RefundRequest(reason: "x"), key: Fixture.key)
        },
        Row(expected: "POST /v1/payments/\(id):cancel \(Fixture.key)") {
            _ = try await $0.cancel(payment: id, reason: "x", key: Fixture.key)
        },
        Row(expected: "POST /v1/payments/\(id):issue-receipt \(Fixture.key)") {
            _ = try await $0.issueReceipt(payment: id, reason: "x", key: Fixture.key)
        },
        Row(expected: "GET /v1/receipts?day=1970-01-01&number=7&mine=true") {
            _ = try await $0.receipts(day: LocalDate(epochDay: 0), number: 7, mine: true)
        },
        Row(expected: "GET /v1/receipts/\(id)") { _ = try await $0.receipt(id) },
        Row(expected: "GET /v1/receipts/\(id)?format=xml") { _ = try await $0.receiptXML(id) },
        Row(expected: "POST /v1/receipts/\(id):void \(Fixture.key)") {
            _ = try await $0.void(receipt: id, reason: "x", key: Fixture.key)
        },
        Row(expected: "POST /v1/receipts/\(id):replace \(Fixture.key)") {
            _ = try await $0.replace(receipt: id, ReceiptReplacement(reason: "x"), key: Fixture.key)
        },
        Row(expected: "POST /v1/receipts/\(id)/prints \(Fixture.key)") {
            _ = try await $0.recordPrint(receipt: id, key: Fixture.key)
        },
        Row(expected: "GET /v1/reports/receipts?day=1970-01-01&unit=H26") {
            _ = try await $0.receiptSummary(day: LocalDate(epochDay: 0), unit: "H26")
        },
        Row(expected: "GET /v1/reports/receipts?format=csv") {
            _ = try await $0.receiptSummaryFile(format: "csv")
        },
        Row(expected: "GET /v1/cash-sessions?open=true&mine=true") {
            _ = try await $0.cashSessions(open: true, mine: true)
        },
        Row(expected: "GET /v1/cash-sessions/\(id)") { _ = try await $0.cashSession(id) },
        Row(expected: "POST /v1/cash-sessions \(Fixture.key)") {
            _ = try await $0.openCashSession(
                CashSessionOpening(desk: "1", counts: [:]), key: Fixture.key)
        },
        Row(expected: "POST /v1/cash-sessions/\(id)/movements \(Fixture.key)") {
            _ = try await $0.moveCash(
                session: id, CashMovementRequest(kind: .deposit, amount: 1, reason: "x"), key: Fixture.key)
        },
        Row(expected: "POST /v1/cash-sessions/\(id):count \(Fixture.key)") {
            _ = try await $0.countCash(session: id, ["500000": 1], key: Fixture.key)
        },
        Row(expected: "POST /v1/cash-sessions/\(id):close \(Fixture.key)") {
            _ = try await $0.closeCash(session: id, CashSessionClosing(), key: Fixture.key)
        },
        Row(expected: "GET /v1/officers?q=ha&unit=H26&role=clerk&state=active&limit=5") {
            _ = try await $0.officers("ha", unit: "H26", role: "clerk", state: "active", limit: 5)
        },
        Row(expected: "GET /v1/officers?state=review") { _ = try await $0.officerTable(state: "review") },
        Row(expected: "POST /v1/officers:import?dry_run=true&columns=name%2C%2Cunit \(Fixture.key)") {
            _ = try await $0.importOfficers(
                [], columns: ["name", "", "unit"], dryRun: true, key: Fixture.key)
        },
        Row(expected: "GET /v1/audit?officer=ha&action=officer.&subject=x&outcome=refused&to=1970-01-01") {
            _ = try await $0.audit(
                officer: "ha", action: "officer.", subject: "x", outcome: "refused",
                to: LocalDate(epochDay: 0))
        },
        Row(expected: "GET /v1/officers/\(id)") { _ = try await $0.officer(id) },
        Row(expected: "POST /v1/officers/\(id):reveal") {
            _ = try await $0.revealOfficer(id, purpose: "x")
        },
        Row(expected: "GET /v1/officer-changes?state=all") { _ = try await $0.officerChanges(all: true) },
        Row(expected: "GET /v1/roles") { _ = try await $0.roles() },
        Row(expected: "GET /v1/assignments?officer=\(id)") { _ = try await $0.assignments(officer: id) },
        Row(expected: "DELETE /v1/assignments/\(id)?allow_gaps=true") {
            _ = try await $0.endAssignment(id, allowGaps: true)
        },
        Row(expected: "GET /v1/reports/collections?month=1970-01&unit=H26") {
            _ = try await $0.collectionMonth(of: LocalDate(epochDay: 0), unit: "H26")
        },
        Row(expected: "GET /v1/reconciliations/1970-01-01?unit=H26") {
            _ = try await $0.reconciliation(on: LocalDate(epochDay: 0), unit: "H26")
        },
        Row(expected: "POST /v1/bank-statements \(Fixture.key)") {
            _ = try await $0.importBankStatement([], key: Fixture.key)
        },
        Row(expected: "GET /v1/unmatched-payments?state=open") {
            _ = try await $0.unmatchedPayments(state: .open)
        },
        Row(expected: "POST /v1/unmatched-payments/\(id):resolve \(Fixture.key)") {
            _ = try await $0.resolve(unmatched: id, UnmatchedResolution(note: "x"), key: Fixture.key)
        },
        Row(expected: "GET /v1/collection/H26") { _ = try await $0.collection(unit: "H26") },
        Row(expected: "PUT /v1/collection/H26") {
            _ = try await $0.putCollection(
                unit: "H26", CollectionSettingsPut(series: [], differenceLimit: 0), revision: "*")
        },
        Row(expected: "POST /v1/fees:quote") {
            _ = try await $0.quoteFees(
                FeeQuoteRequest(procedure: "2.000635", caseCode: "1", channel: 1, quantities: [:]))
        },
        Row(expected: "POST /v1/persons:lookup") {
            _ = try await $0.lookupPerson(identityNumber: "001185000123", purpose: "intake")
        },
        Row(expected: "POST /v1/persons:autofill") {
            _ = try await $0.autofill(AutofillRequest(identityNumber: "1", procedure: "2", caseCode: "1"))
        },
        Row(expected: "POST /v1/persons:report-mismatch \(Fixture.key)") {
            try await $0.reportMismatch(
                MismatchReport(identityNumber: "1", field: "name", sourceValue: "a", correctValue: "b"),
                key: Fixture.key)
        },
        Row(expected: "POST /v1/forms/f:validate") {
            _ = try await $0.validate(form: "f", version: 1, answers: Answers())
        },
        Row(expected: "GET /v1/drafts?limit=50") { _ = try await $0.drafts(limit: 50) },
        Row(expected: "GET /v1/drafts/\(id)") { _ = try await $0.draft(id) },
        Row(expected: "PUT /v1/drafts/\(id)") { _ = try await $0.putDraft(put, revision: "\"1\"") },
        Row(expected: "DELETE /v1/drafts/\(id)") { try await $0.deleteDraft(id) },
        Row(expected: "POST /v1/dossiers \(Fixture.key)") {
            _ = try await $0.createDossier(Fixture.intake, key: Fixture.key)
        },
        Row(expected: "POST /v1/dossiers:check-duplicates") {
            _ = try await $0.checkDuplicates(DuplicateCheckRequest(procedure: "2.000635", caseCode: "1"))
        },
        Row(expected: "GET /v1/dossiers/\(id)") { _ = try await $0.dossier(id) },
        Row(expected: "GET /v1/dossiers/\(id)/events") { _ = try await $0.events(dossier: id) },
        Row(expected: "GET /v1/dossiers/\(id)/clock") { _ = try await $0.clock(dossier: id) },
        Row(expected: "GET /v1/dossiers/\(id)/documents") { _ = try await $0.documents(dossier: id) },
        Row(expected: "PATCH /v1/dossiers/\(id) \(Fixture.key)") {
            _ = try await $0.amend(
                dossier: id, DossierAmendment(reason: "Sai tên."), revision: 3, key: Fixture.key)
        },
        Row(expected: "POST /v1/dossiers/\(id):reveal") {
            _ = try await $0.reveal(dossier: id, purpose: "gọi")
        },
        Row(expected: "POST /v1/dossiers/\(id)/prints \(Fixture.key)") {
            _ = try await $0.recordPrint(
                dossier: id, PrintRequest(form: "01", copies: 2), key: Fixture.key)
        },
        Row(expected: "GET /v1/dossiers/\(id)/prints") { _ = try await $0.prints(dossier: id) },
        Row(expected: "GET /v1/inboxes") { _ = try await $0.inboxes() },
        Row(expected: "GET /v1/inboxes/due_soon?cursor=c") {
            _ = try await $0.inbox("due_soon", cursor: "c")
        },
        Row(expected: "GET /v1/search?q=nguyen%20thi") { _ = try await $0.search("nguyen thi") },
        Row(expected: "GET /v1/audit?cursor=c&limit=10") { _ = try await $0.audit(cursor: "c", limit: 10) },
        Row(expected: "POST /v1/audit:verify") { _ = try await $0.verifyAudit() },
        Row(expected: "GET /healthz") { _ = try await $0.isHealthy() },
        Row(expected: "GET /readyz") { _ = try await $0.isReady() },
        Row(expected: "GET /metrics") { _ = try await $0.metrics() },
        Row(expected: "GET /openapi.yaml") { _ = try await $0.openAPI() },
        Row(expected: "GET /v1/processes?procedure=1.004837&state=draft") {
            _ = try await $0.processes(procedure: "1.004837", state: "draft")
        },
        Row(expected: "GET /v1/processes/giam-ho/versions/2") {
            _ = try await $0.process("giam-ho", version: 2)
        },
        Row(expected: "POST /v1/processes \(Fixture.key)") {
            _ = try await $0.createProcess(.object([:]), key: Fixture.key)
        },
        Row(expected: "PUT /v1/processes/giam-ho/versions/2") {
            _ = try await $0.putProcess("giam-ho", version: 2, .object([:]), revision: "\"1\"")
        },
        Row(expected: "POST /v1/processes/giam-ho/versions/2:lint") {
            _ = try await $0.lintProcess("giam-ho", version: 2)
        },
        Row(expected: "POST /v1/processes/giam-ho/versions/2:activate \(Fixture.key)") {
            _ = try await $0.activateProcess("giam-ho", version: 2, revision: "\"1\"", key: Fixture.key)
        },
        Row(expected: "GET /v1/units/H26.1.5/bindings/giam-ho") {
            _ = try await $0.bindings(unit: "H26.1.5", process: "giam-ho")
        },
        Row(expected: "PUT /v1/units/H26.1.5/bindings/giam-ho") {
            _ = try await $0.putBindings(
                unit: "H26.1.5", process: "giam-ho", BindingsPut(items: []), revision: "*")
        },
        Row(expected: "POST /v1/bindings:apply \(Fixture.key)") {
            _ = try await $0.applyBindings(
                BindingsApply(units: [], processes: [], steps: []), key: Fixture.key)
        },
        Row(expected: "GET /v1/delegations?limit=20") { _ = try await $0.delegations(limit: 20) },
        Row(expected: "DELETE /v1/delegations/\(id)") { try await $0.endDelegation(id) },
        Row(expected: "GET /v1/me/permissions?explain=H26.1.5-261123-0001") {
            _ = try await $0.permissions(explaining: "H26.1.5-261123-0001")
        },
        Row(expected: "GET /.well-known/openid-configuration") { _ = try await $0.openIDConfiguration() },
    ]

    @Test(arguments: rows) func everyOperationIsAsked(row: Row) async throws {
        let transport = ScriptedTransport()
        let client = try await Fixture.client(transport)
        try? await row.call(client)
        let request = try #require(transport.requests.last)
        let key = request.headers.first("Idempotency-Key").map { " " + $0 } ?? ""
        #expect("\(request.method.rawValue) \(request.target)\(key)" == row.expected)
        #expect(transport.requests.count == 2)
        let isOpen = !request.target.hasPrefix("/v1/")
        #expect((request.headers.first("Authorization") == nil) == isOpen)
        #expect((request.body != nil) == ([.post, .put, .patch].contains(request.method)))
        #expect(request.headers.first("User-Agent") == "desk")
        let isWriteWithoutKey = request.method == .put && key.isEmpty
        #expect(request.isRepeatable == !isWriteWithoutKey)
    }

    @Test("A history of more than a page is read to its end, in its order")
    func everyPage() async throws {
        func event(_ seq: Int) -> DossierEvent {
            DossierEvent(
                seq: seq, at: Instant(seconds: Int64(seq)), action: "forward",
                actor: OfficerRef(id: Fixture.officer, name: "A", position: nil), onBehalfOf: nil,
                fromStep: nil, toStep: "b", status: 4, note: nil)
        }
        let transport = ScriptedTransport()
        let client = try await Fixture.client(transport)
        transport.on(
            .get, "/v1/dossiers/*/events",
            .answer(Fixture.json(Page(items: (1...50).map(event), nextCursor: "a+b"))),
            .answer(Fixture.json(Page(items: (51...100).map(event), nextCursor: "c"))),
            .answer(Fixture.json(Page(items: (101...107).map(event)))))
        #expect(try await client.events(dossier: Self.id).map(\.seq) == Array(1...107))
        #expect(
            transport.requests.dropFirst().map(\.target) == [
                "/v1/dossiers/\(Self.id)/events", "/v1/dossiers/\(Self.id)/events?cursor=a%2Bb",
                "/v1/dossiers/\(Self.id)/events?cursor=c",
            ])
    }

    @Test("A server whose pages lead in a circle is no endless question")
    func circle() async throws {
        let transport = ScriptedTransport()
        let client = try await Fixture.client(transport)
        let record = PrintRecord(
            id: Self.id, form: "01", copies: 1, at: Instant(seconds: 0), copyNumber: 1)
        transport.on(
            .get, "/v1/dossiers/*/prints",
            .answer(Fixture.json(Page(items: [record], nextCursor: "a"))))
        await #expect(throws: APIError.garbage(.shape(pointer: "/next_cursor", "a"))) {
            try await client.prints(dossier: Self.id)
        }
    }

    @Test func aDraftComesWithItsRevision() async throws {
        let draft = Draft(
            id: Self.id, kind: "intake", title: "x", content: .object([:]), updatedAt: Instant(seconds: 0),
            expiresAt: Instant(seconds: 1))
        let transport = ScriptedTransport()
        let client = try await Fixture.client(transport)
        transport.on(.get, "/v1/drafts/*", .answer(Fixture.json(draft, headers: [Header("etag", "\"7\"")])))
        transport.on(.put, "/v1/drafts/*", .answer(Fixture.json(draft, headers: [Header("ETag", "\"8\"")])))
        #expect(try await client.draft(Self.id).revision == "\"7\"")
        #expect(try await client.putDraft(draft.put, revision: "\"7\"").revision == "\"8\"")
        #expect(transport.requests.last?.headers.first("If-Match") == "\"7\"")
    }

    @Test(arguments: [(200, true), (503, false)]) func readinessIsYesOrNo(status: Int, expected: Bool)
        async throws
    {
        let transport = ScriptedTransport()
        transport.on(.get, "/readyz", .answer(Response(status: status)))
        let client = Client(address: try ServerAddress(socket: "/s"), transport: transport)
        #expect(try await client.isReady() == expected)
    }

    @Test func readinessOfNobodyIsAnError() async throws {
        let transport = ScriptedTransport()
        transport.on(.get, "/readyz", .fail(.refused))
        let client = Client(address: try ServerAddress(socket: "/s"), transport: transport)
        await #expect(throws: APIError.unreachable(.refused)) { try await client.isReady() }
    }
}
