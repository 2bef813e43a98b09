import Models
import Testing

@Suite("A slip as text")
struct SlipPreviewTests {
    private func preview(_ slip: SlipDocument, _ width: Int) -> String {
        SlipPreview.lines(slip, width: width).joined(separator: "\n")
    }

    @Test("form 01 at 80 columns")
    func appointment() {
        #expect(
            preview(Samples.onePaper, 80) == """
                      UBND PHƯỜNG HOÀN KIẾM              CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                 BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT QUẢ           Độc lập - Tự do - Hạnh phúc
                         ────────────────                   ───────────────────────────
                         Số: 0123/BPTNTKQ               Hoàn Kiếm, ngày 23 tháng 11 năm 2026

                                    GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ
                                         Mã hồ sơ: H26.1.5-261123-0001
                                  (Liên 1: Lưu; Liên 2: Giao người nộp hồ sơ)

                Bộ phận Tiếp nhận và Trả kết quả UBND phường Hoàn Kiếm
                Tiếp nhận hồ sơ của: Nguyễn Thị Ánh     Số định danh: 001185000123
                Địa chỉ: Số 12 phố Hàng Bài, phường Cửa Nam, thành phố Hà Nội
                Số điện thoại: 0912345678               Email: .................................
                Nội dung yêu cầu giải quyết: Cấp bản sao trích lục hộ tịch
                Thành phần hồ sơ nộp gồm:
                1. Tờ khai cấp bản sao trích lục hộ tịch (1 bản chính)
                Số lượng hồ sơ: 01 (bộ)                 Hình thức nộp: Trực tiếp
                Phí, lệ phí: Lệ phí cấp bản sao trích lục hộ tịch: 2 bản × 8.000 đ = 16.000 đ
                Thời gian giải quyết hồ sơ theo quy định là: trong ngày làm việc
                Thời gian nhận hồ sơ: 09 giờ 41 phút, ngày 23 tháng 11 năm 2026
                Thời gian trả kết quả giải quyết hồ sơ:
                  17 giờ 00 phút, ngày 23 tháng 11 năm 2026
                Đăng ký nhận kết quả tại: Bộ phận Một cửa phường Hoàn Kiếm
                Vào Sổ theo dõi hồ sơ, Quyển số: 01/2026   Số thứ tự: 123

                            NGƯỜI NỘP HỒ SƠ                      NGƯỜI TIẾP NHẬN HỒ SƠ
                         (Ký và ghi rõ họ tên)                   (Ký và ghi rõ họ tên)


                             Nguyễn Thị Ánh                           Trần Thu Hà

                - Khi đến nhận kết quả: mang theo Giấy này và giấy tờ tùy thân; người nhận thay
                  mang thêm văn bản ủy quyền.
                - Mã tra cứu: 7K3F
                - Tra cứu tình trạng hồ sơ: quét mã QR hoặc vào
                  https://dichvucong.example.vn/tra-cuu?ma=H26.1.5-261123-0001
                """)
    }

    @Test("form 02 at 72 columns, where the desk's name takes two lines")
    func supplementRequest() {
        #expect(
            preview(Samples.supplementRequest, 72) == """
                    UBND PHƯỜNG HOÀN KIẾM          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                      BỘ PHẬN TIẾP NHẬN               Độc lập - Tự do - Hạnh phúc
                        VÀ TRẢ KẾT QUẢ                ───────────────────────────
                           ───────
                        Số: 0045/HDHS             Hoàn Kiếm, ngày 23 tháng 11 năm 2026

                                PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ
                                     Mã hồ sơ: H26.1.5-261123-0001

                Hồ sơ của: Nguyễn Thị Ánh           Số định danh: 001185000123
                Nội dung yêu cầu giải quyết: Cấp bản sao trích lục hộ tịch
                Địa chỉ: Số 12 phố Hàng Bài, phường Cửa Nam, thành phố Hà Nội
                Số điện thoại: 0912345678           Email: .............................
                Yêu cầu hoàn thiện hồ sơ gồm những nội dung sau:
                1. Bản chính Giấy chứng sinh
                2. Giấy chứng nhận kết hôn của cha, mẹ (bản sao)
                Lý do: Thành phần hồ sơ chưa đủ theo quy định.
                Trong quá trình hoàn thiện hồ sơ nếu có vướng mắc, Ông/Bà liên hệ với bà
                Trần Thu Hà, số điện thoại 024 3825 0000 để được hướng dẫn./.

                                                              NGƯỜI HƯỚNG DẪN
                                                           (Ký và ghi rõ họ tên)


                                                                Trần Thu Hà

                - Mã tra cứu: 7K3F
                - Tra cứu tình trạng hồ sơ: quét mã QR hoặc vào
                  https://dichvucong.example.vn/tra-cuu?ma=H26.1.5-261123-0001
                """)
    }

    @Test("form 03 at 60 columns: the header's blocks below each other")
    func refusal() {
        #expect(
            preview(Samples.refusal, 60) == """
                                   UBND PHƯỜNG HOÀN KIẾM
                              BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT QUẢ
                                      ────────────────
                                         Số: ………………

                             CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                                Độc lập - Tự do - Hạnh phúc
                                ───────────────────────────
                            Hoàn Kiếm, ngày 23 tháng 11 năm 2026

                          PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ
                               Mã hồ sơ: H26.1.5-261123-0001

                Bộ phận Tiếp nhận và Trả kết quả UBND phường Hoàn Kiếm
                Tiếp nhận hồ sơ của: Nguyễn Thị Ánh
                Số định danh: 001185000123
                Địa chỉ: Số 12 phố Hàng Bài, phường Cửa Nam, thành phố Hà
                  Nội
                Số điện thoại: 0912345678     Email: .......................
                Nội dung yêu cầu giải quyết: Cấp bản sao trích lục hộ tịch
                Qua xem xét, Bộ phận Tiếp nhận và Trả kết quả UBND phường
                  Hoàn Kiếm thông báo không tiếp nhận, giải quyết hồ sơ này
                  với lý do cụ thể như sau:
                1. Việc này thuộc thẩm quyền của Công an phường.
                2. Thửa đất không thuộc địa giới phường.
                Xin thông báo để Ông/Bà được biết và thực hiện./.

                       NGƯỜI NỘP HỒ SƠ            NGƯỜI TIẾP NHẬN HỒ SƠ
                    (Ký và ghi rõ họ tên)         (Ký và ghi rõ họ tên)


                        Nguyễn Thị Ánh                 Trần Thu Hà
                """)
    }

    @Test(
        "no line is longer than asked for, at any width, whatever the text",
        arguments: [
            Samples.onePaper, Samples.manyPapers, Samples.organisation, Samples.hostile,
            Samples.supplementRequest, Samples.refusal,
        ])
    func widths(slip: SlipDocument) {
        for width in 20...132 {
            for line in SlipPreview.lines(slip, width: width) {
                #expect(line.count <= width, "\(width): \(line)")
                #expect(line.last != " ")
                #expect(!line.unicodeScalars.contains { $0.properties.generalCategory == .control })
            }
        }
    }

    @Test("a width below 20 is taken as 20")
    func narrow() {
        #expect(preview(Samples.refusal, -5) == preview(Samples.refusal, 20))
    }

    @Test("training and reprints come first")
    func marks() {
        var slip = Samples.onePaper
        slip.training = true
        slip.reprint = 1
        #expect(
            SlipPreview.lines(slip, width: 80).prefix(3) == [
                "                     [TẬP HUẤN - không có giá trị pháp lý]",
                "                                  [Bản in lại]", "",
            ])
    }

    @Test(
        "the day has two digits, the month only in January and February",
        arguments: [
            ("2026-02-05T07:05:00+07:00", "07 giờ 05 phút, ngày 05 tháng 02 năm 2026"),
            ("2026-03-01T13:30:00+07:00", "13 giờ 30 phút, ngày 01 tháng 3 năm 2026"),
            ("2026-12-31T00:00:00+07:00", "00 giờ 00 phút, ngày 31 tháng 12 năm 2026"),
        ])
    func dates(instant: String, words: String) {
        var slip = Samples.onePaper
        slip.dueAt = nil
        slip.receivedAt = Samples.instant(instant)
        #expect(SlipPreview.lines(slip, width: 80).contains("Thời gian nhận hồ sơ: \(words)"))
    }

    @Test("without a date the slip says so, in the given words or the usual ones")
    func noDueDate() {
        var slip = Samples.onePaper
        slip.dueAt = nil
        #expect(preview(slip, 132).contains("hồ sơ: Không có ngày hẹn trả cụ thể theo quy định"))
        slip.dueText = "Theo thông báo của cơ quan thuế"
        #expect(preview(slip, 132).contains("hồ sơ: Theo thông báo của cơ quan thuế"))
        slip.dueAt = Samples.instant("2026-11-25T17:00:00+07:00")
        #expect(preview(slip, 132).contains("năm 2026 (Theo thông báo của cơ quan thuế)"))
    }

    @Test("a dossier without papers says so instead of leaving lines to fill in")
    func noPapers() {
        var slip = Samples.onePaper
        slip.documents = []
        #expect(preview(slip, 80).contains("Thành phần hồ sơ nộp gồm: không có giấy tờ kèm theo"))
    }
}
