import Forms

extension Strings {
    /// The intake of a dossier, page by page.
    enum Intake {
        static let title = say("Tiếp nhận", "Intake")
        static let pageApplicant = say("Người nộp", "Applicant")
        static let pageProcedure = say("Thủ tục", "Procedure")
        static let pagePapers = say("Giấy tờ", "Papers")
        static let pageDeclaration = say("Tờ khai", "Declaration")
        static let pageTerms = say("Phí, hẹn trả", "Fees, date")
        static let pageReview = say("Xem lại", "Review")
        static func draftSaved(_ time: String) -> Phrase { say("Nháp đã lưu \(time)", "Draft saved \(time)") }
        static let draftMemory = say("▲ nháp chỉ ở bộ nhớ", "▲ draft in memory only")
        static func draftTitle(_ name: String, _ procedure: String) -> String {
            procedure.isEmpty ? name : name + " · " + procedure
        }
        static let draftNameless = say("Chưa có tên", "No name yet")
        static let draftDiskFull = say("▲ đĩa đầy, nháp chỉ ở bộ nhớ", "▲ disk full, draft in memory only")
        static let savedAgain = say("Nháp đã lưu lại được xuống đĩa.", "The draft is on the disk again.")
        static let resumed = say("Đã mở lại nháp.", "The draft has been taken up again.")
        static let resumedUnsent = say(
            "Nháp này đã gửi một lần mà chưa biết kết quả. F10 gửi lại: không bao giờ tạo hồ sơ thứ hai.",
            "This draft was sent once and the outcome is unknown. F10 sends it again: it never makes a second dossier."
        )
        static func formChanged(_ old: Int, _ new: Int) -> Phrase {
            say(
                "Tờ khai đã đổi từ bản \(old) sang bản \(new) sau khi lưu nháp. Mọi điều đã khai còn đây; xem lại các ô có dấu.",
                "The form changed from version \(old) to \(new) after the draft was saved. All answers are kept; check the marked fields."
            )
        }
        static func leftover(_ list: String) -> Phrase {
            say("Không còn ô cho: \(list)", "No field any more for: \(list)")
        }
        static let procedureGone = say(
            "Thủ tục trong nháp không còn hiệu lực: hãy chọn thủ tục khác, các phần đã khai còn nguyên.",
            "The draft's procedure is no longer in force: pick another one, everything typed is kept.")
        static let draftInUse = say(
            "Nháp này đang mở ở một desk khác của cùng cán bộ.",
            "This draft is open at another desk of the same officer.")
        static let draftUnreadable = say(
            "Không đọc được nháp này; tệp vẫn được giữ nguyên.",
            "This draft can't be read; its file is kept as it is.")
        static let leaveTitle = say("Rời màn hình tiếp nhận?", "Leave the intake?")
        static let leaveTextUnsaved = say(
            "Nháp CHƯA lưu được xuống đĩa: rời đi bây giờ là mất.",
            "The draft could NOT be saved: leaving now loses it.")
        static let dropDraft = say("Bỏ hẳn", "Throw it away")
        static let stay = say("Ở lại", "Stay")
    }

    /// Page 1.
    enum Applicant {
        static let group = say("Chủ hồ sơ", "Applicant")
        static let submitterGroup = say("Người nộp thay", "Submitted on behalf by")
        static let kind = say("Đối tượng", "Kind")
        static let citizen = say("công dân", "citizen")
        static let organisation = say("tổ chức", "organisation")
        static let kindHelp = say(
            "Alt-T đổi công dân / tổ chức ở bất cứ ô nào.",
            "Alt-T switches citizen / organisation from any field.")
        static let onBehalf = say("Nộp thay", "On behalf")
        static let onBehalfHelp = say(
            "Người khác đem hồ sơ tới nộp: chọn có rồi ghi người ấy (Alt-N).",
            "Another person brings it: choose yes and enter that person (Alt-N).")
        static let number = say("Số định danh", "Identity number")
        static let numberHelp = say(
            "Quét thẻ ở bất cứ ô nào, hoặc gõ 12 chữ số (CMND cũ: 9).",
            "Scan the card, or type its 12 digits (old card: 9).")
        static let name = say("Họ và tên", "Full name")
        static let nameHelp = say("Như trên thẻ căn cước, có dấu.", "As on the card, with accents.")
        static let birth = say("Ngày sinh", "Birth date")
        static let birthHelp = say("Ví dụ: 12031985 hoặc 12/3/1985", "E.g. 12031985 or 12/3/1985")
        static let sex = say("Giới tính", "Sex")
        static let sexHelp = say("Như trên thẻ căn cước.", "As on the card.")
        static let organisationHelp = say("Tên đầy đủ như trên giấy đăng ký.", "The full name as registered.")
        static let address = say("Thường trú", "Residence")
        static let addressHelp = say(
            "Số nhà, đường, phường/xã, tỉnh/thành phố.", "House, street, commune, province.")
        static let phone = say("Điện thoại", "Phone")
        static let phoneHelp = say(
            "Để báo khi có kết quả. Số này không có trên thẻ.",
            "To tell when the result is there. It is not on the card.")
        static let email = say("Thư điện tử", "E-mail")
        static let emailHelp = say(
            "Không bắt buộc, ví dụ ten@coquan.vn.", "Not required, e.g. name@office.vn.")
        static let organisationName = say("Tên tổ chức", "Organisation")
        static let taxCode = say("Mã số thuế", "Tax code")
        static let taxHelp = say(
            "10 chữ số, hoặc 10 chữ số-3 chữ số của chi nhánh.",
            "10 digits, or 10 digits-3 digits for a branch.")
        static let representative = say("Người đại diện", "Representative")
        static let head = say("Trụ sở", "Seat")
        static let relation = say("Quan hệ", "Relation")
        static let relationHelp = say(
            "Người nộp thay theo quan hệ nào với chủ hồ sơ.", "How the submitter is related to the applicant."
        )
        static let relations: [(value: String, label: Phrase)] = [
            ("ủy quyền", say("được ủy quyền", "authorised person")),
            ("cha mẹ", say("cha, mẹ", "parent")),
            ("con", say("con", "child")),
            ("vợ chồng", say("vợ, chồng", "spouse")),
            ("người giám hộ", say("người giám hộ", "guardian")),
            ("người thân khác", say("người thân khác", "other relative")),
            ("nhân viên", say("nhân viên của tổ chức", "employee of the organisation")),
        ]
        static let required = say("Ô này bắt buộc.", "This field is required.")

        static let sourceCard = say("thẻ", "card")
        static let sourceRegister = say("sổ đăng ký", "register")
        static let sourceEarlier = say("hồ sơ trước", "earlier")
        static let sourceApplicant = say("trang 1", "page 1")
        static let sourceDeclaration = say("tờ khai", "form")
        static func scanned(_ name: String) -> Phrase {
            say("Đã đọc thẻ của \(name).", "Card of \(name) read.")
        }
        static func changed(_ former: String, _ name: String) -> Phrase {
            say(
                "Đã đổi chủ hồ sơ: \(former) → \(name). Alt-Z trả lại. Kiểm những ô gõ tay, chúng còn nguyên.",
                "Applicant changed: \(former) → \(name). Alt-Z takes it back. Check what was typed: it is kept."
            )
        }
        static func takenBack(_ name: String) -> Phrase {
            say("Chủ hồ sơ lại là \(name).", "The applicant is \(name) again.")
        }
        static let changeTitle = say("Đổi chủ hồ sơ?", "Change the applicant?")
        static func changeText(_ former: String, _ name: String) -> Phrase {
            say(
                "Từ \(former) sang \(name). Trang 1, tờ khai và nơi nhận kết quả đều theo người mới.",
                "From \(former) to \(name). Page 1, the declaration and the delivery follow the new person.")
        }
        static func keep(_ name: String) -> Phrase { say("Giữ \(name)", "Keep \(name)") }
        static let change = say("Đổi", "Change")
        static let submitterIsApplicant = say(
            "Người nộp thay có cùng số định danh với chủ hồ sơ.",
            "The submitter has the applicant's own identity number.")
        static func scannedOther(_ name: String) -> Phrase {
            say(
                "Thẻ của \(name) khác chủ hồ sơ đang nhập. Alt-D lấy theo thẻ này.",
                "The card of \(name) differs from the applicant entered. Alt-D takes this card.")
        }
        static func cardRejected(_ name: String) -> Phrase {
            say("Đã bỏ thẻ của \(name).", "The card of \(name) was put aside.")
        }
        static func cardOffer(_ name: String) -> Phrase {
            say(
                "Thẻ vừa quét là của \(name), khác chủ hồ sơ: Alt-D lấy theo thẻ, Esc bỏ.",
                "The card is \(name)'s, another person: Alt-D takes it, Esc drops it.")
        }
        static func known(hasHistory: Bool) -> Phrase {
            hasHistory
                ? say("Đã có trong hệ thống, Alt-X xem hồ sơ", "Already known, Alt-X shows the dossiers")
                : say("Đã có trong hệ thống", "Already known")
        }
        static let doubts = say("Kiểm tra lại", "Please check")
        static func knownNone() -> Phrase { say("Chưa có hồ sơ nào trước đây.", "No earlier dossiers.") }
        static let looking = say("Đang tra trong hệ thống…", "Looking in the system…")
        static func lookupFailed(_ reason: String) -> Phrase {
            say("Chưa tra được: \(reason)", "Could not look: \(reason)")
        }
        static func earlier(_ n: Int, _ date: String?, _ procedure: String, _ status: String) -> Phrase {
            let day = date.map { " " + $0 } ?? ""
            return say(
                "\(n) hồ sơ trước, gần nhất\(day): \(procedure) (\(status))",
                "\(n) earlier, latest\(day): \(procedure) (\(status))")
        }
        static func placed(_ name: String, _ group: String) -> Phrase {
            say("Thẻ của \(name) đã điền vào “\(group)”.", "Card of \(name) filled into “\(group)”.")
        }
        static func placedOther(_ name: String, _ group: String) -> Phrase {
            say(
                "Thẻ của \(name) đã điền vào “\(group)”. Alt-D nếu là chủ hồ sơ.",
                "Card of \(name) filled into “\(group)”. Alt-D if it is the applicant's.")
        }
        static func smallName(_ name: String) -> Phrase {
            say("Tên gõ chữ thường; Alt-U viết hoa: \(name)", "Name in small letters; Alt-U writes \(name)")
        }
        static func open(_ n: Int, _ code: String, _ procedure: String) -> Phrase {
            say("\(n) hồ sơ đang giải quyết: \(code), \(procedure)", "\(n) open: \(code), \(procedure)")
        }
        static func offer(_ what: String) -> Phrase {
            say("Có sẵn: \(what)", "Known: \(what)")
        }
        static func otherValue(_ what: String) -> Phrase {
            say("Trong hệ thống ghi khác: \(what)", "The system has another value: \(what)")
        }
        static let offerKey = say("Alt-D điền", "Alt-D fills in")
        static let filled = say(
            "Đã điền từ hệ thống; kiểm lại với người nộp.",
            "Filled in from the system; check it with the person.")
    }

    /// Page 2.
    enum Procedure {
        static let find = say("Tìm thủ tục", "Find procedure")
        static let findHelp = say(
            "Vài chữ của tên hoặc mã, không cần dấu; ↑↓ chọn, Enter nhận.",
            "A few letters of name or code, no accents needed; ↑↓ choose, Enter takes.")
        static let placeholder = say(
            "ví dụ: trich luc, khai sinh, 2.000815", "e.g. trich luc, khai sinh, 2.000815")
        static let mostUsed = say("dùng nhiều nhất trước", "most used first")
        static let nothing = say(
            "Không có thủ tục nào khớp. Xóa bớt chữ để tìm rộng hơn.",
            "No procedure matches. Delete letters to widen the search.")
        static func unknown(_ code: String) -> Phrase {
            say("Không có thủ tục mã \(code) đang hiệu lực.", "There is no procedure \(code) in force.")
        }
        static let code = say("Mã", "Code")
        static let time = say("Thời hạn", "Time")
        static let fee = say("Phí, lệ phí", "Fee")
        static let field = say("Lĩnh vực", "Field")
        static let cases = say("Trường hợp", "Case")
        static let chooseCase = say(
            "Thủ tục này có nhiều trường hợp: ↑↓ chọn, Enter nhận.",
            "This procedure has several cases: ↑↓ choose, Enter takes.")
        static let notChosen = say("Chưa chọn thủ tục.", "No procedure chosen.")
        static let caseNotChosen = say("Chưa chọn trường hợp.", "No case chosen.")
        static let chosen = say("đã chọn", "chosen")
        static let sameDay = say("Trong ngày làm việc", "Within the working day")
        /// As papers say it: one digit gets a zero before it, in Vietnamese.
        static func workingDays(_ n: Int) -> Phrase {
            say("\(padded(n)) ngày làm việc", counted(n, "working day"))
        }
        static func workingHours(_ n: Int) -> Phrase {
            say("\(padded(n)) giờ làm việc", counted(n, "working hour"))
        }
        static func days(_ n: Int) -> Phrase { say("\(padded(n)) ngày", counted(n, "day")) }
        private static func padded(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
    }

    /// Page 3.
    enum Papers {
        static let paper = say("Giấy tờ", "Paper")
        static let noNumber = say(
            "Cột Số hóa không nhận số: ← về cột bản sao.",
            "The digitised column takes no number: ← goes to the copies.")
        static let originals = say("Chính", "Orig.")
        static let copies = say("Sao", "Copy")
        static let digitised = say("Số hóa", "Digitised")
        static let help = say(
            "Dấu cách nhận/bỏ, gõ số bản, Ctrl-A nhận đủ giấy tờ bắt buộc, D số hóa.",
            "Space ticks, digits set the count, Ctrl-A ticks all required, D digitised.")
        static let stateNone = say("chưa", "no")
        static let statePresented = say("đã xem", "shown")
        static let stateDigitised = say("đã số hóa", "yes")
        static let stateReused = say("tái sử dụng", "reused")
        static let stateReusedResult = say("kết quả khác", "other result")
        static func complete(_ n: Int) -> Phrase {
            switch n {
            case 0: say("Không có giấy tờ nào bắt buộc", "No paper is required")
            case 1: say("Đã đủ giấy tờ bắt buộc", "The required paper is there")
            default: say("Đã đủ \(n) giấy tờ bắt buộc", "All \(n) required papers are there")
            }
        }
        static func missing(_ n: Int) -> Phrase {
            say(
                "Còn thiếu \(n) giấy tờ bắt buộc",
                n == 1 ? "1 required paper is missing" : "\(n) required papers are missing")
        }
        static let missingHint = say(
            "Alt-S yêu cầu bổ sung (mẫu 02)   Alt-C từ chối (mẫu 03)",
            "Alt-S supplement request (form 02)   Alt-C refusal (form 03)")
        static let none = say("Trường hợp này không yêu cầu giấy tờ nào.", "This case asks for no papers.")
        /// Only what is asked for is named.
        static func need(_ originals: Int, _ copies: Int) -> Phrase {
            let vi = [(originals, "bản chính"), (copies, "bản sao")].filter { $0.0 > 0 }
            let en = [(originals, "original"), (copies, copies == 1 ? "copy" : "copies")].filter { $0.0 > 0 }
            guard !vi.isEmpty else { return say("chỉ cần xuất trình", "only to be shown") }
            return say(
                "Cần " + vi.map { "\($0.0) \($0.1)" }.joined(separator: ", "),
                "Needs "
                    + en.map { "\($0.0) \($0.1)" + ($0.0 > 1 && $0.1 == "original" ? "s" : "") }.joined(
                        separator: ", "))
        }
        static let notYet = say("Chọn thủ tục ở trang 2 trước.", "Choose the procedure on page 2 first.")
        static let template = say("có mẫu in sẵn", "there is a printed form")
        static let templateIsDeclaration = say("khai ở trang 4", "declared on page 4")
    }

    /// Page 4.
    enum Declaration {
        static let loading = say("Đang tải tờ khai…", "Loading the declaration…")
        static func failed(_ reason: String) -> Phrase {
            say(
                "Chưa tải được tờ khai: \(reason) F5 thử lại.",
                "The declaration could not be loaded: \(reason) F5 tries again.")
        }
        static let notLoaded = say(
            "Tờ khai của trường hợp này chưa tải xong.",
            "The declaration of this case has not been loaded yet.")
        static func copied(_ group: String) -> Phrase {
            say("Đã chép chủ hồ sơ vào “\(group)”.", "The applicant was copied into “\(group)”.")
        }
    }
}
