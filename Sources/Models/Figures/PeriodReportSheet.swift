/// The period report as a flat table, the same for a spreadsheet and for paper.
public enum PeriodReportSheet {
    public static let total = "Tổng cộng"

    public static let head = [
        "Mã", "Tên", "Tiếp nhận: tổng", "Kỳ trước chuyển sang", "Trong kỳ: trực tuyến", "Trong kỳ: trực tiếp",
        "Trong kỳ: BCCI", "Đã xử lý: tổng", "Trước hạn", "Đúng hạn", "Quá hạn", "Đang xử lý: tổng",
        "Trong hạn",
        "Đã quá hạn", "Tạm dừng: tổng", "Chờ bổ sung", "Chờ nghĩa vụ tài chính", "Dừng xử lý",
    ]

    /// A row of `head`'s length for each line, and one with the sums.
    public static func rows(_ report: PeriodReport) -> [[String]] {
        (report.lines + [PeriodReport.Line(key: "", name: total, counts: report.total)]).map { line in
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
