import Models

/// Slips as a desk makes them. Every name, number and address is made up.
enum Samples {
    static func instant(_ text: String) -> Instant {
        Instant(rfc3339: text) ?? Instant(seconds: 0)
    }

    /// Form 01 with one paper and most optional lines filled.
    static var onePaper: SlipDocument {
        SlipDocument(
            form: .appointment, authority: "UBND phường Hoàn Kiếm",
            desk: "Bộ phận Tiếp nhận và Trả kết quả", number: "0123/BPTNTKQ", place: "Hoàn Kiếm",
            date: instant("2026-11-23T09:41:00+07:00").date, code: "H26.1.5-261123-0001",
            lookupCode: "7K3F",
            lookupURL: "https://dichvucong.example.vn/tra-cuu?ma=H26.1.5-261123-0001",
            applicantName: "Nguyễn Thị Ánh", identityNumber: "001185000123",
            address: "Số 12 phố Hàng Bài, phường Cửa Nam, thành phố Hà Nội", phone: "0912345678",
            channel: "Trực tiếp", request: "Cấp bản sao trích lục hộ tịch",
            documents: [SlipPaper(name: "Tờ khai cấp bản sao trích lục hộ tịch", originals: 1)],
            fees: ["Lệ phí cấp bản sao trích lục hộ tịch: 2 bản × 8.000 đ = 16.000 đ"],
            timeText: "trong ngày làm việc",
            receivedAt: instant("2026-11-23T09:41:00+07:00"), dueAt: instant("2026-11-23T17:00:00+07:00"),
            resultAt: "Bộ phận Một cửa phường Hoàn Kiếm", registerBook: "01/2026", registerNumber: 123,
            officerName: "Trần Thu Hà")
    }

    /// Papers of one, two and three lines.
    static var manyPapers: SlipDocument {
        var slip = onePaper
        slip.documents = (1...25).map { number in
            let detail = Array(repeating: "có chứng thực của cơ quan có thẩm quyền", count: number % 3)
            return SlipPaper(
                name: (["Giấy tờ thứ \(number) của hồ sơ"] + detail).joined(separator: ", "),
                originals: number % 2, copies: number % 4,
                note: number.isMultiple(of: 5) ? "đã số hóa" : nil)
        }
        return slip
    }

    static let longName =
        "Công ty Trách nhiệm hữu hạn Một thành viên "
        + Array(repeating: "Xuất nhập khẩu Thương mại Dịch vụ Kỹ thuật", count: 12).joined(separator: " và ")

    /// An organisation's dossier, handed in by someone on its behalf.
    static var organisation: SlipDocument {
        var slip = onePaper
        slip.applicantName = "Công ty Cổ phần Sông Hồng"
        slip.identityNumber = nil
        slip.taxCode = "0100109106-001"
        slip.submitterName = "Trần Văn Bình"
        slip.submitterRelation = "theo giấy giới thiệu"
        slip.email = "lien.he@songhong.example.vn"
        return slip
    }

    /// What no citizen writes but a scanner, a paste or another system may send.
    static var hostile: SlipDocument {
        var slip = onePaper
        slip.applicantName =
            "\u{202E}Nguyễn\u{202C} <b>Thị</b> &amp; A\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}nh\u{7}\u{1B}[31m"
        slip.address = String(repeating: "a", count: 400)
        slip.request = "Việc\r\n\r\nmột\u{200B}hai\u{0}ba"
        slip.documents = [SlipPaper(name: "Giấy <span size='99999'>to</span>\u{2028}%s %n", copies: 1)]
        return slip
    }

    static var supplementRequest: SlipDocument {
        var slip = onePaper
        slip.form = .supplementRequest
        slip.number = "0045/HDHS"
        slip.receivedAt = nil
        slip.dueAt = nil
        slip.missing = ["Bản chính Giấy chứng sinh", "Giấy chứng nhận kết hôn của cha, mẹ (bản sao)"]
        slip.reasons = ["Thành phần hồ sơ chưa đủ theo quy định."]
        slip.contact = "bà Trần Thu Hà"
        slip.contactPhone = "024 3825 0000"
        return slip
    }

    static var refusal: SlipDocument {
        var slip = onePaper
        slip.form = .refusal
        slip.number = nil
        slip.lookupCode = nil
        slip.lookupURL = nil
        slip.receivedAt = nil
        slip.dueAt = nil
        slip.reasons = [
            "Việc này thuộc thẩm quyền của Công an phường.\nThửa đất không thuộc địa giới phường."
        ]
        return slip
    }
}
