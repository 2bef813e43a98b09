import Forms
import Models

extension Strings {
    /// The hotline's calls: the card, what is found while somebody speaks, what is read out.
    enum Call {
        static let title = say("Cuộc gọi", "Call")
        static let commandHelp = say(
            "Mở phiếu cuộc gọi ở bàn tổng đài đang chạy, hoặc mở bàn mới.",
            "Opens a call's card on the running hotline desk, or starts one.")
        static let phoneHelp = say("Số điện thoại người gọi.", "The caller's telephone number.")
        static func noNumber(_ text: String) -> Phrase {
            say("Không đọc được số điện thoại: \(text)", "This is no telephone number: \(text)")
        }
        static let notTaken = say(
            "Bàn đang chạy không nhận cuộc gọi này.", "The running desk did not take the call.")
        static let nobody = say(
            "Không có bàn tổng đài nào đang chạy và đăng nhập.", "No hotline desk is running and logged in.")
        static let hotlineOnly = say(
            "Phiếu cuộc gọi chỉ dành cho tổng đài viên.", "Call cards are for the hotline's officers.")
        static let command = say("Phiếu cuộc gọi mới", "New call card")

        static func begun(_ at: String, _ length: String) -> Phrase {
            say("Gọi lúc \(at) · \(length)", "Since \(at) · \(length)")
        }
        static let verified = say("đã xác minh", "verified")
        static let unverified = say("chưa xác minh", "not verified")
        static let prompt = say("Tìm", "Find")
        static let placeholder = say(
            "mã hồ sơ, số, họ tên, hoặc câu hỏi", "code, number, name, or a question")
        static let searching = say("Đang tìm…", "Searching…")
        static func nothing(_ query: String, _ understood: [SearchUnderstood]) -> Phrase {
            let dossiers = Strings.Lookup.nothing(query, understood)
            return say(
                "\(dossiers.text(.vi)) Cũng không có câu hỏi nào.",
                "\(dossiers.text(.en)) Nor is there a question.")
        }
        static let asked = say("Được hỏi nhiều nhất:", "Asked most:")
        static let help = say(
            "Gõ mã hồ sơ, số điện thoại, họ tên hoặc vài chữ của câu hỏi; Enter mở, Tab sang phiếu, F10 lưu.",
            "Type a code, a number, a name or words of the question; Enter opens, Tab to the card, F10 saves."
        )
        static let helpOpen = say(
            "Đọc cho người gọi nghe. ↑↓ cuộn, Esc về danh sách.",
            "Read it out. ↑↓ scroll, Esc back to the list.")
        static let helpReadout = say(
            "Đọc cho người gọi nghe. F8 chép, Ctrl-P in, F9 lưu PDF; Esc về danh sách.",
            "Read it out. F8 copies, Ctrl-P prints, F9 saves a PDF; Esc back to the list.")
        static let dossiers = say("Hồ sơ", "Dossiers")
        static let questions = say("Hỏi đáp", "Questions")
        static let tickets = say("Phiếu trước", "Earlier tickets")
        static let dossierMark = say("HS", "D")
        static let questionMark = say("HĐ", "Q")
        static let ticketMark = say("PH", "T")

        static let card = say("Phiếu cuộc gọi", "Call card")
        static let phone = say("Số gọi đến", "Calling number")
        static let caller = say("Họ tên người gọi", "Caller's name")
        static let topic = say("Nội dung", "About")
        static let result = say("Kết quả", "Result")
        static let note = say("Ghi chú", "Note")
        static let noteHelp = say(
            "Điều người nhận cuộc sau cần biết.", "What whoever takes the next call should know.")
        static let save = say("Lưu, sẵn sàng cuộc sau", "Save, ready for the next")

        static func name(_ topic: CallTopic) -> Phrase {
            switch topic {
            case .dossier: say("Tiến độ hồ sơ", "A dossier")
            case .guidance: say("Hướng dẫn thủ tục", "Guidance")
            case .fee: say("Phí, lệ phí", "Fees")
            case .complaint: say("Phản ánh, kiến nghị", "Complaint")
            case .other: say("Việc khác", "Other")
            }
        }
        static func name(_ result: CallResult) -> Phrase {
            switch result {
            case .answered: say("Đã trả lời", "Answered")
            case .ticket: say("Chuyển phiếu", "Ticket")
            case .callback: say("Hẹn gọi lại", "Call back")
            case .unverified: say("Không xác minh được", "Not verified")
            case .dropped: say("Mất máy", "Dropped")
            }
        }

        static let verify = say("Xác minh người gọi", "Verify the caller")
        static let said = say("Người gọi đọc", "The caller says")
        static let what = say("Là", "Which is")
        static let lookupCode = say("mã tra cứu", "look-up code")
        static let identityDigits = say("số cuối định danh", "end of the identity number")
        static let phoneDigits = say("số cuối điện thoại", "end of the telephone")
        static let verifyHelp = say(
            "Bốn ký tự mã tra cứu trên giấy hẹn; hoặc ít nhất bốn số cuối của số định danh, điện thoại.",
            "The four characters on the slip; or at least the last four digits of identity number or telephone."
        )
        static let check = say("Kiểm tra", "Check")
        static func wrong(_ left: Int) -> Phrase {
            guard left > 0 else {
                return say(
                    "Không khớp, và hết lượt thử: trong một giờ tới không xác minh được. Chưa nói gì về hồ sơ.",
                    "It does not match, and no try is left for an hour. Say nothing of the dossier.")
            }
            return say(
                "Không khớp, còn \(left) lần thử. Nhờ người gọi đọc lại; chưa đúng thì chưa nói gì về hồ sơ.",
                "It does not match, \(counted(left, "try", "tries")) left. Ask again; say nothing of the dossier before it does."
            )
        }
        static let isVerified = say("Đã xác minh. Đọc câu trả lời.", "Verified. Read the answer out.")

        static func saved(_ length: String) -> Phrase {
            say("Đã lưu cuộc gọi (\(length)).", "The call is saved (\(length)).")
        }
        static func savedTicket(_ code: String) -> Phrase {
            say("Đã lưu cuộc gọi, đọc mã phiếu: \(code)", "Saved. Read out the ticket's code: \(code)")
        }
        static func rings(_ number: String) -> Phrase {
            say("Cuộc gọi đến \(number): F11 mở phiếu mới.", "A call from \(number): F11 opens its card.")
        }
        static let phonePattern = say(
            "Chỉ gồm chữ số, +, dấu cách, chấm, gạch.",
            "Digits, +, blanks, points and hyphens only.")
        static let closeTitle = say("Đóng phiếu?", "Close the ticket?")
        static func earlierUnknown(_ reason: Phrase) -> Phrase {
            say(
                "Chưa biết người gọi có phiếu nào đang mở: \(reason.text(.vi))",
                "Whether the caller has open tickets is not known: \(reason.text(.en))")
        }
        static let kept = say("Phiếu dở đã giữ ở Trang chủ.", "The card is kept on Home.")
        static let maybeSaved = say(
            "Chưa biết đã lưu chưa; gửi lại cũng chỉ lưu một lần.",
            "It is not known whether it was saved; sent again it is saved once.")
        static let inUse = say(
            "Phiếu này đang mở ở cửa sổ khác.", "This card is open in another window.")
        static func ticketReady(_ to: String) -> Phrase {
            say("Kèm phiếu chuyển: \(to)", "With a ticket: \(to)")
        }
        static func callingNumber(_ number: String) -> String { "Số gọi đến: " + number }
        static func scriptVersion(_ id: String, _ version: Int) -> Phrase {
            say("\(id) bản \(version)", "\(id) version \(version)")
        }
        static func draftTitle(_ phone: String?) -> String { "Cuộc gọi " + (phone ?? "không rõ số") }

        // MARK: Home

        static let today = say("Cuộc gọi hôm nay", "Calls today")
        static let openTickets = say("Phiếu đang mở", "Open tickets")
        static let noCalls = say("Chưa có cuộc gọi nào.", "No calls yet.")
        static let noTickets = say("Không có phiếu nào đang mở.", "No open tickets.")
        static let unfinished = say("dở dang", "unfinished")
        static func byHour(_ n: Int) -> Phrase { say("Theo giờ (\(n))", "By hour (\(n))") }
        static func byResult(_ seconds: Int?) -> Phrase {
            guard let seconds else { return say("Theo kết quả", "By result") }
            return say(
                "Theo kết quả, giữa \(Strings.Call.length(seconds))",
                "By result, median \(Strings.Call.length(seconds))")
        }
        static let homeHint = say(
            "G mở cuộc gọi mới, / để tra cứu. Enter mở dòng đang chọn, Tab sang phiếu.",
            "G opens a new call, / looks up. Enter opens the row, Tab goes to the tickets.")
        static let unknownNumber = say("không rõ số", "no number")

        /// `00:41`, `12:05`, `1:02:07`.
        static func length(_ seconds: Int) -> String {
            func two(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
            let (hours, rest) = (seconds / 3600, two(seconds / 60 % 60) + ":" + two(seconds % 60))
            return hours == 0 ? rest : "\(hours):\(rest)"
        }
    }
}
