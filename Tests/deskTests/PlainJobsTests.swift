import APIClient
import Forms
import Models
import TUI
import TUITesting
import Testing

@testable import desk

/// The jobs that have keys on the screen, in plain mode: drafts, wrong values, the form on paper, files.
@Suite("Plain mode, the other jobs")
struct PlainJobsTests {
    private func run(
        _ fixture: Fixture, _ answers: [(String, String)], language: Language = .vi
    ) async -> ScriptedConsole {
        let console = ScriptedConsole([("Tài khoản", "tiepnhan"), ("Mật khẩu", "tap-huan")] + answers)
        _ = await PlainDesk(desk: fixture.desk, console: console, language: language).run()
        return console
    }

    /// Begins an intake and leaves it as a draft.
    private static let begun: [(String, String)] = [
        ("Chọn số", "1"), ("Số định danh", FixtureData.card), ("Tìm thủ tục", "!"),
    ]

    /// To the declaration of an intake, whose second question is where the person is registered.
    private static let toDeclaration: [(String, String)] = [
        ("Chọn số", "1"), ("Số định danh", FixtureData.card), ("Tìm thủ tục", "trich luc"),
        ("1/3 Tờ khai", "đủ"), ("2/3 Thẻ", "0 1"),
    ]

    /// Keeps the drafts that it is sent, as the server does, and knows one colleague.
    private func keepDrafts(_ fixture: Fixture) {
        let server = DraftShelf()
        fixture.transport.forget(.get, "/v1/drafts")
        fixture.transport.on(.get, "/v1/drafts", .reply { _ in server.list() })
        fixture.transport.on(.put, "/v1/drafts/*", .reply { server.put($0) })
        fixture.transport.on(.get, "/v1/drafts/*", .reply { server.get($0) })
        fixture.transport.on(.delete, "/v1/drafts/*", .reply { server.delete($0) })
        fixture.transport.forget(.get, "/v1/colleagues")
        fixture.transport.on(
            .get, "/v1/colleagues", .answer(json: FixtureData.json(Page(items: [colleague], nextCursor: nil)))
        )
    }

    private let colleague = OfficerRef(
        id: "01900000-0000-7000-8000-00000000a002", name: "Lê Văn Hai", position: "Công chức một cửa")

    private func handOvers(_ fixture: Fixture) -> [Request] {
        fixture.transport.requests.filter { $0.target.hasSuffix(":hand-over") }
    }

    @Test("a draft is handed over to a colleague by a number, once the server has what stands here")
    func handOver() async throws {
        let fixture = Fixture(training: false, signedIn: false)
        keepDrafts(fixture)
        fixture.transport.on(
            .post, "/v1/drafts/*", .effect(.json(FixtureData.json(colleague))))
        let console = await run(
            fixture,
            Self.begun + [
                ("Chọn số", "nhap"), ("Chọn số", "1"), ("Nháp này", "b"), ("Cán bộ nhận", "1"),
                ("Chọn số", "thoat"),
            ])
        #expect(console.text.contains("1. Lê Văn Hai, Công chức một cửa"))
        #expect(console.text.contains("Đã bàn giao nháp cho Lê Văn Hai."))
        let sent = try #require(handOvers(fixture).first)
        #expect(String(decoding: sent.body ?? [], as: UTF8.self).contains(colleague.id))
        let put = fixture.transport.requests.last { $0.method == .put }
        #expect(put?.target.hasPrefix("/v1/drafts/") == true)
    }

    @Test(
        "a draft that can't be brought to the server is not handed over, and is tried again under the same key"
    )
    func handOverUnsynced() async throws {
        let fixture = Fixture(training: false, signedIn: false)
        keepDrafts(fixture)
        fixture.transport.on(
            .post, "/v1/drafts/*", .problem(503, "busy"), .effect(.json(FixtureData.json(colleague))))
        let console = await run(
            fixture,
            Self.begun + [
                ("Chọn số", "nhap"), ("Chọn số", "1"), ("Nháp này", "b"), ("Cán bộ nhận", "le"),
                ("Thử lại", "c"), ("Chọn số", "thoat"),
            ])
        #expect(console.text.contains("Đã bàn giao nháp cho Lê Văn Hai."))
        let keys = handOvers(fixture).compactMap { $0.headers.first("Idempotency-Key") }
        #expect(keys.count == 2 && Set(keys).count == 1)
    }

    @Test("a draft is deleted only after a yes, and the question names it")
    func delete() async {
        let fixture = Fixture(training: false, signedIn: false)
        keepDrafts(fixture)
        let console = await run(
            fixture,
            Self.begun + [
                ("Chọn số", "nhap"), ("Chọn số", "1"), ("Nháp này", "x"), ("Xóa nháp này?", "k"),
                ("Chọn số", "1"), ("Nháp này", "hả"), ("Nháp này", "x"), ("Xóa nháp này?", "c"),
                ("Chọn số", "thoat"),
            ])
        #expect(console.text.contains("Nguyễn Thị Ánh\" sẽ mất hẳn"))
        #expect(console.text.contains("Gõ b, x, < hoặc Enter."))
        #expect(console.text.contains("Đã xóa nháp.\nKhông có nháp nào."))
        #expect(console.unused.isEmpty)
    }

    @Test("AF-3 a wrong source value is reported at its question, and the form stays as it is")
    func report() async throws {
        let fixture = Fixture(training: false, signedIn: false)
        fixture.transport.on(.post, "/v1/persons:report-mismatch", .answer(Response(status: 204)))
        let console = await run(
            fixture,
            Self.toDeclaration + [
                ("Nơi đã đăng ký", "?"), ("Nơi đã đăng ký", "!sai"), ("Đúng là", "UBND phường Hàng Bông"),
                ("Ghi chú", "Giấy khai sinh"), ("Nơi đã đăng ký", "!"), ("Chọn số", "thoat"),
            ])
        #expect(console.text.contains("!sai báo giá trị điền sẵn ở đây là sai."))
        #expect(console.text.contains("Nguồn ghi: UBND phường Cửa Nam"))
        #expect(console.text.contains("Đã gửi cho cơ quan quản lý dữ liệu nguồn."))
        let body = try #require(fixture.bodies(.post, "/v1/persons:report-mismatch").first)
        #expect(body.contains("UBND phường Cửa Nam") && body.contains("UBND phường Hàng Bông"))
        #expect(
            console.lines.last { $0.contains("Nơi đã đăng ký") }?.contains("[UBND phường Cửa Nam") == true)
    }

    @Test(
        "AF-3 where nothing was filled in there is nothing to report; an unknown command is said, not entered"
    )
    func nothingToReport() async {
        let fixture = Fixture(training: false, signedIn: false)
        let console = await run(
            fixture,
            Self.toDeclaration + [
                ("Số bản", "!wrong"), ("Số bản", "!gi"), ("Số bản", "!"), ("Chọn số", "thoat"),
            ])
        #expect(console.text.contains(ToolkitStrings.nothingToReport.vi))
        #expect(console.text.contains("Không có lệnh ấy."))
    }

    @Test("AF-1 what the last dossier had is filled in by a command, and read back")
    func again() async throws {
        let fixture = Fixture(training: false)
        await fixture.logIn()
        var form = FixtureData.form
        form.pages[0].groups[0].fields[1].repeatable = true
        fixture.answer(.get, "/v1/procedures/2.000635/form", form)
        let owner = try #require(fixture.desk.signedIn)
        fixture.desk.keepLastAnswers(
            ["noi_dang_ky": .text("UBND xã Đông Anh")], of: form.id, owner: owner)
        let console = await run(
            fixture,
            Self.toDeclaration + [
                ("Nơi đã đăng ký", "?"), ("Nơi đã đăng ký", "!lap"), ("Nơi đã đăng ký", ""),
                ("Số bản", "!last"), ("Số bản", "!"), ("Chọn số", "thoat"),
            ])
        #expect(console.text.contains("!lap điền như hồ sơ vừa nhập trước."))
        #expect(console.text.contains("Nơi đã đăng ký: UBND xã Đông Anh"))
        #expect(console.text.contains(ToolkitStrings.nothingToRepeat.vi))
        #expect(console.unused.isEmpty)
    }

    @Test("UX-4 a draft's form is asked for in the version that it was begun with, while there is one")
    func version() async throws {
        let fixture = Fixture()
        await fixture.logIn()
        var old = FixtureData.form
        old.version = 2
        fixture.transport.on(.get, "/v1/forms/trich-luc/versions/2", .answer(json: FixtureData.json(old)))
        fixture.transport.on(.get, "/v1/forms/trich-luc/versions/1", .problem(404, "not_found"))
        let chosen = try #require(FixtureData.procedure.cases.first)
        for (begun, expected) in [(nil, 3), (3, 3), (2, 2), (1, 3)] as [(Int?, Int)] {
            let form = try await fixture.desk.ask { client throws(APIError) in
                try await client.declaration(procedure: "2.000635", case: chosen, begun: begun)
            }.get()
            #expect(form.version == expected)
        }
    }

    @Test("UX-3 UX-4 the form on paper is read out and saved as text while it is half filled in")
    func paper() async throws {
        let fixture = Fixture(training: false, signedIn: false)
        let console = await run(
            fixture,
            Self.toDeclaration + [
                ("Nơi đã đăng ký", "!giay"), ("Bản giấy tờ khai", "x"), ("Bản giấy tờ khai", "v"),
                ("Bản giấy tờ khai", ""), ("Nơi đã đăng ký", "!"), ("Chọn số", "thoat"),
            ])
        #expect(console.unused.isEmpty)
        #expect(console.text.contains("TỜ KHAI CẤP BẢN SAO TRÍCH LỤC"))
        let saved = try #require(console.lines.first { $0.hasPrefix("Đã lưu") && $0.hasSuffix(".txt") })
        #expect(saved.contains(fixture.desk.printer.folder))
    }

    @Test("UX-3 before a procedure is chosen there is no paper, and that is said")
    func noPaper() async {
        let fixture = Fixture(training: false, signedIn: false)
        let console = await run(
            fixture,
            [("Chọn số", "1"), ("Số định danh", "!paper"), ("Số định danh", "!"), ("Chọn số", "thoat")])
        #expect(console.text.contains("Chọn thủ tục trước, rồi mới có tờ khai để in."))
    }

    @Test("UP-2 a file that was sent is read out and fetched again; a number that is none is said")
    func files() async throws {
        let fixture = Fixture(training: false, signedIn: false)
        keepDrafts(fixture)
        var form = FixtureData.form
        form.pages[0].groups[0].fields.insert(
            Field(id: "giay", label: "Giấy kèm theo", kind: .files(FileRule(types: [.text]))), at: 2)
        fixture.answer(.get, "/v1/procedures/2.000635/form", form)
        let scratch = try ScratchFolder()
        let text = Array("Hợp đồng thuê nhà\nsố 12\n".utf8)
        let path = try scratch.write(text, "hop-dong.txt").text
        serveUploads(fixture, text)
        let console = await run(
            fixture,
            Self.toDeclaration + [
                ("Giấy kèm theo", "!xem"), ("Giấy kèm theo", path), ("Số bản", "<"),
                ("Giấy kèm theo", "!xem 2"),
                ("Giấy kèm theo", "!xem"), ("Giấy kèm theo", "!tai 1"), ("Giấy kèm theo", "!"),
                ("Chọn số", "thoat"),
            ])
        #expect(console.text.contains("Ở đây không có tệp nào."))
        #expect(console.text.contains("Gõ số của tệp, từ 1 đến 1."))
        #expect(console.text.contains("== hop-dong.txt\nHợp đồng thuê nhà\nsố 12"))
        #expect(console.text.contains("Đã lưu \(fixture.desk.printer.folder)/hop-dong.txt"))
    }

    /// Takes one file, and gives it out again.
    private func serveUploads(_ fixture: Fixture, _ bytes: [UInt8]) {
        let id = "01900000-0000-7000-8000-00000000f001"
        func state(_ offset: Int, _ status: Int) -> Response {
            Response(
                status: status,
                headers: [
                    Header("Upload-Offset", "\(offset)"), Header("Upload-Length", "\(bytes.count)"),
                    Header("Upload-Complete", offset == bytes.count ? "?1" : "?0"),
                ])
        }
        fixture.transport.on(
            .post, "/v1/uploads",
            .reply { request in
                let asked = try? StrictJSON.decode(UploadRequest.self, from: request.body ?? [])
                return .json(
                    #"{"id":"\#(id)","sha256":"\#(asked?.sha256 ?? "")","offset":0,"size":\#(bytes.count),"#
                        + #""complete":false,"expires_at":"2027-01-01T00:00:00+07:00"}"#, status: 201)
            })
        fixture.transport.on(.head, "/v1/uploads/*", .answer(state(0, 200)))
        fixture.transport.on(.patch, "/v1/uploads/*", .answer(state(bytes.count, 204)))
        fixture.transport.on(
            .get, "/v1/files/*",
            .answer(Response(status: 200, headers: [Header("Content-Type", "text/plain")], body: bytes)))
    }

    @Test("commands are words after a !, in both languages and without accents; anything else is an answer")
    func commands() {
        #expect(PlainCommand("!giấy") == .paper && PlainCommand(" !PAPER ") == .paper)
        #expect(PlainCommand("!sai") == .report && PlainCommand("!wrong") == .report)
        #expect(PlainCommand("!xem") == .view(1) && PlainCommand("!view 3") == .view(3))
        #expect(PlainCommand("!tải 2") == .download(2) && PlainCommand("!save x") == .download(0))
        #expect(PlainCommand("!gì") == .unknown)
        #expect(PlainCommand("sai") == nil && PlainCommand("") == nil && PlainCommand("\\!sai") == nil)
    }
}
