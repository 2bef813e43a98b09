import Foundation
import Testing

/// Files at the desk, by keyboard: chosen, sent, looked at, fetched again, and the form on paper.
@Suite("Files at the desk, end to end", .serialized)
struct AttachmentTests {
    @Test(
        "UP-1 UP-2 UX-3 a scan is chosen, sent, shown and fetched again; the half-filled form is saved as its paper"
    )
    func wholeWay() throws {
        let desktop = try Desktop()
        let scan = desktop.folder.file("hop-dong.pdf")
        try run("/bin/sh", ["-c", Self.samplePDF], environment: ["OUT": scan])
        try scanner(in: desktop)
        let desk = try desktop.desk()
        try open(desk)
        try desk.press("Tab", "Tab", "Tab", "Tab", "Tab", "Enter")
        try desk.expect("hop-dong.pdf")
        try desk.type("hop-dong")
        try desk.press("Enter")
        try desk.expect("đã tải lên")
        // The list of files has the focus again: the preview is a picture of the page.
        try desk.press("Up", "Down")
        try desk.press("M-v")
        try desk.expect("▀▀▀")
        try desk.press("Escape")
        try desk.expect("the picture is closed") { !$0.contains("▀▀▀") }
        try desk.press("M-w")
        try desk.expect("Đã lưu")
        let fetched = try #require(desktop.papers.first { $0.contains("documents") })
        #expect(try run("cmp", [scan, fetched]).status == 0)

        try desk.press("M-q")
        try desk.expect("Đã quét 1 trang")
        try desk.press("Right", "Enter")
        try desk.expect("Đã quét 2 trang")
        try desk.press("Enter")
        try desk.expect("the scanned page is sent") { $0.components(separatedBy: "đã tải lên").count == 3 }
        #expect(desk.screen.contains("scan.pdf"))
        #expect(try run("find", [desktop.folder.file("runtime"), "-name", "scan*"]).output.isEmpty)

        try desk.press("C-p")
        try desk.expect("BẢN NHÁP")
        try desk.press("s")
        try desk.expect("nhap-ho-kinh-doanh.pdf")
        let paper = try #require(desktop.papers.first { $0.contains("nhap-ho-kinh-doanh") })
        let text = try run("pdftotext", ["-layout", paper, "-"]).output
        #expect(text.contains("GIẤY ĐỀ NGHỊ ĐĂNG KÝ HỘ KINH DOANH"))
        #expect(text.contains("BẢN NHÁP"))
        // What was sent lies sealed at the server.
        #expect(try run("grep", ["-rlaF", "Hop dong thue", desktop.folder.file("data")]).output.isEmpty)
    }

    /// A scanner with a page in it, as often as it is asked, in place of SANE's program.
    private func scanner(in desktop: Desktop) throws {
        let program = desktop.folder.file("bin") + "/scanimage"
        let page = desktop.folder.file("page.jpg")
        try run(
            "/bin/sh",
            ["-c", Self.samplePDF + "; pdftoppm -jpeg -r 50 -singlefile \"$OUT\" \"${OUT%.pdf}\""],
            environment: ["OUT": desktop.folder.file("page.pdf")])
        let script = """
            #!/bin/sh
            for word in "$@"; do
                case "$word" in
                    --output-file=*) cp '\(page)' "${word#--output-file=}"; exit ;;
                    -f) printf 'fake:0\\tMay\\tQuet\\tflatbed scanner\\n'; exit ;;
                esac
            done
            exit 1
            """
        try script.write(toFile: program, atomically: false, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: program)
    }

    /// To the last page of the household business's declaration.
    private func open(_ desk: Tmux) throws {
        try desk.expect("Mật khẩu")
        try desk.type("tiepnhan")
        try desk.press("Enter")
        try desk.type("tap-huan")
        try desk.press("Enter")
        try desk.expect("Quá hạn", within: 120)
        try desk.press("n")
        try desk.expect("Chủ hồ sơ")
        try desk.scan(IntakeTests.card)
        try desk.expect("0912345678")
        try desk.press("M-d", "NPage")
        try desk.expect("Tìm thủ tục")
        try desk.type("ho kinh doanh")
        try desk.expect("1/27")
        try desk.press("Enter")
        try desk.expect("Một cá nhân thành lập")
        try desk.type("1")
        try desk.press("Enter")
        try desk.expect("Giấy đề nghị")
        try desk.press("C-a", "NPage")
        try desk.expect("Họ và tên (chữ in hoa)")
        try desk.press("NPage")
        try desk.expect("Tên, địa chỉ")
        try desk.press("NPage")
        try desk.expect("Chọn tệp")
    }

    /// A page with words, made by hand: no program is needed for it.
    private static let samplePDF = #"""
        printf '%%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/MediaBox[0 0 200 100]/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj\n4 0 obj<</Length 46>>stream\nBT /F 18 Tf 20 40 Td (Hop dong thue nha) Tj ET\nendstream endobj\ntrailer<</Root 1 0 R>>\n' > "$OUT"
        """#
}
