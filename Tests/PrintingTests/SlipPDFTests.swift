import Foundation
import Models
import Testing

@Suite("A printed slip, read back")
struct SlipPDFTests {
    private static let millimetre = 72 / 25.4

    @Test("form 01 is two A5 pages, one for each copy, that say the same")
    func appointment() throws {
        let printed = try PrintedPaper(Samples.onePaper)
        #expect(try printed.pageCount == 2)
        #expect(try printed.info("Page size") == "419.528 x 595.276 pts")
        for (page, label) in [(1, "(Liên 1: Lưu)"), (2, "(Liên 2: Giao người nộp hồ sơ)")] {
            let words = try printed.words(page: page)
            for text in [
                "UBND PHƯỜNG HOÀN KIẾM", "BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT QUẢ", "Số: 0123/BPTNTKQ",
                "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
                "Hoàn Kiếm, ngày 23 tháng 11 năm 2026", "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ",
                "Mã hồ sơ: H26.1.5-261123-0001", label, "Tiếp nhận hồ sơ của: Nguyễn Thị Ánh",
                "Số định danh: 001185000123", "Tờ khai cấp bản sao trích lục hộ tịch",
                "Số lượng hồ sơ: 01 (bộ)",
                "2 bản × 8.000 đ = 16.000 đ",
                "Thời gian nhận hồ sơ: 09 giờ 41 phút, ngày 23 tháng 11 năm 2026",
                "Thời gian trả kết quả giải quyết hồ sơ: 17 giờ 00 phút, ngày 23 tháng 11 năm 2026",
                "Đăng ký nhận kết quả tại: Bộ phận Một cửa phường Hoàn Kiếm", "Quyển số: 01/2026",
                "Số thứ tự: 123", "NGƯỜI NỘP HỒ SƠ", "NGƯỜI TIẾP NHẬN HỒ SƠ", "Trần Thu Hà",
                "Khi đến nhận kết quả: mang theo Giấy này", "Mã tra cứu: 7K3F",
                "https://dichvucong.example.vn/tra-cuu?ma=H26.1.5-261123-0001",
            ] {
                #expect(words.spells(text), "page \(page): \(text)")
            }
        }
    }

    @Test("the header's blocks and the papers' counts stand side by side")
    func columns() throws {
        var slip = Samples.onePaper
        slip.documents[0].copies = 12
        let lines = try PrintedPaper(slip).layout().split(separator: "\n")
        let number = lines.first { $0.contains("Số: 0123/BPTNTKQ") }
        #expect(number?.contains("Hoàn Kiếm, ngày 23 tháng 11 năm 2026") == true)
        let paper = lines.first { $0.contains("1. Tờ khai") }
        #expect(paper?.split(separator: " ").suffix(2) == ["1", "12"])
    }

    @Test("bar code and QR read back from a picture", arguments: [1, 2])
    func symbols(page: Int) throws {
        #expect(
            try PrintedPaper(Samples.onePaper).symbols(page: page) == [
                "CODE-128:H26.1.5-261123-0001",
                "QR-Code:https://dichvucong.example.vn/tra-cuu?ma=H26.1.5-261123-0001",
            ])
    }

    @Test(
        "codes of every shape and address read back",
        arguments: [
            ("H15.50.05.13-261008-0975", nil), ("G09.20-20260609-0092637", nil),
            ("000.00.01.H29-260310-0420", nil), (String(repeating: "W", count: 32), nil),
            (
                "H26.1.5-261123-0001",
                "https://example.vn/" + String(repeating: "x", count: SlipDocument.Limit.urlLength - 19)
            ),
        ])
    func codes(code: String, url: String?) throws {
        var slip = Samples.onePaper
        slip.code = code
        slip.lookupURL = url
        slip.training = true
        #expect(try PrintedPaper(slip).symbols(page: 1) == ["CODE-128:\(code)", "QR-Code:\(url ?? code)"])
    }

    @Test("fonts are embedded and can be read as Unicode")
    func fonts() throws {
        let fonts = try PrintedPaper(Samples.manyPapers).fonts()
        #expect(!fonts.isEmpty)
        for font in fonts {
            // Columns from the right: object id (two), uni, sub, emb.
            #expect(font.suffix(5).prefix(3) == ["yes", "yes", "yes"], "\(font)")
            #expect(font.first?.contains("LiberationSerif") == true, "\(font)")
        }
    }

    @Test("the metadata names the form and nobody")
    func metadata() throws {
        let printed = try PrintedPaper(Samples.onePaper)
        #expect(try printed.info("Title") == "Giấy tiếp nhận hồ sơ và hẹn trả kết quả")
        #expect(try printed.info("Creator") == "desk-print")
        for key in ["Author", "Subject", "Keywords"] {
            #expect(try printed.info(key) == nil)
        }
    }

    @Test("25 papers flow over pages; each is there in both copies, with a head and page numbers")
    func manyPapers() throws {
        let printed = try PrintedPaper(Samples.manyPapers)
        let count = try printed.pageCount
        #expect(count.isMultiple(of: 2) && count > 2)
        let words = try printed.words()
        for paper in Samples.manyPapers.documents {
            #expect(words.occurrences(of: paper.name.prefixBeforeComma) == 2, "\(paper.name)")
        }
        for page in 1...count / 2 {
            let text = try printed.words(page: page)
            #expect(text.spells("Trang \(page)/\(count / 2)"))
            #expect(text.spells("Mã hồ sơ: H26.1.5-261123-0001"))
            #expect(page == 1 || text.spells("· Liên 1: Lưu"))
        }
        let last = try printed.words(page: count)
        #expect(last.spells("NGƯỜI NỘP HỒ SƠ") && last.spells("Mã tra cứu: 7K3F"))
        #expect(try printed.symbols(page: count).count == 1)
    }

    @Test("300 papers with long names are all there")
    func hundredsOfPapers() throws {
        var slip = Samples.onePaper
        slip.documents = (1...SlipDocument.Limit.entries).map {
            SlipPaper(name: "Giấy tờ số_\($0)_ " + String(repeating: "dài ", count: 60), copies: 1)
        }
        let words = try PrintedPaper(slip).words()
        for number in 1...SlipDocument.Limit.entries {
            #expect(words.occurrences(of: "số_\(number)_") == 2)
        }
    }

    @Test("a very long name is printed whole")
    func longName() throws {
        var slip = Samples.onePaper
        slip.applicantName = Samples.longName
        let printed = try PrintedPaper(slip)
        #expect(try printed.words(page: 1).spells("Tiếp nhận hồ sơ của: \(Samples.longName)"))
        // Who signs for it writes their own name.
        #expect(try printed.words().occurrences(of: Samples.longName) == 2)
    }

    @Test("texts as long as they may be, in the widest letters, stay on the page")
    func widest() throws {
        let widest = String(repeating: "W", count: SlipDocument.Limit.shortTextBytes)
        var slip = Samples.onePaper
        slip.authority = widest
        slip.desk = widest
        slip.place = widest
        slip.number = widest
        slip.lookupCode = widest
        slip.officerName = widest
        slip.submitterSignName = widest
        let printed = try PrintedPaper(slip)
        let extent = try printed.extent()
        #expect(extent.right <= 138 * Self.millimetre && extent.bottom <= 206 * Self.millimetre)
        let letters = try printed.words().filter { $0 == "W" }.count
        // The desk and the authority are named again in the first line of the body.
        #expect(letters == 2 * 9 * widest.count)
    }

    @Test("an organisation's dossier handed in on its behalf")
    func organisation() throws {
        let printed = try PrintedPaper(Samples.organisation)
        let words = try printed.words(page: 1)
        #expect(try printed.pageCount == 2)
        #expect(words.spells("Tiếp nhận hồ sơ của: Công ty Cổ phần Sông Hồng"))
        #expect(words.spells("Mã số thuế: 0100109106-001"))
        #expect(words.spells("Người nộp thay: Trần Văn Bình (theo giấy giới thiệu)"))
        // The name under the signature is the one of who signs.
        #expect(words.occurrences(of: "Trần Văn Bình") == 2)
        #expect(words.occurrences(of: "Công ty Cổ phần Sông Hồng") == 1)
    }

    @Test("hostile text is printed as text, within the page")
    func hostile() throws {
        let printed = try PrintedPaper(Samples.hostile)
        let words = try printed.words(page: 1)
        #expect(words.spells("□Nguyễn□ <b>Thị</b> &amp;"))
        #expect(words.spells("Giấy <span size='99999'>to</span> %s %n"))
        #expect(words.spells("Việc một□hai□ba"))
        #expect(words.occurrences(of: "a") >= 400)
        let refused = words.unicodeScalars.filter {
            $0.properties.generalCategory == .control || $0.properties.generalCategory == .format
        }
        #expect(refused.isEmpty)
    }

    @Test(
        "no word stands outside the page's margins",
        arguments: [Samples.onePaper, Samples.manyPapers, Samples.hostile, Samples.refusal])
    func margins(slip: SlipDocument) throws {
        let extent = try PrintedPaper(slip).extent()
        #expect(extent.left >= 14 * Self.millimetre && extent.right <= 138 * Self.millimetre)
        #expect(extent.top >= 5 * Self.millimetre && extent.bottom <= 206 * Self.millimetre)
    }

    @Test("form 02 says what is missing, why, and whom to ask")
    func supplementRequest() throws {
        let printed = try PrintedPaper(Samples.supplementRequest)
        #expect(try printed.pageCount == 1)
        let words = try printed.words()
        for text in [
            "PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ", "Số: 0045/HDHS", "Hồ sơ của: Nguyễn Thị Ánh",
            "Yêu cầu hoàn thiện hồ sơ gồm những nội dung sau: 1. Bản chính Giấy chứng sinh",
            "2. Giấy chứng nhận kết hôn của cha, mẹ (bản sao)",
            "Lý do: Thành phần hồ sơ chưa đủ theo quy định.",
            "liên hệ với bà Trần Thu Hà, số điện thoại 024 3825 0000 để được hướng dẫn./.", "NGƯỜI HƯỚNG DẪN",
        ] {
            #expect(words.spells(text), "\(text)")
        }
        #expect(!words.spells("NGƯỜI NỘP HỒ SƠ"))
    }

    @Test("form 03 gives the reasons; without an address the QR holds the code")
    func refusal() throws {
        let printed = try PrintedPaper(Samples.refusal)
        #expect(try printed.pageCount == 1)
        let words = try printed.words()
        for text in [
            "PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ",
            "thông báo không tiếp nhận, giải quyết hồ sơ này với lý do cụ thể như sau:",
            "1. Việc này thuộc thẩm quyền của Công an phường.", "2. Thửa đất không thuộc địa giới phường.",
            "NGƯỜI NỘP HỒ SƠ", "NGƯỜI TIẾP NHẬN HỒ SƠ",
        ] {
            #expect(words.spells(text), "\(text)")
        }
        #expect(
            try printed.symbols(page: 1) == ["CODE-128:H26.1.5-261123-0001", "QR-Code:H26.1.5-261123-0001"])
    }

    @Test("training and reprints are marked on every page, and only they")
    func marks() throws {
        var slip = Samples.manyPapers
        slip.training = true
        slip.reprint = 2
        let printed = try PrintedPaper(slip)
        for page in 1...(try printed.pageCount) {
            #expect(
                try printed.words(page: page)
                    .hasPrefix("TẬP HUẤN - KHÔNG CÓ GIÁ TRỊ PHÁP LÝ · BẢN IN LẠI LẦN 2"))
        }
        let real = try PrintedPaper(Samples.onePaper).words()
        #expect(!real.contains("TẬP HUẤN") && !real.contains("BẢN IN LẠI"))
    }

    @Test("on A4 both copies stand on one sheet")
    func a4() throws {
        let printed = try PrintedPaper(Samples.onePaper, ["--layout", "a4"])
        #expect(try printed.pageCount == 1)
        #expect(try printed.info("Page size") == "841.89 x 595.276 pts (A4)")
        let words = try printed.words()
        #expect(words.spells("(Liên 1: Lưu)") && words.spells("(Liên 2: Giao người nộp hồ sơ)"))
        let sheets = try PrintedPaper(Samples.manyPapers, ["--layout=a4"]).pageCount
        #expect(try PrintedPaper(Samples.manyPapers).pageCount == 2 * sheets)
        #expect(try PrintedPaper(Samples.refusal, ["--layout=a4"]).pageCount == 1)
    }
}

extension String {
    fileprivate var prefixBeforeComma: String {
        prefix { $0 != "," } + (contains(",") ? "," : "")
    }
}
