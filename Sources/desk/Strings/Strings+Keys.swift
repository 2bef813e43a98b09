import Forms

extension Strings {
    /// The name (for the key bar) and the sentence (for help and docs/keys.md) of every action.
    enum Keys {
        /// The two texts of one action.
        struct Words: Sendable {
            var name: Phrase
            var help: Phrase
        }

        private static func words(_ vi: String, _ en: String, _ viHelp: String, _ enHelp: String) -> Words {
            Words(name: say(vi, en), help: say(viHelp, enHelp))
        }

        /// Where keys hold, for docs/keys.md.
        static let scopes: [String: Phrase] = [
            "global": say("Mọi nơi", "Everywhere"), "login": say("Đăng nhập", "Login"),
            "login.accounts": say("Danh sách tài khoản tập huấn", "Training accounts"),
            "answer": say("Trả lời về hồ sơ", "Answer about a dossier"),
            "call_answer": say("Cuộc gọi, câu trả lời", "Call, answer"),
            "call": say("Cuộc gọi", "Call"), "call_search": say("Cuộc gọi, ô tìm", "Call, search"),
            "tickets": say("Danh sách phiếu 1022", "Hotline tickets"),
            "ticket": say("Phiếu 1022", "Hotline ticket"),
            "ticket_form": say("Lập và trả lời phiếu 1022", "Hotline ticket, forms"),
            "till": say("Thu phí, lệ phí", "Fees"), "collect_form": say("Thu tiền", "Collecting"),
            "qr_code": say("Mã QR chuyển khoản", "Code of a transfer"),
            "post": say("Bưu chính", "Post"),
            "post_dossier": say("Bưu gửi của hồ sơ", "Parcels of a dossier"),
            "parcel": say("Bưu gửi", "Parcel"), "manifests": say("Danh sách bảng kê", "Manifests"),
            "manifest": say("Bảng kê", "Manifest"),
            "postal_settings": say("Thiết lập bưu chính", "Post settings"),
            "dead_letters": say("Tin không gửi được", "Messages that did not go out"),
            "drawer": say("Ngăn kéo tiền", "Drawers"), "receipts": say("Danh sách biên lai", "Receipts"),
            "receipt": say("Biên lai", "Receipt"),
            "reconciling": say("Đối soát", "Reconciliation"),
            "bank_import": say("Kết quả nhập tệp ngân hàng", "The bank's file, taken in"),
            "receipt_summary": say("Tổng hợp biên lai", "Receipts for the tax authority"),
            "collection_month": say("Thu trong tháng", "The month as a chart"),
            "money_form": say("Ngăn kéo, biên lai: các phiếu", "Drawers and receipts, forms"),
            "officers": say("Danh sách cán bộ", "Officers"), "officer": say("Trang cán bộ", "Officer"),
            "units": say("Đơn vị", "Units"),
            "break_glass": say("Mở xem một hồ sơ", "Opening one dossier"),
            "unit_form": say("Đơn vị, các phiếu", "Units, forms"),
            "bindings": say("Phân công thủ tục", "Who does which step"),
            "binding_row": say("Phân công, từng bước", "Who does it, step by step"),
            "binding_form": say("Phân công, phiếu", "Who does it, the form"),
            "binding_preview": say("Phân công, xem trước", "Who does it, before it is saved"),
            "binding_changes": say("Các lần đổi phân công", "Changes of who does what"),
            "officer_form": say("Cán bộ, các phiếu", "Officers, forms"),
            "processes": say("Quy trình", "Processes"), "process": say("Trang quy trình", "Process"),
            "process_form": say("Đưa quy trình vào áp dụng", "Bring a process into force"),
            "file_choice": say("Chọn tệp", "Choose a file"),
            "officer_file": say("Nhập cán bộ, chọn tệp và cột", "Officers from a file"),
            "officer_import": say("Nhập cán bộ, kết quả từng dòng", "Officers from a file, verdicts"),
            "delegations": say("Ủy quyền", "Delegations"),
            "delegation_form": say("Ủy quyền mới", "New delegation"),
            "audit": say("Nhật ký", "Audit"), "audit_filter": say("Lọc nhật ký", "Narrow the audit"),
            "home": say("Trang chủ", "Home"), "unsent": say("Việc chờ gửi", "Acts to send"),
            "queue": say("Hàng đợi", "Queue"),
            "lookup": say("Tra cứu", "Lookup"), "command": say("Dòng lệnh", "Command line"),
            "dossier": say("Trang hồ sơ", "Dossier"), "intake": say("Tiếp nhận", "Intake"),
            "dossier_files": say("Tệp đính kèm hồ sơ", "Files of a dossier"),
            "acts": say("Việc với hồ sơ, ở trang hồ sơ và hàng đợi", "Acts, on a dossier and in a queue"),
            "act_form": say("Phiếu của một việc", "Form of an act"),
            "filter": say("Bộ lọc hàng đợi và tra cứu", "Filter of a queue or look-up"),
            "bulk": say("Làm nhiều hồ sơ", "Acts on many"),
            "bulk_done": say("Sau khi làm nhiều hồ sơ", "After acts on many"),
            "intake_list": say("Tiếp nhận, trang thủ tục và giấy tờ", "Intake, procedures and papers"),
            "hand_over_all": say("Bàn giao hồ sơ", "Hand over dossiers"),
            "hand_over_review": say("Bàn giao, xem trước", "Hand over, preview"),
            "work_calendar": say("Lịch làm việc", "Working calendar"),
            "work_calendar_choice": say("Lịch làm việc, chọn đơn vị", "Working calendar, which one"),
            "work_calendar_moves": say("Lịch làm việc, hồ sơ đã đổi", "Working calendar, what moved"),
            "work_calendar_review": say("Lịch làm việc, xem trước", "Working calendar, preview"),
            "explain": say("Vì sao không thấy", "Why is it not seen"),
            "papers": say("Tiếp nhận, trang giấy tờ", "Intake, papers"),
            "procedures": say("Tiếp nhận, trang thủ tục", "Intake, procedures"),
            "result": say("Sau khi gửi", "After the submit"),
            "paper": say("Bản giấy tờ khai", "Form on paper"),
            "report": say("Báo sai lệch", "Report"), "hand_over": say("Bàn giao nháp", "Hand over"),
            "paper_choice": say("Giấy tờ của hồ sơ", "Papers of a dossier"),
            "paper_detail": say("Nội dung giấy", "Details of a paper"),
            "figures_form": say("Kỳ của báo cáo", "Period of a report"),
            "figures": say("Báo cáo kỳ", "Report of a period"),
            "register": say("Sổ theo dõi hồ sơ", "Register of dossiers"),
            "register_paper": say("Bản sổ theo dõi hồ sơ", "Register of dossiers, the paper"),
            "bundle": say("Bộ liên thông", "Bundle"),
            "mismatches": say("Danh sách báo sai lệch", "Reports of wrong values"),
            "mismatch": say("Xử lý báo sai lệch", "Handling a report"),
            "gallery": say("desk gallery", "desk gallery"),
            "slip": say("Phiếu", "Slip"), "slip_intake": say("Phiếu sau khi gửi", "Slip after the submit"),
            "form": say("Biểu mẫu", "Forms"),
            "picker": say("Ô có danh sách hay lịch", "Fields with a list or calendar"),
            "text": say("Ô chữ", "Text fields"), "list": say("Danh sách đang mở", "Open lists"),
            "choice": say("Nút chọn", "Choices"), "calendar": say("Lịch", "Calendar"),
            "dialog": say("Hộp hỏi", "Dialogs"), "pager": say("Trang chữ", "Text pages"),
        ]

        static let command = words(
            "Lệnh", "Command",
            "Mở dòng lệnh: gõ vài chữ của một lệnh, hàng đợi, thủ tục hoặc mã hồ sơ để tới ngay.",
            "Open the command line: a few letters of a command, a queue, a procedure or a dossier code jump there."
        )
        static let lookup = words(
            "Tra cứu", "Lookup", "Tra cứu hồ sơ từ bất cứ đâu, cả khi đang gõ trong một ô.",
            "Look a dossier up from anywhere, also inside a field.")
        static let quit = words(
            "Thoát", "Quit", "Thoát desk; nháp được lưu trước.", "Leave desk; drafts are saved first.")
        static let loginAccounts = words(
            "Tài khoản", "Accounts", "Chọn một tài khoản tập huấn trong danh sách.",
            "Choose a training account from the list.")
        static let loginTake = words(
            "Đăng nhập", "Log in", "Đăng nhập với tài khoản đang chọn.", "Log in with the selected account.")
        static let loginCancel = words(
            "Bỏ qua", "Cancel", "Đóng màn hình đăng nhập lại; việc dở vẫn giữ.",
            "Close the renewed login; unfinished work is kept.")
        static let newIntake = words(
            "Tiếp nhận", "Intake", "Tiếp nhận hồ sơ mới.", "Take in a new dossier.")
        static let open = words("Mở", "Open", "Mở mục đang chọn.", "Open what is selected.")
        static let deleteDraft = words(
            "Xóa nháp", "Delete", "Xóa nháp đang chọn (hỏi lại trước).",
            "Delete the selected draft (asks first).")
        static let switchPanel = words(
            "Khung khác", "Other panel", "Chuyển giữa hàng đợi và nháp.", "Move between queues and drafts.")
        static let refresh = words(
            "Làm mới", "Refresh", "Tải lại từ máy chủ.", "Load again from the server.")
        static let language = words(
            "English", "Tiếng Việt", "Đổi ngôn ngữ giữa tiếng Việt và tiếng Anh.",
            "Switch between Vietnamese and English.")
        static let theme = words("Màu", "Colours", "Đổi bộ màu.", "Change the theme.")
        static let logout = words(
            "Đăng xuất", "Log out", "Đăng xuất; nháp được giữ kín.", "Log out; drafts stay sealed.")
        static let back = words("Quay lại", "Back", "Đóng màn hình này.", "Close this screen.")
        static let undoBulk = words(
            "Hoàn tác", "Undo", "Hoàn tác những hồ sơ vừa làm, khi còn thời hạn.",
            "Take back what was just done, while there is time.")
        static let close = words("Đóng", "Close", "Đóng.", "Close.")
        static let allMismatches = words(
            "Tất cả/chưa xử lý", "All/open", "Chuyển giữa báo chưa xử lý và tất cả.",
            "Switch between open reports and all of them.")
        static let sign = words(
            "Ký số", "Sign", "Ký số tờ khai; sửa sau khi ký thì phải ký lại.",
            "Sign the form; what is changed later has to be signed again.")
        static let choose = words("Chọn", "Choose", "Nhận mục đang chọn.", "Take what is selected.")
        static let printAgain = words(
            "In lại phiếu", "Print", "In lại phiếu của hồ sơ (được ghi vào nhật ký in).",
            "Print the dossier's slip again (the print journal notes it).")
        static let submit = words(
            "Gửi", "Submit", "Kiểm tra rồi gửi hồ sơ; nếu chưa ở trang xem lại thì tới đó trước.",
            "Check and submit the dossier; goes to the review page first.")
        static let nextPage = words("Trang sau", "Next page", "Sang trang sau.", "To the next page.")
        static let previousPage = words(
            "Trang trước", "Previous page", "Về trang trước; luôn được.", "To the page before; always free.")
        static let nextError = words(
            "Lỗi", "Errors", "Tới chỗ cần sửa tiếp theo.", "To the next thing to mend.")
        static let fillKnown = words(
            "Điền sẵn", "Fill in", "Điền những gì hệ thống đã biết về người này vào các ô.",
            "Fill in what the system knows about this person.")
        static let switchKind = words(
            "Công dân/tổ chức", "Citizen/organisation", "Đổi chủ hồ sơ giữa công dân và tổ chức.",
            "Switch the applicant between citizen and organisation.")
        static let onBehalf = words(
            "Nộp thay", "On behalf", "Có hay không người khác nộp thay.",
            "Whether another person hands it in.")
        static let capitals = words(
            "Viết hoa", "Capitals", "Viết hoa các tên người đã gõ bằng chữ thường trên trang này.",
            "Write names on this page that were typed in small letters in capitals.")
        static let history = words(
            "Hồ sơ trước", "Earlier", "Xem các hồ sơ trước của người này.",
            "See this person's earlier dossiers.")
        static let supplement = words(
            "Bổ sung (02)", "Supplement", "Lập phiếu yêu cầu bổ sung, mẫu 02, với các giấy tờ còn thiếu.",
            "Make a supplement request, form 02, with the papers that are missing.")
        static let refuse = words(
            "Từ chối (03)", "Refuse", "Lập phiếu từ chối tiếp nhận, mẫu 03.", "Make a refusal, form 03.")
        static let reload = words(
            "Tải lại", "Reload", "Tải lại tờ khai, phí và ngày hẹn.", "Load form, fees and date again.")
        static let leave = words(
            "Rời", "Leave", "Rời màn hình tiếp nhận; nháp được giữ.", "Leave the intake; the draft is kept.")
        static let scrollDown = words(
            "Xem tiếp", "More", "Cuộn phí, ngày hẹn hay phần xem lại xuống.",
            "Scroll fees, appointment or review down.")
        static let scrollUp = words(
            "Xem lùi", "Back up", "Cuộn phí, ngày hẹn hay phần xem lại lên.",
            "Scroll fees, appointment or review up.")
        static func page(_ number: Int) -> Words {
            words(
                "Trang \(number)", "Page \(number)", "Tới thẳng trang \(number).",
                "Straight to page \(number).")
        }
        static let allPapers = words(
            "Nhận đủ", "All required", "Đánh dấu đã nhận mọi giấy tờ bắt buộc.",
            "Tick all required papers.")
        static let tickPaper = words(
            "Nhận/bỏ", "Tick", "Nhận hoặc bỏ giấy tờ đang chọn.", "Tick or untick the selected paper.")
        static let digitised = words(
            "Số hóa", "Digitised", "Đổi trạng thái số hóa của giấy tờ đang chọn.",
            "Change the digitised state of the selected paper.")
        static let printSlip = words("In phiếu", "Print", "Xem và in phiếu.", "Preview and print the slip.")
        static let nextProcedure = words(
            "Thủ tục tiếp", "Next procedure", "Tiếp nhận thủ tục tiếp theo cho cùng người này.",
            "Take in the next procedure for the same person.")
        static let newPerson = words(
            "Người mới", "New person", "Tiếp nhận cho người tiếp theo.", "Take in for the next person.")
        static let openDossier = words("Xem hồ sơ", "Dossier", "Mở trang hồ sơ.", "Open the dossier's page.")
        static let goHome = words("Trang chủ", "Home", "Về trang chủ.", "Back home.")
        static let printOut = words(
            "In", "Print", "Gửi tới máy in đã cấu hình, hoặc lưu PDF nếu chưa có.",
            "Send to the configured printer, or save a PDF where there is none.")
        static let savePDF = words("Lưu PDF", "Save PDF", "Lưu phiếu thành tệp PDF.", "Save the slip as PDF.")
        static let handOver = words(
            "Bàn giao", "Hand over", "Bàn giao nháp đang chọn cho cán bộ khác cùng đơn vị.",
            "Hand the selected draft over to a colleague of the unit.")
        static let saveText = words(
            "Lưu văn bản", "Save text", "Lưu thành tệp văn bản.", "Save as a text file.")
        static let paperForm = words(
            "Bản giấy", "On paper", "Xem tờ khai như bản giấy; in hoặc lưu cả khi chưa điền xong.",
            "See the form as its paper; print or save it, also half filled in.")
        static let galleryLook = words(
            "Trạng thái", "State", "Bày các thành phần ở trạng thái tiếp theo.",
            "Show the components in their next state.")
    }
}
