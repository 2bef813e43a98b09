import Forms

/// The report of a period on paper, as `desk-print` reads it.
public struct PeriodReportDocument: PrintablePaper, Hashable {
    /// "UBND phường Hoàn Kiếm"
    public var authority: String
    /// "Bộ phận Tiếp nhận và Trả kết quả"
    public var desk: String
    public var place: String
    public var date: LocalDate
    public var report: PeriodReport
    /// Of all its dossiers, as Decision 766/QĐ-TTg counts it.
    public var onTime: OnTimeCounts
    public var training: Bool

    /// More lines than a province has units or procedures.
    static let mostLines = 5_000

    public init(
        authority: String, desk: String, place: String, date: LocalDate, report: PeriodReport,
        onTime: OnTimeCounts, training: Bool = false
    ) {
        self.authority = authority
        self.desk = desk
        self.place = place
        self.date = date
        self.report = report
        self.onTime = onTime
        self.training = training
    }

    public func issues() -> [SlipIssue] {
        var found = PaperFindings()
        found.require(authority, "authority", "thiếu tên cơ quan")
        found.require(desk, "desk", "thiếu tên bộ phận tiếp nhận")
        found.require(place, "place", "thiếu địa danh")
        for (key, text) in [("authority", authority), ("desk", desk), ("place", place)] {
            found.bound(text, key, SlipDocument.Limit.shortTextBytes)
        }
        if report.to < report.from { found.add("report/to", "ngày cuối không được trước ngày đầu") }
        found.bound(report.lines.count, "report/lines", Self.mostLines)
        for (index, line) in report.lines.enumerated() {
            found.bound(line.name, "report/lines/\(index)/name", RegisterDocument.Limit.textBytes)
        }
        return found.issues
    }
}

extension RegisterContent {
    /// A report has the frame of a register: who reports, of which period, a table, and who signs.
    public init(_ paper: PeriodReportDocument) {
        let report = paper.report
        let rate =
            paper.onTime.permille.map {
                "Tỷ lệ đúng hạn theo Quyết định 766/QĐ-TTg: \($0 / 10),\($0 % 10) % (\(paper.onTime.onTime)/\(paper.onTime.total) hồ sơ) (*)."
            } ?? "Không có hồ sơ nào để tính tỷ lệ đúng hạn."
        self.init(
            authority: SlipText.clean(paper.authority).uppercased(),
            desk: SlipText.clean(paper.desk).uppercased(),
            placeAndDate: SlipText.clean(paper.place) + ", " + paper.date.inWords,
            title: "BÁO CÁO TÌNH HÌNH GIẢI QUYẾT HỒ SƠ",
            period: "Từ \(report.from.inWords) đến \(report.to.inWords)",
            marks: paper.training ? ["TẬP HUẤN - không có giá trị pháp lý"] : [],
            table: SlipTable(
                titles: PeriodReportSheet.head.dropFirst().map(\.vi),
                rows: PeriodReportSheet.rows(report).map { $0.dropFirst().map(SlipText.clean) }),
            count: rate,
            signatures: [
                SlipSignature(title: "NGƯỜI LẬP BÁO CÁO", hint: SlipContent.signHint, name: nil),
                SlipSignature(title: "THỦ TRƯỞNG ĐƠN VỊ", hint: SlipContent.signHint, name: nil),
            ], isTraining: paper.training, form: nil)
        sums = 1
        if paper.onTime.total > 0 { notes = Self.onTimeNotes(paper) }
    }

    /// What the rate is counted from: not the same dossiers as the table, by Decision 766/QĐ-TTg, item 2.1.
    private static func onTimeNotes(_ paper: PeriodReportDocument) -> [String] {
        let (all, received) = (paper.onTime.total, paper.report.total.received)
        return [
            "(*) \(all) hồ sơ là số hồ sơ được đánh giá theo mục 2.1 của Quyết định 766/QĐ-TTg: tính cả hồ sơ bị "
                + "từ chối tiếp nhận, không tính hồ sơ rút trước khi được tiếp nhận, nên có thể khác "
                + "\(received) hồ sơ ở cột \"Tiếp nhận: Tổng\".",
            "Hồ sơ chờ bổ sung tính đến lần yêu cầu bổ sung đầu tiên; yêu cầu bổ sung quá một lần là quá hạn; hồ sơ "
                + "chưa xong tính đến cuối kỳ.",
        ]
    }
}
