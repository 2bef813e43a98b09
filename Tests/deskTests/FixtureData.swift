import APIClient
import Forms
import Models

/// What the scripted central system says: one officer, three procedures, one known person.
enum FixtureData {
    static let key = Array(repeating: UInt8(7), count: 32)
    static let storeKey =
        StoreKey(base64url: storeKeyText) ?? StoreKey(base64url: String(repeating: "A", count: 43))!
    static let storeKeyText = "BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc"

    static let me = Me(
        officer: OfficerRef(
            id: "01900000-0000-7000-8000-00000000a001", name: "Trần Thu Hà", position: "Công chức"),
        unit: UnitRef(code: "H26.1.5", name: "UBND phường Hoàn Kiếm"), roles: ["reception"], training: true)

    static let card =
        "001185000123|011223344|Nguyễn Thị Ánh|12031985|Nữ|Số 12, phố Hàng Bông, phường Cửa Nam, TP Hà Nội|01012022"

    static let summaries = [
        summary("2.000635", "Cấp bản sao trích lục hộ tịch", "Trong ngày làm việc", "8.000 đ/bản", 40),
        summary("2.000815", "Chứng thực bản sao từ bản chính", "Trong ngày làm việc", "2.000 đ/trang", 31),
        summary("1.001193", "Đăng ký khai sinh", "Trong ngày làm việc", "Không thu", 12),
    ]

    private static func summary(
        _ code: String, _ name: String, _ time: String, _ fee: String, _ uses: Int
    ) -> ProcedureSummary {
        ProcedureSummary(
            code: code, name: name, field: CodeName(code: "G15-HT01", name: "Hộ tịch"), level: "xa",
            timeText: time, feeText: fee, recentUses: uses)
    }

    static let fee = FeeRule(
        code: "PHI-TL", name: "Phí cấp bản sao trích lục", kind: .phi, per: "bản", amount: 8000,
        channelAmounts: nil, tiers: nil, maximum: nil,
        exemptions: [
            FeeExemption(
                code: "NCC", name: "Người có công với cách mạng",
                text: "Miễn phí cho người có công với cách mạng theo Pháp lệnh 02/2020/UBTVQH14.",
                percent: 100,
                evidence: "Giấy xác nhận người có công")
        ], basis: "Thông tư 281/2016/TT-BTC", collect: .before,
        effectiveFrom: LocalDate(epochDay: 17_000), effectiveTo: nil)

    static let procedure = Procedure(
        code: "2.000635", name: "Cấp bản sao trích lục hộ tịch", version: 1,
        field: CodeName(code: "G15-HT01", name: "Hộ tịch"), level: "xa", agency: "UBND cấp xã",
        effectiveFrom: LocalDate(epochDay: 20_270), legalBasis: ["Luật Hộ tịch 60/2014/QH13"],
        cases: [
            ProcedureCase(
                code: "TL", name: "Bản sao trích lục hộ tịch", formId: "trich-luc", formVersion: 3,
                time: ServiceTime(amount: 1, unit: .workingDay),
                documents: [
                    DocumentRequirement(
                        code: "GT1", name: "Tờ khai cấp bản sao trích lục hộ tịch", required: true,
                        originals: 1,
                        copies: 0, note: nil, template: "trich-luc", digitise: true),
                    DocumentRequirement(
                        code: "GT2", name: "Thẻ căn cước hoặc giấy tờ tùy thân", required: true, originals: 0,
                        copies: 1, note: "Xuất trình bản chính để đối chiếu.", template: nil, digitise: false),
                    DocumentRequirement(
                        code: "GT3", name: "Văn bản ủy quyền", required: false, originals: 1, copies: 0,
                        note: nil, template: nil, digitise: false),
                ], fees: ["PHI-TL"], online: true, timeNote: nil)
        ], fees: [fee], process: ProcessRef(id: "01900000-0000-7000-8000-00000000c001", version: 1))

    /// The declaration in its version of today.
    static let form = FormDefinition(
        id: "trich-luc", version: 3,
        title: Phrase("Tờ khai cấp bản sao trích lục", en: "Extract application"),
        pages: [
            FormPage(
                id: "p1", title: Phrase("Yêu cầu", en: "Request"),
                groups: [
                    FormGroup(
                        id: "g1", title: Phrase("Người yêu cầu", en: "Requester"),
                        fields: [
                            Field(
                                id: "ho_ten", label: Phrase("Họ và tên", en: "Name"),
                                kind: .text(TextRule(maxLength: 100, format: .personName)), required: .always,
                                sources: ["card.name"]),
                            Field(
                                id: "noi_dang_ky", label: Phrase("Nơi đã đăng ký", en: "Registered at"),
                                kind: .text(TextRule()), required: .always, sources: ["previous"]),
                            Field(
                                id: "so_ban", label: Phrase("Số bản", en: "Copies"),
                                kind: .number(NumberRule(min: 1, max: 50)), required: .always, width: 6,
                                initial: .number(1)),
                        ])
                ])
        ])

    static let person = PersonLookup(
        person: Person(
            id: "01900000-0000-7000-8000-00000000b001", identityNumber: "001185000123",
            name: "Nguyễn Thị Ánh",
            birthDate: LocalDate(iso: "1985-03-12"), sex: .female,
            address: "Số 12, phố Hàng Bông, phường Cửa Nam, TP Hà Nội", phone: "0912345678",
            email: nil, source: "ho_so_truoc", fetchedAt: Instant(seconds: 1_795_000_000)),
        dossiers: [
            DossierBrief(
                id: "01900000-0000-7000-8000-00000000d001", code: "H26.1.5-261002-0007",
                procedureName: "Cấp bản sao trích lục hộ tịch", status: 10, statusName: "Đã trả kết quả",
                acceptedAt: Instant(rfc3339: "2026-10-02T09:00:00+07:00"), dueAt: nil, open: false),
            DossierBrief(
                id: "01900000-0000-7000-8000-00000000d002", code: "H26.1.5-261119-0032",
                procedureName: "Đăng ký thường trú", status: 4, statusName: "Đang xử lý",
                acceptedAt: Instant(rfc3339: "2026-11-19T09:00:00+07:00"), dueAt: nil, open: true),
        ])

    static let day = DayFigures(
        date: LocalDate(epochDay: 20_780), at: Instant(seconds: 1_795_401_660),
        hours: zip(7...17, [4, 11, 7, 0, 0, 0, 0, 0, 0, 0, 0]).map { DayFigures.Hour(hour: $0, count: $1) },
        queues: [
            .init(slug: "new", name: "Mới đăng ký, chờ tiếp nhận", onTime: 12, overdue: 0),
            .init(slug: "due_soon", name: "Sắp đến hạn", onTime: 5, overdue: 0),
            .init(slug: "overdue", name: "Quá hạn", onTime: 0, overdue: 2),
            .init(slug: "mine", name: "Do tôi tiếp nhận hoặc đang giữ", onTime: 0, overdue: 0),
            .init(slug: "open", name: "Tất cả đang giải quyết", onTime: 148, overdue: 2),
        ])

    static let quote = quote(copies: 2)

    static func quote(copies: Int) -> FeeQuote {
        FeeQuote(
            lines: [
                FeeLine(
                    feeCode: "PHI-TL", name: "Phí cấp bản sao trích lục", kind: .phi, quantity: copies,
                    amount: 8_000 * copies, basis: "Thông tư 281/2016/TT-BTC", exemptionText: nil)
            ], total: 8_000 * copies)
    }

    static let due = DeadlinePreview(
        dueAt: Instant(rfc3339: "2026-11-25T09:41:00+07:00"),
        explanation: [
            "Tiếp nhận lúc 09:41 ngày 23/11/2026.", "24/11/2026 nghỉ: Ngày Văn hóa Việt Nam.",
            "Hẹn trả lúc 09:41 ngày 25/11/2026, thứ Tư.",
        ])

    static let dossier = Dossier(
        id: "01900000-0000-7000-8000-00000000d100", code: "H26.1.5-261123-0012", revision: 1,
        lookupCode: "J4MG",
        procedure: ProcedureRef(code: "2.000635", name: "Cấp bản sao trích lục hộ tịch", version: 1),
        caseCode: "TL", caseName: "Bản sao trích lục hộ tịch", channel: 1, status: 2,
        statusName: "Được tiếp nhận", step: "tiep_nhan", stepName: "Tiếp nhận",
        unit: UnitRef(code: "H26.1.5", name: "UBND phường Hoàn Kiếm"),
        applicant: Applicant(
            kind: .citizen, name: "Nguyễn Thị Ánh", identityNumber: "001185000123",
            birthDate: LocalDate(iso: "1985-03-12"), sex: .female,
            address: "Số 12, phố Hàng Bông, phường Cửa Nam, TP Hà Nội", phone: "0912345678"),
        documents: [
            SubmittedDocument(
                code: "GT1", name: "Tờ khai cấp bản sao trích lục hộ tịch", originals: 1, copies: 0,
                digitised: .digitised),
            SubmittedDocument(
                code: "GT2", name: "Thẻ căn cước hoặc giấy tờ tùy thân", originals: 0, copies: 1,
                digitised: .none),
        ],
        answers: [
            "ho_ten": .text("Nguyễn Thị Ánh"), "noi_dang_ky": .text("UBND phường Cửa Nam"),
            "so_ban": .number(2),
        ],
        formId: "trich-luc", formVersion: 3, quote: quote, copies: 1, delivery: Delivery(method: .desk),
        submittedAt: Instant(rfc3339: "2026-11-23T09:41:00+07:00")!,
        acceptedAt: Instant(rfc3339: "2026-11-23T09:41:00+07:00"),
        dueAt: Instant(rfc3339: "2026-11-25T09:41:00+07:00"),
        deadline: DossierDeadline(
            amount: 1, unit: .workingDay, explanation: ["Hẹn trả lúc 09:41 ngày 25/11/2026, thứ Tư."]),
        decision: .receive, registerBook: "01/2026", registerNumber: 12,
        receivedBy: OfficerRef(id: me.officer.id, name: "Trần Thu Hà", position: nil), duplicates: [],
        masked: false)

    static let events = [
        DossierEvent(
            seq: 1, at: Instant(rfc3339: "2026-11-23T09:41:00+07:00")!, action: "receive", actor: me.officer,
            onBehalfOf: nil, fromStep: nil, toStep: "tiep_nhan", status: 2, note: nil)
    ]

    static func items(_ count: Int, from first: Int = 1) -> [SearchItem] {
        let names = ["Nguyễn Thị Ánh", "Trần Văn Bình", "Lê Hoàng Đức", "Phạm Thu Hương"]
        return (first..<first + count).map { number in
            let digits = String(number)
            return SearchItem(
                id: "01900000-0000-7000-8000-0000000" + String(repeating: "0", count: 5 - digits.count)
                    + digits,
                code: "H26.1.5-261120-" + String(repeating: "0", count: 4 - digits.count) + digits,
                procedureName: summaries[number % 3].name, applicantName: names[number % 4], status: 4,
                statusName: "Đang xử lý", stepName: "Thẩm định", unitName: "UBND phường Hoàn Kiếm",
                acceptedAt: Instant(rfc3339: "2026-11-20T09:00:00+07:00"),
                dueAt: Instant(rfc3339: "2026-11-2\(number % 6 + 1)T17:00:00+07:00"),
                overdue: number % 6 + 1 < 3)
        }
    }

    // MARK: - Answers

    static func json(_ value: some Encodable) -> String {
        String(decoding: (try? StrictJSON.encode(value)) ?? [], as: UTF8.self)
    }

    static func answer(on transport: ScriptedTransport) {
        func on(_ method: APIClient.Method, _ path: String, _ value: some Encodable) {
            transport.on(method, path, .answer(json: json(value)))
        }
        on(
            .post, "/oauth/token",
            TokenResponse(
                accessToken: "token", tokenType: "Bearer", expiresIn: 3600, refreshToken: nil,
                storeKey: storeKeyText))
        on(.get, "/v1/me", me)
        on(
            .get, "/v1/inboxes",
            Inboxes(items: [
                Inbox(slug: "new", name: "Mới đăng ký, chờ tiếp nhận", count: 12),
                Inbox(slug: "due_soon", name: "Sắp đến hạn", count: 5),
                Inbox(slug: "overdue", name: "Quá hạn", count: 2),
                Inbox(slug: "open", name: "Tất cả đang giải quyết", count: 150),
            ]))
        on(.get, "/v1/reports/today", day)
        on(
            .get, "/v1/reports/tickets",
            TicketFigures(received: 0, acknowledged: 0, overdue: 0, answered: 0))
        on(.get, "/v1/inboxes/open", Page(items: items(20), nextCursor: nil))
        on(.get, "/v1/drafts", Page<Draft>(items: [], nextCursor: nil))
        on(.get, "/v1/procedures", Page(items: summaries, nextCursor: nil))
        on(.get, "/v1/procedures/2.000635", procedure)
        on(.get, "/v1/procedures/2.000635/form", form)
        on(.get, "/v1/forms/trich-luc/versions/3", form)
        on(.post, "/v1/persons:lookup", person)
        on(
            .post, "/v1/persons:autofill",
            Autofill(fields: [
                FilledField(
                    field: "noi_dang_ky", value: .text("UBND phường Cửa Nam"), source: "previous",
                    sourceName: "hồ sơ trước", fetchedAt: Instant(seconds: 1_795_000_000))
            ]))
        transport.on(
            .post, "/v1/fees:quote",
            .reply { request in
                // The fee of this procedure is by the copy.
                let asked = try? LenientJSON.decode(FeeQuoteRequest.self, from: request.body ?? [])
                guard case .count(let copies)? = asked?.quantities["PHI-TL"] else {
                    return .json(json(FeeQuote(lines: [], total: 0)))
                }
                return .json(json(quote(copies: copies)))
            })
        on(.post, "/v1/deadlines:preview", due)
        on(.post, "/v1/dossiers:check-duplicates", PossibleDuplicates(items: []))
        transport.on(.post, "/v1/dossiers", .effect(.json(json(dossier), status: 201)))
        on(.get, "/v1/dossiers/\(dossier.id)", dossier)
        on(.get, "/v1/dossiers/\(dossier.id)/events", Page(items: events, nextCursor: nil))
        on(.get, "/v1/search", Page(items: items(3), nextCursor: nil))
        answerRouting(on: transport)
        transport.on(
            .post, "/v1/dossiers/\(dossier.id)/prints",
            .effect(
                .json(
                    json(
                        PrintRecord(
                            id: "01900000-0000-7000-8000-00000000e001", form: "01", copies: 2,
                            at: Instant(seconds: 1_795_401_660), copyNumber: 1)), status: 201)))
    }
}
