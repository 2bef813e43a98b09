import Forms

extension SlipContent {
    /// A receipt has the frame of a slip: who issues it, the dossier's code, what it says, who signs.
    public init(_ paper: ReceiptDocument) {
        authority = SlipText.clean(paper.authority).uppercased()
        desk = SlipText.clean(paper.desk).uppercased()
        code = SlipText.clean(paper.code)
        codeLine = "Mã hồ sơ: " + code
        link = paper.vietqr ?? Self.receiptLink(paper)
        placeAndDate = SlipText.clean(paper.place) + ", " + paper.at.date.inWords
        isTraining = paper.training
        form = nil
        copyLabels = [""]
        marks = []
        notes = []
        blocks = []
        switch paper.kind {
        case .receipt:
            heading = "Biên lai thu phí, lệ phí"
            foot = "Mẫu số: " + SlipText.clean(paper.template ?? "")
            let symbol = SlipText.clean(paper.symbol ?? "")
            number = "Ký hiệu: \(symbol)\u{A0}-\u{A0}Số: \(Self.receiptNumber(paper.number ?? 0))"
        case .provisional:
            heading = "Phiếu thu tạm"
            (foot, number) = ("", "Chưa có số biên lai")
        case .transfer:
            heading = "Phiếu hướng dẫn chuyển khoản phí, lệ phí"
            (foot, number) = ("", "Chưa thu")
        }
        title = heading.uppercased()
        if paper.training { marks.append("TẬP HUẤN - không có giá trị pháp lý") }
        if paper.voidReason != nil { marks.append("ĐÃ HỦY") }
        if paper.reprint == 1 { marks.append("Bản in lại") }
        if paper.reprint > 1 { marks.append("Bản in lại lần \(paper.reprint)") }
        addReceipt(paper)
    }

    /// Eight digits, as it stands on the paper.
    public static func receiptNumber(_ number: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(8 - digits.count, 0)) + digits
    }

    private static func receiptLink(_ paper: ReceiptDocument) -> String {
        guard let number = paper.number else { return SlipText.clean(paper.code) }
        return [
            SlipText.clean(paper.symbol ?? ""), receiptNumber(number), SlipText.clean(paper.code),
            String(paper.total), String((paper.checkCode ?? "").prefix(16)),
        ].joined(separator: "|")
    }

    private mutating func addReceipt(_ paper: ReceiptDocument) {
        blocks.append(
            .field(SlipField("Họ tên người nộp", SlipText.clean(paper.payerName), isStrong: true)))
        blocks.append(.field(SlipField("Địa chỉ", SlipText.cleaned(paper.payerAddress))))
        blocks.append(.field(SlipField("Thủ tục", SlipText.clean(paper.procedureName))))
        blocks.append(
            .table(
                SlipTable(
                    titles: ["Khoản thu", "Loại", "Số tiền (đồng)"],
                    rows: paper.lines.map { line in
                        let basis = SlipText.cleaned(line.basis).map { "\n(\($0))" } ?? ""
                        return [
                            SlipText.clean(line.name) + basis, line.kind == .phi ? "Phí" : "Lệ phí",
                            Money(line.amount).grouped,
                        ]
                    })))
        blocks.append(
            .field(SlipField("Tổng số tiền", Money(paper.total).display, isStrong: true)))
        blocks.append(.field(SlipField("Viết bằng chữ", Self.sentence(Money(paper.total).words))))
        let method =
            switch paper.method {
            case .cash: "Tiền mặt"
            case .transfer: "Chuyển khoản"
            case .online: "Trực tuyến qua nền tảng thanh toán"
            case .cod: "Bưu điện thu hộ"
            }
        blocks.append(
            .pair(SlipField("Hình thức", method), SlipField("Lúc", Self.clock(paper.at))))
        if let beneficiary = paper.beneficiary {
            blocks.append(
                .field(SlipField("Tài khoản nhận", SlipText.clean(beneficiary.account), isStrong: true)))
            blocks.append(.field(SlipField("Tên tài khoản", SlipText.clean(beneficiary.name))))
            blocks.append(.field(SlipField("Nội dung chuyển khoản", code, isStrong: true)))
        }
        if let other = paper.replaces.flatMap(SlipText.cleaned) {
            blocks.append(.field(SlipField("Thay thế biên lai", other)))
        }
        if let reason = paper.voidReason.flatMap(SlipText.cleaned) {
            blocks.append(.field(SlipField("Lý do hủy", reason)))
        }
        switch paper.kind {
        case .receipt:
            blocks.append(
                .signatures([
                    SlipSignature(title: "NGƯỜI NỘP TIỀN", hint: Self.signHint, name: nil),
                    SlipSignature(
                        title: "NGƯỜI THU TIỀN", hint: Self.signHint,
                        name: paper.officerName.flatMap(SlipText.cleaned)),
                ]))
            if let check = paper.checkCode { notes.append("Mã kiểm tra: \(check.prefix(16))") }
            notes.append("Bản thể hiện của biên lai điện tử; chữ ký số của cơ quan thu nằm ở bản điện tử.")
        case .provisional:
            blocks.append(
                .signatures([
                    SlipSignature(
                        title: "NGƯỜI THU TIỀN", hint: Self.signHint,
                        name: paper.officerName.flatMap(SlipText.cleaned))
                ]))
            notes.append("Phiếu này không phải biên lai. Biên lai được lập khi hệ thống kết nối lại.")
        case .transfer:
            notes.append("Mở ứng dụng ngân hàng, quét mã; số tiền và nội dung đã có sẵn, không sửa.")
            notes.append("Phiếu này không phải biên lai. Biên lai được lập khi ngân hàng báo có.")
        }
    }

    private static func sentence(_ text: String) -> String {
        text.prefix(1).uppercased() + text.dropFirst()
    }

    private static func clock(_ at: Instant) -> String {
        func pad(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(pad(at.hour)):\(pad(at.minute)) \(at.date.display)"
    }
}
