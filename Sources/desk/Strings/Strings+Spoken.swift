import Forms
import Models

extension Strings {
    /// How it stands with a dossier, as it is read out; the answer page around it.
    enum Spoken {
        static let title = say("Trả lời về hồ sơ", "Answer about a dossier")
        static let hint = say(
            "Đọc từng câu cho người hỏi. C chép, P in, S lưu PDF, Enter mở hồ sơ.",
            "Read the sentences out. C copies, P prints, S saves a PDF, Enter opens the dossier.")
        static let copied = say(
            "Đã gửi câu trả lời tới bộ nhớ tạm của cửa sổ dòng lệnh. Có cửa sổ không nhận: hãy dán thử (trong tmux: set -g set-clipboard on).",
            "The answer was sent to the terminal's clipboard. Some terminals ignore it: try to paste (in tmux: set -g set-clipboard on)."
        )
        static let unverified = say(
            "Ở đây chưa xác minh người gọi: chỉ đọc cho người đã xác minh ở phiếu cuộc gọi (F11).",
            "No caller is verified here: read it out only to who was verified on a call's card (F11).")
        static let whom = say("Hỏi ai", "Whom to ask")
        static let when = say("Thời điểm", "When")
        static let what = say("Việc", "Act")
        static func at(_ moment: Phrase) -> Phrase {
            say("Theo hệ thống lúc \(moment.vi).", "As the system had it at \(moment.text(.en)).")
        }
        /// What could not be had is missing in the sentences.
        static func partly(_ why: Phrase) -> Phrase {
            say(
                "Câu trả lời chưa đủ: \(why.vi) F5 tải lại.",
                "The answer is not complete: \(why.text(.en)) F5 loads it again.")
        }
        static let overdueInCall = say(
            "Đã quá hẹn: có thể lập phiếu chuyển đơn vị ngay (F7).",
            "It is late: a ticket to the unit can be made at once (F7).")

        // MARK: The sentences

        static let dossier = say("Hồ sơ", "Dossier")
        static let state = say("Hiện nay", "Now")
        static let holder = say("Đang ở", "With")
        static let missing = say("Còn thiếu", "Missing")
        static let reason = say("Lý do", "Reason")
        static let due = say("Hẹn trả kết quả", "Due")
        static let fee = say("Phí, lệ phí", "Fees")
        static let delivery = say("Cách nhận kết quả", "Delivery")
        static let ask = say("Hỏi thêm", "For more")

        static func dossier(_ code: String, _ procedure: String, _ at: String, _ unit: String) -> Phrase {
            say(
                "Hồ sơ \(code), \(procedure), nộp ngày \(at) tại \(unit).",
                "Dossier \(code), \(procedure), handed in on \(at) at \(unit).")
        }
        static func moment(_ at: Instant) -> Phrase {
            say("\(at.clock) ngày \(at.date.display)", "\(at.clock) on \(at.date.display)")
        }
        static func state(_ status: Phrase, _ step: String, _ since: Phrase?) -> Phrase {
            let (vi, en) = (
                since.map { ", từ \($0.vi)" } ?? "", since.map { ", since \($0.text(.en))" } ?? ""
            )
            return say(
                "Hiện nay: \(status.vi), ở bước “\(step)”\(vi).",
                "Now: \(status.text(.en)), at step “\(step)”\(en).")
        }
        static func holder(_ unit: String) -> Phrase {
            say("Đang ở \(unit).", "It is with \(unit).")
        }
        static func missing(_ papers: String) -> Phrase {
            say("Còn thiếu: \(papers).", "Still missing: \(papers).")
        }
        static func due(_ at: Phrase) -> Phrase {
            say("Hẹn trả kết quả lúc \(at.vi).", "The result is due at \(at.text(.en)).")
        }
        static func overdue(_ at: Phrase) -> Phrase {
            say(
                "Đã quá hẹn trả lúc \(at.vi). Xin lỗi ông, bà.",
                "Its time, \(at.text(.en)), has passed. We apologise.")
        }
        static let noDue = say(
            "Chưa có hẹn trả vì thời gian đang tạm dừng.", "There is no date: the clock stands still.")
        /// What is left for its owner to do.
        static func ready(_ way: DeliveryMethod) -> Phrase {
            switch way {
            case .desk: say("Đã có kết quả, mang giấy hẹn đến nhận.", "The result is there; bring the slip.")
            case .post:
                say(
                    "Đã có kết quả, sẽ gửi qua bưu chính đến nơi đã đăng ký; không phải đến nhận.",
                    "The result is there and goes by post to the address that was given; nobody has to come.")
            case .online:
                say(
                    "Đã có kết quả bản điện tử, nhận trên cổng dịch vụ công; không phải đến nhận.",
                    "The result is there, to be had online at the portal; nobody has to come.")
            }
        }
        static func fee(_ money: String) -> Phrase {
            say("Phí, lệ phí: \(money) đồng.", "Fees: \(money) đồng.")
        }
        static func feePaid(_ money: String) -> Phrase {
            say("Phí, lệ phí: \(money) đồng, đã nộp.", "Fees: \(money) đồng, paid.")
        }
        static func feeWaits(_ money: String) -> Phrase {
            say("Phí, lệ phí: \(money) đồng, đang chờ nộp.", "Fees: \(money) đồng, to be paid.")
        }
        static func feeOwed(_ money: String, _ owed: String) -> Phrase {
            money == owed
                ? say("Phí, lệ phí: \(money) đồng, chưa nộp.", "Fees: \(money) đồng, not paid yet.")
                : say(
                    "Phí, lệ phí: \(money) đồng, còn phải nộp \(owed) đồng.",
                    "Fees: \(money) đồng, of which \(owed) đồng are to be paid.")
        }
        static let free = say("Không thu phí, lệ phí.", "No fees.")
        static func delivery(_ way: Phrase) -> Phrase {
            say("Cách nhận kết quả: \(way.vi).", "How the result is received: \(way.text(.en)).")
        }
        static func handedOver(_ at: Phrase, _ tracking: String?) -> Phrase {
            guard let tracking else {
                return say("Đã trả kết quả lúc \(at.vi).", "The result was handed over at \(at.text(.en)).")
            }
            return say(
                "Đã gửi kết quả qua bưu chính lúc \(at.vi), mã bưu gửi \(tracking).",
                "The result was posted at \(at.text(.en)), tracking number \(tracking).")
        }
        static func reason(_ reason: String) -> Phrase {
            say("Lý do: \(reason).", "Reason: \(reason).")
        }
        static func ask(_ unit: String) -> Phrase {
            say("Hỏi thêm tại \(unit).", "For more, ask \(unit).")
        }
    }
}
