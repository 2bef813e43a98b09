/// The period report as a flat table, the same for a spreadsheet and for paper.
public enum PeriodReportSheet {
    public static let total = "Tổng cộng"

    /// The columns of the national report, each named with the group that it belongs to.
    public static let head = [
        "Mã", "Tên", "Tiếp nhận: Tổng", "Tiếp nhận: Kỳ trước chuyển sang", "Tiếp nhận: Trong kỳ - trực tuyến",
        "Tiếp nhận: Trong kỳ - trực tiếp", "Tiếp nhận: Trong kỳ - BCCI", "Đã xử lý: Tổng",
        "Đã xử lý: Trước hạn", "Đã xử lý: Đúng hạn", "Đã xử lý: Quá hạn", "Đang xử lý: Tổng",
        "Đang xử lý: Trong hạn", "Đang xử lý: Quá hạn", "Tạm dừng: Tổng", "Tạm dừng: Bổ sung",
        "Tạm dừng: NVTC", "Tạm dừng: Dừng",
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
