import Forms

extension Strings {
    /// `desk --plain`: prompts and messages that screens don't have.
    enum Plain {
        static let help = say(
            "Hỏi đáp từng dòng thay cho màn hình, cho trình đọc màn hình.",
            "Asks line by line instead of drawing screens, for screen readers.")
        static let menu = say("== Trang chủ", "== Home")
        static let choose = say("Chọn số hoặc gõ vài chữ", "Choose a number or type a few letters")
        static func drafts(_ count: Int) -> Phrase {
            say("Nháp đang dở (\(count))", "Unfinished drafts (\(count))")
        }
        static let yesNo = say("c/k", "y/n")
        static let yesElse = say("c/k, Enter là có", "y/n, Enter is yes")
        static let noElse = say("c/k, Enter là không", "y/n, Enter is no")
        static let again = say("Thử lại?", "Try again?")
        static let intro = say(
            "Quét thẻ ở câu hỏi nào cũng được. Gõ ? để được trợ giúp, ! để dừng và giữ nháp.",
            "A card can be scanned at any question. Type ? for help, ! to stop and keep the draft.")
        static let draftKept = say("Đã dừng. Nháp còn nguyên.", "Stopped. The draft is kept.")
        static func fillKnown(_ fields: String) -> Phrase {
            say("Điền từ dữ liệu đã có: \(fields)?", "Fill in what is known: \(fields)?")
        }
        static func otherCard(_ name: String) -> Phrase {
            say(
                "Thẻ này của \(name), khác người đang nhập; không điền. Dừng (!) rồi bắt đầu hồ sơ mới.",
                "This is the card of \(name), another person than the one entered; nothing was filled in. "
                    + "Stop (!) and begin a new dossier.")
        }
        static func keepProcedure(_ name: String) -> Phrase {
            say("Giữ thủ tục đã chọn, \(name)?", "Keep the procedure chosen, \(name)?")
        }
        static let papersHelp = say(
            "đủ: đã nhận đúng số cần; hai số, như \"1 2\": số bản chính và số bản sao; 0: không có; Enter giữ nguyên; < lùi; ! dừng.",
            "all: received as many as needed; two numbers, as \"1 2\": originals and copies; 0: none; Enter keeps what stands there; < back; ! stop."
        )
        static func paper(
            _ number: Int, _ count: Int, _ name: String, isRequired: Bool, needs: Phrase, has: (Int, Int)
        ) -> Phrase {
            let mark = isRequired ? say("bắt buộc", "required") : say("nếu có", "if any")
            return say(
                "\(number)/\(count) \(name) (\(mark.vi), \(needs.vi)) [có \(has.0) chính \(has.1) sao]",
                "\(number)/\(count) \(name) (\(mark.text(.en)), \(needs.text(.en))) [has \(counted(has.0, "original")), "
                    + "\(counted(has.1, "copy", "copies"))]")
        }
        /// What is noted of a paper, read back.
        static func noted(_ originals: Int, _ copies: Int) -> Phrase {
            guard originals + copies > 0 else {
                return say("Chưa nhận giấy này.", "This paper is not received.")
            }
            let vi = [(originals, "bản chính"), (copies, "bản sao")].filter { $0.0 > 0 }
            let en = [
                (originals, originals == 1 ? "original" : "originals"),
                (copies, copies == 1 ? "copy" : "copies"),
            ].filter { $0.0 > 0 }
            return say(
                "Đã nhận " + vi.map { "\($0.0) \($0.1)" }.joined(separator: ", ") + ".",
                "Received: " + en.map { "\($0.0) \($0.1)" }.joined(separator: ", ") + ".")
        }
        static let filledKnown = say("Đã điền.", "Filled in.")
        static let answerYesNo = say("Trả lời c (có) hoặc k (không).", "Answer y (yes) or n (no).")
        static func goesOnAt(_ page: Int, _ name: String) -> Phrase {
            say("Tiếp từ trang \(page), \(name).", "Going on at page \(page), \(name).")
        }
        static func send(_ decision: String) -> Phrase { say("Gửi: \(decision)?", "Send: \(decision)?") }
        static let slip = say(
            "Phiếu: i in, l lưu PDF, x đọc nội dung, g giấy khác, t tệp kèm theo, Enter bỏ qua",
            "Slip: p print, s save the PDF, r read it, o other papers, f files, Enter goes on")
        static let otherPaper = say(
            "Giấy này: i in, l lưu PDF, x đọc nội dung, Enter quay lại",
            "This paper: p print, s save the PDF, r read it, Enter goes back")
        static let figures = say(
            "Báo cáo: i in, l lưu bảng CSV, Enter quay lại", "Report: p print, s save as CSV, Enter goes back"
        )
        static let figuresHelp = say("Gõ i, l hoặc Enter.", "Type p, s or Enter.")
        static let otherPaperHelp = say("Gõ i, l, x hoặc Enter.", "Type p, s, r or Enter.")
        static let choosePaper = say(
            "Giấy nào (số, Enter quay lại)", "Which paper (number, Enter goes back)")
        static let chooseFile = say(
            "Tệp nào (1 xem tệp thứ nhất, tai 1 tải về, Enter quay lại)",
            "Which file (1 shows the first, save 1 fetches it, Enter goes back)")
        static let paper = say(
            "Bản giấy tờ khai: i in, l lưu PDF, v lưu văn bản, x đọc nội dung, Enter bỏ qua",
            "The form on paper: p print, s save the PDF, t save text, r read it, Enter goes on")
        static let paperHelp = say("Gõ i, l, v, x hoặc Enter.", "Type p, s, t, r or Enter.")
        static let draft = say(
            "Nháp này: Enter làm tiếp, b bàn giao, x xóa, < chọn nháp khác",
            "This draft: Enter goes on with it, h hand over, d delete, < another draft")
        static let draftHelp = say("Gõ b, x, < hoặc Enter.", "Type h, d, < or Enter.")
        static let reportCommand = say(
            "!sai báo giá trị điền sẵn ở đây là sai.",
            "!wrong reports that the value filled in here is wrong.")
        static let againCommand = say(
            "!lap điền như hồ sơ vừa nhập trước.", "!last fills in what the last dossier had.")
        static let fileCommands = say(
            "!xem 1 xem tệp thứ nhất, !tai 1 tải tệp ấy về máy.",
            "!view 1 shows the first file, !save 1 fetches it to this machine.")
        static let paperCommand = say(
            "!giay đọc, in hoặc lưu bản giấy của tờ khai.", "!paper reads, prints or saves the form on paper."
        )
        static let unknownCommand = say(
            "Không có lệnh ấy. Gõ ? để biết các lệnh, \\ phía trước để nhập đúng dấu !.",
            "There is no such command. ? tells them; a \\ before it enters the ! itself.")
        static let scanning = say("Đang quét…", "Scanning…")
        static let noFiles = say("Ở đây không có tệp nào.", "There is no file here.")
        static func fileNumber(_ count: Int) -> Phrase {
            say("Gõ số của tệp, từ 1 đến \(count).", "Type the file's number, 1 to \(count).")
        }
        /// What can be said of a picture.
        static func picture(_ type: String?, _ size: Int?, pages: Int) -> Phrase {
            let kilobytes = size.map { "\(($0 + 1023) / 1024) KB" }
            let facts = [type, kilobytes].compactMap(\.self)
            return say(
                (facts + ["\(pages) trang"]).joined(separator: ", ")
                    + ". Tải về để mở bằng chương trình khác.",
                (facts + [pages == 1 ? "1 page" : "\(pages) pages"]).joined(separator: ", ")
                    + ". Fetch it to open it with another program.")
        }
        static let slipHelp = say("Gõ i, l, x, g, t hoặc Enter.", "Type p, s, r, o, f or Enter.")
        static let acts = say("== Việc làm được", "== What can be done")
        static let notNow = say("chưa làm được", "not possible now")
        static let chooseAct = say(
            "Làm gì (số hoặc vài chữ, Enter bỏ qua)", "Which act (number or letters, Enter goes on)")
        static let noSuchAct = say("Không có việc nào như vậy.", "There is no such act.")
        static let severalActs = say("Có nhiều việc như vậy; gõ số.", "There are several; type the number.")
        static let actLeft = say("Đã bỏ, chưa làm gì với hồ sơ.", "Left; nothing was done to the dossier.")
        static let actUnknown = say(
            "Chưa biết đã làm được chưa; gửi lại cũng chỉ làm một lần.",
            "It is not known whether it was done; sent again it is done once.")
        static func nextPage(_ scanned: Int) -> Phrase {
            say("Đã quét \(scanned) trang. Quét trang nữa?", "Pages scanned: \(scanned). Scan another?")
        }
        static let chooseInQueue = say(
            "Chọn số hoặc gõ vài chữ; !loc lọc và sắp xếp, !het bỏ lọc, !nhieu làm với nhiều hồ sơ, !tiep tải thêm, ! quay lại",
            "Choose a number or letters; !filter filter and sort, !all no filter, !many act on many, !more load more, ! back"
        )
        static let queueHelp = say(
            "Gõ số của hồ sơ, !loc, !het, !nhieu, !tiep hoặc !.",
            "Type a dossier's number, !filter, !all, !many, !more or !.")
        static func filtered(_ words: String) -> Phrase { say("Đang lọc: \(words)", "Filtered: \(words)") }
        static let filteredOut = say(
            "Không hồ sơ nào qua bộ lọc; !het bỏ lọc.", "No dossier passes the filter; !all clears it.")
        static let noMore = say("Đã đọc hết hàng đợi.", "That is the whole queue.")
        static func chooseMany(_ count: Int) -> Phrase {
            say(
                "Những hồ sơ nào (1 đến \(count), ví dụ 1, 3-5; hoặc tất cả; Enter bỏ)",
                "Which dossiers (1 to \(count), as 1, 3-5; or all; Enter leaves)")
        }
        static let chooseManyHelp = say(
            "Gõ các số trong danh sách, ví dụ 1, 3-5, hoặc tất cả.",
            "Type numbers of the list, as 1, 3-5, or all.")
        static let manyLeft = say("Đã bỏ, chưa làm gì.", "Left; nothing was done.")
        static func undoMany(_ count: Int) -> Phrase {
            say("Hoàn tác \(count) hồ sơ vừa làm?", "Take back the \(count) just done?")
        }
        static let popular = say(
            "Thủ tục làm nhiều nhất; gõ số để xem hồ sơ:",
            "Procedures used most; a number lists their dossiers:")
        static let recent = say(
            "Vừa tra cứu, vừa mở; gõ số để mở lại:", "Looked up and opened last; a number opens it again:")
        static let bundle = say(
            "== Các hồ sơ khác của bộ liên thông", "== The other dossiers of the bundle")
        static let otherOfBundle = say(
            "Đọc hồ sơ nào (số, Enter bỏ qua)", "Which one to read (number, Enter goes on)")
        static func noSuchNumber(_ count: Int) -> Phrase {
            say("Gõ số từ 1 đến \(count).", "Type a number, 1 to \(count).")
        }
        static func nextProcedure(_ name: String) -> Phrase {
            say("Thủ tục tiếp theo cho \(name)?", "Another procedure for \(name)?")
        }
    }
}
