import Forms
import Foundation
import Models
import Testing

@Suite("desk-print as a program")
struct PrintCommandTests {
    private func run(_ arguments: [String], _ input: [UInt8] = []) throws -> Run {
        try Run.program(Run.deskPrint, arguments, input: input)
    }

    @Test("without --output the PDF goes to standard output")
    func standardOutput() throws {
        let run = try run([], try Samples.onePaper.json())
        #expect(run.status == 0 && run.errors.isEmpty)
        #expect(run.output.starts(with: Array("%PDF-".utf8)))
    }

    @Test("--preview writes the lines that desk shows")
    func preview() throws {
        let run = try run(["--preview", "--width", "72"], try Samples.onePaper.json())
        #expect(run.status == 0)
        #expect(
            run.text == SlipPreview.lines(Samples.onePaper, width: 72).joined(separator: "\n") + "\n")
    }

    @Test(
        "--receipt-summary prints the tax authority's table of a day; numbers the wrong way round are refused"
    )
    func receiptSummary() throws {
        let day = try #require(LocalDate(iso: "2026-11-23"))
        let row = ReceiptSummaryRow(
            template: "01BLP0-001", symbol: "TH-26E", first: 12, last: 26, issued: 15, voided: 2, phi: 64_000,
            lePhi: 1_224_000, amount: 1_288_000)
        var paper = ReceiptSummaryDocument(
            authority: "UBND phường Hoàn Kiếm", desk: "Bộ phận Tiếp nhận và Trả kết quả", place: "Hoàn Kiếm",
            date: day,
            summary: ReceiptSummary(
                date: day, unit: UnitRef(code: "H26.1.5", name: "UBND phường Hoàn Kiếm"), rows: [row],
                issued: 15,
                voided: 2, amount: 1_288_000))
        #expect(try run(["--receipt-summary"], try paper.json()).output.starts(with: Array("%PDF".utf8)))
        let text = try run(["--receipt-summary", "--preview", "--width", "100"], try paper.json()).text
        for words in ["01/TH-BLĐT", "00000012", "1.288.000", "một triệu hai trăm tám mươi tám nghìn"] {
            #expect(text.contains(words), "\(words): \(text)")
        }
        // What was made void of earlier days stands below the sum, and what is left; none of the three is an entry.
        paper.summary.earlier = VoidedEarlier(count: 1, phi: 64_000, lePhi: 0)
        let less = try run(["--receipt-summary", "--preview", "--width", "100"], try paper.json()).text
        #expect(less.contains("Hủy biên lai của ngày trước") && less.contains("-64.000"), "\(less)")
        #expect(less.contains("Còn lại") && less.contains("1.224.000") && !less.contains("2. "))
        #expect(try run(["--receipt-summary"], try paper.json()).output.starts(with: Array("%PDF".utf8)))
        paper.summary.rows[0].last = 11
        #expect(try run(["--receipt-summary"], try paper.json()).status == 65)
    }

    @Test("--report prints the report of a period; one with its days the wrong way round is refused")
    func report() throws {
        var counts = PeriodCounts()
        counts.direct = 3
        counts.openOnTime = 3
        let day = Samples.register(of: 0).date
        var paper = PeriodReportDocument(
            authority: "UBND phường Hoàn Kiếm", desk: "Bộ phận Tiếp nhận và Trả kết quả", place: "Hoàn Kiếm",
            date: day,
            report: PeriodReport(
                from: day, to: day, by: .unit, at: Instant(seconds: 1_795_401_660),
                lines: [.init(key: "H26.1.5", name: "UBND phường Hoàn Kiếm", counts: counts)], total: counts),
            onTime: OnTimeCounts(onTime: 2, late: 1))
        let pdf = try run(["--report"], try paper.json())
        #expect(pdf.status == 0 && pdf.output.starts(with: Array("%PDF-".utf8)), "\(pdf.errors)")
        let text = try run(["--report", "--preview", "--width", "100"], try paper.json()).text
        #expect(text.contains("BÁO CÁO TÌNH HÌNH GIẢI QUYẾT HỒ SƠ") && text.contains("66,7 % (2/3 hồ sơ)"))
        // What the rate is counted from is said, and the sum is no numbered entry.
        #expect(text.contains("(*) 3 hồ sơ là số hồ sơ được đánh giá"))
        #expect(text.contains("1. Tên: ") && !text.contains("2. ") && text.contains("Tên: Tổng cộng"))
        paper.report.from = day.adding(days: 1)
        #expect(try run(["--report"], try paper.json()).status == 65)
    }

    @Test("--help explains itself")
    func help() throws {
        let run = try run(["--help"])
        #expect(run.status == 0 && run.text.contains("--layout a4"))
    }

    @Test(
        "wrong options end with 64",
        arguments: [
            (["--nope"], "Không có tùy chọn \"--nope\""), (["--output"], "Thiếu giá trị sau --output"),
            (["--output="], "Thiếu giá trị sau --output"), (["--layout", "a3"], "chỉ nhận a5 hoặc a4"),
            (["--preview=1"], "Không có tùy chọn"), (["--width", "5"], "từ 20 đến 400"),
            (["slip.json"], "Không có tùy chọn"), (["--no-clobber"], "--no-clobber cần có --output"),
            (["-n", "-o", "-"], "--no-clobber cần có --output"),
            (["\u{1B}[31m"], "Không có tùy chọn \"□[31m\""),
        ])
    func usage(arguments: [String], message: String) throws {
        let run = try run(arguments, try Samples.onePaper.json())
        #expect(run.status == 64 && run.output.isEmpty)
        #expect(run.errors.hasPrefix("desk-print: ") && run.errors.contains(message), "\(run.errors)")
    }

    @Test(
        "bad slips end with 65, say where, and leave no file",
        arguments: [
            ("", "Không có dữ liệu phiếu"), ("{", "Dữ liệu phiếu sai"), ("[]", "Dữ liệu phiếu sai"),
            ("\u{0}\u{1}", "Dữ liệu phiếu sai"), (#"{"form":"01"}"#, "Dữ liệu phiếu sai"),
            (#"{"form":"09"}"#, "Dữ liệu phiếu sai"),
        ])
    func badData(input: String, message: String) throws {
        let folder = try TemporaryFolder()
        let run = try run(["--output", folder.url("slip.pdf").path], Array(input.utf8))
        #expect(run.status == 65 && run.errors.contains(message), "\(run.errors)")
        #expect(try folder.names.isEmpty)
    }

    @Test("an unknown key is named, without control characters")
    func unknownKey() throws {
        let json = String(decoding: try Samples.onePaper.json(), as: UTF8.self)
        let run = try run([], Array(("{\"x\\u001b[2J\":1," + json.dropFirst()).utf8))
        #expect(run.status == 65 && run.errors.contains("/x□[2J"), "\(run.errors)")
        #expect(!run.errors.contains("\u{1B}"))
    }

    @Test("every finding has its line, and none repeats what the slip holds")
    func findings() throws {
        var slip = Samples.refusal
        slip.reasons = []
        slip.applicantName = " \n "
        slip.code = "hồ sơ Nguyễn Thị Ánh"
        let run = try run([], try slip.json())
        #expect(run.status == 65)
        #expect(
            run.errors == """
                desk-print: Dữ liệu phiếu sai ở /applicant_name: thiếu tên chủ hồ sơ.
                desk-print: Dữ liệu phiếu sai ở /code: mã hồ sơ phải có 1 đến 32 chữ cái không dấu, chữ số hoặc \
                dấu, không có khoảng trắng.
                desk-print: Dữ liệu phiếu sai ở /reasons: chưa ghi lý do từ chối.

                """)
    }

    @Test("more than 256 KiB is refused before it is read whole")
    func tooLarge() throws {
        let run = try run([], [UInt8](repeating: 0x20, count: 256 * 1024 + 1))
        #expect(run.status == 65 && run.errors.contains("256 KiB"))
    }

    @Test("an existing slip is replaced in one step and is nobody else's to read")
    func replaces() throws {
        let folder = try TemporaryFolder()
        try folder.write(Array("old".utf8), "slip.pdf")
        let run = try run(["--output", folder.url("slip.pdf").path], try Samples.onePaper.json())
        #expect(run.status == 0)
        #expect(try folder.names == ["slip.pdf"])
        #expect(try folder.read("slip.pdf").starts(with: Array("%PDF-".utf8)))
        let mode = try FileManager.default.attributesOfItem(atPath: folder.url("slip.pdf").path)[
            .posixPermissions]
        #expect(mode as? Int == 0o600)
    }

    @Test("--output - is standard output")
    func dash() throws {
        let run = try run(["--output", "-"], try Samples.onePaper.json())
        #expect(run.status == 0 && run.output.starts(with: Array("%PDF-".utf8)))
    }

    @Test("--no-clobber leaves what is there, numbers the new one, and says its name")
    func noClobber() throws {
        let folder = try TemporaryFolder()
        let json = try Samples.onePaper.json()
        for name in ["slip.pdf", ".hidden", "plain", "a.b.pdf"] { try folder.write(Array("old".utf8), name) }
        // A name that leads nowhere is taken too.
        try FileManager.default.createSymbolicLink(
            atPath: folder.url("slip-2.pdf").path, withDestinationPath: "nowhere")
        for (name, expected) in [
            ("slip.pdf", "slip-3.pdf"), ("slip.pdf", "slip-4.pdf"), (".hidden", ".hidden-2"),
            ("plain", "plain-2"), ("a.b.pdf", "a.b-2.pdf"), ("new.pdf", "new.pdf"),
        ] {
            let run = try run(["--output", folder.url(name).path, "--no-clobber"], json)
            #expect(run.status == 0 && run.text == folder.url(expected).path + "\n", "\(run.errors)")
            #expect(try folder.read(expected).starts(with: Array("%PDF-".utf8)))
        }
        for name in ["slip.pdf", ".hidden", "plain", "a.b.pdf"] {
            #expect(try folder.read(name) == Array("old".utf8))
        }
        #expect(try folder.names.count == 11)
        let attributes = try FileManager.default.attributesOfItem(atPath: folder.url("slip-3.pdf").path)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
    }

    @Test("six at once with --no-clobber make six files")
    func noClobberAtOnce() async throws {
        let folder = try TemporaryFolder()
        let (path, json) = (folder.path, try Samples.onePaper.json())
        let names = try await withThrowingTaskGroup(of: String.self) { group in
            for _ in 1...6 {
                group.addTask { try self.run(["-n", "-o", path + "/slip.pdf"], json).text }
            }
            return try await group.reduce(into: [String]()) { $0.append($1) }
        }
        let made = (["slip.pdf"] + (2...6).map { "slip-\($0).pdf" }).sorted()
        #expect(try folder.names == made)
        #expect(names.sorted() == made.map { path + "/" + $0 + "\n" }.sorted())
        for name in made { #expect(try folder.read(name).starts(with: Array("%PDF-".utf8))) }
    }

    @Test("--no-clobber on a full disk leaves nothing behind")
    func noClobberDiskFull() throws {
        let folder = try TemporaryFolder()
        let run = try Run.program(
            "sh",
            ["-c", "ulimit -f 1; exec \"$0\" -n -o \"$1\"", Run.deskPrint, folder.url("slip.pdf").path],
            input: try Samples.onePaper.json())
        #expect(run.status == 74 && run.errors.contains("Đĩa đã đầy"), "\(run.errors)")
        #expect(try folder.names.isEmpty)
    }

    @Test("a place that takes no file ends with 73")
    func cannotCreate() throws {
        let folder = try TemporaryFolder()
        let json = try Samples.onePaper.json()
        let missing = try run(["--output", folder.url("none/slip.pdf").path], json)
        #expect(missing.status == 73 && missing.errors.contains("không có thư mục này"))
        let directory = try run(["--output", folder.path], json)
        #expect(directory.status == 73 && directory.errors.contains("không phải là tệp thường"))
        let device = try run(["--output", "/dev/full"], json)
        #expect(device.status == 73 && device.errors.contains("không phải là tệp thường"))
        #expect(try folder.names.isEmpty)
    }

    @Test("a full disk ends with 74, says so, and leaves the old file alone")
    func diskFull() throws {
        let folder = try TemporaryFolder()
        try folder.write(Array("old".utf8), "slip.pdf")
        // One block of 512 bytes: the write fails half-way, as on a full disk.
        let limited = try Run.program(
            "sh",
            ["-c", "ulimit -f 1; exec \"$0\" --output \"$1\"", Run.deskPrint, folder.url("slip.pdf").path],
            input: try Samples.onePaper.json())
        #expect(limited.status == 74 && limited.errors.contains("Đĩa đã đầy"), "\(limited.errors)")
        #expect(try folder.names == ["slip.pdf"])
        #expect(try folder.read("slip.pdf") == Array("old".utf8))
        let full = try Run.program(
            "sh", ["-c", "exec \"$0\" > /dev/full", Run.deskPrint], input: try Samples.onePaper.json())
        #expect(full.status == 74 && full.errors.contains("Đĩa đã đầy"))
    }

    @Test("without a font for Vietnamese it ends with 69 and names the package")
    func noFont() throws {
        let folder = try TemporaryFolder()
        try folder.write(Array("<fontconfig></fontconfig>".utf8), "fonts.conf")
        let run = try Run.program(
            "sh", ["-c", "FONTCONFIG_FILE=\"$1\" exec \"$0\"", Run.deskPrint, folder.url("fonts.conf").path],
            input: try Samples.onePaper.json())
        #expect(run.status == 69 && run.errors.contains("fonts-liberation2"), "\(run.status) \(run.errors)")
    }

    @Test("a reader that has gone ends with 74, not with a signal")
    func brokenPipe() throws {
        let folder = try TemporaryFolder()
        // A pipe whose only reader closes before anything is written.
        let script = "mkfifo \"$1\"; exec 3<>\"$1\" 4>\"$1\"; exec 3<&-; exec \"$0\" >&4"
        let run = try Run.program(
            "sh", ["-c", script, Run.deskPrint, folder.url("pipe").path], input: try Samples.onePaper.json())
        #expect(run.status == 74 && run.errors.contains("đã đóng"), "\(run.status) \(run.errors)")
    }
}
