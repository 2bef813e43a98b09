import CDeflate
import Foundation

/// Packs the JSON that is kept of dossiers to a third: their keys and many of their words are the same in all.
///
/// What is packed opens only with the very dictionary that it was packed with: a better one becomes another format, with
/// a mark of its own in `SealedColumn`, and this one stays.
enum TextPacking {
    /// Shorter texts gain nothing.
    private static let smallest = 120
    /// Nothing that central keeps in a column is longer; whatever says so was not packed here.
    private static let largest = 64 << 20

    /// The packed text behind its length; nil where that would not be shorter.
    static func pack(_ text: [UInt8]) -> [UInt8]? {
        guard text.count >= smallest, text.count <= largest else { return nil }
        let capacity = text.count - 4
        return dictionary.withContiguousBytes { dictionary in
            var written = 0
            let packed = [UInt8](unsafeUninitializedCapacity: capacity + 4) { buffer, count in
                guard let out = buffer.baseAddress else { return }
                written = text.withUnsafeBufferPointer {
                    cdeflate_pack(
                        dictionary.baseAddress, dictionary.count, $0.baseAddress, $0.count, out + 4, capacity)
                }
                for index in 0..<4 { out[index] = UInt8(truncatingIfNeeded: text.count >> (8 * index)) }
                count = written + 4
            }
            return written > 0 && packed.count < text.count ? packed : nil
        }
    }

    /// Nil for what `pack` did not make.
    static func unpack(_ packed: [UInt8]) -> [UInt8]? {
        guard packed.count > 4 else { return nil }
        let length = (0..<4).reduce(0) { $0 | Int(packed[$1]) << (8 * $1) }
        guard (1...largest).contains(length) else { return nil }
        return dictionary.withContiguousBytes { dictionary in
            let text = [UInt8](unsafeUninitializedCapacity: length) { buffer, count in
                count = packed.withUnsafeBufferPointer { packed in
                    guard let from = packed.baseAddress else { return 0 }
                    return cdeflate_unpack(
                        dictionary.baseAddress, dictionary.count, from + 4, packed.count - 4,
                        buffer.baseAddress, length)
                }
            }
            return text.count == length ? text : nil
        }
    }

    /// What a dossier's document consists of, the commonest last. Never edited: see above.
    private static let dictionary = StaticText(
        #"""
        Lý do: Thiếu giấy tờ Văn bản ủy quyền (trường hợp nộp thay)Giấy tờ tùy thân đã hết hạn Hộ kinh doanh Công ty \#
        TNHH Giấy chứng nhận Trích lục bản sao Đăng ký thường trú Đăng ký tạm trú Đăng ký kết hôn Đăng ký khai tử \#
        Đăng ký khai sinh Chứng thực bản sao từ bản chính Chứng thực chữ ký trong giấy tờ, văn bản Thẻ căn cước hoặc \#
        hộ chiếu "note":"Trả tại quầy cho ","exemption":"nguoi_cao_tuoi","representative":"email":"@example.vn",\#
        "submitter":{"identity_number":"0","name":"Nguyễn Thị ","phone":"09","relation":"Cha, mẹ"},"tax_code":"01",\#
        "reason":"","missing":["Xã Phường Thành phố Hồ Chí Minh Tỉnh Thôn Số phố Trần Hưng Đạo, Phường Hoàn Kiếm, \#
        Thành phố Hà Nội","Trần Văn Minh Lê Phạm Hoàng Vũ Phan Bùi Đặng Đỗ Võ Ngô Dương Anh Hùng Dũng Linh Hương Lan \#
        Đã trả kết quả Đang xử lý Không tiếp nhận Từ chối Rút hồ sơ Chờ bổ sung Dừng xử lý Thẩm định Ký duyệt \#
        "answers":{"nyc_dan_toc":"01","nyc_dien_thoai":"0","nyc_ho_ten":"","nyc_ngay_sinh":"19","nyc_noi_cu_tru":"",\#
        "nyc_quan_he":"","nyc_quoc_tich":"Việt Nam","nyc_so_dinh_danh":"","nyc_gioi_tinh":"female","noi_nhan":"desk",\#
        {"accepted_at":"2026-T00:00:00+07:00","answers":{},"applicant":{"address":"","birth_date":"1985-01-01",\#
        "identity_number":"001185","kind":"citizen","name":"Nguyễn Văn ","phone":"09","sex":"female"},"case":"",\#
        "case_name":"","channel":1,"code":"H26.1.5-26","copies":1,"deadline":{"amount":3,"explanation":["Tiếp nhận lúc \#
        08:00 ngày 01/10/2026, ngoài giờ làm việc, tính từ 08:00 ngày 2026.","Thời hạn 3 ngày làm việc.","Giải quyết \#
        trong ngày.","Hẹn trả lúc 17:00 ngày 12/10/2026, thứ Hai."],"explanation_en":["Taken in at 11:47 on \#
        12/10/2026.","To be settled within the day.","3 working days.","Due at 17:00 on 12/10/2026, a Monday."],\#
        "unit":"working_days"},"unit":"same_day"},"decision":"receive","decision":"refuse","delivery":{"method":"post"\#
        },"delivery":{"method":"desk"},"documents":[{"code":"to_khai","copies":0,"digitised":"digitised","name":"Tờ \#
        khai","originals":1},{"code":"can_cuoc","copies":0,"digitised":"none","name":"","originals":0,"presented":true\#
        }],"due_at":"2026-T17:00:00+07:00","duplicates":[],"form_id":"khai-sinh","form_version":1,"id":"01a\#
        ","lookup_code":"","masked":false,"procedure":{"code":"1.00","name":"","version":1},"quantities":{},"quote":{\#
        "lines":[{"amount":10000,"basis":"Thông tư","fee_code":"","kind":"phi","name":"Phí ","quantity":1}],"total":0},\#
        "quote":{"lines":[],"total":0},"received_by":{"id":"019b89f3-9280-7000-8000-0000000000","name":"","position":\#
        "Công chức tiếp nhận hồ sơ"},"register_book":"01/2026","register_number":1,"revision":3,"status":10,\#
        "status_name":"","step":"hoan_thanh","step_name":"","submitted_at":"2026-T08:00:00+07:00","unit":{"code":\#
        "H26.1.5","name":"UBND phường Hoàn Kiếm"}}
        """#)
}

/// A text whose bytes stand still.
private struct StaticText: Sendable {
    private let bytes: [UInt8]

    init(_ text: String) { bytes = Array(text.utf8) }

    func withContiguousBytes<T>(_ body: (UnsafeBufferPointer<UInt8>) -> T) -> T {
        bytes.withUnsafeBufferPointer(body)
    }
}
