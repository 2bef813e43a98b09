import Forms

/// The period report as a flat table, the same for a spreadsheet and for paper.
public enum PeriodReportSheet {
    public static let total = Phrase("Tổng cộng", en: "Total")

    /// The columns of the national report, each named with the group that it belongs to.
    public static let head = [
        Phrase("Mã", en: "Code"),
        Phrase("Tên", en: "Name"),
        Phrase("Tiếp nhận: Tổng", en: "Received: All"),
        Phrase("Tiếp nhận: Kỳ trước chuyển sang", en: "Received: Carried over"),
        Phrase("Tiếp nhận: Trong kỳ - trực tuyến", en: "Received: Online"),
        Phrase("Tiếp nhận: Trong kỳ - trực tiếp", en: "Received: At the desk"),
        Phrase("Tiếp nhận: Trong kỳ - BCCI", en: "Received: By post"),
        Phrase("Đã xử lý: Tổng", en: "Done: All"),
        Phrase("Đã xử lý: Trước hạn", en: "Done: Early"),
        Phrase("Đã xử lý: Đúng hạn", en: "Done: On time"),
        Phrase("Đã xử lý: Quá hạn", en: "Done: Late"),
        Phrase("Đang xử lý: Tổng", en: "In process: All"),
        Phrase("Đang xử lý: Trong hạn", en: "In process: In time"),
        Phrase("Đang xử lý: Quá hạn", en: "In process: Overdue"),
        Phrase("Tạm dừng: Tổng", en: "Paused: All"),
        Phrase("Tạm dừng: Bổ sung", en: "Paused: Papers asked for"),
        Phrase("Tạm dừng: NVTC", en: "Paused: Payment asked for"),
        Phrase("Tạm dừng: Dừng", en: "Paused: Stopped"),
    ]

    /// A row of `head`'s length for each line, and one with the sums.
    public static func rows(_ report: PeriodReport, _ language: Language = .vi) -> [[String]] {
        (report.lines + [PeriodReport.Line(key: "", name: total.text(language), counts: report.total)]).map {
            line in
            [line.key, line.name] + numbers(line.counts).map { "\($0)" }
        }
    }

    /// In the order of `head`.
    public static func numbers(_ counts: PeriodCounts) -> [Int] {
        [
            counts.received, counts.carriedOver, counts.online, counts.direct, counts.postal, counts.done,
            counts.doneEarly, counts.doneOnTime, counts.doneLate, counts.open, counts.openOnTime,
            counts.openLate,
            counts.paused, counts.waitingSupplement, counts.waitingPayment, counts.stopped,
        ]
    }
}
