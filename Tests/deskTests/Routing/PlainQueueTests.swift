import APIClient
import Forms
import Models
import TUI
import TUITesting
import Testing

@testable import desk

/// Queues, acts on many, corrections and bundles, line by line.
@Suite("Plain mode: queues, many, corrections, bundles")
struct PlainQueueTests {
    private func run(
        _ fixture: Fixture, _ answers: [(String, String)], language: Language = .vi
    ) async -> ScriptedConsole {
        let console = ScriptedConsole(
            [("Tài khoản", "tiepnhan"), ("Mật khẩu", "tap-huan")] + answers + [("Chọn số", "thoat")])
        _ = await PlainDesk(desk: fixture.desk, console: console, language: language).run()
        return console
    }

    private static let toQueue: [(String, String)] = [("Chọn số", "hang doi"), ("Chọn số", "tat ca")]

    private func asked(_ fixture: Fixture) -> [String] {
        fixture.transport.requests.map(\.target).filter { $0.hasPrefix("/v1/inboxes/open?") }
    }

    @Test("Results that nobody fetches are offered with their number, and read as a list of their own")
    func unfetched() async {
        let fixture = Fixture(training: false, signedIn: false)
        fixture.say("/v1/inboxes", PostData.queues)
        fixture.transport.on(
            .get, "/v1/inboxes/waiting_delivery",
            .answer(json: FixtureData.json(Page(items: FixtureData.items(3), nextCursor: nil))))
        let console = await run(
            fixture, [("Chọn số", "hang doi"), ("Chọn số", "qua 7 ngay"), ("Chọn số", "!")])
        #expect(console.text.contains("Kết quả quá 7 ngày chưa nhận: 3"), "\(console.text)")
        #expect(console.text.contains("Đang lọc: Kết quả quá 7 ngày chưa nhận"), "\(console.text)")
        #expect(fixture.transport.requests.contains { $0.target.contains("uncollected=true") })
    }

    // MARK: Filter and sort

    @Test("!loc asks the filter of the screen, the queue is read anew by it, !het takes it back")
    func filter() async throws {
        let fixture = Fixture(training: false, signedIn: false)
        let console = await run(
            fixture,
            Self.toQueue + [
                ("Chọn số", "!loc"), ("Có chữ", "Nguyễn"), ("Kênh", "truc tiep"), ("Theo", "chu ho so"),
                ("Từ lớn xuống nhỏ", "c"), ("Chọn số", "!het"), ("Chọn số", "!"),
            ])
        let targets = asked(fixture)
        #expect(targets.count == 3, "\(targets)")
        #expect(targets[1].contains("channel=1") && targets[1].contains("order=desc"), "\(targets)")
        #expect(targets[1].contains("q=Nguy"))
        #expect(console.text.contains("Đang lọc: trực tiếp · \"Nguyễn\""))
        // The order is no filter and stays.
        #expect(!targets[2].contains("channel") && targets[2].contains("order=desc"))
        #expect(console.unused.isEmpty)
    }

    @Test("A filter that is left changes nothing; one that lets none through says how to take it back")
    func filteredOut() async {
        let fixture = Fixture(training: false, signedIn: false)
        fixture.transport.forget(.get, "/v1/inboxes/open")
        fixture.transport.on(
            .get, "/v1/inboxes/open",
            .answer(json: FixtureData.json(Page(items: FixtureData.items(3), nextCursor: nil))),
            .answer(json: FixtureData.json(Page(items: [SearchItem](), nextCursor: nil))))
        let console = await run(
            fixture,
            Self.toQueue + [
                ("Chọn số", "!loc"), ("Có chữ", "!"), ("Chọn số", "!lọc"), ("Có chữ", "khong co"),
                ("Chọn số", "hả"), ("Chọn số", "!"),
            ])
        #expect(asked(fixture).count == 2)
        #expect(console.text.contains("Không hồ sơ nào qua bộ lọc; !het bỏ lọc."))
        #expect(console.text.contains("Gõ số của hồ sơ, !loc, !het, !nhieu, !tiep hoặc !."))
        #expect(console.unused.isEmpty)
    }

    @Test("!tiep reads on, and says where the queue ends")
    func more() async {
        let fixture = Fixture(training: false, signedIn: false)
        fixture.transport.forget(.get, "/v1/inboxes/open")
        fixture.transport.on(
            .get, "/v1/inboxes/open",
            .answer(json: FixtureData.json(Page(items: FixtureData.items(3), nextCursor: "b"))),
            .answer(json: FixtureData.json(Page(items: FixtureData.items(3, from: 3), nextCursor: nil))))
        let console = await run(
            fixture,
            Self.toQueue + [("Chọn số", "!tiep"), ("Chọn số", "!tiep"), ("Chọn số", "!")])
        #expect(console.text.contains("5. H26.1.5-261120-0005"))
        #expect(console.lines.count { $0.hasPrefix("3. H26.1.5-261120-0003") } == 3)
        #expect(console.text.contains("Đã đọc hết hàng đợi."))
        #expect(console.unused.isEmpty)
    }

    // MARK: Many

    private let ids = FixtureData.items(3).map(\.id)

    private func bulk(_ fixture: Fixture) -> [String] {
        fixture.bodies(.post, "/v1/dossiers/actions:bulk")
    }

    private func answerBulk(_ fixture: Fixture, _ results: [BulkActionResult]) {
        for result in results {
            fixture.transport.on(
                .post, "/v1/dossiers/actions:bulk", .effect(.json(FixtureData.json(result))))
        }
    }

    @Test("Many: what is possible is said before, the result of each after, and it is taken back by a yes")
    func many() async throws {
        let fixture = Fixture(training: false, signedIn: false)
        var refused = FixtureData.options
        for index in refused.items.indices {
            refused.items[index].allowed = false
            refused.items[index].reasons = [
                ActionReason(code: "not_bound", message: "Bạn không được phân quyền ở bước này.")
            ]
        }
        fixture.transport.forget(.get, "/v1/dossiers/*/actions")
        fixture.transport.on(
            .get, "/v1/dossiers/\(ids[2])/actions", .answer(json: FixtureData.json(refused)))
        fixture.transport.on(
            .get, "/v1/dossiers/*/actions", .answer(json: FixtureData.json(FixtureData.options)))
        let stale = Problem(
            type: "about:blank", title: "Hồ sơ đã thay đổi", status: 412, code: "revision_stale",
            retryable: false)
        answerBulk(
            fixture,
            [
                BulkActionResult(items: [
                    .init(id: ids[0], done: true, revision: 4, stepName: "Duyệt"),
                    .init(id: ids[1], done: false, problem: stale),
                ]),
                BulkActionResult(items: [.init(id: ids[0], done: true, revision: 5, stepName: "Thẩm định")]),
            ])
        let console = await run(
            fixture,
            Self.toQueue + [
                ("Chọn số", "!nhieu"), ("Những hồ sơ nào", "0"), ("Những hồ sơ nào", "1-3"),
                ("Chọn số", "chuyen buoc"), ("Gửi:", "c"), ("Hoàn tác 1 hồ sơ", "c"), ("Gửi:", "c"),
                ("Chọn số", "!"),
            ])
        #expect(console.text.contains("Gõ các số trong danh sách"))
        #expect(console.text.contains("Chuyển bước: 2 hồ sơ"))
        #expect(console.text.contains("2 hồ sơ làm được, 1 hồ sơ không."))
        #expect(console.text.contains("Bạn không được phân quyền ở bước này."))
        #expect(console.text.contains("1 hồ sơ đã làm, 2 hồ sơ không được"))
        #expect(console.text.contains("Hồ sơ đã thay đổi"))
        let bodies = bulk(fixture)
        #expect(bodies.count == 2)
        #expect(bodies[0].contains(#""action":"forward""#) && !bodies[0].contains(ids[2]))
        #expect(bodies[1].contains(#""action":"undo""#) && !bodies[1].contains(ids[1]))
        // The queue was read anew.
        #expect(asked(fixture).count == 2)
        #expect(console.unused.isEmpty)
    }

    @Test("Many: a reason is asked where the act needs one, and nothing goes out without a yes")
    func manyLeft() async {
        let fixture = Fixture(training: false, signedIn: false)
        let console = await run(
            fixture,
            Self.toQueue + [
                ("Chọn số", "!nhieu"), ("Những hồ sơ nào", "tất cả"), ("Chọn số", "tra lai"),
                ("Ý kiến", "thiếu chữ ký"), ("Gửi:", "k"), ("Chọn số", "!"),
            ])
        #expect(console.text.contains("Đã bỏ, chưa làm gì."))
        #expect(bulk(fixture).isEmpty && console.unused.isEmpty)
    }

    @Test("Many: an answer that is lost is said, and sent again it is done once")
    func manyLost() async {
        let fixture = Fixture(training: false, signedIn: false)
        let answer = Response.json(
            FixtureData.json(BulkActionResult(items: [.init(id: ids[0], done: true, stepName: "Duyệt")])))
        fixture.transport.on(
            .post, "/v1/dossiers/actions:bulk", .lost(.effect(answer)), .effect(answer))
        let console = await run(
            fixture,
            Self.toQueue + [
                ("Chọn số", "!nhieu"), ("Những hồ sơ nào", "1"), ("Chọn số", "chuyen buoc"), ("Gửi:", "c"),
                ("Thử lại", "c"), ("Hoàn tác", "k"), ("Chọn số", "!"),
            ])
        #expect(console.text.contains("Chưa biết đã làm được chưa"))
        #expect(console.text.contains("Đã làm xong."))
        #expect(fixture.transport.effects.count == 1)
    }

    @Test(
        "Numbers of a list",
        arguments: [
            ("1, 3-5", [1, 3, 4, 5]), ("2 2 1", [2, 1]), ("tất cả", [1, 2, 3, 4, 5, 6]), ("all", nil),
            ("7", nil), ("0", nil), ("5-3", nil), ("1-2-3", nil), ("x", nil), ("-", nil), (" , ", nil),
        ] as [(String, [Int]?)])
    func numbers(line: String, expected: [Int]?) {
        let found = PlainBulk.numbers(line, of: 6)
        #expect(found == (line == "all" ? [1, 2, 3, 4, 5, 6] : expected))
    }

    // MARK: Corrections

    private static let target = "/v1/dossiers/" + FixtureData.dossier.id

    /// A fixture whose look-up finds this dossier alone.
    private func finding(_ dossier: Dossier = FixtureData.dossier) -> Fixture {
        let fixture = Fixture(training: false, signedIn: false)
        var item = FixtureData.items(1)[0]
        (item.id, item.code) = (dossier.id, dossier.code)
        fixture.answer(.get, "/v1/search", Page(items: [item], nextCursor: nil))
        fixture.answer(.get, "/v1/dossiers/\(dossier.id)", dossier)
        return fixture
    }

    @Test("A correction is asked by the form of the screen, read back, and only what changed goes out")
    func amend() async throws {
        let fixture = finding()
        var amended = FixtureData.dossier
        amended.revision += 1
        amended.applicant.name = "Nguyễn Thị Anh"
        fixture.transport.on(.patch, Self.target, .answer(json: FixtureData.json(amended)))
        let console = await run(
            fixture,
            [
                ("Chọn số", FixtureData.dossier.code), ("Làm gì", "sua ho so"),
                ("Lý do", "Đọc nhầm dấu trên thẻ."), ("Họ và tên", "Nguyễn Thị Anh"), ("Gửi:", "c"),
                ("Làm gì", ""),
            ])
        #expect(console.text.contains("Những chỗ sẽ sửa\nHọ và tên: Nguyễn Thị Ánh → Nguyễn Thị Anh"))
        let body = try #require(fixture.bodies(.patch, Self.target).first)
        #expect(body.contains("Nguyễn Thị Anh") && body.contains("Đọc nhầm dấu trên thẻ."))
        #expect(!body.contains("documents") && !body.contains("delivery"))
        let sent = fixture.transport.requests.last { $0.method == .patch }
        #expect(sent?.headers.first("If-Match") == "\"\(FixtureData.dossier.revision)\"")
    }

    @Test("A correction that changes nothing sends nothing")
    func amendNothing() async {
        let fixture = finding()
        let console = await run(
            fixture,
            [
                ("Chọn số", FixtureData.dossier.code), ("Làm gì", "sua ho so"), ("Lý do", "Không có gì."),
                ("Làm gì", ""),
            ])
        #expect(console.text.contains("Chưa có gì khác với hồ sơ đang có."))
        #expect(fixture.bodies(.patch, Self.target).isEmpty && console.unused.isEmpty)
    }

    @Test("What the server refuses of a correction is said, and asked again with what was typed")
    func amendRefused() async throws {
        let fixture = finding()
        fixture.transport.on(
            .patch, Self.target,
            .problem(
                422, "invalid_input",
                more: #""errors":[{"pointer":"/applicant/name","code":"x","message":"Tên này không đúng."}]"#),
            .answer(json: FixtureData.json(FixtureData.dossier)))
        let console = await run(
            fixture,
            [
                ("Chọn số", FixtureData.dossier.code), ("Làm gì", "sua ho so"), ("Lý do", "Đọc nhầm."),
                ("Họ và tên", "Nguyễn A"), ("Gửi:", "c"), ("Thử lại", "c"),
                ("Họ và tên (bắt buộc) [Nguyễn A]", "Nguyễn Thị Anh"), ("Gửi:", "c"), ("Làm gì", ""),
            ])
        #expect(console.text.contains("Tên này không đúng."))
        let bodies = fixture.bodies(.patch, Self.target)
        #expect(bodies.count == 2 && bodies.last?.contains("Nguyễn Thị Anh") == true)
        #expect(bodies.allSatisfy { $0.contains("Đọc nhầm.") })
        let keys = fixture.transport.requests.filter { $0.method == .patch }
            .compactMap { $0.headers.first("Idempotency-Key") }
        #expect(keys.count == 2 && Set(keys).count == 1)
    }

    // MARK: Papers and files

    @Test(
        "From the slip the way leads to the other papers: each says whether it can be made, and one is read out"
    )
    func papers() async {
        let fixture = finding()
        let console = await run(
            fixture,
            [
                ("Chọn số", FixtureData.dossier.code), ("Làm gì", ""), ("Phiếu", "g"), ("Giấy nào", "9"),
                ("Giấy nào", "4"), ("Giấy nào", "1"), ("Giấy này", "x"), ("Giấy này", ""), ("Giấy nào", ""),
                ("Phiếu", ""),
            ])
        let choices = PaperChoice.all(
            acceptedAt: FixtureData.dossier.acceptedAt, status: FixtureData.dossier.status,
            dueAt: FixtureData.dossier.dueAt, events: FixtureData.events, at: fixture.desk.now)
        #expect(!choices[3].isPossible && choices[0].isPossible)
        let reason = Strings.DossierPapers.state(choices[3]).text(.vi)
        #expect(console.lines.contains(reason), "\(console.text)")
        #expect(console.text.contains("GIẤY TIẾP NHẬN HỒ SƠ"))
        #expect(console.text.contains("Gõ số từ 1 đến \(choices.count)."))
        #expect(console.unused.isEmpty)
    }

    @Test("A dossier's files are named with their fields; without any that is said")
    func files() async {
        var dossier = FixtureData.dossier
        let none = finding(dossier)
        var console = await run(
            none, [("Chọn số", dossier.code), ("Làm gì", ""), ("Phiếu", "t"), ("Phiếu", "")])
        #expect(console.text.contains("Ở đây không có tệp nào."))
        let file = FileAnswer(
            sha256: String(repeating: "a", count: 64), name: "giay.pdf", type: "application/pdf", size: 12)
        dossier.answers["giay"] = .rows([file.row])
        let fixture = finding(dossier)
        fixture.transport.on(.get, "/v1/files/*", .problem(404, "not_found"))
        console = await run(
            fixture,
            [
                ("Chọn số", dossier.code), ("Làm gì", ""), ("Phiếu", "t"), ("Tệp nào", "2"),
                ("Tệp nào", "tai 1"), ("Tệp nào", ""), ("Phiếu", ""),
            ])
        #expect(console.text.contains("1. giay: giay.pdf"))
        #expect(console.text.contains("Gõ số của tệp, từ 1 đến 1."))
        #expect(fixture.transport.requests.contains { $0.target.hasPrefix("/v1/files/aaaa") })
        #expect(console.unused.isEmpty)
    }

    // MARK: Bundles

    @Test("The others of a bundle are read with where they stand, and one is gone on to by its number")
    func bundle() async {
        let dossier = BundleScreenTests.dossier
        let fixture = finding(dossier)
        let other = dossier.bundle?.dossiers[1]
        var linked = FixtureData.dossier
        (linked.id, linked.code) = (other?.id ?? "", other?.code ?? "")
        fixture.transport.on(.get, "/v1/dossiers/\(linked.id)", .answer(json: FixtureData.json(linked)))
        let console = await run(
            fixture,
            [
                ("Chọn số", dossier.code), ("Làm gì", ""), ("Phiếu", ""),
                ("Đọc hồ sơ nào", "9"), ("Đọc hồ sơ nào", "1"), ("Làm gì", ""), ("Phiếu", ""),
            ])
        #expect(console.text.contains("== Các hồ sơ khác của bộ liên thông"))
        #expect(
            console.text.contains("Đăng ký thường trú, Được tiếp nhận · Tiếp nhận · chờ kết quả hồ sơ đầu"))
        #expect(console.text.contains("Gõ số từ 1 đến 2."))
        #expect(fixture.transport.requests.contains { $0.target == "/v1/dossiers/\(linked.id)" })
    }

    @Test("SE-1 at the look-up what was opened last is read out, and opened again by its number")
    func recent() async {
        let fixture = finding()
        let console = await run(
            fixture,
            [
                ("Chọn số", FixtureData.dossier.code), ("Làm gì", ""), ("Phiếu", ""),
                ("Chọn số", "tra cuu"), ("Tìm", "1"), ("Làm gì", ""), ("Phiếu", ""),
                ("Tìm", ""),
            ])
        #expect(console.text.contains("Vừa tra cứu, vừa mở; gõ số để mở lại:\n1. H26.1.5-"))
        let path = "/v1/dossiers/"
        let read = fixture.transport.requests.filter {
            $0.method == .get && $0.target.hasPrefix(path) && !$0.target.dropFirst(path.count).contains("/")
        }
        #expect(read.count == 2 && Set(read.map(\.target)).count == 1, "\(console.text)")
    }
}
