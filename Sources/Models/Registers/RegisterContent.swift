import Forms

/// The words of a register in the layout of form 07, for paper and screen alike. Every text is clean (`SlipText`).
public struct RegisterContent: Hashable, Sendable {
    public var authority: String
    public var desk: String
    public var placeAndDate: String
    public var title: String
    /// "Từ ngày … đến ngày …"
    public var period: String
    public var marks: [String]
    public var table: SlipTable
    /// What stands before each row in place of its place in the table; nil counts the rows.
    public var numbers: [Int]?
    /// So many rows at the table's end are sums of the others, and no entries.
    public var sums = 0
    /// The table's columns that hold amounts: on paper they end under one another.
    public var amounts: Set<Int> = []
    /// How many there are, below the table.
    public var count: String
    /// What explains a number of `count`, in small letters below it.
    public var notes: [String] = []
    public var signatures: [SlipSignature]
    public var isTraining: Bool
    /// Its number among the forms; nil for what is none of them.
    public var form: String?

    init(
        authority: String, desk: String, placeAndDate: String, title: String, period: String, marks: [String],
        table: SlipTable, count: String, signatures: [SlipSignature], isTraining: Bool, form: String?
    ) {
        self.authority = authority
        self.desk = desk
        self.placeAndDate = placeAndDate
        self.title = title
        self.period = period
        self.marks = marks
        self.table = table
        self.count = count
        self.signatures = signatures
        self.isTraining = isTraining
        self.form = form
    }

    public init(_ register: RegisterDocument) {
        authority = SlipText.clean(register.authority).uppercased()
        desk = SlipText.clean(register.desk).uppercased()
        placeAndDate = SlipText.clean(register.place) + ", " + register.date.inWords
        title = "SỔ THEO DÕI HỒ SƠ"
        period = "Từ \(register.from.inWords) đến \(register.to.inWords)"
        marks = []
        if register.training { marks.append("TẬP HUẤN - không có giá trị pháp lý") }
        if register.reprint == 1 { marks.append("Bản in lại") }
        if register.reprint > 1 { marks.append("Bản in lại lần \(register.reprint)") }
        let entries = register.entries.sorted { ($0.book, $0.number) < ($1.book, $1.number) }
        table = SlipTable(
            titles: [
                "Mã hồ sơ", "Tên thủ tục hành chính", "Số lượng hồ sơ (bộ)", "Tên cá nhân, tổ chức",
                "Địa chỉ, số điện thoại", "Cơ quan chủ trì giải quyết", "Nhận hồ sơ", "Hẹn trả kết quả",
                "Trả kết quả", "Phương thức nhận kết quả", "Ký nhận", "Ghi chú",
            ], rows: entries.map(Self.cells))
        // The slip says under which number the dossier stands in the register: it is found there by that.
        numbers = entries.map(\.number)
        count = "Sổ này có \(register.entries.count) hồ sơ."
        signatures = [
            SlipSignature(title: "NGƯỜI GHI SỔ", hint: SlipContent.signHint, name: nil),
            SlipSignature(title: "PHỤ TRÁCH BỘ PHẬN", hint: SlipContent.signHint, name: nil),
        ]
        isTraining = register.training
        form = RegisterDocument.form
    }

    private static func cells(_ entry: RegisterEntry) -> [String] {
        let contact = [entry.address, entry.phone].compactMap(SlipText.cleaned).joined(separator: "\n")
        let method =
            switch entry.delivery {
            case .desk: "Trực tiếp"
            case .post: "Bưu chính"
            case .online: "Trực tuyến"
            }
        let taken = entry.recipient.flatMap(SlipText.cleaned) ?? ""
        return [
            SlipText.clean(entry.code), SlipText.clean(entry.procedureName), String(entry.sets),
            SlipText.clean(entry.applicantName), contact, SlipText.clean(entry.unitName),
            moment(entry.acceptedAt ?? entry.submittedAt), entry.dueAt.map(moment) ?? "",
            entry.returnedAt.map(moment) ?? "", method, taken,
            "Quyển \(SlipText.clean(entry.book))\n\(SlipText.clean(entry.statusName))",
        ]
    }

    /// "23/11/2026\n09:41"
    private static func moment(_ at: Instant) -> String {
        let clock = [at.hour, at.minute].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
        return at.date.display + "\n" + clock
    }
}
