import APIClient
import ArgumentParser
import Forms
import Foundation
import Models
import TUI
import TUITesting
import Testing

@testable import desk

/// Pastes, themes, terminals and connections as desk meets them.
@Suite("desk at its terminal")
struct DeskAtTerminalTests {
    @Test("What a paste leaves out is said at once, although an older error still stands there")
    func pasteAfterError() async {
        let fixture = Fixture()
        await fixture.logIn()
        let driver = fixture.driver(IntakeScreen(desk: fixture.desk))
        driver.scan("001185000123|011234567|Nguyen Thi Anh|1203")
        await driver.waitIdle()
        driver.expectText("Nội dung quét bị cắt").press("tab")
        driver.paste(String(repeating: "Nguyễn ", count: 1429))
        driver.expectText("ký tự cuối không được nhận").expectNoText("Nội dung quét bị cắt")
    }

    @Test("What answers as no server of ours is not called connected", arguments: [true, false])
    func rubbish(isHTTP: Bool) async {
        let fixture = Fixture()
        await fixture.logIn()
        fixture.transport.forget(.get, "/v1/inboxes")
        let page = Response(
            status: 200, headers: [Header("Content-Type", "text/html")], body: Array("<html>".utf8))
        fixture.transport.on(.get, "/v1/inboxes", isHTTP ? .answer(page) : .fail(.malformed))
        _ = await fixture.desk.ask { client throws(APIError) in try await client.inboxes() }
        if case .lost = fixture.desk.link {} else { Issue.record("\(fixture.desk.link)") }
    }

    @Test(
        "The draft of a dossier that was taken in goes at the server too, before another draft is begun"
    )
    func draftOfDone() async {
        let fixture = Fixture()
        let shelf = DraftShelf()
        fixture.transport.on(.put, "/v1/drafts/*", .reply { shelf.put($0) })
        let driver = await fixture.intake(page: 6)
        await driver.advance(seconds: 3).waitIdle()
        let sync = fixture.desk.signedIn?.sync
        await sync?.push()
        #expect(await sync?.state == .settled)
        await driver.press("f10").waitIdle()
        #expect(driver.screen(as: ResultScreen.self) != nil && fixture.drafts.isEmpty)
        #expect(await sync?.state == .waiting(1))
    }

    @Test("The gallery takes the theme and the language it is started with")
    func galleryOptions() throws {
        for line in [
            ["gallery", "--theme", "light", "--lang", "en"], ["--theme", "light", "--lang=en", "gallery"],
        ] {
            let command = try #require(try DeskCommand.parseAsRoot(line) as? GalleryCommand)
            #expect(command.desk.theme == "light" && command.desk.lang == "en")
        }
        #expect(throws: (any Error).self) { try DeskCommand.parseAsRoot(["gallery", "--lang", "fr"]) }
    }

    @Test(
        "Every training account that the login offers is one, and the clerk is among those seen first"
    )
    func accounts() throws {
        let text = try String(
            contentsOfFile: Sources.root + "/Sources/central/Training/Data/officers.json", encoding: .utf8)
        for role in Strings.Login.roles {
            #expect(text.contains("\"username\": \"\(role.user)\""), "\(role.user)")
        }
        let wanted = [
            "tiepnhan", "thamdinh", "lanhdao", "thungan", "buuchinh", "quantri", "tongdai", "quantribo",
            "tiepnhan2", "lanhdao2", "thungan2", "quantri2", "quantribo2", "vanthu", "congan", "conganhn",
            "kinhte",
        ]
        #expect(Set(wanted).isSubset(of: Strings.Login.roles.map(\.user)))
        let driver = Fixture.login()
        driver.expectText("vanthu").expectText("quantribo").expectNoText("kinhte.lanhdao")
        driver.press("f4", "end").expectText("kinhte.lanhdao")
    }

    @Test("A terminal that can't place its cursor is told of plain mode")
    func simpleTerminal() {
        #expect(Strings.Config.terminal(.tooSimple("dumb")).vi.contains("desk --plain"))
    }

    @Test(
        "In English the reason of an appointment is in English, and in Vietnamese where there is no other"
    )
    func englishReason() {
        var preview = FixtureData.due
        #expect(preview.explanation(in: .en) == preview.explanation)
        preview.explanationEn = ["Taken in at 09:41 on 23/11/2026."]
        #expect(preview.explanation(in: .en) == ["Taken in at 09:41 on 23/11/2026."])
        #expect(preview.explanation(in: .vi) == FixtureData.due.explanation)
        var dossier = FixtureData.dossier
        dossier.deadline.explanationEn = ["Due at 09:41 on 25/11/2026, a Wednesday."]
        let fixture = Fixture()
        let sheet = DossierSheet(
            dossier: dossier, events: .none, form: .none, names: [:], now: fixture.desk.now, language: .en
        ).sheet(width: 76, isSpoken: true)
        let text = sheet.lines.map { $0.map(\.text.string).joined() }.joined(separator: "\n")
        #expect(text.contains("a Wednesday.") && !text.contains("thứ Tư, 09:41"))
    }

    @Test("An online dossier's limit stands in its queue with the hour, and whether it has passed")
    func onlineLimit() async {
        let fixture = Fixture()
        await fixture.logIn()
        var items = FixtureData.items(2)
        for index in items.indices {
            items[index].status = 1
            items[index].dueAt = Instant(rfc3339: "2026-11-24T10:30:00+07:00")
        }
        (items[0].overdue, items[1].overdue) = (false, true)
        fixture.transport.on(
            .get, "/v1/inboxes/online", .answer(json: FixtureData.json(Page(items: items, nextCursor: nil))))
        let inbox = Inbox(slug: "online", name: "Trực tuyến, chờ tiếp nhận", count: 2)
        let driver = await fixture.driver(QueueScreen(desk: fixture.desk, inbox: inbox)).waitIdle()
        driver.expectText("10:30 24/11!")
        // Nothing behind the one that is in time.
        #expect(driver.screenText.contains("10:30 24/11\n"), "\(driver.screenText)")
    }
}
