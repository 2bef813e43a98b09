import Forms
import Models

extension Strings {
    /// The papers of one dossier.
    enum DossierPapers {
        static let title = say("Giấy tờ của hồ sơ", "Papers of the dossier")
        static let show = say("Xem giấy", "Show the paper")
        static let entry = say("Chờ tiếp nhận", "Waiting for intake")
        static func originals(_ paper: String, _ count: Int) -> Phrase {
            say("\(paper) (\(count) bản chính)", "\(paper) (\(counted(count, "original")))")
        }
        static let timeRanOut = say("Hệ thống, do hết thời hạn", "The system, as the time ran out")
        static let noFees = say("không thu", "none")
        static let signer = say("Người ký", "Signer")
        static let signerHelp = say(
            "Thủ trưởng đơn vị; bỏ trống thì ghi tay khi ký.",
            "The head of the unit; left empty it is written by hand.")
        static let reason = say("Lý do, căn cứ", "Reason and basis")
        static let reasonHelp = say(
            "In trên giấy đúng như gõ ở đây; nêu căn cứ pháp lý.",
            "Printed as it is typed here; name the legal basis.")
        static let newDueHelp = say(
            "Ngày hẹn mới ghi trên giấy; trong giờ làm việc, và chỉ hẹn lại một lần.",
            "The new appointment on the paper; within working hours, and given once.")
        static let fees = say("Phí, lệ phí đã thu", "Fees collected")
        static let feesHelp = say(
            "Đã thu bao nhiêu và xử lý thế nào: trả lại, không trả lại theo quy định nào.",
            "How much was collected and what becomes of it: given back, or kept by which rule.")
        static let returned = say("Giấy tờ trả lại", "Papers given back")
        static let returnedHelp = say(
            "Mỗi dòng một giấy tờ; bỏ trống nếu không có.", "One a line; empty: none.")

        /// Under a form's name: that it can be made, and from which act, or why not.
        static func state(_ choice: PaperChoice) -> Phrase {
            switch choice.obstacle {
            case nil:
                if let missed = choice.missed {
                    return say(
                        "In được: đã quá hẹn từ \(missed.display)",
                        "Can be printed: overdue since \(missed.display)")
                }
                guard let event = choice.event else { return say("In được", "Can be printed") }
                return say(
                    "In được, theo việc ngày \(event.at.date.display)",
                    "Can be printed, for the act of \(event.at.date.display)")
            case .notReceived?: return say("Chưa: hồ sơ chưa được tiếp nhận", "Not yet: it is not received")
            case .nothingAsked?:
                return say("Chưa: chưa yêu cầu bổ sung", "Not yet: no supplement was asked for")
            case .supplied?:
                return say(
                    "Không: đã hết chờ bổ sung, chỉ in lại được giấy đã in",
                    "No: the supplement is waited for no more; only a reprint of one that was made")
            case .closed?:
                return say(
                    "Không: đã có kết quả, chỉ in lại được giấy đã in",
                    "No: there is a result; only a reprint of one that was made")
            case .notRefused?: return say("Không: hồ sơ không bị từ chối", "No: it was not refused")
            case .notExtended?:
                return say(
                    "Chưa: thời hạn chưa được gia hạn, cũng chưa quá hẹn",
                    "Not yet: neither extended nor overdue")
            case .notStopped?:
                return say("Không: hồ sơ không dừng hay tạm dừng", "No: it is neither stopped nor suspended")
            case .decided?: return say("Không: đã có kết quả giải quyết", "No: there is a result")
            case .noHistory?: return say("Chưa: chưa có việc nào", "Not yet: nothing has happened")
            }
        }
    }

    /// The register of a period, form 07.
    enum Register {
        static let title = say("Sổ theo dõi hồ sơ", "Register of dossiers")
        static let from = say("Từ ngày", "From")
        static let to = say("Đến ngày", "To")
        static let help = say(
            "Theo ngày nhận hồ sơ; nhiều nhất 366 ngày.", "By day of intake; at most 366 days.")
        static let show = say("Xem sổ", "Show the register")
        static func count(_ count: Int) -> Phrase {
            say("Sổ có \(count) hồ sơ.", "The register has \(count).")
        }
        static func tooMany(_ count: Int) -> Phrase {
            say(
                "Kỳ này có quá \(count) hồ sơ cho một lần in. Hãy chọn kỳ ngắn hơn.",
                "This period has more than \(count) dossiers for one print. Choose a shorter one.")
        }
    }
}
