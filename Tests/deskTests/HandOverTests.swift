import APIClient
import Forms
import Models
import TUI
import TUITesting
import Testing

@testable import desk

/// A draft that is given to a colleague: under the claim of this desk, and as it was seen.
@Suite("A draft is handed over")
struct HandOverTests {
    private static let colleague = OfficerRef(
        id: "01900000-0000-7000-8000-00000000a002", name: "Lê Văn Hai", position: nil)
    private static let id = "01900000-0000-7000-8000-00000000f002"

    /// A desk with a draft that the server has in the revision 7.
    private static func desk(
        _ step: ScriptedTransport.Step, serverContent: JSONValue = .object(["page": .int(1)])
    ) async throws -> (Fixture, Draft) {
        let fixture = Fixture()
        await fixture.logIn()
        let put = DraftPut(
            id: id, kind: "intake", title: "Nguyễn Thị Ánh", content: .object(["page": .int(1)]))
        let draft = try #require(try fixture.desk.store?.saveDraft(put))
        var there = draft
        there.content = serverContent
        let answer = ScriptedTransport.Step.answer(
            json: FixtureData.json(there), headers: [Header("ETag", "\"7\"")])
        fixture.transport.on(.put, "/v1/drafts/\(id)", answer)
        fixture.transport.on(.get, "/v1/drafts/\(id)", answer)
        fixture.transport.on(
            .get, "/v1/colleagues", .answer(json: FixtureData.json(Page(items: [colleague]))))
        fixture.transport.on(.post, "/v1/drafts/\(id):hand-over", step)
        return (fixture, draft)
    }

    private static func give(_ fixture: Fixture, _ draft: Draft) async -> TestDriver {
        let driver = await fixture.driver(HandOverScreen(desk: fixture.desk, draft: draft)).waitIdle()
        return await driver.press("f4").press("down", "enter").press("f10").waitIdle()
    }

    private static func handedOver(_ fixture: Fixture) -> [Request] {
        fixture.transport.requests.filter { $0.target.hasSuffix(":hand-over") }
    }

    private static let taken = ScriptedTransport.Step.effect(.json(FixtureData.json(colleague)))

    @Test("It goes by the revision that was seen, and is gone from here")
    func done() async throws {
        let (fixture, draft) = try await Self.desk(Self.taken)
        _ = await Self.give(fixture, draft)
        let sent = Self.handedOver(fixture)
        #expect(sent.map { $0.headers.first("If-Match") } == ["\"7\""])
        #expect(
            sent.map { String(decoding: $0.body ?? [], as: UTF8.self) }
                == [#"{"officer":"\#(Self.colleague.id)"}"#])
        #expect(fixture.drafts.isEmpty)
        #expect(fixture.desk.store?.claim(draft.id) != nil, "the claim is given back")
    }

    @Test("Open in another window it stays here, and nothing is sent")
    func claimed() async throws {
        let (fixture, draft) = try await Self.desk(Self.taken)
        let claim = try #require(fixture.desk.store?.claim(draft.id))
        let driver = await Self.give(fixture, draft)
        driver.expectText("đang mở ở")
        #expect(Self.handedOver(fixture).isEmpty)
        #expect(fixture.drafts.map(\.id) == [draft.id])
        withExtendedLifetime(claim) {}
    }

    @Test("Nobody takes it up here while it is being handed over")
    func claimsMeanwhile() async throws {
        let (fixture, draft) = try await Self.desk(.held("wait", Self.taken))
        let driver = await fixture.driver(HandOverScreen(desk: fixture.desk, draft: draft)).waitIdle()
        let before = fixture.transport.requests.count
        driver.press("f4").press("down", "enter").press("f10")
        // PUT of what is here, GET of what is there, and the hand-over, which is held.
        await fixture.transport.waitForRequests(before + 3)
        #expect(fixture.desk.store?.claim(draft.id) == nil)
        fixture.transport.release("wait")
        await driver.waitIdle()
        #expect(fixture.drafts.isEmpty)
    }

    @Test(
        "Changed at the server meanwhile (412): not handed over, and it says so; the second try goes through")
    func stale() async throws {
        let (fixture, draft) = try await Self.desk(.problem(412, "revision_conflict"))
        fixture.transport.on(.post, "/v1/drafts/\(Self.id):hand-over", Self.taken)
        let driver = await Self.give(fixture, draft)
        driver.expectText("chưa bàn giao. Đợi đồng bộ rồi thử lại.")
        #expect(fixture.drafts.map(\.id) == [draft.id])
        #expect(fixture.desk.store?.claim(draft.id) != nil, "the claim is given back")
        await driver.press("f10").waitIdle()
        #expect(fixture.drafts.isEmpty)
        #expect(Set(Self.handedOver(fixture).compactMap { $0.headers.first("Idempotency-Key") }).count == 1)
    }

    @Test("Where the server has something else than stands here, it is not handed over")
    func unsynced() async throws {
        let (fixture, draft) = try await Self.desk(Self.taken, serverContent: .object(["page": .int(2)]))
        let driver = await Self.give(fixture, draft)
        driver.expectText("chưa bàn giao. Đợi đồng bộ rồi thử lại.")
        #expect(Self.handedOver(fixture).isEmpty)
        #expect(fixture.drafts.map(\.id) == [draft.id])
    }
}
