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
