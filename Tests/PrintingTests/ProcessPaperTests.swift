import Foundation
import Models
import Testing

@Suite("Papers of acts after the intake, read back")
struct ProcessPaperTests {
    @Test("form 04 says both appointments and the reason, and leaves room for the head of the unit")
    func apology() throws {
        let printed = try PrintedPaper(Samples.apology)
        #expect(try printed.pageCount == 1)
        #expect(try printed.info("Page size") == "419.528 x 595.276 pts")
        let words = try printed.words()
        for text in [
            "Số: 123/PXL-BPTNTKQ", "VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT",
            "Kính gửi: Nguyễn Thị Ánh", "Ngày 03 tháng 11 năm 2026, Bộ phận",
            "Thời gian hẹn trả kết quả: 09 giờ 41 phút, ngày 24 tháng 11 năm 2026",
            "Lý do: Phải kiểm tra thực địa lần hai vì mưa bão.",
            "Thời gian trả kết quả mới: 09 giờ 41 phút, ngày 01 tháng 12 năm 2026", "THỦ TRƯỞNG ĐƠN VỊ",
            "Lê Minh Đức", "Mẫu số 04",
        ] {
            #expect(words.spells(text), "\(text)")
        }
        #expect(try printed.symbols(page: 1).first == "CODE-128:H26.1.5-261123-0001")
    }

    @Test("form 05 says stage, reason, fees and what is given back", arguments: [false, true])
    func stopNotice(isTemporary: Bool) throws {
        var slip = Samples.stopNotice
        slip.stop?.isTemporary = isTemporary
        let words = try PrintedPaper(slip).words()
        let verb = isTemporary ? "tạm dừng" : "dừng"
        for text in [
            "THÔNG BÁO DỪNG GIẢI QUYẾT HỒ SƠ",
            "thông báo \(verb) giải quyết hồ sơ này kể từ 15 giờ 00 phút, ngày 20 tháng 11 năm 2026",
            "Giai đoạn giải quyết: Thẩm định hồ sơ", "Người đề nghị \(verb): Phạm Văn Hùng",
            "Lý do, căn cứ: Người nộp hồ sơ không bổ sung", "Phí, lệ phí đã thu: 16.000 đ, trả lại người nộp",
            "1. Giấy chứng nhận quyền sử dụng đất (1 bản chính)", "NGƯỜI NHẬN THÔNG BÁO",
            "THỦ TRƯỞNG ĐƠN VỊ",
        ] {
            #expect(words.spells(text), "\(text)")
        }
    }

    @Test("form 06 has every hand-over; its table's head is on each page")
    func controlSlip() throws {
        var slip = Samples.controlSlip
        let rows = slip.transfers ?? []
        slip.transfers = (0..<40).map { index in
            var row = rows[index % 2]
            row.note = "Lần \(index + 1)."
            return row
        }
        let printed = try PrintedPaper(slip)
        let words = try printed.words()
        for number in 1...40 { #expect(words.spells("Lần \(number).")) }
        let count = try printed.pageCount
        #expect(count > 1)
        for page in 1...count {
            let words = try printed.words(page: page)
            #expect(words.spells("STT") && words.spells("CHÚ") && words.spells("Trang \(page)/\(count)"))
        }
        #expect(words.spells("Quá hạn") && words.spells("Trước hạn"))
        #expect(!words.spells("Mã tra cứu"))
    }

    @Test("form 07 lies across on A4; 300 rows and long texts go over pages, with the head on each")
    func register() throws {
        let printed = try PrintedPaper(Samples.register(of: 300))
        #expect(try printed.info("Page size") == "841.89 x 595.276 pts (A4)")
        let count = try printed.pageCount
        #expect(count > 5)
        for page in 1...count {
            let words = try printed.words(page: page)
            #expect(words.spells("Ký nhận") && words.spells("Trang \(page)/\(count)"), "page \(page)")
        }
        let words = try printed.words()
        for number in 1000..<1300 { #expect(words.spells("H26.1.5-261103-\(number)")) }
        #expect(words.spells("Từ ngày 01 tháng 11 năm 2026 đến ngày 30 tháng 11 năm 2026"))
        #expect(words.spells("Sổ này có 300 hồ sơ.") && words.spells("NGƯỜI GHI SỔ"))
        let extent = try printed.extent()
        #expect(extent.left > 30 && extent.right < 812 && extent.bottom < 595)
    }

    @Test("a register without dossiers is printed too")
    func emptyRegister() throws {
        #expect(try PrintedPaper(Samples.register(of: 0)).words().spells("Sổ này có 0 hồ sơ."))
    }

    @Test("a correction is seen on the paper, and so is the reprint of one")
    func amended() throws {
        var slip = Samples.onePaper
        slip.amendment = 2
        #expect(try PrintedPaper(slip).words(page: 2).spells("BẢN SỬA 2"))
        slip.reprint = 1
        #expect(try PrintedPaper(slip).words(page: 1).spells("BẢN SỬA 2 · BẢN IN LẠI"))
    }

    @Test("what the forms can't do without is named")
    func issues() {
        var apology = Samples.apology
        apology.dueAt = apology.oldDueAt
        apology.reasons = []
        #expect(apology.issues().map(\.pointer) == ["/reasons", "/due_at"])
        apology.dueAt = nil
        apology.oldDueAt = nil
        #expect(apology.issues().map(\.pointer) == ["/reasons", "/old_due_at", "/due_at"])
        var stop = Samples.stopNotice
        stop.stop?.stage = " "
        #expect(stop.issues().map(\.pointer) == ["/stop/stage"])
        stop.stop = nil
        #expect(stop.issues().map(\.pointer) == ["/stop"])
        var control = Samples.controlSlip
        control.transfers = []
        control.amendment = 0
        #expect(control.issues().map(\.pointer) == ["/transfers", "/amendment"])
        var register = Samples.register(of: 2)
        register.to = register.from
        #expect(register.issues().map(\.pointer) == ["/entries/0/submitted_at", "/entries/1/submitted_at"])
    }

    @Test("form 04 as text")
    func apologyText() {
        #expect(
            SlipPreview.lines(Samples.apology, width: 80).joined(separator: "\n") == """
                      UBND PHƯỜNG HOÀN KIẾM              CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                 BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT QUẢ           Độc lập - Tự do - Hạnh phúc
                         ────────────────                   ───────────────────────────
                       Số: 123/PXL-BPTNTKQ              Hoàn Kiếm, ngày 23 tháng 11 năm 2026

                            VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT
                                         Mã hồ sơ: H26.1.5-261123-0001

                Kính gửi: Nguyễn Thị Ánh
                Ngày 03 tháng 11 năm 2026, Bộ phận Tiếp nhận và Trả kết quả UBND phường Hoàn
                Kiếm tiếp nhận hồ sơ đề nghị giải quyết Cấp giấy phép xây dựng nhà ở riêng lẻ
                của Ông/Bà/Tổ chức; mã số: H26.1.5-261123-0001.
                Thời gian hẹn trả kết quả: 09 giờ 41 phút, ngày 24 tháng 11 năm 2026
                Tuy nhiên, Bộ phận Tiếp nhận và Trả kết quả UBND phường Hoàn Kiếm không thể trả
                kết quả giải quyết hồ sơ đúng thời hạn ghi trong Giấy tiếp nhận hồ sơ và hẹn trả
                kết quả.
                Lý do: Phải kiểm tra thực địa lần hai vì mưa bão.
                Sự chậm trễ này đã gây phiền hà, tốn kém thời gian, công sức của Ông/Bà/Tổ chức.
                Chúng tôi xin lỗi Ông/Bà/Tổ chức và đề nghị gia hạn thời gian giải quyết hồ sơ.
                Thời gian trả kết quả mới: 09 giờ 41 phút, ngày 01 tháng 12 năm 2026
                Mong nhận được sự thông cảm của Ông/Bà/Tổ chức vì sự chậm trễ này./.

                                                                   THỦ TRƯỞNG ĐƠN VỊ
                                                                   (Ký tên, đóng dấu)


                                                                      Lê Minh Đức

                - Mã tra cứu: 7K3F
                - Tra cứu tình trạng hồ sơ: quét mã QR hoặc vào
                  https://dichvucong.example.vn/tra-cuu?ma=H26.1.5-261123-0001
                """)
    }

    @Test("form 05 as text")
    func stopText() {
        #expect(
            SlipPreview.lines(Samples.stopNotice, width: 80).joined(separator: "\n") == """
                      UBND PHƯỜNG HOÀN KIẾM              CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                 BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT QUẢ           Độc lập - Tự do - Hạnh phúc
                         ────────────────                   ───────────────────────────
                        Số: 123/TB-BPTNTKQ              Hoàn Kiếm, ngày 23 tháng 11 năm 2026

                                        THÔNG BÁO DỪNG GIẢI QUYẾT HỒ SƠ
                                         Mã hồ sơ: H26.1.5-261123-0001

                Hồ sơ của: Nguyễn Thị Ánh               Số định danh: 001185000123
                Địa chỉ: Số 12 phố Hàng Bài, phường Cửa Nam, thành phố Hà Nội
                Số điện thoại: 0912345678               Email: .................................
                Nội dung yêu cầu giải quyết: Cấp bản sao trích lục hộ tịch
                Thời gian nhận hồ sơ: 09 giờ 41 phút, ngày 23 tháng 11 năm 2026
                Bộ phận Tiếp nhận và Trả kết quả UBND phường Hoàn Kiếm thông báo dừng giải quyết
                hồ sơ này kể từ 15 giờ 00 phút, ngày 20 tháng 11 năm 2026.
                Giai đoạn giải quyết: Thẩm định hồ sơ
                Người đề nghị dừng: Phạm Văn Hùng
                Lý do, căn cứ: Người nộp hồ sơ không bổ sung giấy tờ trong thời hạn.
                Phí, lệ phí đã thu: 16.000 đ, trả lại người nộp
                Giấy tờ trả lại gồm:
                1. Giấy chứng nhận quyền sử dụng đất (1 bản chính)
                Xin thông báo để Ông/Bà/Tổ chức được biết./.

                          NGƯỜI NHẬN THÔNG BÁO                     THỦ TRƯỞNG ĐƠN VỊ
                         (Ký và ghi rõ họ tên)                     (Ký tên, đóng dấu)


                             Nguyễn Thị Ánh

                - Mã tra cứu: 7K3F
                """)
    }

    @Test("form 06 as text")
    func controlText() {
        #expect(
            SlipPreview.lines(Samples.controlSlip, width: 80).joined(separator: "\n") == """
                      UBND PHƯỜNG HOÀN KIẾM              CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                 BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT QUẢ           Độc lập - Tự do - Hạnh phúc
                         ────────────────                   ───────────────────────────
                         Số: 0123/BPTNTKQ               Hoàn Kiếm, ngày 23 tháng 11 năm 2026

                                   PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ
                                         Mã hồ sơ: H26.1.5-261123-0001

                Hồ sơ của: Nguyễn Thị Ánh
                Nội dung yêu cầu giải quyết: Cấp bản sao trích lục hộ tịch
                Thời gian nhận hồ sơ: 09 giờ 41 phút, ngày 23 tháng 11 năm 2026
                Thời gian hẹn trả kết quả: 09 giờ 41 phút, ngày 05 tháng 11 năm 2026
                Cơ quan giải quyết hồ sơ: UBND phường Hoàn Kiếm
                Cơ quan phối hợp giải quyết hồ sơ: Chi nhánh Văn phòng đăng ký đất đai

                1.
                TÊN CƠ QUAN: 1. Giao: UBND phường Hoàn Kiếm - Tiếp nhận
                  2. Nhận: UBND phường Hoàn Kiếm - Thẩm định
                THỜI GIAN GIAO, NHẬN HỒ SƠ: 09 giờ 41 phút, ngày 03 tháng 11 năm 2026
                  Người giao: Trần Thu Hà
                  Người nhận: Phạm Văn Hùng
                KẾT QUẢ GIẢI QUYẾT HỒ SƠ: Trước hạn
                GHI CHÚ: Chuyển bước xử lý

                2.
                TÊN CƠ QUAN: 1. Giao: UBND phường Hoàn Kiếm - Thẩm định
                  2. Nhận: Chi nhánh Văn phòng đăng ký đất đai - Đo đạc
                THỜI GIAN GIAO, NHẬN HỒ SƠ: 10 giờ 00 phút, ngày 06 tháng 11 năm 2026
                  Người giao: Phạm Văn Hùng
                KẾT QUẢ GIẢI QUYẾT HỒ SƠ: Quá hạn
                GHI CHÚ: .....
                """)
    }

    @Test("form 07 stands in the order of the register and under its numbers, however the entries come")
    func registerOrder() {
        var register = Samples.register(of: 3)
        for (index, number) in [41, 9, 40].enumerated() { register.entries[index].number = number }
        register.entries[2].book = "01/2025"
        let content = RegisterContent(register)
        #expect(content.numbers == [40, 9, 41])
        #expect(content.table.rows.map { $0[0].suffix(1) } == ["2", "1", "0"])
        let lines = RegisterPreview.lines(content, width: 80)
        #expect(
            lines.filter { $0.contains("Mã hồ sơ:") }.map { $0.prefix { $0 != " " } } == ["40.", "9.", "41."])
    }

    @Test("form 07 as text")
    func registerText() {
        #expect(
            RegisterPreview.lines(Samples.register(of: 2), width: 80).joined(separator: "\n") == """
                      UBND PHƯỜNG HOÀN KIẾM              CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                 BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT QUẢ           Độc lập - Tự do - Hạnh phúc
                         ────────────────                   ───────────────────────────
                                                        Hoàn Kiếm, ngày 30 tháng 11 năm 2026

                                               SỔ THEO DÕI HỒ SƠ
                           Từ ngày 01 tháng 11 năm 2026 đến ngày 30 tháng 11 năm 2026

                1. Mã hồ sơ: H26.1.5-261103-1000; Tên thủ tục hành chính: Cấp bản sao trích lục
                   hộ tịch; Số lượng hồ sơ (bộ): 1; Tên cá nhân, tổ chức: Nguyễn Thị Ánh; Địa
                   chỉ, số điện thoại: Số 12 phố Hàng Bài, Số 12 phố Hàng Bài, Số 12 phố Hàng
                   Bài, Số 12 phố Hàng Bài, Số 12 phố Hàng Bài, Số 12 phố Hàng Bài,, 0912345678;
                   Cơ quan chủ trì giải quyết: UBND phường Hoàn Kiếm; Nhận hồ sơ: 03/11/2026,
                   09:41; Hẹn trả kết quả: 03/11/2026, 17:00; Trả kết quả: 03/11/2026, 15:30;
                   Phương thức nhận kết quả: Trực tiếp; Ký nhận: Nguyễn Văn Bình; Ghi chú: Quyển
                   01/2026, Đã trả kết quả
                2. Mã hồ sơ: H26.1.5-261103-1001; Tên thủ tục hành chính: Cấp bản sao trích lục
                   hộ tịch; Số lượng hồ sơ (bộ): 1; Tên cá nhân, tổ chức: Nguyễn Thị Ánh; Địa
                   chỉ, số điện thoại: 0912345678; Cơ quan chủ trì giải quyết: UBND phường Hoàn
                   Kiếm; Nhận hồ sơ: 03/11/2026, 09:41; Hẹn trả kết quả: 03/11/2026, 17:00;
                   Phương thức nhận kết quả: Trực tiếp; Ghi chú: Quyển 01/2026, Đang xử lý

                Sổ này có 2 hồ sơ.

                              NGƯỜI GHI SỔ                         PHỤ TRÁCH BỘ PHẬN
                         (Ký và ghi rõ họ tên)                   (Ký và ghi rõ họ tên)



                """)
    }
}
