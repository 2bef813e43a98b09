import Forms

/// The bodies of the forms that follow from acts after the intake: 04, 05 and 06.
extension SlipContent {
    /// Form 04, in the wording of form 04 of 2018 where that speaks of the same.
    mutating func addApology(_ slip: SlipDocument) {
        let desk = Self.deskInFull(slip)
        blocks.append(.field(SlipField("Kính gửi", SlipText.clean(slip.applicantName), isStrong: true)))
        let received = slip.receivedAt.map { $0.date.inWords } ?? "…………………"
        let caseName = SlipText.cleaned(slip.caseName).map { " - " + $0 } ?? ""
        blocks.append(
            .paragraph(
                "\(received.prefix(1).uppercased())\(received.dropFirst()), \(desk) tiếp nhận hồ sơ đề nghị giải "
                    + "quyết \(SlipText.clean(slip.request))\(caseName) của Ông/Bà/Tổ chức; "
                    + "mã số: \(SlipText.clean(slip.code))."))
        blocks.append(.field(SlipField("Thời gian hẹn trả kết quả", slip.oldDueAt?.inWords)))
        blocks.append(
            .paragraph(
                "Tuy nhiên, \(desk) không thể trả kết quả giải quyết hồ sơ đúng thời hạn ghi trong Giấy tiếp "
                    + "nhận hồ sơ và hẹn trả kết quả."))
        addReasons(slip, label: "Lý do")
        blocks.append(
            .paragraph(
                "Sự chậm trễ này đã gây phiền hà, tốn kém thời gian, công sức của Ông/Bà/Tổ chức. Chúng tôi xin "
                    + "lỗi Ông/Bà/Tổ chức và đề nghị gia hạn thời gian giải quyết hồ sơ."))
        blocks.append(.field(SlipField("Thời gian trả kết quả mới", Self.due(slip), isStrong: true)))
        blocks.append(
            .paragraph("Mong nhận được sự thông cảm của Ông/Bà/Tổ chức vì sự chậm trễ này./."))
        blocks.append(.signatures([Self.head(slip)]))
    }

    /// Form 05, which is new in 2025: what HN26 B.1 asks it to say.
    mutating func addStopNotice(_ slip: SlipDocument) {
        addApplicant(slip, label: "Hồ sơ của")
        addRequest(slip)
        blocks.append(.field(SlipField("Thời gian nhận hồ sơ", slip.receivedAt?.inWords)))
        guard let stop = slip.stop else { return }
        let verb = stop.isTemporary ? "tạm dừng" : "dừng"
        blocks.append(
            .paragraph(
                "\(Self.deskInFull(slip)) thông báo \(verb) giải quyết hồ sơ này kể từ \(stop.at.inWords)."))
        blocks.append(.field(SlipField("Giai đoạn giải quyết", SlipText.clean(stop.stage))))
        blocks.append(
            .field(SlipField("Người đề nghị \(verb)", SlipText.cleaned(stop.requestedBy))))
        addReasons(slip, label: "Lý do, căn cứ")
        blocks.append(.field(SlipField("Phí, lệ phí đã thu", SlipText.cleaned(stop.fees))))
        let returned = stop.returned.compactMap(SlipText.cleaned)
        blocks.append(
            returned.isEmpty
                ? .field(SlipField("Giấy tờ trả lại", "không có"))
                : .list("Giấy tờ trả lại gồm", returned))
        blocks.append(.paragraph("Xin thông báo để Ông/Bà/Tổ chức được biết./."))
        blocks.append(
            .signatures([
                SlipSignature(
                    title: "NGƯỜI NHẬN THÔNG BÁO", hint: Self.signHint, name: Self.submitter(slip).name),
                Self.head(slip),
            ]))
    }

    /// Form 06.
    mutating func addControl(_ slip: SlipDocument) {
        blocks.append(.field(SlipField("Hồ sơ của", SlipText.clean(slip.applicantName), isStrong: true)))
        blocks.append(.field(SlipField("Nội dung yêu cầu giải quyết", SlipText.clean(slip.request))))
        blocks.append(.field(SlipField("Thời gian nhận hồ sơ", slip.receivedAt?.inWords)))
        blocks.append(.field(SlipField("Thời gian hẹn trả kết quả", Self.due(slip))))
        blocks.append(.field(SlipField("Cơ quan giải quyết hồ sơ", SlipText.clean(slip.authority))))
        let others = (slip.otherUnits ?? []).compactMap(SlipText.cleaned)
        blocks.append(
            .field(
                SlipField(
                    "Cơ quan phối hợp giải quyết hồ sơ",
                    others.isEmpty ? "không có" : others.joined(separator: "; "))))
        blocks.append(
            .table(
                SlipTable(
                    titles: [
                        "TÊN CƠ QUAN", "THỜI GIAN GIAO, NHẬN HỒ SƠ", "KẾT QUẢ GIẢI QUYẾT HỒ SƠ", "GHI CHÚ",
                    ], rows: (slip.transfers ?? []).map(Self.cells))))
    }

    private static func cells(_ row: SlipTransfer) -> [String] {
        let people = [
            SlipText.cleaned(row.giver).map { "Người giao: " + $0 },
            SlipText.cleaned(row.taker).map { "Người nhận: " + $0 },
        ]
        let outcome =
            switch row.outcome {
            case .before?: "Trước hạn"
            case .onTime?: "Đúng hạn"
            case .late?: "Quá hạn"
            case nil: ""
            }
        return [
            "1. Giao: \(SlipText.clean(row.from))\n2. Nhận: \(SlipText.clean(row.to))",
            ([row.at.inWords] + people.compactMap(\.self)).joined(separator: "\n"), outcome,
            SlipText.cleaned(row.note) ?? "",
        ]
    }

    private static func head(_ slip: SlipDocument) -> SlipSignature {
        SlipSignature(
            title: "THỦ TRƯỞNG ĐƠN VỊ", hint: "(Ký tên, đóng dấu)", name: SlipText.cleaned(slip.signerName))
    }
}
