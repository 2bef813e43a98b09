import Forms

/// The words of a slip in the layout of its form, for paper and screen alike.
///
/// Layout and wording: the forms of TT 01/2018/TT-VPCP, which TT 03/2025/TT-VPCP, Phụ lục I keeps by
/// name (its own wording was not found), with what one-stop systems print besides. Dates are written as
/// official papers write them: the day in two digits always, the month in two digits for January and
/// February only.
///
/// Every text is clean (`SlipText`) but for no-break spaces that were put in here, where no line should end.
public struct SlipContent: Hashable, Sendable {
    /// Nil for what is none of the forms: a receipt.
    public var form: SlipForm?
    /// The paper's name, in running text.
    public var heading: String
    /// What each copy says of itself.
    public var copyLabels: [String]
    /// At the lower end of every page.
    public var foot: String
    public var authority: String
    public var desk: String
    public var number: String
    public var placeAndDate: String
    public var title: String
    /// "Mã hồ sơ: …"
    public var codeLine: String
    public var code: String
    /// What the QR holds.
    public var link: String
    /// What sets this print apart: training, a reprint. Empty on the real first one.
    public var marks: [String]
    public var blocks: [SlipBlock]
    /// Below the signatures, for the citizen.
    public var notes: [String]
    public var isTraining: Bool

    public static let nation = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    public static let motto = "Độc lập - Tự do - Hạnh phúc"

    public init(_ slip: SlipDocument) {
        form = slip.form
        heading = slip.form.title
        copyLabels = slip.form.copyLabels
        foot = "Mẫu số " + slip.form.rawValue
        authority = SlipText.clean(slip.authority).uppercased()
        desk = SlipText.clean(slip.desk).uppercased()
        number = "Số: " + (SlipText.cleaned(slip.number) ?? "………………")
        placeAndDate = SlipText.clean(slip.place) + ", " + slip.date.inWords
        title = slip.form.title.uppercased()
        code = SlipText.clean(slip.code)
        codeLine = "Mã hồ sơ: " + code
        link = slip.lookupURL ?? code
        isTraining = slip.training
        marks = []
        if slip.training { marks.append("TẬP HUẤN - không có giá trị pháp lý") }
        if let amendment = slip.amendment { marks.append("Bản sửa \(amendment)") }
        if slip.reprint == 1 { marks.append("Bản in lại") }
        if slip.reprint > 1 { marks.append("Bản in lại lần \(slip.reprint)") }
        notes = []
        blocks = []
        switch slip.form {
        case .appointment: addAppointment(slip)
        case .supplementRequest: addSupplementRequest(slip)
        case .refusal: addRefusal(slip)
        case .apology: addApology(slip)
        case .stopNotice: addStopNotice(slip)
        case .controlSlip: addControl(slip)
        }
        // What stays in the office tells nobody how to look the dossier up.
        if slip.form != .controlSlip { addLookup(slip) }
    }

    private mutating func addAppointment(_ slip: SlipDocument) {
        blocks.append(.paragraph(Self.deskInFull(slip)))
        addApplicant(slip, label: "Tiếp nhận hồ sơ của")
        addRequest(slip)
        let papers = slip.documents.compactMap(Self.clean)
        if papers.isEmpty {
            blocks.append(.field(SlipField("Thành phần hồ sơ nộp gồm", "không có giấy tờ kèm theo")))
        } else {
            blocks.append(.papers("Thành phần hồ sơ nộp gồm", papers))
        }
        let presented = (slip.presented ?? []).compactMap(SlipText.cleaned)
        if !presented.isEmpty {
            blocks.append(
                .field(SlipField("Đã xuất trình, đã trả lại ngay", presented.joined(separator: "; "))))
        }
        blocks.append(
            .pair(
                SlipField("Số lượng hồ sơ", "\(Self.padded(slip.sets)) (bộ)"),
                SlipField("Hình thức nộp", SlipText.cleaned(slip.channel))))
        let fees = slip.fees.flatMap(SlipText.paragraphs)
        if fees.count == 1 {
            blocks.append(.field(SlipField("Phí, lệ phí", fees[0])))
        } else if !fees.isEmpty {
            blocks.append(.list("Phí, lệ phí", fees))
        }
        blocks.append(
            .field(SlipField("Thời gian giải quyết hồ sơ theo quy định là", SlipText.cleaned(slip.timeText))))
        blocks.append(.field(SlipField("Thời gian nhận hồ sơ", slip.receivedAt?.inWords)))
        blocks.append(
            .field(SlipField("Thời gian trả kết quả giải quyết hồ sơ", Self.due(slip), isStrong: true)))
        let linked = (slip.linked ?? []).compactMap(SlipText.cleaned)
        if !linked.isEmpty { blocks.append(.list("Hồ sơ liên thông tiếp nhận cùng lúc", linked)) }
        blocks.append(.field(SlipField("Đăng ký nhận kết quả tại", SlipText.cleaned(slip.resultAt))))
        blocks.append(
            .pair(
                SlipField("Vào Sổ theo dõi hồ sơ, Quyển số", SlipText.cleaned(slip.registerBook)),
                SlipField("Số thứ tự", slip.registerNumber.map { String($0) })))
        blocks.append(.signatures([Self.submitter(slip), Self.receiver(slip)]))
        notes.append(
            "Khi đến nhận kết quả: mang theo Giấy này và giấy tờ tùy thân; người nhận thay mang thêm "
                + "văn bản ủy quyền.")
    }

    private mutating func addSupplementRequest(_ slip: SlipDocument) {
        addApplicant(slip, label: "Hồ sơ của")
        addRequest(slip)
        blocks.append(
            .list(
                "Yêu cầu hoàn thiện hồ sơ gồm những nội dung sau", slip.missing.compactMap(SlipText.cleaned)))
        addReasons(slip, label: "Lý do")
        let contact = SlipText.cleaned(slip.contact) ?? "…………………………"
        let phone = SlipText.cleaned(slip.contactPhone) ?? "…………………"
        blocks.append(
            .paragraph(
                "Trong quá trình hoàn thiện hồ sơ nếu có vướng mắc, Ông/Bà liên hệ với \(contact), "
                    + "số điện thoại \(phone) để được hướng dẫn./."))
        blocks.append(
            .signatures([
                SlipSignature(
                    title: "NGƯỜI HƯỚNG DẪN", hint: Self.signHint, name: SlipText.cleaned(slip.officerName))
            ]))
    }

    private mutating func addRefusal(_ slip: SlipDocument) {
        let desk = Self.deskInFull(slip)
        blocks.append(.paragraph(desk))
        addApplicant(slip, label: "Tiếp nhận hồ sơ của")
        addRequest(slip)
        addReasons(
            slip,
            label: "Qua xem xét, \(desk) thông báo không tiếp nhận, giải quyết hồ sơ này với lý do "
                + "cụ thể như sau")
        blocks.append(.paragraph("Xin thông báo để Ông/Bà được biết và thực hiện./."))
        blocks.append(.signatures([Self.submitter(slip), Self.receiver(slip)]))
    }

    mutating func addApplicant(_ slip: SlipDocument, label: String) {
        let name = SlipField(label, SlipText.clean(slip.applicantName), isStrong: true)
        let identity = SlipText.cleaned(slip.identityNumber).map { SlipField("Số định danh", $0) }
        let tax = SlipText.cleaned(slip.taxCode).map { SlipField("Mã số thuế", $0) }
        switch (identity, tax) {
        case (let identity?, let tax?): blocks += [.field(name), .pair(identity, tax)]
        case (let only?, nil), (nil, let only?): blocks.append(.pair(name, only))
        case (nil, nil): blocks.append(.field(name))
        }
        if let name = SlipText.cleaned(slip.submitterName) {
            let relation = SlipText.cleaned(slip.submitterRelation).map { " (\($0))" } ?? ""
            blocks.append(.field(SlipField("Người nộp thay", name + relation)))
        }
    }

    mutating func addRequest(_ slip: SlipDocument) {
        let address = SlipField("Địa chỉ", SlipText.cleaned(slip.address))
        let reach: SlipBlock = .pair(
            SlipField("Số điện thoại", SlipText.cleaned(slip.phone)),
            SlipField("Email", SlipText.cleaned(slip.email)))
        let caseName = SlipText.cleaned(slip.caseName).map { " - " + $0 } ?? ""
        let request = SlipField("Nội dung yêu cầu giải quyết", SlipText.clean(slip.request) + caseName)
        switch slip.form {
        case .supplementRequest: blocks += [.field(request), .field(address), reach]
        case .appointment, .refusal, .apology, .stopNotice, .controlSlip:
            blocks += [.field(address), reach, .field(request)]
        }
    }

    mutating func addReasons(_ slip: SlipDocument, label: String) {
        let reasons = slip.reasons.flatMap(SlipText.paragraphs)
        blocks.append(
            reasons.count > 1 ? .list(label, reasons) : .field(SlipField(label, reasons.first)))
    }

    private mutating func addLookup(_ slip: SlipDocument) {
        if let code = SlipText.cleaned(slip.lookupCode) { notes.append("Mã tra cứu: \(code)") }
        if let url = slip.lookupURL { notes.append(Self.lookUpNote(url)) }
    }

    static func lookUpNote(_ url: String) -> String {
        "Tra cứu tình trạng hồ sơ: quét mã QR hoặc vào \(SlipText.clean(url))"
    }
}

extension SlipContent {
    /// A name of more characters is an organisation's; a person signs and writes their own.
    private static let longestSignedName = 80
    static let signHint = "(Ký và ghi rõ họ tên)"

    static func submitter(_ slip: SlipDocument) -> SlipSignature {
        let name =
            SlipText.cleaned(slip.submitterSignName)
            ?? [slip.submitterName, slip.applicantName].compactMap(SlipText.cleaned).first
            .flatMap { $0.count > longestSignedName ? nil : $0 }
        return SlipSignature(title: "NGƯỜI NỘP HỒ SƠ", hint: signHint, name: name)
    }

    private static func receiver(_ slip: SlipDocument) -> SlipSignature {
        SlipSignature(
            title: "NGƯỜI TIẾP NHẬN HỒ SƠ", hint: signHint, name: SlipText.cleaned(slip.officerName))
    }

    static func deskInFull(_ slip: SlipDocument) -> String {
        SlipText.clean(slip.desk) + " " + SlipText.clean(slip.authority)
    }

    private static func clean(_ paper: SlipPaper) -> SlipPaper? {
        SlipText.cleaned(paper.name).map { name in
            SlipPaper(
                name: name, originals: paper.originals, copies: paper.copies,
                note: SlipText.cleaned(paper.note))
        }
    }

    static func due(_ slip: SlipDocument) -> String {
        let text = SlipText.cleaned(slip.dueText)
        guard let dueAt = slip.dueAt else {
            return text ?? "Không có ngày hẹn trả cụ thể theo quy định"
        }
        return dueAt.inWords + (text.map { " (\($0))" } ?? "")
    }

    fileprivate static func joined(_ words: String...) -> String {
        words.joined(separator: "\u{A0}")
    }

    fileprivate static func padded(_ number: Int) -> String {
        number < 10 ? "0\(number)" : String(number)
    }
}

extension LocalDate {
    /// "ngày 05 tháng 02 năm 2026", "ngày 23 tháng 11 năm 2026", "ngày 01 tháng 3 năm 2026", with no-break
    /// spaces.
    var inWords: String {
        SlipContent.joined(
            "ngày", day < 10 ? "0\(day)" : "\(day)", "tháng", month < 3 ? "0\(month)" : "\(month)", "năm",
            "\(year)")
    }
}

extension Instant {
    /// "09 giờ 41 phút, ngày 23 tháng 11 năm 2026", with no-break spaces.
    var inWords: String {
        SlipContent.joined(
            SlipContent.padded(hour), "giờ", SlipContent.padded(minute), "phút,", date.inWords)
    }
}
