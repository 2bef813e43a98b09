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
            fixture.answer(.get, "/v1/dossiers/\(id)", dossier)
            fixture.answer(
                .get, "/v1/dossiers/\(id)/events", Page(items: FixtureData.events, nextCursor: nil))
        }
        return fixture
    }

    private func page(columns: Int = 80, rows: Int = 24, _ language: Language = .vi) async -> TestDriver {
        let fixture = await fixture()
        let driver = fixture.driver(
            DossierScreen(desk: fixture.desk, id: Self.dossier.id, code: Self.dossier.code),
            columns: columns, rows: rows, language: language)
        return await driver.waitIdle()
    }

    @Test("The page of one names the others")
    func dossierPage() async {
        let driver = await page(columns: 160, rows: 50)
        driver.expectText("Bộ liên thông").expectText("Đăng ký khai sinh (hồ sơ này)")
        driver.expectText("2. H26.1.5-261123-0013  Đăng ký thường trú").expectText("F6 Liên thông")
    }

    @Test("F6 → all of them with their states, at 80×24 and 160×50; Enter opens the one chosen")
    func bundlePage() async {
        let driver = await page().press("f6").waitIdle()
        for size in [Size(columns: 80, rows: 24), Size(columns: 160, rows: 50)] {
            driver.resize(size.columns, size.rows)
            driver.expectText("▸ 1. H26.1.5-261123-0012  Đăng ký khai sinh")
            driver.expectText("Được tiếp nhận · Tiếp nhận · hẹn 17:00 23/11/2026")
            driver.expectText("  2. H26.1.5-261123-0013  Đăng ký thường trú")
            driver.expectText("Được tiếp nhận · Tiếp nhận · chờ kết quả hồ sơ đầu, dự kiến 03/12/2026")
            driver.expectText("3. H26.1.5-261123-0014  Cấp thẻ bảo hiểm y tế cho trẻ em dưới 6 tuổi")
            driver.expectText("Còn 1 hồ sơ của bộ do đơn vị khác giữ.")
        }
        await driver.press("down", "enter").waitIdle()
        #expect(driver.screen(as: DossierScreen.self)?.id == Self.residence)
        await driver.press("escape").waitIdle()
        #expect(driver.screen(as: BundleScreen.self)?.cursor == 1)
    }

    @Test("All of them, at 80×24 and in English at 160×50")
    func golden() async {
        let narrow = await page().press("f6").waitIdle()
        narrow.expectScreen(
            """
             desk ▸ Bộ liên thông     P. Hoàn Kiếm · Trần Thu Hà  TẬP HUẤN  ● đã nối  09:41
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
        let wide = await page(columns: 160, rows: 50, .en).press("f6").waitIdle()
        wide.expectScreen(
            """
             desk ▸ Bundle                                                                                            P. Hoàn Kiếm · Trần Thu Hà  TRAINING  ● online  09:41
             Liên thông: đăng ký khai sinh, đăng ký thường trú, cấp thẻ bảo hiểm y tế cho trẻ em dưới 6 tuổi

             ▸ 1. H26.1.5-261123-0012  Đăng ký khai sinh
                  Accepted · Tiếp nhận · due 17:00 23/11/2026

               2. H26.1.5-261123-0013  Đăng ký thường trú
                  Accepted · Tiếp nhận · waits for the first, expected 03/12/2026

               3. H26.1.5-261123-0014  Cấp thẻ bảo hiểm y tế cho trẻ em dưới 6 tuổi
                  Accepted · Tiếp nhận · waits for the first, expected 01/12/2026

             1 more of the bundle is with another unit.



































             Each has its own steps and clock; Enter opens the one chosen.
             F1 Help  F2 Command  F3 Lookup  F5 Refresh  Enter Open  Esc Back
            """)
    }

    @Test("Others go on with one of them → it is there without a key, and the bar stays on its dossier")
    func live() async throws {
        let fixture = await fixture()
        let bundle = try #require(Self.dossier.bundle)
        let driver = fixture.driver(
            BundleScreen(desk: fixture.desk, dossier: Self.dossier, bundle: bundle))
        await driver.waitIdle()
        driver.press("down").expectNoText("Thẩm định")
        var moved = Self.dossier
        moved.bundle?.dossiers[2].stepName = "Thẩm định"
        fixture.answer(.get, "/v1/dossiers/\(Self.dossier.id)", moved)
        fixture.desk.changes.add(
            .changes([
                Change(
                    seq: 9, at: Instant(seconds: 1_700_000_000), kind: "dossier", id: bundle.dossiers[2].id,
                    action: "forward")
            ]))
        await driver.stage.waitForReply()
        driver.stage.takeReplies()
        await driver.waitIdle()
        driver.expectText("Thẩm định")
        #expect(driver.screen(as: BundleScreen.self)?.cursor == 1)
    }

    @Test("Taken in → the result has all codes, each with its day, and the sum of all")
    func result() async {
        let fixture = Fixture()
        fixture.transport.forget(.post, "/v1/dossiers")
        fixture.transport.on(
            .post, "/v1/dossiers", .effect(.json(FixtureData.json(Self.dossier), status: 201)))
        let driver = await fixture.result()
        driver.resize(160, 50)
        driver.expectText("1. H26.1.5-261123-0012  Đăng ký khai sinh (hồ sơ này)")
        driver.expectText("hẹn 17:00 23/11/2026").expectText("20.000 đ")
        driver.expectText("2. H26.1.5-261123-0013  Đăng ký thường trú").expectText("dự kiến 03/12/2026")
        driver.expectText("3. H26.1.5-261123-0014").expectText("dự kiến 01/12/2026")
    }

    @Test(
        "Before it is taken in, the day of each is told; those that wait are reckoned from the first one's",
        arguments: [
            (
                Language.vi,
                [
                    "Đăng ký khai sinh: 09:41 24/11/2026",
                    "Đăng ký thường trú: dự kiến 09:41 01/12/2026", "Thẻ bảo hiểm: chưa có ngày hẹn",
                ]
            ),
            (
                .en,
                [
                    "Đăng ký khai sinh: 09:41 24/11/2026",
                    "Đăng ký thường trú: expected 09:41 01/12/2026", "Thẻ bảo hiểm: no date yet",
                ]
            ),
        ])
    func appointment(language: Language, lines: [String]) async throws {
        let fixture = await Fixture().logIn()
        fixture.transport.forget(.post, "/v1/deadlines:preview")
        fixture.transport.on(
            .post, "/v1/deadlines:preview",
            .reply { request in
                let asked = try? LenientJSON.decode(DeadlinePreviewRequest.self, from: request.body ?? [])
                // A day later for each day of the time that was asked for; of nothing there is no day.
                let due = asked.flatMap {
                    $0.amount == 0 ? nil : $0.acceptedAt.adding(seconds: $0.amount * 86_400)
                }
                return .json(
                    FixtureData.json(DeadlinePreview(dueAt: due, explanation: ["?"], explanationEn: ["?"])))
            })
        var procedure = FixtureData.procedure
        func member(_ name: String, _ start: BundleStart, _ days: Int) -> BundleMember {
            BundleMember(
                procedure: "1", caseCode: "c", start: start, name: name,
                time: ServiceTime(amount: days, unit: .workingDay))
        }
        procedure.bundle = [
            member("Đăng ký khai sinh", .atOnce, 1), member("Đăng ký thường trú", .afterLead, 7),
            member("Thẻ bảo hiểm", .atOnce, 0),
        ]
        let preview = try await Appointment(
            procedure: procedure,
            request: DeadlinePreviewRequest(
                unit: "H26.1.5", acceptedAt: try #require(Instant(rfc3339: "2026-11-23T09:41:00+07:00")),
                amount: 1, amountUnit: .workingDay)
        ).ask(fixture.desk.client)
        #expect(preview.dueAt == Instant(rfc3339: "2026-11-24T09:41:00+07:00"))
        #expect((language == .vi ? preview.explanation : preview.explanationEn) == lines)
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

}
