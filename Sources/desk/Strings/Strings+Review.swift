import Forms
import Models

/// The end of the intake: fees and delivery, the review and the submit.
extension Strings {
    /// Page 5.
    enum Terms {
        static let fees = say("Phí, lệ phí", "Fees")
        /// - Parameter per: The unit of a fee, as the data says it.
        static func count(_ per: String) -> Phrase {
            switch per {
            case "bản": say("Số bản", "Copies")
            case "trang": say("Số trang", "Pages")
            case "người": say("Số người", "Persons")
            case "trường hợp": say("Số trường hợp", "Cases")
            default: say("Số \(per)", "No. of \(per)")
            }
        }
        static func quantityHelp(_ name: String, _ amount: String, _ per: String) -> Phrase {
            say("\(name): \(amount)/\(per)", "\(name): \(amount)/\(per)")
        }
        static let pages = say("Số trang mỗi bản", "Pages of each copy")
        static let pagesHelp = say(
            "Số trang của từng bản: 3 3 12, hoặc số trang x số bản: 14x13.",
            "Pages of each copy: 3 3 12, or pages x copies: 14x13.")
        static let exemption = say("Miễn, giảm", "Exemption")
        static let exemptionHelp = say(
            "Nếu người nộp thuộc đối tượng miễn, giảm: F4 xem toàn văn rồi chọn.",
            "If the person is exempt: F4 shows the whole text to choose from.")
        /// Whom the law exempts, and what he shows for it.
        static func exempted(_ text: Phrase, showing evidence: String) -> Phrase {
            say("\(text.vi) Cần xem: \(evidence).", "\(text.text(.en)) To be shown: \(evidence).")
        }
        static func evidence(_ evidence: String) -> Phrase {
            say("Đã xem: \(evidence).", "Shown: \(evidence).")
        }
        static let sets = say("Số bộ hồ sơ", "Sets")
        static let setsHelp = say(
            "Người nộp đem tới mấy bộ; in trên phiếu tiếp nhận.",
            "How many sets were brought; printed on the slip.")
        static let delivery = say("Nhận kết quả", "Delivery")
        static let atDesk = say("tại quầy", "at the desk")
        static let byPost = say("bưu chính", "by post")
        static let online = say("trực tuyến", "online")
        static let recipient = say("Người nhận", "Recipient")
        static let postAddress = say("Địa chỉ nhận", "Address")
        static let postPhone = say("ĐT người nhận", "Phone")
        static let channel = say("Kênh nộp", "Channel")
        static let quote = say("Thu", "To collect")
        static let quoting = say("Đang tính…", "Counting…")
        static let noFee = say("Không thu phí, lệ phí.", "No fees.")
        static func quoteFailed(_ reason: String) -> Phrase {
            say("Chưa tính được phí: \(reason)", "Fees not known: \(reason)")
        }
        static let total = say("Cộng", "Total")
        static let paid = say("Đã nộp đủ.", "Paid in full.")
        static func unpaid(_ money: String) -> Phrase {
            say("Chưa nộp: \(money).", "To be paid yet: \(money).")
        }
        /// What is to be collected, and whether it has been.
        static func owed(_ dong: Int, isPaid: Bool) -> Phrase {
            let money = Money(dong: dong).display
            return isPaid
                ? say("\(money), đã nộp", "\(money), paid")
                : say("\(money), chưa nộp", "\(money), not paid yet")
        }
        static let exempted = say("Được miễn, giảm", "Exempted")
        static let appointment = say("Hẹn trả kết quả", "Appointment")
        static func appointmentFailed(_ reason: String) -> Phrase {
            say("Chưa tính được ngày hẹn: \(reason)", "The date is not known: \(reason)")
        }
        static func appointmentAt(_ moment: String) -> Phrase { say("Hẹn trả \(moment)", "Due \(moment)") }
        static let appointmentIfNow = say("Hẹn trả nếu nhận bây giờ", "If received now")
        static func more(_ key: String) -> Phrase { say("còn nữa ↓ \(key)", "more ↓ \(key)") }
        static func moreAbove(_ key: String) -> Phrase { say("↑ \(key)", "↑ \(key)") }
        static func declaredOther(_ field: String, _ declared: String) -> Phrase {
            say("\(field): tờ khai ghi \(declared)", "\(field): the form says \(declared)")
        }
        static let badPages = say(
            "Gõ số trang từ 1 đến 9999, cách nhau bằng dấu cách; 14x13 là 13 bản 14 trang.",
            "Page counts from 1 to 9999 with blanks between; 14x13 is 13 copies of 14.")
        static let tooManyCopies = say(
            "Một hồ sơ tính phí nhiều nhất 200 bản.", "A dossier counts 200 copies at most.")
        static func quantityWrong(_ label: Phrase) -> Phrase {
            say("ô “\(label.text(.vi))” chưa đúng.", "“\(label.text(.en))” is not right.")
        }
        /// In place of a sum where the dossier is not taken in.
        static func nothingCollected(_ decision: IntakeDecision) -> Phrase {
            decision == .refuse
                ? say("Không thu: hồ sơ không được tiếp nhận.", "Nothing to collect: it is not taken in.")
                : say(
                    "Chưa thu: hồ sơ chưa được tiếp nhận.", "Nothing to collect yet: it is not taken in yet.")
        }
        static let note = say("Ghi chú", "Note")
    }

    /// Page 6 and the submit.
    enum Review {
        static let decision = say("Quyết định", "Decision")
        static let receive = say("tiếp nhận (01)", "receive (01)")
        static let supplement = say("yêu cầu bổ sung (02)", "supplement (02)")
        static let refuse = say("từ chối (03)", "refuse (03)")
        static let decisionHelp = say(
            "F10 gửi và lập mẫu theo quyết định này; Ctrl-↓ xem tiếp phần dưới.",
            "F10 submits and makes the form as decided; Ctrl-↓ shows the rest below.")
        static let reason = say("Lý do", "Reason")
        static let reasonHelp = say(
            "In trên phiếu, người dân đọc: nói rõ thiếu gì, sai gì, làm thế nào.",
            "Printed on the slip for the citizen: say what is missing or wrong, and what to do.")
        static let refusalReason = say("Lý do từ chối", "Why refused")
        static let refusalHelp = say(
            "In trên mẫu 03: vì sao không tiếp nhận, căn cứ nào, người dân làm gì tiếp.",
            "Printed on form 03: why it is refused, on what basis, and what the citizen can do.")
        static let refusalTitle = say("Từ chối tiếp nhận hồ sơ?", "Refuse this dossier?")
        static func refusalText(_ name: String, _ reason: String) -> Phrase {
            say(
                "Hồ sơ của \(name) sẽ bị từ chối (mẫu 03), không rút lại được. Lý do: \(reason)",
                "The dossier of \(name) will be refused (form 03); this can't be taken back. Reason: \(reason)"
            )
        }
        static let supplementTitle = say("Lập phiếu yêu cầu bổ sung (mẫu 02)?", "Ask for papers (form 02)?")
        static func supplementText(_ papers: String) -> Phrase {
            say(
                "Chưa nhận đủ: \(papers). Người dân mang hồ sơ về bổ sung, chưa có phiếu tiếp nhận.",
                "Not received: \(papers). The citizen has to come again; there is no receipt slip yet.")
        }
        static let supplementSend = say("Lập mẫu 02", "Make form 02")
        static let refusalBack = say("Xem lại", "Back")
        static let refusalSend = say("Từ chối", "Refuse")
        static let asked = say("Yêu cầu hoàn thiện", "To be supplied")
        static let askedHelp = say(
            "Mỗi dòng một giấy tờ hay nội dung cần bổ sung.", "One paper or matter a line.")
        static let errors = say("Cần sửa trước khi gửi", "To be mended before sending")
        static func errorCount(_ n: Int) -> Phrase {
            say(
                "Còn \(n) chỗ cần sửa; F8 tới từng chỗ.",
                "\(counted(n, "thing")) to mend; F8 goes \(n == 1 ? "there" : "to each").")
        }
        /// Of all pages, as far as they were looked at: F10 looks at all.
        static func errorsLeft(_ n: Int) -> Phrase {
            say(
                "Đã thấy \(n) lỗi. F8: lỗi sau.",
                n == 1 ? "1 error found. F8: next one." : "\(n) errors found. F8: next one."
            )
        }
        static func emptyLeft(_ n: Int) -> Phrase {
            say(
                "Còn \(n) ô bắt buộc để trống: mẫu 02 không cần đủ, tiếp nhận thì cần.",
                n == 1
                    ? "1 required field is empty: form 02 can do without, receiving can't."
                    : "\(n) required fields are empty: form 02 needs none of them, receiving needs all.")
        }
        static let noErrors = say(
            "Chưa thấy lỗi nào. F10: kiểm tra cả hồ sơ.", "No error so far. F10 checks the whole dossier.")
        static let unreachable = say(
            "Không có điện thoại, thư điện tử: không nhắn tin cho người dân được.",
            "No phone and no e-mail: the citizen can't be told anything.")
        static let lookedOver = say(
            "Nháp mở lại: xem lại lần nữa, rồi F10 gửi.",
            "A draft taken up again: look it over once more, then F10 sends it.")
        static let allRight = say("Đủ thông tin. F10 gửi.", "Complete. F10 sends it.")
        static let submit = say("Gửi", "Submit")
        static let lookOver = say("Xem lại", "Review")
        static let sending = say("Đang gửi…", "Sending…")
        static let cancelling = say(
            "Đã dừng chờ; chưa biết kết quả. F10 gửi lại, không tạo hồ sơ thứ hai.",
            "Stopped waiting; the outcome is unknown. F10 sends it again, no second dossier.")
        static let missingPapers = say("Thiếu", "Missing")
        static let defaultReason = say(
            "Thành phần hồ sơ chưa đầy đủ theo quy định.", "The dossier lacks required papers.")
        static let missingTitle = say("Hồ sơ còn thiếu giấy tờ", "Papers are missing")
        static func missingText(_ list: String) -> Phrase {
            say("Chưa nhận: \(list). Lập phiếu nào?", "Not received: \(list). Which slip?")
        }
        static let backToPapers = say("quay lại giấy tờ", "back to the papers")
        static let serverErrors = say(
            "Máy chủ chưa nhận: xem các ô có dấu.", "The server did not accept it: see the marked fields.")
        static func retryHint(_ message: String) -> Phrase {
            say("\(message) F10 gửi lại cùng một lần gửi.", "\(message) F10 sends the same act again.")
        }
        static let sendAgain = say(
            "Đã nối lại; lần gửi trước chưa có trả lời. F10 gửi lại, không thành hai hồ sơ.",
            "The server is back; the last try was not answered. F10 sends it again, as one dossier.")
        static let duplicates = say("Có thể trùng", "Possibly a duplicate")
        static func duplicate(_ code: String, _ procedure: String) -> Phrase {
            say("\(code), \(procedure)", "\(code), \(procedure)")
        }
        static let difference = say("khác", "differs")
        static let existing = say("đã có", "existing")
        static let new = say("đang nhập", "new")
        static let noDifference = say(
            "Tờ khai không khác gì hồ sơ này.", "The declaration differs in nothing from that one.")
        static func moreDifferences(_ n: Int) -> Phrase {
            say("(còn \(n) chỗ khác nữa)", n == 1 ? "(1 more difference)" : "(\(n) more differences)")
        }
        static func moreDuplicates(_ n: Int) -> Phrase {
            say("▲ còn \(n) hồ sơ nữa; F3 tra cứu.", "▲ \(n) more; F3 looks them up.")
        }
        static func smallName(_ name: String) -> Phrase {
            say(
                "Tên viết thường trên giấy: \(name). Về trang ấy, Alt-U viết hoa.",
                "A name in small letters on the paper: \(name). Alt-U on its page writes capitals.")
        }
        static let duplicatesLoading = say("Đang tìm hồ sơ trùng…", "Looking for duplicates…")
        static func duplicatesUnknown(_ reason: String) -> Phrase {
            say(
                "CHƯA kiểm tra được hồ sơ trùng: \(reason) F5 thử lại, hoặc gửi mà không kiểm tra.",
                "Duplicates were NOT checked: \(reason) F5 tries again, or send without.")
        }
        static let duplicatesNeedNumber = say(
            "chưa có số định danh hay mã số thuế.", "there is no identity number or tax code yet.")
        static let unsigned = say("Tờ khai này phải được ký số.", "This form has to be signed.")
        static let signAgain = say(
            "Tờ khai đã sửa sau khi ký số: phải ký lại.",
            "The form was changed since it was signed: sign it again.")
        static let noSigner = say(
            "Tờ khai này phải được ký số, mà máy này chưa nối thiết bị hay dịch vụ ký số.",
            "This form has to be signed, and this machine has no signing token or service.")
        static func howToSign(_ key: String) -> Phrase {
            say("Xem lại tờ khai rồi bấm \(key) để ký số.", "Review the form, then \(key) signs it.")
        }
        static func mendFirst(_ reason: String) -> Phrase {
            say("Sửa xong mới ký được: \(reason)", "To be mended before signing: \(reason)")
        }
        static let askSign = say("Ký số tờ khai này", "Sign this form")
        static let signed = say("Đã ký số tờ khai.", "The form is signed.")
        static func signature(_ key: String) -> Phrase {
            say("Đã ký số bằng khóa \(key).", "Signed with the key \(key).")
        }
        static let doneBefore = say(
            "Lần gửi trước ĐÃ tới nơi với nội dung trước khi sửa; máy chủ chưa cho biết là hồ sơ nào. Không nhập lại, "
                + "tìm bằng F3.",
            "The earlier attempt HAD arrived, with what stood there before; the server has not said as which dossier. "
                + "Don't enter it again, find it with F3."
        )
        static let duplicateHint = say("Chỉ là cảnh báo, vẫn gửi được.", "Only a warning, it can be sent.")
        static func page(_ n: Int, _ label: String) -> Phrase {
            say("Trang \(n), \(label)", "Page \(n), \(label)")
        }
    }
}
