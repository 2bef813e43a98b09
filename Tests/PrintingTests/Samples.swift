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

/// The papers of acts after the intake.
extension Samples {
    static var apology: SlipDocument {
        var slip = onePaper
        slip.form = .apology
        slip.number = "123/PXL-BPTNTKQ"
        slip.request = "Cấp giấy phép xây dựng nhà ở riêng lẻ"
        slip.receivedAt = instant("2026-11-03T09:41:00+07:00")
        slip.oldDueAt = instant("2026-11-24T09:41:00+07:00")
        slip.dueAt = instant("2026-12-01T09:41:00+07:00")
        slip.reasons = ["Phải kiểm tra thực địa lần hai vì mưa bão."]
        slip.signerName = "Lê Minh Đức"
        return slip
    }

    static var stopNotice: SlipDocument {
        var slip = onePaper
        slip.form = .stopNotice
        slip.number = "123/TB-BPTNTKQ"
        slip.lookupURL = nil
        slip.dueAt = nil
        slip.reasons = ["Người nộp hồ sơ không bổ sung giấy tờ trong thời hạn."]
        slip.stop = SlipStop(
            at: instant("2026-11-20T15:00:00+07:00"), isTemporary: false, stage: "Thẩm định hồ sơ",
            requestedBy: "Phạm Văn Hùng", fees: "16.000 đ, trả lại người nộp",
            returned: ["Giấy chứng nhận quyền sử dụng đất (1 bản chính)"])
        return slip
    }

    static var controlSlip: SlipDocument {
        var slip = onePaper
        slip.form = .controlSlip
        slip.dueAt = instant("2026-11-05T09:41:00+07:00")
        slip.otherUnits = ["Chi nhánh Văn phòng đăng ký đất đai"]
        slip.transfers = [
            SlipTransfer(
                from: "UBND phường Hoàn Kiếm - Tiếp nhận", to: "UBND phường Hoàn Kiếm - Thẩm định",
                at: instant("2026-11-03T09:41:00+07:00"), giver: "Trần Thu Hà", taker: "Phạm Văn Hùng",
                outcome: .before, note: "Chuyển bước xử lý"),
            SlipTransfer(
                from: "UBND phường Hoàn Kiếm - Thẩm định", to: "Chi nhánh Văn phòng đăng ký đất đai - Đo đạc",
                at: instant("2026-11-06T10:00:00+07:00"), giver: "Phạm Văn Hùng", outcome: .late),
        ]
        return slip
    }

    static func register(of count: Int) -> RegisterDocument {
        RegisterDocument(
            authority: "UBND phường Hoàn Kiếm", desk: "Bộ phận Tiếp nhận và Trả kết quả", place: "Hoàn Kiếm",
            date: instant("2026-11-30T17:00:00+07:00").date,
            from: instant("2026-11-01T00:00:00+07:00").date,
            to: instant("2026-11-30T00:00:00+07:00").date,
            entries: (0..<count).map { index in
                RegisterEntry(
                    number: index + 1, book: "01/2026", code: "H26.1.5-261103-\(1000 + index)",
                    procedureName: "Cấp bản sao trích lục hộ tịch", sets: 1,
                    applicantName: "Nguyễn Thị Ánh",
                    address: index.isMultiple(of: 7)
                        ? String(repeating: "Số 12 phố Hàng Bài, ", count: 6) : nil,
                    phone: "0912345678", unitName: "UBND phường Hoàn Kiếm",
                    submittedAt: instant("2026-11-03T09:41:00+07:00"),
                    acceptedAt: instant("2026-11-03T09:41:00+07:00"),
                    dueAt: instant("2026-11-03T17:00:00+07:00"),
                    returnedAt: index.isMultiple(of: 2) ? instant("2026-11-03T15:30:00+07:00") : nil,
                    delivery: .desk, recipient: index.isMultiple(of: 2) ? "Nguyễn Văn Bình" : nil,
                    status: index.isMultiple(of: 2) ? 10 : 4,
                    statusName: index.isMultiple(of: 2) ? "Đã trả kết quả" : "Đang xử lý")
            })
    }
}
