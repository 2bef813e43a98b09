import Forms

extension Strings {
    /// The page of one dossier.
    enum Dossier {
        static let title = say("Hồ sơ", "Dossier")
        static func noClock(_ reason: Phrase) -> Phrase {
            say(
                "Chưa có đồng hồ thời hạn: \(reason.text(.vi))",
                "The clock of its term is missing: \(reason.text(.en))")
        }
        static let lookupCode = say("Mã tra cứu", "Look-up code")
        static let procedure = say("Thủ tục", "Procedure")
        static let caseName = say("Trường hợp", "Case")
        static let applicant = say("Chủ hồ sơ", "Applicant")
        static let submitter = say("Người nộp thay", "Submitted by")
        static let name = say("Họ và tên", "Name")
        static let organisation = say("Tên tổ chức", "Organisation")
        static let number = say("Số định danh", "Identity number")
        static let taxCode = say("Mã số thuế", "Tax code")
        static let birth = say("Ngày sinh", "Born")
        static let sex = say("Giới tính", "Sex")
        static let female = say("nữ", "female")
        static let male = say("nam", "male")
        static let address = say("Địa chỉ", "Address")
        static let phone = say("Điện thoại", "Phone")
        static let email = say("Thư điện tử", "E-mail")
        static let representative = say("Người đại diện", "Representative")
        static let deadline = say("Thời hạn", "Deadline")
        static let submitted = say("Nộp lúc", "Submitted")
        static let accepted = say("Tiếp nhận", "Accepted")
        static let due = say("Hẹn trả", "Due")
        static let why = say("Cách tính", "How it is counted")
        static let noDue = say("chưa có ngày hẹn", "no date yet")
        static let papers = say("Thành phần hồ sơ", "Papers")
        static let presented = say("đã xuất trình, trả lại ngay", "shown and given back")
        static func originals(_ n: Int) -> Phrase {
            say("\(n) bản chính", n == 1 ? "1 original" : "\(n) originals")
        }
        static func copies(_ n: Int) -> Phrase { say("\(n) bản sao", n == 1 ? "1 copy" : "\(n) copies") }
        static let declaration = say("Tờ khai", "Declaration")
        static let fees = say("Phí, lệ phí", "Fees")
        static let events = say("Diễn biến", "History")
        /// The national statuses, as the catalogue names them in English.
        static func status(_ code: Int, vi name: String) -> Phrase {
            let english =
                switch code {
                case 1: "Newly registered"
                case 2: "Accepted"
                case 3: "Not accepted"
                case 4: "In process"
                case 5: "Supplement requested"
                case 6: "Payment requested"
                case 7: "Withdrawn by the citizen"
                case 8: "Stopped"
                case 9: "Processed"
                case 10: "Result delivered"
                default: name
                }
            return say(name, english)
        }
        static let unit = say("Đơn vị", "Unit")
        static let register = say("Sổ theo dõi", "Register")
        static func registerEntry(_ book: String, _ number: Int) -> Phrase {
            say("quyển \(book), số \(number)", "book \(book), no. \(number)")
        }
        static func onBehalfOf(_ name: String) -> Phrase { say("thay \(name)", "for \(name)") }
        static let receivedBy = say("Người tiếp nhận", "Received by")
        static let channel = say("Kênh nộp", "Channel")
        static func channelName(_ channel: Int) -> Phrase {
            switch channel {
            case 1: say("trực tiếp", "at the desk")
            case 2: say("trực tuyến", "online")
            case 3: say("bưu chính", "by post")
            default: say("kênh \(channel)", "channel \(channel)")
            }
        }
        static let delivery = say("Nhận kết quả", "Delivery")
        static let note = say("Ghi chú khi nhận", "Note at intake")
        static let reason = say("Lý do", "Reason")
        static let missing = say("Cần bổ sung", "Asked for")
        static let maskedNote = say(
            "Thông tin cá nhân được che theo vai trò của tài khoản này.",
            "Personal data is masked for the role of this account.")
        static func overdue(_ days: Int) -> Phrase {
            say("quá hạn \(days) ngày", days == 1 ? "1 day overdue" : "\(days) days overdue")
        }
        static let overdueToday = say("quá hạn", "overdue")
        static func left(_ days: Int) -> Phrase {
            say("còn \(days) ngày", days == 1 ? "1 day left" : "\(days) days left")
        }
        static let today = say("hẹn trả hôm nay", "due today")
        static let reprint = say("In lại phiếu", "Print the slip again")
        static let scrollHint = say("↑↓ PgUp PgDn xem tiếp.", "↑↓ PgUp PgDn show the rest.")
        static func eventsFailed(_ reason: String) -> Phrase {
            say("Chưa tải được diễn biến: \(reason)", "The history could not be loaded: \(reason)")
        }
        static func labelsFailed(_ reason: String) -> Phrase {
            say(
                "Chưa tải được mẫu tờ khai nên chỉ có mã trường: \(reason)",
                "The form could not be loaded, so these are the fields' codes only: \(reason)")
        }
        static let readFailed = say("Chưa tải được hồ sơ", "The dossier could not be loaded")
        static func notFound(_ code: String) -> Phrase {
            say(
                "Không có hồ sơ \(code), hoặc hồ sơ không thuộc phạm vi của đơn vị. Kiểm tra lại mã.",
                "There is no dossier \(code), or it is not yours to see. Check the code.")
        }
        static let digitised = say("đã số hóa", "digitised")
        static let reused = say("tái sử dụng", "reused")
        static let reusedResult = say("tái sử dụng từ kết quả khác", "reused from another result")
    }

    /// The verbs of a dossier's history (the closed set of design).
    enum Verb {
        static func name(_ action: String) -> Phrase {
            switch action {
            case "receive": say("Tiếp nhận", "Received")
            case "refuse": say("Từ chối tiếp nhận", "Refused")
            case "request_supplement": say("Yêu cầu bổ sung", "Supplement asked for")
            case "supplement_in": say("Nhận bổ sung", "Supplement received")
            case "forward": say("Chuyển bước", "Forwarded")
            case "send_back": say("Trả lại bước trước", "Sent back")
            case "recall": say("Thu hồi", "Recalled")
            case "claim": say("Nhận xử lý", "Claimed")
            case "release": say("Nhả xử lý", "Released")
            case "reassign": say("Giao người khác", "Reassigned")
            case "approve": say("Duyệt", "Approved")
            case "sign": say("Ký", "Signed")
            case "request_payment": say("Yêu cầu nộp tiền", "Payment asked for")
            case "payment_ok": say("Đã nộp tiền", "Paid")
            case "extend": say("Gia hạn", "Extended")
            case "withdraw": say("Rút hồ sơ", "Withdrawn")
            case "suspend": say("Tạm dừng", "Suspended")
            case "resume": say("Tiếp tục", "Resumed")
            case "stop": say("Dừng giải quyết", "Stopped")
            case "expire": say("Quá hạn bổ sung", "Supplement expired")
            case "finish": say("Có kết quả", "Finished")
            case "deliver": say("Trả kết quả", "Delivered")
            case "amend": say("Sửa hồ sơ", "Amended")
            case "await_lead": say("Chờ hồ sơ đầu", "Waits for the first")
            case "lead_done": say("Hồ sơ đầu đã xong", "The first is done")
            case "undo": say("Hủy thao tác", "Undone")
            case "recalculate": say("Tính lại ngày hẹn theo lịch", "Due date by the calendar")
            case "submit", "register", "create": say("Nộp hồ sơ", "Submitted")
            case "print": say("In phiếu", "Printed")
            default: say(action, action)
            }
        }
    }

    /// After a submit, and printing.
    enum Result {
        static let title = say("Đã tiếp nhận", "Received")
        static let titleSupplement = say("Đã yêu cầu bổ sung", "Supplement asked for")
        static let titleRefused = say("Đã từ chối", "Refused")
        static let received = say("ĐÃ TIẾP NHẬN HỒ SƠ", "DOSSIER RECEIVED")
        static let supplement = say("ĐÃ LẬP PHIẾU YÊU CẦU BỔ SUNG", "SUPPLEMENT REQUEST MADE")
        static let refused = say("ĐÃ LẬP PHIẾU TỪ CHỐI TIẾP NHẬN", "REFUSAL MADE")
        static let code = say("Mã hồ sơ", "Code")
        static let changedAfter = say(
            "Lần gửi trước đã tới nơi với nội dung TRƯỚC khi sửa. Hồ sơ dưới đây có nội dung ấy; muốn sửa, hãy dùng chức năng sửa hồ sơ.",
            "The earlier attempt had arrived with what stood there BEFORE your change. The dossier below has that content; amend it to change it."
        )
        static let printHint = say(
            "Đọc mã cho người nộp hoặc in phiếu; quét thẻ là tiếp nhận người sau.",
            "Read the code out or print the slip; a scanned card begins the next intake.")
        static let hint = say(
            "Enter thủ tục tiếp cho người này   N người mới",
            "Enter next procedure for this person   N new person")
        static let more = say("còn nữa ↓", "more ↓")
        static let duplicates = say("Có thể trùng với", "Possibly the same as")
    }

    enum Slip {
        static let title = say("Phiếu", "Slip")
        static func form(_ number: String) -> Phrase {
            switch number {
            case "01": say("Mẫu 01: Giấy tiếp nhận hồ sơ và hẹn trả kết quả", "Form 01: appointment slip")
            case "02": say("Mẫu 02: Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ", "Form 02: supplement request")
            case "04":
                say(
                    "Mẫu 04: Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết",
                    "Form 04: apology and extension")
            case "05": say("Mẫu 05: Thông báo dừng giải quyết hồ sơ", "Form 05: stop notice")
            case "06": say("Mẫu 06: Phiếu kiểm soát quá trình giải quyết hồ sơ", "Form 06: control slip")
            case "07": say("Mẫu 07: Sổ theo dõi hồ sơ", "Form 07: register of dossiers")
            default: say("Mẫu 03: Phiếu từ chối tiếp nhận giải quyết hồ sơ", "Form 03: refusal")
            }
        }
        static let saving = say("Đang tạo PDF…", "Making the PDF…")
        static func saved(_ path: String) -> Phrase { say("Đã lưu \(path)", "Saved \(path)") }
        static func printed(_ printer: String) -> Phrase {
            say("Đã gửi tới máy in \(printer)", "Sent to the printer \(printer)")
        }
        /// The job waits at the printer: nothing is lost, and nothing has to be printed again.
        static func held(_ printer: String, _ trouble: PrinterTrouble) -> Phrase {
            switch trouble {
            case .noPaper:
                say(
                    "Máy in \(printer) hết giấy. Nạp giấy thì phiếu tự ra, không cần in lại.",
                    "The printer \(printer) is out of paper. Once it has some the paper comes out; don't print again."
                )
            case .jammed:
                say(
                    "Máy in \(printer) kẹt giấy. Gỡ xong thì phiếu tự ra, không cần in lại.",
                    "The printer \(printer) is jammed. Once that is mended the paper comes out; don't print again."
                )
            case .offline:
                say(
                    "Máy in \(printer) không nối được. Bật, nối lại thì phiếu tự ra, không cần in lại.",
                    "The printer \(printer) is offline. Once it is back the paper comes out; don't print again."
                )
            }
        }
        static let noPrinter = say(
            "Máy này chưa có máy in: P cũng lưu phiếu thành PDF.",
            "This machine has no printer: P saves the slip as PDF too.")
        static let noPrintSystem = say(
            "Không in được: máy này thiếu chương trình lp (gói cups-client). S để lưu PDF.",
            "Can't print: the program lp (package cups-client) is missing. S saves the PDF.")
        static func printFailed(_ reason: String) -> Phrase {
            say("Không in được: \(reason)", "Printing failed: \(reason)")
        }
        static func printerSilent(_ printer: String, _ seconds: Int) -> Phrase {
            say(
                "Máy in \(printer) không nhận sau \(seconds) giây. Kiểm tra máy in, hoặc S để lưu PDF.",
                "The printer \(printer) took nothing within \(seconds) s. Check it, or save the PDF with S.")
        }
        static func typesetterSilent(_ seconds: Int) -> Phrase {
            say(
                "desk-print không xong sau \(seconds) giây nên đã dừng. Hãy thử lại.",
                "desk-print did not finish within \(seconds) s and was stopped. Try again.")
        }
        static func saveFailed(_ reason: String) -> Phrase {
            say("Không lưu được PDF: \(reason)", "The PDF could not be saved: \(reason)")
        }
        static func reprint(_ n: Int) -> Phrase { say("bản in lần \(n)", "print no. \(n)") }
        static let journalFailed = say(
            "Phiếu đã in nhưng chưa ghi được vào nhật ký in; sẽ ghi khi nối lại máy chủ.",
            "Printed, but the print journal could not be reached; it will be written when the server is back."
        )
        static func journalLost(_ reason: Phrase) -> Phrase {
            say(
                "Phiếu đã in nhưng KHÔNG ghi được vào nhật ký in: \(reason.text(.vi))",
                "Printed, but the print could NOT be noted in the journal: \(reason.text(.en))")
        }
        static func journalRefused(_ reason: Phrase) -> Phrase {
            say(
                "Không in: máy chủ không cho ghi nhật ký in. \(reason.text(.vi))",
                "Not printed: the server does not take the journal's entry. \(reason.text(.en))")
        }
        static func journalRefusedLater(_ code: String) -> Phrase {
            say(
                "Máy chủ không nhận nhật ký in của phiếu đã in: \(code).",
                "The server does not take the journal's entry of a slip that was printed: \(code).")
        }
        static let noneYet = say(
            "Chưa có phiếu: hồ sơ này chưa được tiếp nhận.", "No slip yet: this dossier is not received yet.")
        static let desk = say("Bộ phận Tiếp nhận và Trả kết quả", "One-stop desk")
        static let noAppointment = say(
            "Không có ngày hẹn trả cụ thể theo quy định", "No appointment date is prescribed")
        static let atDesk = say("Bộ phận Tiếp nhận và Trả kết quả", "One-stop desk")
        static func byPost(_ address: String) -> Phrase {
            say("Bưu chính, tới: \(address)", "By post, to: \(address)")
        }
        static let online = say("Trực tuyến (bản điện tử)", "Online (electronic copy)")
    }
}
