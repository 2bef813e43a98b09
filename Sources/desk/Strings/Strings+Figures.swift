import Forms
import Models

extension Strings {
    /// The day as a picture and the period as a report.
    enum Figures {
        static let title = say("Báo cáo kỳ", "Report of a period")
        static let command = say("Báo cáo kỳ, tỷ lệ đúng hạn", "Report of a period, on-time rate")
        static let from = say("Từ ngày", "From")
        static let to = say("Đến ngày", "To")
        static let help = say("Nhiều nhất 366 ngày.", "At most 366 days.")
        static let by = say("Chia theo", "By")
        static func grouping(_ by: PeriodReport.Grouping) -> Phrase {
            switch by {
            case .unit: say("Đơn vị", "Unit")
            case .procedure: say("Thủ tục", "Procedure")
            case .field: say("Lĩnh vực", "Field")
            }
        }
        static let show = say("Xem báo cáo", "Show the report")
        static func period(_ from: String, _ to: String) -> Phrase {
            say("Từ \(from) đến \(to)", "From \(from) to \(to)")
        }
        static func at(_ time: String) -> Phrase { say("tính đến \(time)", "as of \(time)") }
        static let total = say("Tổng cộng", "Total")

        static let received = say("Tiếp nhận", "Received")
        static let done = say("Đã xử lý", "Done")
        static let open = say("Đang xử lý", "In process")
        static let paused = say("Tạm dừng", "Paused")
        /// The columns of each group, at most five characters each.
        static let receivedColumns = [
            say("Tổng", "All"), say("KTrc", "Prev"), say("TTuy", "Onl"), say("TTiế", "Desk"),
            say("BCCI", "Post"),
        ]
        static let doneColumns = [
            say("Tổng", "All"), say("Trước", "Early"), say("Đúng", "Due"), say("Quá", "Late"),
        ]
        static let openColumns = [say("Tổng", "All"), say("Trong", "In t."), say("Quá", "Late")]
        static let pausedColumns = [
            say("Tổng", "All"), say("BSung", "Suppl"), say("NVTC", "Paym."), say("Dừng", "Stop"),
        ]
        /// The columns as they are read out, group by group.
        static let spokenColumns = [
            [
                say("tiếp nhận", "received"), say("kỳ trước chuyển sang", "carried over"),
                say("trực tuyến", "online"), say("trực tiếp", "at the desk"), say("bưu chính", "by post"),
            ],
            [
                say("đã xử lý", "done"), say("trước hạn", "early"), say("đúng hạn", "on time"),
                say("quá hạn", "late"),
            ],
            [say("đang xử lý", "open"), say("trong hạn", "in time"), say("quá hạn", "overdue")],
            [
                say("tạm dừng", "paused"), say("chờ bổ sung", "papers asked for"),
                say("chờ nghĩa vụ tài chính", "payment asked for"), say("dừng", "stopped"),
            ],
        ]
        /// What the short titles of columns mean; each line fits a narrow screen.
        static let abbreviations = [
            say(
                "KTrc kỳ trước chuyển sang · TTuy trực tuyến · TTiế trực tiếp",
                "Prev carried over · Onl online · Desk at the desk · In t. in time"),
            say(
                "BCCI bưu chính công ích · BSung chờ bổ sung · NVTC nghĩa vụ tài chính",
                "Suppl papers asked for · Paym. payment asked for · Stop stopped"),
        ]
        static let sideways = say("← → xem các cột khác.", "← → show the other columns.")

        static let rate = say(
            "Tỷ lệ đúng hạn theo Quyết định 766/QĐ-TTg", "On-time rate by Decision 766/QĐ-TTg")
        /// Which dossiers the rate judges beside those that the report counts, and those that Home counts; each line fits a
        /// narrow screen.
        static func judged(_ judged: Int, received: Int, refused: Int, withdrawn: Int) -> [Phrase] {
            [
                say(
                    "Tính \(judged) hồ sơ = \(received) tiếp nhận + \(refused) từ chối − \(withdrawn) rút khi chưa nhận.",
                    "Of \(counted(judged, "dossier")) = \(received) received + \(refused) refused − \(withdrawn) withdrawn before."
                ),
                say(
                    "Trang chủ đếm hồ sơ đã có giấy hẹn; báo cáo đếm cả hồ sơ phải bổ sung từ đầu.",
                    "Home counts those with a slip; the report also those that lacked papers at once."),
            ]
        }
        static let onTime = say("Đúng hạn", "On time")
        static let late = say("Quá hạn", "Overdue")
        static let ofUnits = say("Đơn vị", "Units")
        static let ofOfficers = say("Cán bộ", "Officers")
        static let system = say("Chưa ai nhận, hoặc hệ thống", "Not taken up, or the system")
        /// How a dossier counts for officers; each fits a narrow screen.
        static let attribution = [
            say(
                "Đúng hạn tính cho mọi cán bộ đã làm một bước; quá hạn, cho người giữ",
                "On time counts for all who did a step; overdue for who had it"),
            say(
                "hồ sơ lúc hết hạn. Tổng cộng đếm mỗi hồ sơ một lần.",
                "when its time ran out. The total has each dossier once."),
        ]
        static func percent(_ permille: Int) -> Phrase {
            say("\(permille / 10),\(permille % 10) %", "\(permille / 10).\(permille % 10) %")
        }

        static func saved(_ path: String) -> Phrase { say("Đã lưu \(path)", "Saved \(path)") }
        static func notSaved(_ reason: String) -> Phrase {
            say("Chưa lưu được: \(reason)", "Not saved: \(reason)")
        }
        static let saving = say("Đang lưu…", "Saving…")

        static func intake(_ count: Int) -> Phrase {
            say("Tiếp nhận hôm nay: \(count)", "Taken in today: \(count)")
        }
        static let queues = say("Đúng hạn, quá hạn", "On time, overdue")
        static let noWork = say("Không có hồ sơ nào.", "No dossiers.")
    }
}

extension Strings.Keys {
    private static func words(_ vi: String, _ en: String, _ viHelp: String, _ enHelp: String) -> Words {
        Words(name: Strings.say(vi, en), help: Strings.say(viHelp, enHelp))
    }

    static let saveList = words(
        "Lưu CSV", "Save CSV", "Lưu cả danh sách thành tệp CSV để mở bằng bảng tính.",
        "Save the whole list as a CSV file for spreadsheets.")
    static let saveFigures = words(
        "Lưu CSV", "Save CSV", "Lưu báo cáo thành tệp CSV để mở bằng bảng tính.",
        "Save the report as a CSV file for spreadsheets.")
    static let printFigures = words(
        "In", "Print", "In báo cáo trên khổ A4 ngang, hoặc lưu PDF nếu chưa có máy in.",
        "Print the report on A4 across, or save a PDF where there is no printer.")
    static let otherColumns = words(
        "Cột khác", "Columns", "Xem nhóm cột khác của báo cáo.", "Show other groups of columns.")
    static let earlierColumns = words(
        "Cột trước", "Columns back", "Về nhóm cột trước của báo cáo.", "Back to the groups of columns before."
    )
}
