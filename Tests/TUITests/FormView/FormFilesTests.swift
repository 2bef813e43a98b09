import Forms
import TUI
import TUITesting
import Testing

@Suite struct FormFilesTests {
    private let field = FieldPath("giay")

    private func state(_ rule: FileRule = FileRule(many: true, maxCount: 3)) -> FormState {
        FormFixture.state([
            Field(id: "giay", label: "Giấy tờ", kind: .files(rule), required: .always),
            Field(id: "khac", label: "Khác", kind: .text(TextRule())),
        ])
    }

    private static let home = FolderListing(
        path: "/home/can-bo",
        entries: [
            .init("don.pdf", size: 120_000), .init("Ảnh", isFolder: true), .init("anh.jpg", size: 2_000_000),
            .init("phim.avi", size: 700 << 20),
        ])

    private static let hash = String(repeating: "ab", count: 32)

    /// Browses to a file and chooses it.
    private func choose(_ state: inout FormState, _ filter: String) -> [FormEvent] {
        state.press("f4")
        state.provide(Self.home)
        state.type(filter)
        return state.press("enter").events
    }

    /// What a program does with a chosen file, all at once.
    private func upload(_ state: inout FormState, name: String, size: Int) {
        guard let file = state.addFile(to: field, name: name, size: size, filePath: "/x/" + name) else {
            return
        }
        state.updateFile(at: field, id: file.id) {
            ($0.sha256, $0.type, $0.state) = (Self.hash, "application/pdf", .done)
        }
    }

    @Test("UP-1 kinds and size are said before choosing, at the field and in the browser; one file or many")
    func saidBefore() {
        let many = state()
        let words = "PDF, JPEG hoặc PNG; mỗi tệp nhiều nhất 20 MiB; nhiều nhất 3 tệp."
        #expect(many.drawn().text().contains(words))
        #expect(many.messageLine(.vi).text.string.contains(words))
        var one = state(FileRule(types: [.text], maxBytes: 1536 * 1024))
        let rule = "văn bản thuần (TXT); mỗi tệp nhiều nhất 1,5 MiB; nhiều nhất 1 tệp."
        one.press("space")
        one.provide(Self.home)
        #expect(one.drawn(100).text().contains(rule), "in the browser, which lies over the field")
        #expect(
            one.drawn(100, 21, language: .en).text().contains(
                "plain text (TXT); at most 1.5 MiB each; one file."))
    }

    @Test(
        "UP-2 a picture of several pages says which one it is; PgDn and PgUp ask for the others, and no further"
    )
    func previewPages() throws {
        var state = state()
        let image = try #require(PixelImage(width: 2, height: 2, rgb: [UInt8](repeating: 0, count: 12)))
        state.showPreview("quet.tiff", image: image, page: 1, of: 3)
        #expect(state.drawn().text().contains("quet.tiff · trang 1/3"))
        #expect(state.isEnabled("image.next"))
        #expect(state.press("pageup").events == [.refused])
        #expect(state.press("pagedown").events == [.previewPage(2)])
        state.showPreview("quet.tiff", image: image, page: 3, of: 3)
        #expect(state.press("right").events == [.refused])
        #expect(state.press("left").events == [.previewPage(2)])
        state.press("escape")
        #expect(!state.isPreviewOpen)
        state.showPreview("anh.png", image: image)
        #expect(!state.drawn().text().contains("trang") && !state.isEnabled("image.next"))
    }

    @Test("UP-1 a small browser shows folders and files, and asks the program to read them")
    func browser() {
        var state = state()
        let opened = state.press("f4")
        #expect(opened.events.contains(.needsFolder("")))
        #expect(state.drawn().text().contains("Đang đọc thư mục…"))
        state.provide(Self.home)
        expectScreen(
            state.drawn(60, 12),
            """
            ┌ /home/can-bo ────────────────────────────────────────────┐
            │ Gõ một phần tên, hoặc đường dẫn như /home/…              │
            │ ▸   ../                                                  │
            │     Ảnh/                                                 │
            │     anh.jpg                                        2 MiB │
            │     don.pdf                                      118 KiB │
            │     phim.avi                                     700 MiB │
            │                                                          │
            │                                                          │
            │ PDF, JPEG hoặc PNG; mỗi tệp nhiều nhất 20 MiB; nhiều     │
            │ nhất 3 tệp.                                              │
            └──────────────────────────────────────────────────────────┘
            """)
        state.press("down")
        #expect(state.press("enter").events == [.needsFolder("/home/can-bo/Ảnh")])
        state.folderFailed("/home/can-bo/Ảnh", "Không có quyền đọc thư mục này.")
        #expect(state.drawn().text().contains("Không có quyền đọc thư mục này."))
        #expect(state.press("alt-up").events == [.needsFolder("/home")])
        state.provide(
            FolderListing(
                path: "/home", entries: [.init("a", isFolder: true), .init("can-bo", isFolder: true)]))
        #expect(state.drawn().text().contains("▸   can-bo/"), "the folder that one came from is lit")
        state.press("esc")
        #expect(!state.isPopupOpen)
    }

    @Test("UP-1 a path is typed, and a late answer for another folder is dropped")
    func typedPath() {
        var state = state()
        state.press("f4")
        state.provide(Self.home)
        state.type("/var/tmp/")
        #expect(state.press("enter").events == [.needsFolder("/var/tmp/")])
        state.provide(FolderListing(path: "/late", entries: []))
        #expect(state.drawn().text().contains("/home/can-bo"))
        state.provide(FolderListing(path: "/var/tmp", entries: []))
        #expect(state.drawn().text().contains("┌ /var/tmp ─"))
        state.type("~/don.pdf")
        #expect(state.press("enter").events == [.needsFolder("~/don.pdf")])
        #expect(state.chooseFile("/late") == nil && state.isPopupOpen)
        #expect(state.chooseFile("~/don.pdf") == field && !state.isPopupOpen)
        state.press("f4")
        state.provide(Self.home)
        state.type("~")
        #expect(state.press("enter").events == [.needsFolder("~")])
        state.provide(FolderListing(path: "/home/can-bo", entries: [.init("x.pdf")]), for: "~")
        #expect(state.drawn().text().contains("x.pdf"))
        state.type("~x")
        let named = state.press("enter").events
        #expect(named == [.file(field, .add(["/home/can-bo/x.pdf"]))], "a name that only begins so is a name")
    }

    @Test(
        "UP-1 a typed path is one below the folder that is shown, and stays to be mended where nothing is there"
    )
    func typedFragment() {
        var state = state()
        state.press("f4")
        state.provide(Self.home)
        state.type("x/don.pdf")
        #expect(state.press("enter").events == [.needsFolder("/home/can-bo/x/don.pdf")])
        state.folderFailed("/home/can-bo/x/don.pdf", "Không có tệp nào ở đó.")
        #expect(state.isPopupOpen && state.files(at: field).isEmpty)
        #expect(state.drawn().text().contains("Không có tệp nào ở đó."))
        #expect(state.drawn().text().contains("x/don.pdf"))
    }

    @Test("UP-1 files that are too large are refused before anything is read; many are ticked")
    func choosing() {
        var state = state()
        let large = choose(&state, "phim")
        #expect(large == [.refused])
        #expect(state.drawn(100).text().contains("“phim.avi” nặng 700 MiB, mỗi tệp nhiều nhất 20 MiB."))
        state.press("esc", "f4")
        state.provide(Self.home)
        state.press("down", "down", "space", "space")
        #expect(state.drawn().text().components("[x]") == 2)
        let chosen = state.press("enter").events
        #expect(chosen == [.file(field, .add(["/home/can-bo/anh.jpg", "/home/can-bo/don.pdf"]))])
        var single = self.state(FileRule())
        #expect(choose(&single, "don") == [.file(field, .add(["/home/can-bo/don.pdf"]))])
    }

    @Test("UP-2 the list says how far each file is, and the answer has only those that arrived")
    func states() {
        var state = state()
        guard let a = state.addFile(to: field, name: "a.pdf", size: 1000, filePath: "/x/a.pdf"),
            let b = state.addFile(to: field, name: "b.pdf", size: 5000, filePath: "/x/b.pdf"),
            let c = state.addFile(to: field, name: "c.exe", size: nil, filePath: "/x/c.exe")
        else {
            Issue.record("three files fit")
            return
        }
        #expect(state.addFile(to: field, name: "d.pdf", size: 1, filePath: "/x/d.pdf") == nil)
        #expect(state.messageLine(.vi).text == "Nhiều nhất 3 tệp.")
        state.updateFile(at: field, id: a.id) {
            ($0.sha256, $0.type, $0.state) = (Self.hash, "application/pdf", .done)
        }
        state.updateFile(at: field, id: b.id) { $0.state = .uploading(40) }
        state.updateFile(at: field, id: c.id) { $0.state = .failed("không phải PDF, JPEG hay PNG") }
        let lines = state.drawn(80, 10).text().split(separator: "\n").map(String.init)
        #expect(lines[1].contains("✓ a.pdf") && lines[1].contains("1000 B · đã tải lên"))
        #expect(lines[2].contains("⠋ b.pdf") && lines[2].contains("5 KiB · đang tải lên 40 %"))
        #expect(lines[3].contains("! c.exe") && lines[3].contains("lỗi: không phải PDF, JPEG hay PNG"))
        #expect(!lines.joined().contains("Thêm tệp"), "no more than three")
        let row = FileAnswer(sha256: Self.hash, name: "a.pdf", type: "application/pdf", size: 1000).row
        #expect(state.answers["giay"] == .rows([row]))
        state.press("f10")
        #expect(state.errors.map(\.issue.code) == ["files_refused"], "nothing is handed in half")
        state.updateFile(at: field, id: b.id) {
            ($0.sha256, $0.type, $0.state) = (String(repeating: "cd", count: 32), "image/png", .done)
        }
        #expect(state.focus == field, "the first field in error")
        state.press("delete")
        #expect(state.errors == [])
        #expect(state.press("f10").submits)
    }

    @Test("UP-2 a file can be previewed, downloaded and taken out; undo brings it back")
    func keys() {
        var state = state()
        upload(&state, name: "a.pdf", size: 1000)
        upload(&state, name: "b.pdf", size: 1000)
        let files = state.files(at: field)
        state.focus(FieldPath("khac"))
        state.press("shift-tab")
        #expect(state.focus == field)
        state.press("up")
        #expect(state.press("enter").events == [.file(field, .preview(files[1]))])
        #expect(state.press("alt-v").events == [.file(field, .preview(files[1]))])
        #expect(state.press("alt-w").events == [.file(field, .download(files[1]))])
        #expect(state.press("alt-q").events == [.file(field, .scan)])
        state.press("up")
        let removed = state.press("delete").events
        #expect(removed.contains(.file(field, .removed(files[0]))) && state.files(at: field).count == 1)
        state.press("alt-z")
        #expect(state.files(at: field) == files)
        guard let c = state.addFile(to: field, name: "c.pdf", size: 1, filePath: "/c.pdf") else { return }
        #expect(state.press("alt-w").events == [.refused])
        #expect(state.messageLine(.vi).text == "Tệp chưa tải lên xong.")
        state.press("delete", "alt-z")
        #expect(state.updateFile(at: field, id: c.id) { $0.state = .uploading(1) })
        #expect(state.files(at: field).last?.name == "c.pdf")
    }

    @Test("UP-2 a preview opens over the form, as text or as a picture, and Escape closes it")
    func previews() {
        var state = state()
        state.showPreview("don.txt", lines: ["Kính gửi", "Tôi tên là \u{1B}[31m"])
        #expect(state.drawn().text().contains("Kính gửi") && state.isPopupOpen)
        #expect(!state.drawn().text().contains("\u{1B}"))
        state.press("esc")
        let red = [UInt8](repeating: 0, count: 4 * 4 * 3).enumerated().map {
            $0.offset % 3 == 0 ? UInt8(255) : 0
        }
        guard let image = PixelImage(width: 4, height: 4, rgb: red) else { return }
        state.showPreview("anh.jpg", image: image)
        #expect(state.drawn().text().contains("┌ anh.jpg ─"))
        #expect(state.drawn().text().components("▀▀▀▀") == 2)
        state.press("esc")
        #expect(!state.isPopupOpen)
    }

    @Test("UX-4 a draft keeps the files that arrived, and says of the others what to do")
    func draft() {
        var state = state()
        upload(&state, name: "a.pdf", size: 1000)
        _ = state.addFile(to: field, name: "b.pdf", size: 2, filePath: "/x/b.pdf")
        let kept = state.draft
        var other = self.state()
        #expect(other.restore(kept).isEmpty)
        #expect(other.files(at: field).map(\.name) == ["a.pdf", "b.pdf"])
        #expect(other.files(at: field).first?.answer != nil)
        #expect(other.drawn().text().contains("lỗi: đã dừng giữa chừng; bỏ đi và chọn lại"))
        other.focus(field)
        other.press("down")
        #expect(
            other.messageLine(.vi).text.string.contains("b.pdf: lỗi: đã dừng giữa chừng; bỏ đi và chọn lại"),
            "in full where the line is too short")
    }

    @Test("UX-4 a draft keeps why a file was refused: chosen again it would be refused again")
    func refusedInDraft() throws {
        var state = state()
        let added = state.addFile(to: field, name: "gia.pdf", size: 2, filePath: "/x/gia.pdf")
        let file = try #require(added)
        state.updateFile(at: field, id: file.id) {
            $0.state = .failed(Phrase("nội dung là TXT", en: "the content is TXT"))
        }
        let kept = try StrictJSON.decode(FormDraft.self, from: StrictJSON.encode(state.draft))
        var other = self.state()
        #expect(other.restore(kept).isEmpty)
        #expect(other.drawn().text().contains("lỗi: nội dung là TXT"))
        #expect(other.validate().map(\.issue.code) == ["files_refused"], "nobody waits for it")
        // Drafts of before have no reasons.
        var old = kept
        for index in old.entries.indices { old.entries[index].refusals = nil }
        #expect(other.restore(old).isEmpty)
        #expect(other.drawn().text().contains("lỗi: đã dừng giữa chừng"))
    }

    @Test func clicksOpenTheBrowserAndChoose() {
        var state = state()
        let line = Array(state.drawn().text().split(separator: "\n")[1])
        guard let button = line.firstIndex(of: "[") else { return }
        let opened = state.handle(.mouse(Mouse(.press, at: Point(button + 1, 1))))
        #expect(opened.events.contains(.needsFolder("")))
        state.provide(Self.home)
        let drawn = state.drawn().text().split(separator: "\n", omittingEmptySubsequences: false)
        let row = drawn.firstIndex { $0.contains("anh.jpg") } ?? 0
        _ = state.handle(.mouse(Mouse(.press, at: Point(20, row))))
        _ = state.handle(.mouse(Mouse(.press, at: Point(20, row))))
        #expect(state.drawn().text().contains("[x]"), "a second click ticks")
        _ = state.handle(.mouse(Mouse(.press, at: Point(0, 0))))
        #expect(!state.isPopupOpen, "a click outside closes")
    }

    @Test func hostileNamesAtAnySize() {
        for text in HostileText.all {
            var state = state()
            _ = state.addFile(to: field, name: text, size: 1, filePath: text)
            state.press("f4")
            state.provide(
                FolderListing(path: "/" + text, entries: [.init(text, size: 1), .init(text, isFolder: true)]))
            for size in [(80, 21), (33, 7), (3, 2), (130, 40)] {
                let scalars = state.drawn(size.0, size.1).text().unicodeScalars
                #expect(!scalars.contains { [0x1B, 0x202E, 0x9B, 0x200B].contains(Int($0.value)) })
            }
        }
    }
}
