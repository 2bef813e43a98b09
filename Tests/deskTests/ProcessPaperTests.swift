import APIClient
import Forms
import Models
import TUI
import TUITesting
import Testing

@testable import desk

@Suite("Papers of acts after the intake")
struct ProcessPaperTests {
    private static let at = Instant(rfc3339: "2026-11-24T10:00:00+07:00") ?? Instant(seconds: 0)
    private static let officer = OfficerRef(id: "o-2", name: "Phạm Văn Hùng")

    private static func events(_ action: ProcessAction, _ detail: DossierEventDetail? = nil) -> [DossierEvent]
    {
        var intake = FixtureData.events
        intake[0].toName = "Thẩm định"
        return intake + [
            DossierEvent(
                seq: 2, at: at, action: action.rawValue, actor: officer, fromStep: "tiep_nhan",
                toStep: "buoc_sau", status: 8, note: "Vì mưa bão.", detail: detail)
        ]
    }

    private static func slip(
        _ form: SlipForm, _ events: [DossierEvent], prints: [PrintRecord]? = [], now: Instant = at
    ) throws -> SlipDocument {
        let dossier = FixtureData.dossier
        let choice = try #require(
            PaperChoice.all(
                acceptedAt: dossier.acceptedAt, status: dossier.status, dueAt: dossier.dueAt, events: events,
                at: now
            )
            .first { $0.form == form })
        #expect(choice.isPossible)
        return SlipDocument(
            choice: choice, dossier: dossier, events: events, prints: prints, me: FixtureData.me, place: nil,
            today: at.date)
    }

    @Test("04 takes both dates and the reason from the extension, and can be printed as it is")
    func apology() throws {
        let new = Self.at.adding(seconds: 5 * 86_400)
        let old = try #require(FixtureData.dossier.dueAt)
        let slip = try Self.slip(
            .apology, Self.events(.extend, DossierEventDetail(previousDueAt: old, dueAt: new)))
        #expect(slip.oldDueAt == old && slip.dueAt == new && slip.reasons == ["Vì mưa bão."])
        #expect(slip.number == "12/PXL-BPTNTKQ" && slip.officerName == "Phạm Văn Hùng")
        #expect(slip.issues().isEmpty)
    }

    @Test("04 of what is overdue asks for reason and new day, or takes the day that was promised before")
    func overdueApology() throws {
        let due = try #require(FixtureData.dossier.dueAt)
        let now = due.adding(seconds: 3_600)
        let slip = try Self.slip(.apology, FixtureData.events, now: now)
        #expect(slip.oldDueAt == due && slip.dueAt == nil && slip.reasons.isEmpty)
        let fields = PaperForm.definition(slip)?.pages.flatMap(\.groups).flatMap(\.fields).map(\.id)
        #expect(fields == ["reason", "due_date", "due_time", "signer"])
        let day = due.date.adding(days: 7)
        let filled = PaperForm.fill(
            slip,
            with: [
                "reason": .text("Cán bộ ốm."), "due_date": .text(day.iso), "due_time": .text("10:00"),
                "signer": .text("Lê Đức"),
            ])
        let new = Instant(date: day, hour: 10, minute: 0)
        #expect(filled.dueAt == new && filled.reasons == ["Cán bộ ốm."] && filled.issues().isEmpty)
        let print = PrintRecord(id: "p-4", form: "04", copies: 1, at: now, copyNumber: 1, dueAt: new)
        let again = try Self.slip(.apology, FixtureData.events, prints: [print], now: now)
        #expect(again.dueAt == new)
        let asked = PaperForm.definition(again)?.pages.flatMap(\.groups).flatMap(\.fields).map(\.id)
        #expect(asked == ["reason", "signer"])
    }

    @Test(
        "A print again bears the day of the first one; a slip that was corrected since, and form 06, their own"
    )
    func day() throws {
        let before = Self.at.adding(seconds: -86_400)
        func print(_ form: String) -> PrintRecord {
            PrintRecord(id: "p-" + form, form: form, copies: 2, at: before, copyNumber: 1)
        }
        let prints = [print("01"), print("06")]
        #expect(try Self.slip(.appointment, FixtureData.events, prints: prints).date == before.date)
        #expect(try Self.slip(.appointment, FixtureData.events).date == Self.at.date)
        #expect(try Self.slip(.appointment, Self.events(.amend), prints: prints).date == Self.at.date)
        #expect(try Self.slip(.controlSlip, FixtureData.events, prints: prints).date == Self.at.date)
    }

    @Test("05 takes stage, time and who; what the officer answers goes in", arguments: [true, false])
    func stop(isTemporary: Bool) throws {
        let slip = try Self.slip(.stopNotice, Self.events(isTemporary ? .suspend : .stop))
        #expect(slip.stop?.stage == "Thẩm định" && slip.stop?.isTemporary == isTemporary)
        #expect(slip.stop?.requestedBy == "Phạm Văn Hùng" && slip.stop?.at == Self.at)
        let fields = PaperForm.definition(slip)?.pages.flatMap(\.groups).flatMap(\.fields).map(\.id)
        #expect(fields == ["fees", "returned", "signer"])
        let filled = PaperForm.fill(
            slip,
            with: ["fees": .text("Trả lại"), "returned": .text("Giấy A\nGiấy B"), "signer": .text("Lê Đức")])
        #expect(filled.stop?.fees == "Trả lại" && filled.stop?.returned == ["Giấy A", "Giấy B"])
        #expect(filled.signerName == "Lê Đức" && filled.issues().isEmpty)
    }

    @Test("02 of a later request quotes that request; without its note the reason is asked for")
    func supplement() throws {
        var events = Self.events(.requestSupplement, DossierEventDetail(missing: ["Bản vẽ"]))
        #expect(try Self.slip(.supplementRequest, events).missing == ["Bản vẽ"])
        #expect(try Self.slip(.supplementRequest, events).reasons == ["Vì mưa bão."])
        events = Self.events(.stop)
        events[1].note = nil
        let fields = PaperForm.definition(try Self.slip(.stopNotice, events))?.pages.flatMap(\.groups)
            .flatMap(\.fields).map(\.id)
        #expect(fields?.first == "reason")
    }

    @Test("06 has a row for each act; 01 after a correction says which it is")
    func control() throws {
        let slip = try Self.slip(.controlSlip, Self.events(.stop))
        #expect(slip.transfers?.count == 2 && slip.issues().isEmpty)
        #expect(try Self.slip(.appointment, Self.events(.amend)).amendment == nil)
        let print = PrintRecord(
            id: "p-1", form: "01", copies: 2, at: Self.at.adding(seconds: -60), copyNumber: 1)
        #expect(try Self.slip(.appointment, Self.events(.amend), prints: [print]).amendment == 1)
        #expect(try Self.slip(.appointment, FixtureData.events).amendment == nil)
    }

    @Test(
        "the list goes by the journal as the server does: 02 of a supplement that came is a reprint or nothing",
        arguments: [true, false])
    func reprintOnly(wasMade: Bool) async {
        let fixture = Fixture()
        let asked = Self.events(.requestSupplement, DossierEventDetail(missing: ["Bản vẽ"]))
        let events =
            asked + [
                DossierEvent(
                    seq: 3, at: Self.at.adding(seconds: 3_600), action: ProcessAction.supplementIn.rawValue,
                    actor: Self.officer, fromStep: "buoc_sau", toStep: "tham_dinh", status: 4)
            ]
        let made = PrintRecord(
            id: "p-2", form: "02", copies: 1, at: Self.at.adding(seconds: 60), copyNumber: 1)
        fixture.answer(.get, "/v1/dossiers/*/prints", Page(items: wasMade ? [made] : [], nextCursor: nil))
        await fixture.logIn()
        let screen = PapersScreen(
            desk: fixture.desk, dossier: FixtureData.dossier, events: events, me: FixtureData.me)
        let driver = await fixture.driver(screen).waitIdle()
        #expect(driver.screen(as: PapersScreen.self)?.choices[1].isPossible == wasMade)
        let reason = "Không: đã hết chờ bổ sung, chỉ in lại được giấy đã in"
        if wasMade { driver.expectNoText(reason) } else { driver.expectText(reason) }
    }

    @Test("the list opens only what can be made, and says why not the others")
    func list() {
        let fixture = Fixture()
        var screen = PapersScreen(
            desk: fixture.desk, dossier: FixtureData.dossier, events: Self.events(.suspend),
            me: FixtureData.me)
        #expect(screen.choices.map(\.isPossible) == [true, false, false, false, true, true])
        #expect(screen.cursor == 4 && screen.enabled(.openPaper))
        #expect(
            Strings.DossierPapers.state(screen.choices[3]).text(.vi)
                == "Chưa: thời hạn chưa được gia hạn, cũng chưa quá hẹn")
        screen = PapersScreen(
            desk: fixture.desk, dossier: FixtureData.dossier, events: FixtureData.events, me: FixtureData.me)
        #expect(screen.cursor == 0 && screen.enabled(.openPaper))
    }
}
