import APIClient
import ArgumentParser
import Forms
import Models
import Synchronization
import TUI
import TUITesting
import Testing

@testable import desk

@Suite("desk lookup and desk status, without a screen")
struct UnattendedTests {
    /// How one run ended, what a program reads of it, and what the person at the shell reads.
    private struct Ended {
        var code: Int32
        var said: [String]
        var complained: [String]
    }

    private func run(
        _ question: Question, login: UnattendedDesk.Login? = .init(account: "tiepnhan", password: "tap-huan"),
        language: Language = .vi, _ arrange: (Fixture) -> Void = { _ in }
    ) async -> (Ended, Fixture) {
        let fixture = Fixture(training: false, signedIn: false)
        arrange(fixture)
        let (console, complaints) = (ScriptedConsole([]), Words())
        let desk = UnattendedDesk(
            desk: fixture.desk, console: console, language: language, login: login,
            complain: { complaints.add($0.string) })
        let code = await desk.run(question)
        return (Ended(code: code, said: console.lines, complained: complaints.all), fixture)
    }

    private final class Words: Sendable {
        private let words = Mutex<[String]>([])
        var all: [String] { words.withLock { $0 } }
        func add(_ word: String) { words.withLock { $0.append(word) } }
    }

    private func finds(_ matches: [SearchMatch?], more: Bool = false, in fixture: Fixture) {
        var items = FixtureData.items(matches.count)
        for (index, match) in matches.enumerated() { items[index].matched = match }
        if matches.count == 1 { items[0].id = FixtureData.dossier.id }
        fixture.transport.forget(.get, "/v1/search")
        fixture.transport.on(
            .get, "/v1/search",
            .answer(
                json: FixtureData.json(
                    SearchPage(
                        items: items, nextCursor: more ? "b" : nil,
                        understood: [SearchUnderstood(kind: .name, text: "khong co")]))))
    }

    @Test("What is found is listed, a line each, and the code is 0; more than a page is said beside the list")
    func lists() async {
        let (ended, fixture) = await run(.lookup("h26 1 5 261120 1", asJSON: false)) {
            finds([.code, .code], more: true, in: $0)
        }
        #expect(ended.code == 0 && ended.said.count == 2)
        #expect(ended.said.first?.hasPrefix("H26.1.5-261120-0001 · ") == true, "\(ended.said)")
        #expect(ended.complained == ["Còn nữa ngoài 2 hồ sơ này; hãy hỏi hẹp hơn."])
        let asked = fixture.transport.requests.filter { $0.target.hasPrefix("/v1/search") }.map(\.target)
        #expect(asked == ["/v1/search?q=H26.1.5-261120-0001&limit=50"])
    }

    @Test(
        "By telephone, identity number or name only what was found as that is listed",
        arguments: [
            (Question.Kind?.none, 5), (.phone, 2), (.identity, 2), (.name, 1),
        ])
    func kinds(kind: Question.Kind?, count: Int) async {
        let matches: [SearchMatch?] = [.phone, .submitterPhone, .identityNumber, .taxCode, .name]
        let text = kind == .name ? "nguyen an" : "001185000123"
        let (ended, _) = await run(.lookup(text, as: kind, asJSON: false)) { finds(matches, in: $0) }
        #expect(ended.code == 0 && ended.said.count == count, "\(ended.said)")
        let other: Question.Kind = kind == .name ? .phone : .name
        let otherText = other == .name ? "nguyen an" : "001185000123"
        let (none, _) = await run(.lookup(otherText, as: other, asJSON: true)) {
            finds(kind == .name ? [.name] : [.phone], in: $0)
        }
        #expect(none.code == 1 && none.said.first?.contains(#""items":[]"#) == true, "\(none.said)")
    }

    @Test("As JSON it is one line, as the server has it, and nothing else")
    func json() async throws {
        let (ended, _) = await run(.lookup("an", asJSON: true)) { finds([.name, .name], more: true, in: $0) }
        #expect(ended.code == 0 && ended.said.count == 1)
        let page = try StrictJSON.decode(SearchPage.self, from: ended.said[0].utf8)
        #expect(page.items.count == 2 && page.nextCursor == "b" && page.understood.first?.kind == .name)
    }

    @Test("Nothing found is 1, said with what was understood; as JSON the list is empty")
    func nothing() async {
        for question in [Question.lookup("khong co ai", asJSON: false), .status("khong co ai")] {
            let (ended, _) = await run(question) { finds([], in: $0) }
            #expect(ended.code == 1)
            #expect(
                ended.said == [
                    "Không tìm thấy hồ sơ nào cho \"khong co ai\" trong phạm vi của đơn vị. Đã tìm theo: họ tên khong co."
                ])
        }
        let (ended, _) = await run(.lookup("khong co ai", asJSON: true)) { finds([], in: $0) }
        #expect(ended.code == 1 && ended.said.count == 1 && ended.complained.isEmpty)
    }

    @Test("What is longer than anything that there is, is nothing found, and no server is asked")
    func long() async {
        let text = String(repeating: "nguyễn ", count: 1_500)
        let (ended, fixture) = await run(.lookup(text, asJSON: false), language: .en)
        #expect(ended.code == 1)
        #expect(ended.said.first?.hasSuffix("take some out.") == true && ended.said.first?.count ?? 0 < 250)
        #expect(!fixture.transport.requests.contains { $0.target.hasPrefix("/v1/search") })
    }

    @Test("The status is said in the sentences that are read out; several dossiers are 2")
    func status() async {
        let (ended, _) = await run(.status("H26.1.5-261123-0012")) { finds([.code], in: $0) }
        #expect(ended.code == 0 && ended.complained.isEmpty, "\(ended)")
        #expect(ended.said.first?.hasPrefix("Hồ sơ H26.1.5-261123-0012, ") == true)
        #expect(ended.said.last == "Hỏi thêm tại UBND phường Hoàn Kiếm.")
        let (several, _) = await run(.status("261123")) { finds([.codePart, .codePart], in: $0) }
        #expect(several.code == 2 && several.said == ["Có 2 hồ sơ hoặc hơn; hãy nêu cả mã."])
    }

    @Test(
        "A hotline's account reads nothing out before the caller has shown that it is his; the others need not ask",
        arguments: [
            (nil, 64, false), (CallerCheck(lookupCode: "ZZZZ"), 77, false),
            (CallerCheck(lookupCode: "J4MG"), 0, true), (CallerCheck(phoneDigits: "5678"), 0, true),
        ] as [(CallerCheck?, Int32, Bool)])
    func verified(said: CallerCheck?, code: Int32, isRead: Bool) async {
        let (ended, fixture) = await run(.status("H26.1.5-261123-0012", said: said)) { fixture in
            var me = FixtureData.me
            me.roles = ["hotline"]
            fixture.transport.forget(.get, "/v1/me")
            fixture.transport.on(.get, "/v1/me", .answer(json: FixtureData.json(me)))
            HotlineData.answer(on: fixture.transport)
            finds([.code], in: fixture)
        }
        #expect(ended.code == code, "\(ended)")
        #expect(ended.said.contains { $0.hasPrefix("Hồ sơ H26.1.5-261123-0012, ") } == isRead)
        #expect(ended.said.isEmpty == !isRead && ended.complained.isEmpty == isRead)
        let whole = "/v1/dossiers/\(FixtureData.dossier.id)"
        #expect(fixture.transport.requests.contains { $0.target == whole } == isRead)
    }

    @Test("A part that was not answered is told, and the code says that it is not all")
    func partly() async {
        let path = "/v1/dossiers/\(FixtureData.dossier.id)/events"
        let (ended, _) = await run(.status("H26.1.5-261123-0012")) {
            finds([.code], in: $0)
            $0.transport.forget(.get, path)
            $0.transport.forget(.get, "/v1/dossiers/*/events")
            $0.transport.on(.get, path, .problem(500, "internal_error"))
        }
        #expect(ended.code == 70 && !ended.said.isEmpty && ended.complained.count == 1, "\(ended)")
    }

    @Test(
        "Nothing fails without a word: no account, a wrong password, a server that is silent, one that breaks",
        arguments: [
            ("none", 77), ("wrong", 77), ("silent login", 69), ("silent search", 69), ("broken search", 70),
            ("garbage", 70), ("silent dossier", 69),
        ] as [(String, Int32)])
    func failures(what: String, code: Int32) async {
        let login = what == "none" ? nil : UnattendedDesk.Login(account: "tiepnhan", password: "tap-huan")
        let (ended, _) = await run(.status("H26.1.5-261123-0012"), login: login) { fixture in
            let transport = fixture.transport
            finds([.code], in: fixture)
            func fails(
                _ method: APIClient.Method, _ path: String, _ step: ScriptedTransport.Step
            ) {
                transport.forget(method, path)
                transport.on(method, path, step)
            }
            switch what {
            case "wrong":
                fails(.post, "/oauth/token", .answer(json: #"{"error":"invalid_grant"}"#, status: 400))
            case "silent login": fails(.post, "/oauth/token", .fail(.timedOut))
            case "silent search": fails(.get, "/v1/search", .fail(.timedOut))
            case "broken search": fails(.get, "/v1/search", .problem(500, "internal_error"))
            case "garbage": fails(.get, "/v1/search", .answer(json: "[]"))
            case "silent dossier": fails(.get, "/v1/dossiers/\(FixtureData.dossier.id)", .fail(.timedOut))
            default: break
            }
        }
        #expect(ended.code == code, "\(ended)")
        #expect(ended.said.isEmpty && ended.complained.count == 1 && ended.complained[0] != "", "\(ended)")
    }

    @Test("What was meant is found below a page of what was found otherwise")
    func below() async {
        let (ended, fixture) = await run(.lookup("0912345678", as: .phone, asJSON: false)) {
            $0.transport.forget(.get, "/v1/search")
            var (first, second) = (FixtureData.items(50), FixtureData.items(1, from: 51))
            for index in first.indices { first[index].matched = .identityNumber }
            second[0].matched = .phone
            $0.transport.on(
                .get, "/v1/search",
                .answer(json: FixtureData.json(SearchPage(items: first, nextCursor: "b"))),
                .answer(json: FixtureData.json(SearchPage(items: second))))
        }
        #expect(ended.code == 0 && ended.said.count == 1 && ended.complained.isEmpty, "\(ended)")
        let asked = fixture.transport.requests.filter { $0.target.hasPrefix("/v1/search") }
        #expect(asked.count == 2 && asked[1].target.contains("cursor=b"))
    }

    @Test("Among too many others it is said that not all was looked at, and none is denied")
    func unread() async {
        let (ended, _) = await run(.lookup("0912345678", as: .phone, asJSON: false)) {
            $0.transport.forget(.get, "/v1/search")
            var items = FixtureData.items(50)
            for index in items.indices { items[index].matched = .identityNumber }
            $0.transport.on(
                .get, "/v1/search", .answer(json: FixtureData.json(SearchPage(items: items, nextCursor: "b")))
            )
        }
        #expect(ended.code == 1 && ended.said.isEmpty, "\(ended)")
        #expect(ended.complained == ["Có quá nhiều hồ sơ khác khớp, chưa xem hết; hãy hỏi hẹp hơn."])
    }

    @Test(
        "A text that can't be what it was said to be is refused with 64, before anybody is asked",
        arguments: [
            ("abc", Question.Kind.phone), ("12", .phone), ("KMMS", .identity), ("0011", .identity),
            ("0001", .name),
        ])
    func usage(text: String, kind: Question.Kind) async {
        let (ended, fixture) = await run(.lookup(text, as: kind, asJSON: true))
        #expect(ended.code == 64 && ended.said.isEmpty && ended.complained.count == 1, "\(ended)")
        #expect(fixture.transport.requests.isEmpty)
        let option = [Question.Kind.phone: "--phone", .identity: "--id", .name: "--name"][kind] ?? ""
        #expect(throws: (any Error).self) { try DeskCommand.parseAsRoot(["lookup", option, text]) }
    }

    @Test("The status as JSON is one line with its facts and the sentences, and nobody's name")
    func statusJSON() async throws {
        let (ended, _) = await run(.status("H26.1.5-261123-0012", asJSON: true)) { finds([.code], in: $0) }
        #expect(ended.code == 0 && ended.said.count == 1, "\(ended)")
        let status = try StrictJSON.decode(SpokenStatus.self, from: ended.said[0].utf8)
        #expect(status.code == "H26.1.5-261123-0012" && status.status == 2 && status.holder == status.unit)
        #expect(status.sentences.last == "Hỏi thêm tại UBND phường Hoàn Kiếm.")
        #expect(!ended.said[0].contains("Ánh") && !ended.said[0].contains("001185000123"))
        let (several, _) = await run(.status("261123", asJSON: true)) {
            finds([.codePart, .codePart], in: $0)
        }
        #expect(several.code == 2 && several.said.count == 1)
        let (none, _) = await run(.status("khong co ai", asJSON: true)) { finds([], in: $0) }
        #expect(none.code == 1 && none.said.first?.contains(#""items":[]"#) == true)
    }
}
