import APIClient
import Forms
import Models
import TUI
import TUITesting

@testable import desk

extension Fixture {
    /// A desk at which a hotline's officer sits, with what the central system says to one.
    static func hotline(roles: [String] = ["hotline"]) async -> Fixture {
        let fixture = Fixture(training: false)
        var me = FixtureData.me
        me.roles = roles
        if roles == ["hotline"] {
            me.officer.name = "Phùng Thị Thảo"
            me.unit = UnitRef(code: "H26.22", name: "Tổng đài 1022")
        }
        _ = fixture.desk.take(Entry(client: fixture.desk.client, me: me, store: fixture.desk.store))
        await fixture.logIn()
        HotlineData.answer(on: fixture.transport)
        return fixture
    }
}

/// What the scripted central system says to a hotline.
enum HotlineData {
    static let answers = [
        ScriptAnswer(
            script: "1.004194", version: 1, code: "giay_to",
            procedure: CodeName(code: "1.004194", name: "Đăng ký tạm trú"),
            question: "Đăng ký tạm trú cần giấy tờ gì?",
            answer: "Cần các giấy tờ sau.\nPhải có: tờ khai CT01 (1 bản chính)."),
        ScriptAnswer(
            script: "1.004194", version: 1, code: "phi",
            procedure: CodeName(code: "1.004194", name: "Đăng ký tạm trú"),
            question: "Đăng ký tạm trú hết bao nhiêu tiền?", answer: "15.000 đồng."),
    ]

    static let ticket = Ticket(
        id: "01900000-0000-7000-8000-0000000000b1", code: "PA-H26-261123-0001", revision: 1,
        kind: CodeName(code: "phan_anh", name: "Phản ánh, kiến nghị"), days: 15, subject: "Chờ lâu ở quầy",
        content: "Người gọi chờ cả buổi sáng.", from: UnitRef(code: "H26.22", name: "Tổng đài 1022"),
        to: UnitRef(code: "H26.1.5", name: "UBND phường Hoàn Kiếm"),
        createdBy: OfficerRef(id: "01900000-0000-7000-8000-00000000a001", name: "Phùng Thị Thảo"),
        createdAt: instant("2026-11-23T09:00:00+07:00"), acknowledgeBy: instant("2026-11-26T09:00:00+07:00"),
        dueAt: instant("2026-12-15T09:00:00+07:00"), explanation: ["Hạn 15 ngày làm việc."], state: .received,
        overdue: false, callerName: "N*** V*** M***", phone: "09******78",
        actions: [.acknowledge, .escalate, .resolve],
        events: [
            TicketEvent(
                seq: 1, at: instant("2026-11-23T09:00:00+07:00"), action: .create,
                actor: OfficerRef(id: "01900000-0000-7000-8000-00000000a001", name: "Phùng Thị Thảo"),
                unit: UnitRef(code: "H26.1.5", name: "UBND phường Hoàn Kiếm"))
        ], masked: true)

    static func instant(_ text: String) -> Instant { Instant(rfc3339: text) ?? Instant(seconds: 0) }

    static func call(_ result: CallResult = .answered, ticket: TicketRef? = nil) -> HotlineCall {
        HotlineCall(
            id: "01900000-0000-7000-8000-0000000000c1", startedAt: instant("2026-11-23T09:40:00+07:00"),
            endedAt: instant("2026-11-23T09:40:41+07:00"), phone: "0912345678", verified: false,
            topic: .guidance, result: result, ticket: ticket,
            officer: OfficerRef(id: "01900000-0000-7000-8000-00000000a001", name: "Phùng Thị Thảo"),
            unit: UnitRef(code: "H26.22", name: "Tổng đài 1022"), masked: false)
    }

    static let figures = CallFigures(
        date: LocalDate(iso: "2026-11-23") ?? LocalDate(epochDay: 0),
        at: instant("2026-11-23T09:41:00+07:00"),
        total: 3, mine: 3,
        hours: [.init(hour: 8, count: 1), .init(hour: 9, count: 2)],
        results: CallResult.allCases.map { .init(result: $0, count: $0 == .answered ? 3 : 0) },
        medianSeconds: 41)

    /// The dossier of the fixture, as lists show it to a hotline.
    static var found: SearchItem {
        var item = FixtureData.items(1)[0]
        item.id = FixtureData.dossier.id
        item.code = FixtureData.dossier.code
        item.applicantName = "N*** T*** Á***"
        return item
    }

    static func answer(on transport: ScriptedTransport) {
        func on(_ method: APIClient.Method, _ path: String, _ value: some Encodable) {
            transport.forget(method, path)
            transport.on(method, path, .answer(json: FixtureData.json(value)))
        }
        on(.get, "/v1/calls", Page(items: [call()], nextCursor: nil))
        on(.get, "/v1/reports/calls", figures)
        on(.get, "/v1/tickets", Page(items: [ticket], nextCursor: nil))
        on(.get, "/v1/tickets/\(ticket.id)", ticket)
        on(.get, "/v1/tickets/\(ticket.id)/messages", Page<DossierMessage>(items: [], nextCursor: nil))
        on(.get, "/v1/faq", Page(items: answers, nextCursor: nil))
        on(.get, "/v1/search", Page(items: [found], nextCursor: nil))
        on(
            .get, "/v1/reference/ticket_kinds",
            Page(
                items: [
                    ReferenceItem(code: "hoi_dap", name: "Hỏi về hồ sơ", extra: ["days": "2"]),
                    ReferenceItem(code: "phan_anh", name: "Phản ánh, kiến nghị", extra: ["days": "15"]),
                ], nextCursor: nil))
        on(
            .get, "/v1/reference/agencies",
            Page(items: [ReferenceItem(code: "H26.1.4", name: "UBND phường Cửa Nam")], nextCursor: nil))
        let status = PublicStatus(
            code: FixtureData.dossier.code, procedureName: "x", status: 2, statusName: "x", unitName: "x",
            acceptedAt: nil, dueAt: nil, overdue: false)
        transport.on(
            .get, "/v1/public/status/\(FixtureData.dossier.code)",
            .reply { request in
                request.target.contains("lookup_code=J4MG")
                    ? .json(FixtureData.json(status)) : .problem(404, "not_found")
            })
        transport.on(.post, "/v1/calls", .effect(.json(FixtureData.json(call()))))
    }
}
