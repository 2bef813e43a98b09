import APIClient
import Forms
import FoundationEssentials
import Models
import TUI
import TUITesting
import Testing

@testable import desk

/// Text from citizens and other systems that tries to command the terminal: it is shown, and obeyed by nothing.
@Suite("Hostile text")
struct HostileTextTests {
    /// Clears the screen, sets the title, writes the clipboard, turns the line round, hides and combines.
    private static let text =
        "A\u{1b}[2J\u{1b}]0;x\u{7}\u{1b}]52;c;eA==\u{7}\u{9b}31m\u{202e}oan\u{2066}\u{200b}\u{200f}\u{feff}"
        + "e\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{7f}\u{85}\u{2028}\u{e0041}\r\n\tZ"

    private static let long = text + String(repeating: "dài ", count: 2500)

    enum Place: String, CaseIterable, Sendable {
        case login, home, queue, dossier, lookup, command, slip, result
        case act, whyNot, bulk, filter, handOverAll, handOverReview, explain
        case calendar, calendarDays, calendarReview, calendarMoves
        case amend, figures, figuresTable, gallery, handOver, mismatches, mismatch, paper, paperChoice,
            paperDetail
        case register, registerPaper, report, unsent, bundle, dossierFiles
        case lookupFilter, answer
        case call, callAnswer, ticketRequest, tickets, ticket, ticketAct
        case till, collect, qrCode, drawers, moneyTask, find, receipts, receipt
        case postTask, officers, officer, officerTask, officerFile, officerColumns, officerImport, audit,
            auditFilter
        case delegations, delegation
        case processes, process, processActivation
        case breakGlass, units, unitRename, bindings, bindingRow, bindingPlan, bindingPreview, bindingChanges
        case parcels, parcel, manifests, manifest, postalSettings, postalSettingsTask, deadLetters
        case reconciling, bankFile, bankImport, receiptSummary, collectionMonth
        case applicant, procedure, papers, declaration, terms, review
    }

    @Test("No screen of desk is without its place here")
    func exhaustive() async throws {
        let fixture = await Fixture().logIn()
        let covered = Set(
            Place.allCases.map { String(describing: type(of: screen($0, fixture))) })
        var declared: Set<String> = []
        for file in Sources.files("Sources/desk") {
            for line in try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n") {
                guard let name = line.wholeMatch(of: /.*struct (\w+): (?:Keeping)?Screen \{/)?.output.1 else {
                    continue
                }
                declared.insert(String(name))
            }
        }
        #expect(declared.count > 40)
        #expect(declared.subtracting(covered).isEmpty)
    }

    @Test(
        "On every screen and at every size only what can be shown is shown", arguments: Place.allCases,
        [(80, 24), (160, 50), (40, 10)])
    func everywhere(place: Place, size: (Int, Int)) async throws {
        let fixture = await Fixture().logIn()
        poison(fixture.transport)
        if place == .unsent { try keepStuck(fixture) }
        let driver = fixture.driver(screen(place, fixture), columns: size.0, rows: size.1)
        await driver.waitIdle()
        await go(to: place, driver)
        let text = driver.screenText
        for scalar in text.unicodeScalars where scalar != "\n" {
            let isShown: Bool =
                switch scalar.properties.generalCategory {
                case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
                    .paragraphSeparator:
                    false
                default: true
                }
            #expect(isShown, "U+\(String(scalar.value, radix: 16)) on \(place.rawValue)")
        }
        #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count == size.1)
    }

    private func screen(_ place: Place, _ fixture: Fixture) -> any Screen {
        var dossier = FixtureData.dossier
        dossier.applicant.name = Self.text
        dossier.procedure.name = Self.long
        let desk = fixture.desk
        return switch place {
        case .login: LoginScreen.again(desk)
        case .home: HomeScreen(desk: desk)
        case .queue: QueueScreen(desk: desk, inbox: Inbox(slug: "open", name: Self.text, count: 3))
        case .dossier: DossierScreen(desk: desk, id: FixtureData.dossier.id, code: Self.text)
        case .lookup: LookupScreen(desk: desk, query: "nguyen")
        case .lookupFilter:
            LookupFilterScreen(
                desk: desk,
                filter: {
                    var filter = LookupFilter()
                    (filter.asked.unit, filter.unitName) = (Self.text, Self.long)
                    return filter
                }())
        case .answer: AnswerScreen(desk: desk, id: FixtureData.dossier.id, code: Self.text)
        case .command: CommandScreen(desk: desk)
        case .slip: SlipScreen(desk: desk, dossier: dossier, me: FixtureData.me)
        case .result:
            ResultScreen(
                desk: desk, submitted: Submitted(dossier: dossier),
                next: Intake(key: desk.newID(), now: desk.now, language: .vi))
        case .act, .whyNot:
            ActScreen(
                desk: desk, verb: place == .act ? .forward : .sign,
                subject: ActSubject(id: FixtureData.dossier.id, code: Self.text))
        case .bulk:
            BulkScreen(
                desk: desk, verb: .forward,
                items: FixtureData.items(3).map { item in
                    var item = item
                    item.applicantName = Self.text
                    item.code = Self.long
                    return item
                })
        case .filter:
            FilterScreen(
                desk: desk, filter: QueueFilter(),
                statuses: [Option(value: "4", label: Phrase(vi: Self.long))])
        case .handOverAll: HandOverAllScreen(desk: desk)
        case .handOverReview:
            HandOverReviewScreen(
                desk: desk, request: DossierHandOver(from: "a", to: "b"), from: Self.long,
                preview: DossierHandOverResult(
                    to: OfficerRef(id: "b", name: Self.text), count: 1, left: 1,
                    items: [nil, ActionReason(code: "x", message: Self.long, hint: Self.text)].map {
                        DossierHandOverResult.Item(
                            id: Self.text, code: Self.long, applicantName: Self.text,
                            procedureName: Self.text, stepName: Self.long, isTaken: true, reason: $0)
                    }, shared: 3, hasMore: true))
        case .calendar: CalendarScreen(desk: desk)
        case .calendarDays:
            CalendarDaysScreen(
                desk: desk, unit: UnitRef(code: Self.text, name: Self.long), year: 2026,
                calendar: WorkCalendar(
                    unit: "x", name: Self.text, hours: [],
                    daysOff: [CalendarDay(date: desk.today, name: Self.long)],
                    makeupDays: [CalendarDay(date: desk.today, name: Self.text)]), revision: "\"1\"", .vi)
        case .calendarMoves:
            CalendarMovesScreen(desk: desk, unit: UnitRef(code: Self.text, name: Self.long), year: 2026)
        case .calendarReview:
            CalendarReviewScreen(
                desk: desk, unit: UnitRef(code: Self.text, name: Self.long), year: 2026,
                put: CalendarPut(daysOff: [], makeupDays: [], reason: Self.text), revision: "\"1\"",
                preview: CalendarChange(
                    calendar: WorkCalendar(unit: "x", name: Self.text, hours: []), dryRun: true, changed: 1,
                    apart: [Self.text, Self.long],
                    items: [
                        .init(
                            id: "1", code: Self.long, procedureName: Self.text, stepName: Self.long,
                            unit: Self.text, before: desk.now, after: nil)
                    ], nextCursor: nil))
        case .explain: ExplainScreen(desk: desk, code: "H26.1.5-261120-0001")
        case .amend: AmendScreen(desk: desk, dossier: dossier)
        case .figures: FiguresScreen(desk: desk)
        case .figuresTable: FiguresTableScreen(desk: desk, figures: figures(desk))
        case .gallery: GalleryScreen(hostileForm, today: desk.today, language: .vi)
        case .handOver:
            HandOverScreen(
                desk: desk,
                draft: Draft(
                    id: "01900000-0000-7000-8000-00000000f003", kind: "intake", title: Self.long,
                    content: .object([:]), files: [], updatedAt: desk.now, expiresAt: desk.now))
        case .mismatches: MismatchListScreen(desk: desk)
        case .mismatch: MismatchScreen(desk: desk, mismatch: Self.mismatch)
        case .paper:
            PaperScreen(
                desk: desk,
                paper: DeclarationDocument(
                    form: hostileForm,
                    answers: ["ho_ten": .text(Self.long), "noi_dang_ky": .text(Self.text)],
                    wrong: [:], today: desk.today, unit: Self.text, training: true, names: { _, _ in nil }),
                form: "trich-luc")
        case .paperChoice: PapersScreen(desk: desk, dossier: dossier, events: events, me: FixtureData.me)
        case .paperDetail:
            PaperDetailScreen(
                desk: desk, dossier: dossier,
                slip: SlipDocument(dossier: dossier, me: FixtureData.me, place: nil, today: desk.today),
                me: FixtureData.me, definition: hostileForm)
        case .register: RegisterScreen(desk: desk, me: FixtureData.me)
        case .registerPaper:
            RegisterPaperScreen(
                desk: desk,
                register: RegisterDocument(
                    authority: Self.text, desk: Self.text, place: Self.text, date: desk.today,
                    from: desk.today, to: desk.today, entries: [], training: true),
                me: FixtureData.me)
        case .report:
            ReportScreen(
                desk: desk, identityNumber: Self.text, path: FieldPath("noi_dang_ky"), of: hostileForm,
                label: Phrase(vi: Self.long), source: Phrase(vi: Self.text), given: Self.text, correct: "")
        case .unsent: UnsentScreen(desk: desk)
        case .call, .callAnswer: CallScreen(desk: desk, phone: "0912345678")
        case .ticketRequest:
            TicketRequestScreen(
                desk: desk,
                card: CallCard(
                    key: desk.newID(), startedAt: desk.now, phone: Self.text, today: desk.today, language: .vi
                ),
                subject: Self.text)
        case .tickets: TicketListScreen(desk: desk)
        case .ticket: TicketScreen(desk: desk, id: HotlineData.ticket.id, code: Self.text)
        case .ticketAct: TicketActScreen(desk: desk, verb: .resolve, ticket: Self.ticket)
        case .dossierFiles:
            DossierFilesScreen(
                desk: desk, code: Self.text,
                files: [
                    AttachedFile(
                        label: Self.long,
                        file: FileAnswer(
                            sha256: String(repeating: "a", count: 64), name: Self.text, type: "pdf", size: 12)
                    )
                ])
        case .bundle:
            BundleScreen(
                desk: desk, dossier: dossier,
                bundle: DossierBundle(
                    id: "01900000-0000-7000-8000-00000000f005",
                    procedure: ProcedureRef(code: Self.text, name: Self.long, version: 1), position: 1,
                    count: 1))
        case .till: TillScreen(desk: desk)
        case .collect: CollectScreen(desk: desk, item: Self.owing)
        case .qrCode: QRCodeScreen(desk: desk, payment: Self.payment, item: nil)
        case .drawers: DrawerScreen(desk: desk)
        case .moneyTask: MoneyTaskScreen(desk: desk, task: .close(Self.session))
        case .find:
            FindScreen(
                desk: desk, title: Strings.Receipts.find, help: Strings.Receipts.findHelp, text: Self.text)
        case .receipts: ReceiptListScreen(desk: desk)
        case .receipt: ReceiptScreen(desk: desk, id: TillData.receiptID, paid: Self.payment)
        case .officerFile: OfficerColumnsScreen.choice(desk)
        case .processes: ProcessListScreen(desk: desk)
        case .process: ProcessScreen(desk: desk, id: Self.text, version: 1, name: Self.long)
        case .processActivation:
            TaskScreen(
                desk: desk,
                task: ProcessActivationTask(process: ProcessData.outline(name: Self.long), revision: "\"1\""))
        case .officerColumns: OfficerColumnsScreen(desk: desk, file: Self.file, bytes: [])
        case .officerImport:
            OfficerImportScreen(
                desk: desk, file: Self.file, bytes: [], columns: ["name"],
                verdict: Models.OfficerImport(
                    dryRun: true, right: 0, wrong: 1,
                    items: [
                        .init(
                            line: 2, account: Self.text,
                            errors: [InputProblem(pointer: "/name", code: "x", message: Self.long)])
                    ]))
        case .units: UnitListScreen(desk: desk)
        case .breakGlass: TaskScreen(desk: desk, task: BreakGlassTask(code: Self.text))
        case .unitRename:
            TaskScreen(
                desk: desk,
                task: UnitRenameTask(
                    unit: UnitRecord(
                        code: Self.text, name: Self.long, effectiveFrom: BindingData.day, officers: 1)))
        case .bindings: BindingMatrixScreen(desk: desk, unit: Self.unit)
        case .bindingRow: BindingRowScreen(desk: desk, unit: Self.unit, row: Self.bindings)
        case .bindingPlan:
            TaskScreen(desk: desk, task: BindingTask(unit: Self.unit, rows: [Self.bindings]))
        case .bindingPreview:
            BindingPreviewScreen(
                desk: desk, looked: BindingData.looked(Self.bindingPreview, .clear))
        case .bindingChanges: BindingChangeListScreen(desk: desk)
        case .delegations: DelegationListScreen(desk: desk)
        case .delegation: DelegationScreen(desk: desk)
        case .audit: AuditScreen(desk: desk, filter: AuditFilter(subject: Self.text))
        case .auditFilter: AuditFilterScreen(desk: desk, filter: AuditFilter(officer: Self.text))
        case .parcels: PostScreen(desk: desk)
        case .parcel: ParcelScreen(desk: desk, id: PostData.shipmentID)
        case .manifests: ManifestListScreen(desk: desk)
        case .manifest: ManifestScreen(desk: desk, id: PostData.manifestID)
        case .deadLetters: DeadLettersScreen(desk: desk)
        case .postalSettings: PostalSettingsScreen(desk: desk, unit: Self.unit)
        case .postalSettingsTask:
            TaskScreen(
                desk: desk,
                task: PostalSettingsTask(
                    settings: {
                        var settings = PostData.settings
                        settings.unit = Self.unit
                        settings.office?.name = Self.text
                        settings.customerCode = Self.text
                        return settings
                    }()))
        case .officers: OfficerListScreen(desk: desk)
        case .officer: OfficerScreen(desk: desk, officer: Self.officer)
        case .postTask:
            PostTaskScreen(
                desk: desk,
                task: .cancel(
                    {
                        var shipment = PostData.shipment()
                        shipment.dossierCode = Self.text
                        return shipment
                    }()))
        case .officerTask: OfficerTaskScreen(desk: desk, task: .unassign(Self.officer))
        case .reconciling: ReconciliationScreen(desk: desk)
        case .bankFile: BankFileScreen(desk: desk)
        case .bankImport: BankImportScreen(desk: desk, name: Self.text, result: Self.bankImport)
        case .receiptSummary: ReceiptSummaryScreen(desk: desk, day: desk.today)
        case .collectionMonth: CollectionMonthScreen(desk: desk, day: desk.today)
        case .applicant, .procedure, .papers, .declaration, .terms, .review: IntakeScreen(desk: desk)
        }
    }

    private static let unit = UnitRef(code: text, name: long)

    private static var bindings: BindingRow {
        BindingData.row(text, long, approves: [BindingData.holder(officer: text)], today: [text, long])
    }

    private static var bindingPreview: BindingsPreview {
        var preview = BindingData.preview
        preview.summary = long
        preview.items[0].procedure.name = text
        preview.items[0].steps[1].name = long
        preview.items[0].steps[1].after = [BindingData.holder(officer: text)]
        preview.refused = [InputProblem(pointer: text, code: text, message: long)]
        preview.gaps = [BindingGap(unit: text, process: text, step: text, from: preview.day)]
        return preview
    }

    private var hostileForm: FormDefinition {
        var form = FixtureData.form
        form.pages[0].groups[0].title = Phrase(Self.text)
        form.pages[0].groups[0].fields[0].label = Phrase(Self.long)
        form.pages[0].groups[0].fields[0].help = Phrase(Self.text)
        return form
    }

    private var events: [DossierEvent] {
        FixtureData.events.map { event in
            var event = event
            event.note = Self.long
            event.toName = Self.text
            event.actor?.name = Self.text
            return event
        }
    }

    private func figures(_ desk: Desk) -> Figures {
        let (day, now) = (desk.today, desk.now)
        func onTime(_ by: OnTimeReport.Grouping) -> OnTimeReport {
            OnTimeReport(
                from: day, to: day, by: by, at: now,
                lines: [.init(key: Self.text, name: Self.long, counts: OnTimeCounts(onTime: 1, late: 1))],
                total: OnTimeCounts(onTime: 1, late: 1))
        }
        return Figures(
            period: PeriodReport(
                from: day, to: day, by: .procedure, at: now,
                lines: [.init(key: Self.text, name: Self.long, counts: PeriodCounts())],
                total: PeriodCounts()), units: onTime(.unit), officers: onTime(.officer))
    }

    private static let mismatch = Mismatch(
        id: "01900000-0000-7000-8000-0000000000e1", identityNumber: text, field: text, sourceValue: long,
        correctValue: text, source: text, formId: text, formVersion: 1, path: "/answers/x",
        unit: UnitRef(code: "H26.1.5", name: long),
        reportedBy: OfficerRef(id: "01900000-0000-7000-8000-000000000001", name: text),
        at: Instant(seconds: 1_795_401_660))

    private static var owing: OwingDossier {
        var item = TillData.item()
        (item.code, item.applicantName, item.procedureName) = (text, long, text)
        return item
    }

    private static var payment: Payment {
        Payment(
            id: TillData.paymentID, dossier: TillData.item().dossier, dossierCode: text, unit: TillData.unit,
            method: .transfer, state: .pending, amount: 16_000, refunded: 0, lines: [],
            createdAt: TillData.since, vietqr: text,
            beneficiary: Beneficiary(bank: text, account: text, name: long),
            receipt: ReceiptRef(id: TillData.receiptID, symbol: text, number: 12), refunds: [])
    }

    private static var session: CashSession {
        var session = TillData.session(.counted, counted: 1)
        (session.desk, session.officer.name, session.reason) = (text, long, text)
        return session
    }

    private static var file: OfficerFile {
        let line = text.filter { !$0.isNewline }
        guard let file = try? OfficerFile(Array((line + "\n" + line + "\n").utf8)) else {
            preconditionFailure("two lines are a file")
        }
        return file
    }

    private static var officer: OfficerRecord {
        var change = OfficerData.change
        (change.summary, change.reason, change.proposedBy.name) = (long, text, text)
        var officer = OfficerData.officer(name: text, roles: [(text, long)], pending: [change])
        (officer.position, officer.account, officer.unit.name) = (long, text, long)
        (officer.stateReason, officer.vneid) = (text, long)
        return officer
    }

    private static var bankImport: BankImport {
        BankImport(
            lines: 1, matched: 0, known: 0, unmatched: 0, broken: 1, amount: 0,
            items: [BankLine(line: 2, outcome: .broken, reference: text, dossierCode: text, message: long)])
    }

    private static var books: Reconciliation? {
        var item = ReconcilingData.unmatched()
        (item.text, item.dossierCode) = (long, text)
        guard var books = try? ReconcilingData.books([item]) else { return nil }
        (books.findings, books.sessions) = ([long], [session])
        return books
    }

    private static var summary: ReceiptSummary {
        var summary = ReconcilingData.summary
        (summary.unit.name, summary.rows[0].template, summary.rows[0].symbol) = (long, text, text)
        return summary
    }

    private static var receipt: Receipt {
        var receipt = TillData.receipt(.void)
        (receipt.symbol, receipt.payerName, receipt.procedureName) = (text, long, text)
        (receipt.voidReason, receipt.voidedAt, receipt.lines[0].name) = (long, receipt.issuedAt, text)
        return receipt
    }

    private static var ticket: Ticket {
        var ticket = HotlineData.ticket
        (ticket.subject, ticket.content, ticket.answer) = (text, long, text)
        (ticket.to.name, ticket.from.name, ticket.callerName) = (long, text, text)
        ticket.events?[0].note = long
        ticket.explanation = [text]
        return ticket
    }

    private func go(to place: Place, _ driver: TestDriver) async {
        let pages: [Place] = [.applicant, .procedure, .papers, .declaration, .terms, .review]
        guard let page = pages.firstIndex(of: place) else {
            switch place {
            case .command: driver.type("a")
            case .callAnswer: driver.press("end", "down", "down", "down", "down", "down", "enter")
            case .explain: await driver.press("f10").waitIdle()
            case .dossier: await driver.press("s").waitIdle()
            case .unsent: driver.press("x")
            default: break
            }
            return
        }
        driver.type("001185000123").paste(Self.text)
        await driver.waitIdle()
        driver.press("alt-2", "enter")
        await driver.waitIdle()
        driver.press("alt-\(page + 1)")
        await driver.waitIdle()
    }

    /// An act that the server refuses in hostile words.
    private func keepStuck(_ fixture: Fixture) throws {
        var intent = Intent(
            key: "01900000-0000-7000-8000-00000000f004", operation: "actOnDossier", target: "/v1/x", body: [],
            title: Self.long, madeAt: fixture.desk.now)
        intent.refusal = Problem(
            type: "about:blank", title: Self.text, status: 403, detail: Self.long, code: "forbidden",
            retryable: false)
        try fixture.desk.store?.recordIntent(intent)
    }

    /// Puts hostile words wherever the server has any.
    private static let shipment: Shipment = {
        var shipment = PostData.shipment(.failed, cod: 1, events: PostData.way)
        (shipment.contents, shipment.problem, shipment.receiver.name) = (long, text, text)
        (shipment.receiver.address.street, shipment.receiver.address.former) = (long, text)
        shipment.events?[2].message = text + long
        return shipment
    }()

    private static let manifest: Manifest = {
        var item = PostData.item(1)
        (item.receiverName, item.destination) = (text, long)
        var manifest = PostData.manifest(.closed, [item])
        (manifest.code, manifest.unit.name, manifest.office.name, manifest.note) = (text, long, text, long)
        return manifest
    }()

    private func poison(_ transport: ScriptedTransport) {
        func answer(_ method: APIClient.Method, _ path: String, _ value: some Encodable) {
            transport.forget(method, path)
            transport.on(method, path, .answer(json: FixtureData.json(value)))
        }
        var items = FixtureData.items(5)
        for index in items.indices {
            items[index].applicantName = Self.text
            items[index].procedureName = Self.long
            items[index].statusName = Self.text
        }
        answer(.get, "/v1/inboxes", Inboxes(items: [Inbox(slug: "open", name: Self.long, count: 3)]))
        answer(
            .get, "/v1/outbox",
            Page(
                items: [
                    DossierMessage(
                        id: FixtureData.dossier.id, occasion: Self.text, channel: .post, address: Self.long,
                        state: .dead, createdAt: FixtureData.dossier.submittedAt, attempts: 1)
                ], nextCursor: nil))
        answer(.get, "/v1/inboxes/open", Page(items: items, nextCursor: nil))
        answer(.get, "/v1/search", Page(items: items, nextCursor: nil))
        var summaries = FixtureData.summaries
        for index in summaries.indices { summaries[index].name = Self.long }
        answer(.get, "/v1/procedures", Page(items: summaries, nextCursor: nil))
        var procedure = FixtureData.procedure
        procedure.name = Self.long
        procedure.cases[0].name = Self.text
        procedure.cases[0].documents[0].name = Self.long
        procedure.cases[0].documents[0].note = Self.text
        procedure.fees[0].name = Self.text
        answer(.get, "/v1/procedures/2.000635", procedure)
        answer(.get, "/v1/procedures/2.000635/form", hostileForm)
        answer(.get, "/v1/forms/*/versions/*", hostileForm)
        HotlineData.answer(on: transport)
        answer(.get, "/v1/search", Page(items: items, nextCursor: nil))
        var script = HotlineData.answers[0]
        (script.question, script.answer, script.procedure) = (Self.long, Self.text + Self.long, nil)
        answer(.get, "/v1/faq", Page(items: [script], nextCursor: nil))
        answer(.get, "/v1/tickets", Page(items: [Self.ticket], nextCursor: nil))
        answer(.get, "/v1/tickets/\(HotlineData.ticket.id)", Self.ticket)
        answer(.get, "/v1/charges", Page(items: [Self.owing], nextCursor: nil))
        answer(.get, "/v1/cash-sessions", Page(items: [Self.session], nextCursor: nil))
        answer(.get, "/v1/receipts", Page(items: [Self.receipt], nextCursor: nil))
        answer(.get, "/v1/receipts/\(TillData.receiptID)", Self.receipt)
        var delegation = DelegationScreenTests.delegation
        (delegation.from.name, delegation.to.name, delegation.reason) = (Self.text, Self.long, Self.long)
        (delegation.role, delegation.unit) = (Self.text, Self.text)
        answer(.get, "/v1/delegations", Page(items: [delegation], nextCursor: nil))
        answer(
            .get, "/v1/audit",
            Page(
                items: [
                    AuditRecord(
                        seq: 1, at: Instant(seconds: 0), officer: Self.text, officerName: Self.long,
                        unit: Self.text, action: Self.text, subject: Self.long, outcome: Self.text,
                        detail: [Self.text: Self.long], traceId: Self.text)
                ], nextCursor: nil))
        answer(.get, "/v1/shipments", Page(items: [Self.shipment], nextCursor: nil))
        answer(.get, "/v1/shipments/\(PostData.shipmentID)", Self.shipment)
        answer(.get, "/v1/manifests", Page(items: [Self.manifest], nextCursor: nil))
        answer(.get, "/v1/manifests/\(PostData.manifestID)", Self.manifest)
        answer(.get, "/v1/officers", Page(items: [Self.officer], nextCursor: nil))
        answer(.get, "/v1/officers/\(OfficerData.id)", Self.officer)
        if let books = Self.books { answer(.get, "/v1/reconciliations/2026-11-23", books) }
        answer(.get, "/v1/reports/receipts", Self.summary)
        answer(.get, "/v1/reports/collections", ReconcilingData.month)
        answer(.get, "/v1/persons/mismatches", Page(items: [Self.mismatch], nextCursor: nil))
        var person = FixtureData.person
        person.person?.name = Self.text
        person.person?.address = Self.long
        person.dossiers[0].procedureName = Self.text
        answer(.post, "/v1/persons:lookup", person)
        var quote = FixtureData.quote
        quote.lines[0].name = Self.long
        quote.lines[0].basis = Self.text
        answer(.post, "/v1/fees:quote", quote)
        answer(.post, "/v1/deadlines:preview", DeadlinePreview(dueAt: nil, explanation: [Self.long]))
        var dossier = FixtureData.dossier
        dossier.applicant.name = Self.text
        dossier.applicant.address = Self.long
        dossier.reason = Self.text
        answer(.get, "/v1/dossiers/\(dossier.id)", dossier)
        var options = FixtureData.options
        options.items[0].name = Self.long
        options.items[0].toName = Self.text
        options.items[0].warning = Self.text
        options.items[1].reasons = [ActionReason(code: "x", message: Self.text, hint: Self.long)]
        var colleague = FixtureData.other
        colleague.name = Self.long
        options.claim = DossierClaim(
            officer: colleague, since: FixtureData.claim.since, until: FixtureData.claim.until)
        options.assignees = [colleague]
        answer(.get, "/v1/dossiers/*/actions", options)
        answer(.get, "/v1/colleagues", Page(items: [colleague], nextCursor: nil))
        answer(
            .get, "/v1/me/permissions",
            Permissions(
                assignments: [], delegations: [], serves: [],
                explanation: PermissionExplanation(
                    subject: Self.text, visible: true, mayAct: false, stepName: Self.text,
                    reasons: [ActionReason(code: "x", message: Self.long, hint: Self.text)])))
    }
}
