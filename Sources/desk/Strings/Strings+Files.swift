import Forms

extension Strings {
    /// Files: choosing, sending, looking at them, fetching them again, scanning paper.
    enum Files {
        static let vanished = say(
            "Tệp không còn ở đó. Chọn lại tệp.", "The file is not there any more. Choose it again.")
        static let noSuchPath = say(
            "Không có tệp hay thư mục nào ở đường dẫn này.", "There is no file or folder under this path.")
        static let denied = say(
            "Không có quyền đọc hay ghi ở đó.", "There is no permission to read or write there.")
        static let folder = say("Đây là thư mục, không phải tệp.", "This is a folder, not a file.")
        static let notAFolder = say("Đây không phải thư mục.", "This is not a folder.")
        static let notAFile = say("Đây không phải tệp thường.", "This is no ordinary file.")
        static let empty = say("Tệp rỗng.", "The file is empty.")
        static func tooLarge(_ size: Int, _ limit: Int) -> Phrase {
            say(
                "Tệp nặng \(megabytes(size)) MB; nhiều nhất \(megabytes(limit)) MB. Quét lại với độ phân giải thấp hơn.",
                "The file has \(megabytes(size)) MB; at most \(megabytes(limit)) MB. Scan it at a lower resolution."
            )
        }
        private static func megabytes(_ bytes: Int) -> String {
            // Rounded up: what is a byte too much must not read like what is allowed.
            let tenths = (bytes * 10 + (1 << 20) - 1) >> 20
            return "\(tenths / 10),\(tenths % 10)"
        }
        static let changed = say(
            "Tệp đã thay đổi trong lúc đọc. Đóng chương trình đang ghi tệp rồi chọn lại.",
            "The file changed while it was read. Close what writes to it and choose it again.")
        static let unknownType = say(
            "Nội dung tệp không phải loại nào mà hệ thống nhận.", "The content is of no kind that is taken.")
        static func misnamed(_ name: Phrase, _ content: Phrase) -> Phrase {
            say(
                "Tên tệp là \(name.text(.vi)) nhưng nội dung là \(content.text(.vi)). Chọn đúng tệp; nếu đúng là tệp này thì đổi đuôi cho khớp.",
                "The name says \(name.text(.en)), the content is \(content.text(.en)). Choose the right file; if it is this one, rename it."
            )
        }
        static func unwanted(_ type: Phrase, _ wanted: [Phrase]) -> Phrase {
            let list = wanted.map { $0.text(.vi) }.joined(separator: ", ")
            let english = wanted.map { $0.text(.en) }.joined(separator: ", ")
            return say(
                "Ở đây không nhận \(type.text(.vi)); chỉ nhận: \(list).",
                "\(type.text(.en)) is not taken here; only \(english).")
        }
        static let exists = say(
            "Đã có tệp cùng tên ở đó; tệp ấy được giữ nguyên.",
            "There is a file of this name; it was left alone.")
        static let full = say("Đĩa đầy. Xóa bớt rồi thử lại.", "The disk is full. Make room and try again.")
        static let readOnly = say("Không ghi được vào đĩa này.", "This disk can't be written to.")
        static let otherContent = say(
            "Nội dung nhận về không khớp mã của tệp; không lưu.",
            "What came does not match the file's hash; it was not kept.")
        static func failed(_ number: Int) -> Phrase {
            say("Lỗi hệ thống số \(number) khi đọc tệp.", "System error \(number) while reading the file.")
        }
        static let busy = say(
            "Tệp này đang được gửi ở màn hình khác.", "This file is being sent from another screen.")
        static let previewMissing = say(
            "Thiếu chương trình desk-preview. Chạy \"make\" để dựng, hoặc đặt nó cạnh desk.",
            "The program desk-preview is missing. Run \"make\" to build it, or put it beside desk.")
        static let damaged = say("Tệp hỏng, không xem được.", "The file is damaged and can't be shown.")
        static let locked = say(
            "Tệp có mật khẩu, không xem được.", "The file has a password and can't be shown.")
        static let previewTooLarge = say(
            "Ảnh quá lớn để xem trước. Tải về để xem.", "The picture is too large to preview. Download it.")
        static let previewSlow = say(
            "Xem trước mất quá lâu nên đã dừng.", "The preview took too long and was stopped.")
        static func previewBroken(_ code: Int) -> Phrase {
            say("Không xem trước được (mã \(code)).", "It can't be previewed (code \(code)).")
        }
        static func saved(_ path: String) -> Phrase { say("Đã lưu \(path)", "Saved \(path)") }
        static func sent(_ name: String) -> Phrase { say("Đã gửi tệp \(name).", "The file \(name) is sent.") }
        static let notSent = say(
            "Tệp chưa gửi xong nên chưa tải về được.", "The file is not sent yet and can't be fetched.")
        static func pending(_ n: Int) -> Phrase {
            say(
                "Còn \(n) tệp đang gửi. Đợi gửi xong rồi F10.",
                "\(counted(n, "file is", "files are")) being sent. Wait, then F10.")
        }
        static let cut = say("… còn nữa, tải về để xem hết", "… there is more; download it to see all")
        static let scanMissing = say(
            "Máy này chưa cài scanimage (gói sane-utils).", "scanimage is not installed (package sane-utils)."
        )
        static let scanNoDevice = say("Không thấy máy quét nào.", "No scanner was found.")
        static func scanFailed(_ reason: String) -> Phrase {
            say("Quét không được: \(reason)", "The scan failed: \(reason)")
        }
        static let scanSlow = say("Máy quét không trả lời.", "The scanner does not answer.")
        static let scanNothing = say("Không có giấy trong máy quét.", "There is no paper in the scanner.")
        static let scanning = say(
            "Đang quét… Alt-Q lần nữa để dừng.", "Scanning… Alt-Q again stops it.")
        static let ofDossier = say("Tệp đính kèm", "Files")
        static func count(_ code: String, _ n: Int) -> Phrase {
            say("\(n) tệp đính kèm hồ sơ \(code)", n == 1 ? "1 file of \(code)" : "\(n) files of \(code)")
        }
        static let scannerTitle = say("Quét bằng máy nào?", "Which scanner?")
        static let scannerText = say(
            "Máy này có nhiều máy quét. Máy đã chọn dùng cho các lần quét sau của hồ sơ này.",
            "There are several scanners. The one chosen is used for this dossier from now on.")
        static func pagesTitle(_ count: Int) -> Phrase {
            say("Đã quét \(count) trang", count == 1 ? "1 page scanned" : "\(count) pages scanned")
        }
        static let pagesText = say(
            "Còn trang nữa thì đặt vào máy quét rồi chọn quét tiếp.",
            "If there is another page, put it into the scanner and scan on.")
        static let pagesDone = say("Xong", "Done")
        static func nextPage(_ number: Int) -> Phrase { say("Quét trang \(number)", "Scan page \(number)") }
        static func dropPage(_ number: Int) -> Phrase { say("Bỏ trang \(number)", "Drop page \(number)") }
        static let scanStopped = say("Đã dừng quét.", "The scan was stopped.")
    }

    /// Reporting a wrong value of a source to its owner.
    enum Report {
        static let title = say("Báo sai lệch", "Report a wrong value")
        static let field = say("Mục", "Field")
        static let source = say("Nguồn", "Source")
        static let given = say("Nguồn ghi", "The source says")
        static let correct = say("Đúng là", "It should be")
        static let correctHelp = say(
            "Giá trị đúng theo giấy tờ công dân xuất trình.", "The right value, by the papers shown.")
        static let note = say("Ghi chú", "Note")
        static let noteHelp = say(
            "Giấy tờ nào cho biết, nếu có.", "Which paper says so, if there is one.")
        static let send = say("Gửi báo cáo", "Send the report")
        static let sent = say(
            "Đã gửi cho cơ quan quản lý dữ liệu nguồn.", "Sent to the owner of the source.")
        static let needsNumber = say(
            "Cần số định danh của chủ hồ sơ để báo sai lệch.",
            "The applicant's identity number is needed to report it.")
    }

    /// Handing a draft over.
    enum HandOver {
        static let title = say("Bàn giao nháp", "Hand a draft over")
        static let colleague = say("Cán bộ nhận", "Colleague")
        static let colleagueHelp = say(
            "Từ lúc bàn giao, chỉ người nhận mở được nháp này.",
            "From then on only the colleague can open this draft.")
        static let send = say("Bàn giao", "Hand over")
        static func done(_ name: String) -> Phrase {
            say("Đã bàn giao nháp cho \(name).", "The draft is \(name)'s now.")
        }
        static let nobody = say(
            "Đơn vị không có cán bộ tiếp nhận nào khác.", "Nobody else receives dossiers here.")
        static let unsent = say(
            "Nháp này đã gửi mà chưa biết kết quả, không bàn giao được.",
            "This draft was sent without a known outcome and can't be handed over.")
        static let unsynced = say(
            "Nháp ở đây mới hơn bản ở máy chủ, chưa bàn giao. Đợi đồng bộ rồi thử lại.",
            "The draft here is newer than the server's; it was not handed over. Try again in a moment.")
        static func expires(_ date: String, _ left: Phrase) -> Phrase {
            say(
                "Nháp hết hạn \(date), \(left.text(.vi)). Gõ tiếp vào nháp thì hạn tính lại từ đầu.",
                "The draft expires on \(date), \(left.text(.en)). Typing on in it begins its days anew.")
        }
    }

    /// The paper of a form, half filled in or whole.
    enum Paper {
        static let title = say("Bản giấy tờ khai", "The form on paper")
        static let hint = say(
            "P in, S lưu PDF, T lưu văn bản. Có thể in bất cứ lúc nào, kể cả khi chưa điền xong.",
            "P prints, S saves a PDF, T saves text. At any time, also half filled in.")
        static let nothing = say(
            "Chọn thủ tục trước, rồi mới có tờ khai để in.", "Choose a procedure first.")
    }

    /// `desk gallery`.
    enum Gallery {
        static let title = say("Mẫu thành phần", "Gallery")
        /// The states by their names in `ComponentSample.Look`.
        static func look(_ name: String) -> Phrase {
            switch name {
            case "empty": say("trống", "empty")
            case "typed": say("đã gõ", "typed")
            case "filled": say("điền sẵn", "filled in")
            case "error": say("lỗi", "error")
            case "warning": say("cảnh báo", "warning")
            case "locked": say("chỉ xem", "locked")
            case "working": say("đang xử lý", "working")
            default: Phrase(name)
            }
        }
        static let noFiles = say("Ở đây không gửi tệp đi đâu.", "No file is sent from here.")
        static let help = say(
            "Bày mọi thành phần của biểu mẫu, ở mọi trạng thái.", "Shows every component in every state.")
        static let helpForm = say(
            "Mở biểu mẫu trong tệp JSON này thay cho mẫu thành phần.",
            "Opens the form of this JSON file in place of the components.")
        static func unreadable(_ file: String, _ reason: String) -> Phrase {
            say("Không đọc được biểu mẫu \(file): \(reason).", "Can't read the form \(file): \(reason).")
        }
        static func badForm(_ file: String, _ findings: [String]) -> Phrase {
            let list = findings.joined(separator: "; ")
            return say("Biểu mẫu \(file) sai: \(list)", "The form \(file) is wrong: \(list)")
        }
        static let options = say(
            "--lang và --theme như của desk.", "--lang and --theme are those of desk.")
        static let hint = say(
            "PgDn, PgUp đổi trang; Alt-S trạng thái; Alt-T bộ màu; Alt-L ngôn ngữ; Esc thoát",
            "PgDn, PgUp turn pages; Alt-S state; Alt-T theme; Alt-L language; Esc quits")
    }
}
