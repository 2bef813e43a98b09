import Forms
import Foundation
import Models
import Testing

@Suite("Receipts on paper")
struct ReceiptPaperTests {
    private static let line = PaymentLine(
        feeCode: "trich_luc", name: "Lệ phí cấp bản sao trích lục hộ tịch", kind: .lePhi, amount: 16_000,
        basis: "Thông tư 281/2016/TT-BTC")

    private static let receipt = ReceiptDocument(
        kind: .receipt, authority: "UBND phường Hoàn Kiếm", desk: "Bộ phận Tiếp nhận và Trả kết quả",
        place: "Hoàn Kiếm",
        at: Instant(date: LocalDate(iso: "2026-11-23") ?? LocalDate(epochDay: 0), hour: 9, minute: 41),
        template: "01BLP0-001", symbol: "TH-26E", number: 12, code: "H26.1.5-261123-0001",
        procedureName: "Cấp bản sao trích lục hộ tịch", payerName: "Nguyễn Thị Ánh",
        payerAddress: "Số 5, phường Cửa Nam, TP Hà Nội", lines: [line], method: .cash,
        officerName: "Hoàng Thị Bích Ngọc", checkCode: String(repeating: "ab12", count: 16))

    private static func transfer(_ payload: String) -> ReceiptDocument {
        var paper = receipt
        paper.kind = .transfer
        (paper.template, paper.symbol, paper.number) = (nil, nil, nil)
        (paper.checkCode, paper.officerName) = (nil, nil)
        paper.vietqr = payload
        paper.beneficiary = Beneficiary(
            bank: "970415", account: "113366668888", name: "UBND PHUONG HOAN KIEM")
        return paper
    }

    @Test("A receipt says number, payer, what for, the sum in digits and words, and who took it")
    func receipt() throws {
        let words = try PrintedPaper(Self.receipt).words()
        for text in [
            "BIÊN LAI THU PHÍ, LỆ PHÍ", "Ký hiệu: TH-26E", "Số: 00000012", "Mẫu số: 01BLP0-001",
            "Mã hồ sơ: H26.1.5-261123-0001", "Họ tên người nộp: Nguyễn Thị Ánh", "16.000",
            "Viết bằng chữ: Mười sáu nghìn đồng chẵn", "Hình thức: Tiền mặt", "Hoàng Thị Bích Ngọc",
            "Thông tư 281/2016/TT-BTC", "Mã kiểm tra: ab12ab12ab12ab12",
        ] {
            #expect(words.spells(text), "\(text)")
        }
        #expect(!words.spells("BẢN IN LẠI"))
    }

    @Test("Printed again it says so; void it says so, and why; what it stands in place of is named")
    func marks() throws {
        var paper = Self.receipt
        paper.reprint = 1
        #expect(try PrintedPaper(paper).words().spells("BẢN IN LẠI"))
        paper.reprint = 2
        paper.voidReason = "Ghi sai tên người nộp"
        paper.replaces = "TH-26E số 00000011"
        paper.training = true
        let words = try PrintedPaper(paper).words()
        for text in [
            "BẢN IN LẠI LẦN 2", "ĐÃ HỦY", "Lý do hủy: Ghi sai tên người nộp",
            "Thay thế biên lai: TH-26E số 00000011", "TẬP HUẤN",
        ] {
            #expect(words.spells(text), "\(text)")
        }
    }

    @Test("A provisional slip has no number and says that it is no receipt")
    func provisional() throws {
        var paper = Self.receipt
        paper.kind = .provisional
        (paper.template, paper.symbol, paper.number, paper.checkCode) = (nil, nil, nil, nil)
        let words = try PrintedPaper(paper).words()
        for text in ["PHIẾU THU TẠM", "Chưa có số biên lai", "Phiếu này không phải biên lai"] {
            #expect(words.spells(text), "\(text)")
        }
        paper.number = 7
        #expect(paper.issues().map(\.pointer) == ["/number"])
    }

    @Test("The code of a transfer reads back from a picture of the paper, character by character")
    func vietqr() throws {
        for code in ["H26.1.5-261123-0001", "H15.50.05.13-261008-0975", "G09.20-20260609-0092637"] {
            let payload = try VietQR(
                bank: "970415", account: "1133666688880123456", amount: 9_999_999_999_999, purpose: code
            ).payload
            let printed = try PrintedPaper(Self.transfer(payload))
            #expect(try printed.symbols(page: 1).contains("QR-Code:" + payload))
            #expect(try printed.words().spells("Nội dung chuyển khoản: H26.1.5-261123-0001"))
        }
    }

    @Test("--code gives the modules of a code for a screen: it fits 80×24 with its quiet zone, two in a cell")
    func modules() throws {
        for (amount, code) in [
            (16_000, "H26.1.5-261123-0001"), (9_999_999_999_999, "H15.50.05.13-261008-0975"),
        ] {
            let payload = try VietQR(
                bank: "970415", account: "1133666688880123456", amount: amount, purpose: code
            ).payload
            let run = try Run.program(Run.deskPrint, ["--code"], input: Array(payload.utf8))
            #expect(run.status == 0, "\(run.errors)")
            let rows = run.text.split(separator: "\n").map(Array.init)
            #expect(rows.allSatisfy { $0.count == rows.count })
            #expect((rows.count + 8 + 1) / 2 <= 24, "\(rows.count) modules")
            // As a screen shows it, in a picture.
            let side = rows.count + 8
            var picture = Array("P5 \(side * 6) \(side * 6) 255\n".utf8)
            for y in 0..<side * 6 {
                for x in 0..<side * 6 {
                    let (row, column) = (y / 6 - 4, x / 6 - 4)
                    let isDark =
                        rows.indices.contains(row) && rows.indices.contains(column)
                        && rows[row][column] == "#"
                    picture.append(isDark ? 0 : 255)
                }
            }
            let folder = try TemporaryFolder()
            try folder.write(picture, "code.pgm")
            let read = try Run.program("zbarimg", ["-q", "--raw", folder.url("code.pgm").path])
            #expect(read.text.trimmingCharacters(in: .whitespacesAndNewlines) == payload)
        }
        #expect(try Run.program(Run.deskPrint, ["--code"], input: []).status == 65)
    }

    private static let wrong: [(pointer: String, change: @Sendable (inout ReceiptDocument) -> Void)] = [
        ("/number", { $0.number = 100_000_000 }), ("/number", { $0.number = nil }),
        ("/symbol", { $0.symbol = " " }), ("/lines", { $0.lines = [] }),
        ("/lines/0/amount", { $0.lines[0].amount = -1 }), ("/payer_name", { $0.payerName = "" }),
        ("/code", { $0.code = "có dấu" }), ("/reprint", { $0.reprint = -1 }),
    ]

    @Test("What can't be printed is told with its place", arguments: wrong.indices)
    func refused(_ index: Int) throws {
        var paper = Self.receipt
        Self.wrong[index].change(&paper)
        #expect(paper.issues().map(\.pointer) == [Self.wrong[index].pointer])
        #expect(try Run.program(Run.deskPrint, ["--receipt"], input: try paper.json()).status == 65)
    }

    @Test("The preview is the same paper in lines")
    func preview() throws {
        let lines = SlipPreview.lines(SlipContent(Self.receipt), width: 72).joined(separator: "\n")
        for text in ["BIÊN LAI THU PHÍ, LỆ PHÍ", "Số: 00000012", "Tổng số tiền: 16.000 đ"] {
            #expect(lines.contains(text), "\(text)\n\(lines)")
        }
    }
}
