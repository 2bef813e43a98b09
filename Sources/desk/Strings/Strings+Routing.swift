import APIClient
import Forms
import Models

extension Strings {
    /// Filter and order of a queue.
    enum Filter {
        static let title = say("Lọc hàng đợi", "Filter the queue")
        static let which = say("Chỉ những hồ sơ", "Only dossiers")
        static let order = say("Thứ tự", "Order")
        static let all = say("Tất cả", "All")
        static let query = say("Có chữ", "With the words")
        static let queryHelp = say(
            "Mã hồ sơ hoặc họ tên, không cần dấu.", "Code or name, accents not needed.")
        static let assignee = say("Người xử lý", "Officer")
        static let from = say("Tiếp nhận từ", "Received from")
        static let whichHelp = say(
            "Ngày tiếp nhận; hồ sơ chưa tiếp nhận thì theo ngày nộp.",
            "Days of being received; of being handed in where it is not received yet.")
        static let to = say("đến hết", "until")
        static let owing = say("Còn nợ phí, lệ phí", "With fees to be paid")
        static let uncollected = say("Kết quả quá 7 ngày chưa nhận", "Results not fetched for 7 days")
        static let sortBy = say("Theo", "By")
        /// The order that a queue has by itself.
        static func ownOrder(_ slug: String) -> Phrase {
            switch slug {
            case "due_soon", "overdue", "open": say("Hẹn trả sớm trước", "Due first")
            case "mine": say("Nộp sau trước", "Newest first")
            case "new", "online", "waiting_supplement", "waiting_payment", "waiting_delivery":
                say("Nộp trước trước", "Oldest first")
            default: say("Thứ tự của hàng đợi", "The queue's own order")
            }
        }
        static let descending = say("Từ lớn xuống nhỏ", "Descending")
        static let apply = say("Lọc", "Filter")
        static let nothing = say(
            "Không hồ sơ nào qua bộ lọc. Del bỏ lọc.", "No dossier passes the filter. Del clears it.")
        static func column(_ sort: InboxFilter.Sort) -> Phrase {
            switch sort {
            case .due: Strings.Queue.due
            case .submitted: Strings.Dossier.submitted
            case .name: Strings.Queue.applicant
            case .code: Strings.Queue.code
            }
        }
        static func sorted(_ sort: InboxFilter.Sort, isDescending: Bool) -> Phrase {
            let column = column(sort)
            let arrow = isDescending ? "↓" : "↑"
            return say("\(column.text(.vi)) \(arrow)", "\(column.text(.en)) \(arrow)")
        }
    }

    /// Acts on many dossiers.
    enum Bulk {
        static func marked(_ n: Int) -> Phrase { say("đã đánh dấu \(n)", "\(n) marked") }
        static func unasked(_ n: Int, _ all: Int, _ reason: Phrase) -> Phrase {
            say(
                "Chưa hỏi được \(n)/\(all) hồ sơ làm được việc gì: \(reason.text(.vi))",
                "What can be done with \(n) of \(counted(all, "dossier")) could not be asked: \(reason.text(.en))"
            )
        }
        static let most = say(
            "Nhiều nhất 200 hồ sơ một lần.", "At most 200 dossiers at a time.")
        static func title(_ verb: Phrase, _ n: Int) -> Phrase {
            say("\(verb.text(.vi)): \(n) hồ sơ", "\(verb.text(.en)): \(counted(n, "dossier"))")
        }
        static func checking(_ n: Int) -> Phrase {
            say(
                "Đang xem \(n) hồ sơ có làm được không…",
                "Seeing whether \(counted(n, "dossier")) can be done…")
        }
        static func possible(_ n: Int, _ not: Int) -> Phrase {
            not == 0
                ? say(
                    n == 1 ? "Hồ sơ này làm được." : "Làm được cả \(n) hồ sơ.",
                    n == 1 ? "It is possible." : "All \(n) are possible.")
                : say(
                    "\(n) hồ sơ làm được, \(not) hồ sơ không.",
                    "\(counted(n, "is", "are")) possible, \(counted(not, "is", "are")) not.")
        }
        static let none = say("Không hồ sơ nào làm được việc này.", "None of them can be done.")
        static func result(_ done: Int, _ refused: Int) -> Phrase {
            refused == 0
                ? say(
                    done == 1 ? "Đã làm xong." : "Đã làm xong cả \(done) hồ sơ.",
                    done == 1 ? "It is done." : "All \(done) are done.")
                : say(
                    "\(done) hồ sơ đã làm, \(refused) hồ sơ không được và vẫn còn dấu.",
                    "\(done) done, \(refused) refused and still marked.")
        }
        static let done = say("đã làm", "done")
        static let possibleRow = say("làm được", "possible")
        static let opensEach = say("phải mở riêng", "to be opened by itself")
        static let unknown = say(
            "Chưa biết hồ sơ nào đã làm. F10 gửi lại, mỗi hồ sơ chỉ làm một lần.",
            "It is not known which are done. F10 sends it again, each is done once.")
        static let pages = say(
            "PgUp PgDn cuộn danh sách dưới biểu mẫu.", "PgUp PgDn scroll the list below the form.")
        static let undone = say("đã hoàn tác", "taken back")
        static func signed(_ words: Phrase, _ n: Int) -> Phrase {
            let signs = signsEach(n)
            return say(
                "\(words.text(.vi)) \(signs.text(.vi))", "\(words.text(.en)) \(signs.text(.en))")
        }
        static func signsEach(_ n: Int) -> Phrase {
            say(
                "Mỗi hồ sơ được ký riêng: \(n) chữ ký.",
                "Each is signed by itself: \(counted(n, "signature")).")
        }
        static func waitsUndo(_ minutes: Int) -> Phrase {
            say(
                "U hoàn tác trong \(minutes) phút, hồ sơ chưa ai làm tiếp; Esc đóng.",
                "U takes back within \(minutes) min. what nobody went on with; Esc closes.")
        }
        static let final = say("Việc này không hoàn tác được.", "This can't be taken back.")
        static func finals(_ n: Int) -> Phrase {
            say("\(n) hồ sơ làm rồi không hoàn tác được.", "\(n) of them can't be taken back.")
        }
        static let waitsFinal = say(
            "Việc này không hoàn tác được; Esc đóng, hồ sơ không làm được vẫn còn dấu.",
            "This can't be taken back; Esc closes, refused ones stay marked.")
        static let waits = say(
            "Esc đóng; hồ sơ không làm được vẫn còn dấu.", "Esc closes; refused ones stay marked.")
    }

    /// All dossiers of an officer to another.
    enum HandOverAll {
        static let title = say("Bàn giao hồ sơ", "Hand over dossiers")
        static let command = say("Bàn giao mọi hồ sơ của một cán bộ", "Hand all dossiers of an officer over")
        static let from = say("Của", "From")
        static let fromHelp = say(
            "Mọi hồ sơ người này đang xử lý sẽ sang người nhận.", "All that this officer works on goes over.")
        static let to = say("Sang", "To")
        static let send = say("Bàn giao", "Hand over")
        static let preview = say("Xem trước", "Preview")
        static let working = say("Đang bàn giao…", "Handing over…")
        static func mine(_ name: String) -> Phrase { say("\(name) (tôi)", "\(name) (me)") }
        static let same = say("Người giao và người nhận là một.", "Both are the same officer.")
        static func head(_ from: String, _ to: String) -> Phrase { say("\(from) → \(to)", "\(from) → \(to)") }
        static func away(_ name: String) -> Phrase {
            say("\(name) (đã khóa, còn hồ sơ)", "\(name) (locked, still has dossiers)")
        }
        static func goes(_ n: Int, left: Int) -> Phrase {
            left == 0
                ? say(
                    n == 1 ? "Hồ sơ này sẽ chuyển sang." : "Cả \(n) hồ sơ sẽ chuyển sang.",
                    n == 1 ? "This dossier will go over." : "All \(n) dossiers will go over.")
                : say(
                    "\(n) hồ sơ sẽ chuyển sang, \(left) hồ sơ ở lại.",
                    "\(counted(n, "dossier")) will go over, \(counted(left, "stays", "stay")).")
        }
        static func went(_ n: Int, left: Int) -> Phrase {
            left == 0
                ? say(
                    n == 1 ? "Đã bàn giao 1 hồ sơ." : "Đã bàn giao cả \(n) hồ sơ.",
                    n == 1 ? "The dossier went over." : "All \(n) dossiers went over.")
                : say(
                    "Đã bàn giao \(n) hồ sơ, \(left) hồ sơ ở lại.",
                    "\(counted(n, "dossier")) went over, \(left) stayed."
                )
        }
        static func shared(_ n: Int) -> Phrase {
            say(
                "\(n) hồ sơ chưa ai nhận ở các bước chung: đồng nghiệp cùng bước đã thấy trong hàng đợi.",
                "\(n) at shared steps, not taken up: the others of the step have \(n == 1 ? "it" : "them") in their queues."
            )
        }
        static let empty = say(
            "Người này không giữ hồ sơ nào để bàn giao.", "This officer has no dossiers to hand over.")
        static let noneGoes = say(
            "Không hồ sơ nào chuyển được: người nhận chưa được phân quyền ở các bước này.",
            "None can go over: the receiver is not bound to these steps.")
        static let hasMore = say(
            "Còn nữa: bàn giao lần này xong, hãy bàn giao tiếp.",
            "There are more: hand over again after this.")
        static let taken = say("đang giữ", "has it")
        static let alone = say("chưa nhận, chỉ người này làm được", "not taken up, waits for him alone")
        static let unknown = say(
            "Chưa biết hồ sơ nào đã chuyển. F10 gửi lại, mỗi hồ sơ chỉ chuyển một lần.",
            "It is not known which went over. F10 sends it again, each goes once.")
        static let doIt = say("Bàn giao?", "Hand over?")
        static let nothingDone = say("Chưa bàn giao hồ sơ nào.", "Nothing was handed over.")
        static let confirm = say("F10 bàn giao; Esc quay lại.", "F10 hands over; Esc goes back.")
        static let waits = say("Esc đóng.", "Esc closes.")
        static func actTitle(_ from: String, _ to: String) -> String { "\(from) → \(to)" }
        static let nobody = say(
            "Không có đồng nghiệp nào để bàn giao.", "There is no colleague to hand over to.")
    }

    /// Why a dossier is not seen.
    enum Explain {
        static let title = say("Vì sao không thấy hồ sơ", "Why is a dossier not seen")
        static let command = say("Vì sao không thấy hồ sơ?", "Why do I not see a dossier?")
        static func of(_ code: String) -> Phrase {
            say("Vì sao không thấy \(code)?", "Why do I not see \(code)?")
        }
        static let code = say("Mã hồ sơ", "Code")
        static let ask = say("Hỏi", "Ask")
        static let help = say(
            "Gõ mã hồ sơ; F10 hỏi máy chủ vì sao tài khoản này thấy hay không thấy.",
            "Type the code; F10 asks why this account sees it or not.")
        static let visible = say("Tài khoản này thấy hồ sơ ấy.", "This account sees it.")
        static func acts(_ step: String) -> Phrase {
            say("Được làm việc ở bước \(step).", "May act at the step \(step).")
        }
        static func actsNot(_ step: String) -> Phrase {
            say("Không được làm việc ở bước \(step).", "May not act at the step \(step).")
        }
        static let hidden = say("Tài khoản này không thấy hồ sơ ấy.", "This account does not see it.")
    }
}
