import APIClient
import Forms
import Models
import TUI
import TUITesting
import Testing

@testable import desk

@Suite("Bundles at the desk")
struct BundleScreenTests {
    private static func linked(
        _ position: Int, _ id: ID, _ name: String, waits: Bool, due: String?, expected: String? = nil,
        total: Int = 0
    ) -> LinkedDossier {
        LinkedDossier(
            id: id, code: "H26.1.5-261123-001\(position + 1)", lookupCode: "MA\(position)X",
            position: position, procedureName: name, status: 2, statusName: "Được tiếp nhận",
            stepName: "Tiếp nhận", start: waits ? .afterLead : .atOnce, waits: waits,
            dueAt: due.flatMap { Instant(rfc3339: $0) },
            expectedAt: expected.flatMap { Instant(rfc3339: $0) }, open: true,
            documents: [
                SubmittedDocument(code: "to_khai", name: "Tờ khai của \(name)", originals: 1, copies: 0)
            ],
            total: total)
    }

    private static let residence = "01900000-0000-7000-8000-00000000d102"

    static let dossier: Dossier = {
        var dossier = FixtureData.dossier
        dossier.procedure = ProcedureRef(code: "1.001193", name: "Đăng ký khai sinh", version: 1)
        dossier.quote = FeeQuote(lines: [], total: 0)
        dossier.dueAt = Instant(rfc3339: "2026-11-23T17:00:00+07:00")
        dossier.bundle = DossierBundle(
            id: "01900000-0000-7000-8000-00000000b100",
            procedure: ProcedureRef(
                code: "3.000722",
                name:
                    "Liên thông: đăng ký khai sinh, đăng ký thường trú, cấp thẻ bảo hiểm y tế cho trẻ em dưới 6 tuổi",
                version: 1), position: 1, count: 4,
            dossiers: [
                linked(
                    1, dossier.id, "Đăng ký khai sinh", waits: false, due: "2026-11-23T17:00:00+07:00"),
                linked(
                    2, residence, "Đăng ký thường trú", waits: true, due: nil,
                    expected: "2026-12-03T17:00:00+07:00", total: 20_000),
                linked(
                    3, "01900000-0000-7000-8000-00000000d103",
                    "Cấp thẻ bảo hiểm y tế cho trẻ em dưới 6 tuổi", waits: true, due: nil,
                    expected: "2026-12-01T17:00:00+07:00"),
            ])
        return dossier
    }()

    private func fixture() async -> Fixture {
        let fixture = await Fixture().logIn()
        for (id, code) in [(Self.dossier.id, Self.dossier.code), (Self.residence, "H26.1.5-261123-0013")] {
            var dossier = Self.dossier
            (dossier.id, dossier.code) = (id, code)
            fixture.transport.on(
                .get, "/v1/dossiers/\(id)", .answer(json: FixtureData.json(dossier)))
            fixture.transport.on(
                .get, "/v1/dossiers/\(id)/events",
                .answer(json: FixtureData.json(Page(items: FixtureData.events, nextCursor: nil))))
        }
        return fixture
    }

    @Test("The dossier's page lists the others; F6 shows all of them, Enter opens one and Esc comes back")
    func pages() async {
        let fixture = await fixture()
        let driver = await fixture.driver(
            DossierScreen(desk: fixture.desk, id: Self.dossier.id, code: Self.dossier.code)
        ).waitIdle()
        await driver.press("pagedown").waitIdle()
        #expect(driver.screenText.contains("2. H26.1.5-261123-0013  Đăng ký thường trú"))
        await driver.press("f6").waitIdle()
        driver.expectScreen(
            """
             desk ▸ Hồ sơ ▸ Bộ liên thông    P. Hoàn Kiếm · Trần Thu Hà  TẬP HUẤN  ●  09:41
             Liên thông: đăng ký khai sinh, đăng ký thường trú, cấp thẻ bảo hiểm y tế cho
             trẻ em dưới 6 tuổi

             ▸ 1. H26.1.5-261123-0012  Đăng ký khai sinh
                  Được tiếp nhận · Tiếp nhận · hẹn 17:00 23/11/2026

               2. H26.1.5-261123-0013  Đăng ký thường trú
                  Được tiếp nhận · Tiếp nhận · chờ kết quả hồ sơ đầu, dự kiến 03/12/2026

               3. H26.1.5-261123-0014  Cấp thẻ bảo hiểm y tế cho trẻ em dưới 6 tuổi
                  Được tiếp nhận · Tiếp nhận · chờ kết quả hồ sơ đầu, dự kiến 01/12/2026

             Còn 1 hồ sơ của bộ do đơn vị khác giữ.








             Mỗi hồ sơ có bước và đồng hồ riêng; Enter mở hồ sơ đang chọn.
             F1 Trợ giúp  F2 Lệnh  F3 Tra cứu  F5 Làm mới  Enter Mở  Esc Quay lại
            """)
        await driver.press("down", "enter").waitIdle()
        #expect(driver.screenText.contains("H26.1.5-261123-0013"))
        await driver.press("escape").waitIdle()
        // The cursor is where it was.
        #expect(driver.screenText.contains("▸ 2. H26.1.5-261123-0013"))
        await driver.press("escape").waitIdle()
        #expect(driver.screenText.contains("H26.1.5-261123-0012"))
    }

    @Test("A dossier that came in alone has no such key")
    func alone() async {
        let fixture = await Fixture().logIn()
        let driver = await fixture.dossier()
        #expect(!driver.screenText.contains("Liên thông"))
        await driver.press("f6").waitIdle()
        #expect(!driver.screenText.contains("Bộ liên thông"))
    }

    @Test("One slip has all codes with their days, all papers and all fees")
    func slip() throws {
        let slip = SlipDocument(
            dossier: Self.dossier, me: FixtureData.me, place: nil,
            today: try #require(LocalDate(iso: "2026-11-23")))
        #expect(slip.issues().isEmpty)
        #expect(
            slip.linked == [
                "H26.1.5-261123-0012, Đăng ký khai sinh: trả lúc 17:00 23/11/2026; mã tra cứu MA1X",
                "H26.1.5-261123-0013, Đăng ký thường trú: giải quyết sau khi có kết quả hồ sơ đầu, dự kiến trả lúc 17:00 03/12/2026; mã tra cứu MA2X",
                "H26.1.5-261123-0014, Cấp thẻ bảo hiểm y tế cho trẻ em dưới 6 tuổi: giải quyết sau khi có kết quả hồ sơ đầu, dự kiến trả lúc 17:00 01/12/2026; mã tra cứu MA3X",
            ])
        #expect(slip.fees == ["Đăng ký thường trú: 20.000 đ"])
        #expect(
            slip.documents.map(\.name).suffix(2) == [
                "Tờ khai của Đăng ký thường trú", "Tờ khai của Cấp thẻ bảo hiểm y tế cho trẻ em dưới 6 tuổi",
            ])
        let text = SlipPreview.lines(slip, width: 76).joined(separator: "\n")
        #expect(text.contains("Hồ sơ liên thông tiếp nhận cùng lúc"))
        for code in ["0012", "0013", "0014"] { #expect(text.contains("H26.1.5-261123-\(code)")) }
        let read = try StrictJSON.decode(SlipDocument.self, from: StrictJSON.encode(slip))
        #expect(read == slip)
    }

    @Test("The result of the intake names all of them, and what all of them cost")
    func result() async {
        let fixture = await fixture()
        fixture.transport.on(
            .post, "/v1/dossiers", .effect(.json(FixtureData.json(Self.dossier), status: 201)))
        let driver = await fixture.result()
        #expect(driver.screenText.contains("20.000 đ"))
        #expect(driver.screenText.contains("2. H26.1.5-261123-0013  Đăng ký thường trú"))
    }

    @Test("What each of them would take is shown before anything is sent")
    func appointment() async throws {
        let fixture = await Fixture().logIn()
        var procedure = FixtureData.procedure
        procedure.bundle = [
            BundleMember(
                procedure: "1.001193", caseCode: "a", start: .atOnce, name: "Khai sinh",
                time: ServiceTime(amount: 1, unit: .sameDay)),
            BundleMember(
                procedure: "1.004222", caseCode: "b", start: .afterLead, prefix: "tt_", name: "Thường trú",
                time: ServiceTime(amount: 7, unit: .workingDay)),
        ]
        fixture.transport.on(
            .post, "/v1/deadlines:preview",
            .reply { request in
                let asked = try? LenientJSON.decode(DeadlinePreviewRequest.self, from: request.body ?? [])
                // What waits is reckoned from the first one's day.
                let isFirst = asked?.amountUnit == .sameDay
                let isLater = asked?.acceptedAt.rfc3339 == "2026-11-23T17:00:00+07:00"
                let due = isFirst ? "2026-11-23T17:00:00+07:00" : isLater ? "2026-12-03T17:00:00+07:00" : nil
                return .json(
                    FixtureData.json(
                        DeadlinePreview(dueAt: due.flatMap { Instant(rfc3339: $0) }, explanation: [])))
            })
        let request = DeadlinePreviewRequest(
            unit: "H26.1.5", acceptedAt: fixture.desk.now, amount: 1, amountUnit: .sameDay, pauses: [])
        let appointment = Appointment(procedure: procedure, request: request)
        let preview = try await fixture.desk.ask { client throws(APIError) in
            try await appointment.ask(client)
        }.get()
        #expect(preview.dueAt?.rfc3339 == "2026-11-23T17:00:00+07:00")
        #expect(
            preview.explanation == [
                "Khai sinh: 17:00 23/11/2026", "Thường trú: dự kiến 17:00 03/12/2026",
            ])
    }
}
