import Forms
import Models

extension Strings {
    enum Home {
        static let title = say("Trang chủ", "Home")
        static let queues = say("Hàng đợi", "Queues")
        /// The queues by status add up to all that are open; those by time and by officer are parts of them.
        static func makeUp(
            _ all: Int, new: Int, supplement: Int, payment: Int, delivery: Int, others: Int
        ) -> Phrase {
            say(
                "\(all) = mới \(new) + bổ sung \(supplement) + chờ phí \(payment) + chờ trả \(delivery) + xử lý, tạm dừng \(others)",
                "\(all) = new \(new) + papers \(supplement) + payment \(payment) + delivery \(delivery) + in process, suspended \(others)"
            )
        }
        static let waitsForPayment = say(
            "Hồ sơ dừng chờ phí. Mọi hồ sơ còn nợ: Tất cả đang giải quyết, F lọc còn nợ.",
            "These wait for a payment. All that owe: All open, filtered by F.")
        static let drafts = say("Nháp đang dở", "Unfinished drafts")
        static let noDrafts = say("Không có nháp nào.", "No drafts.")
        static let noQueues = say("Tài khoản này không có hàng đợi nào.", "This account has no queues.")
        static func draftLine(_ title: String, _ time: String, _ left: Phrase) -> Phrase {
            say("\(title), lưu \(time), \(left.text(.vi))", "\(title), saved \(time), \(left.text(.en))")
        }
        static func notRemembered(_ reason: Phrase) -> Phrase {
            say(
                "Máy này không giữ được những gì F9 và ô tra cứu nhắc lại (\(reason.text(.vi))). Mọi việc khác vẫn làm được.",
                "What F9 and the look-up repeat can't be kept here (\(reason.text(.en))). Everything else works."
            )
        }
        static func notTidied(_ reason: Phrase) -> Phrase {
            say(
                "Việc đã xong còn để lại dấu trên máy này (\(reason.text(.vi))): có thể được báo hoặc gửi lại, máy chủ chỉ làm một lần.",
                "Something that is done has left traces here (\(reason.text(.en))): it may be told or sent again, the server does it once."
            )
        }
        static func daysLeft(_ days: Int) -> Phrase {
            say("còn \(days) ngày", days == 1 ? "1 day left" : "\(days) days left")
        }
        static func lastDay(_ clock: String) -> Phrase { say("hết \(clock)", "ends \(clock)") }
        static func expiring(_ work: [(title: String, left: Phrase)], others: Int) -> Phrase {
            func list(_ language: Language) -> String {
                work.map { "\($0.title) (\($0.left.text(language)))" }.joined(separator: "; ")
            }
            return say(
                "Sắp hết hạn: " + list(.vi) + (others > 0 ? "; và \(others) nháp khác." : "."),
                "Expiring soon: " + list(.en) + (others > 0 ? "; and \(others) more." : "."))
        }
        static func resumed(_ n: Int, _ code: String) -> Phrase {
            n == 1
                ? say(
                    "Hồ sơ gửi dở đã được tiếp nhận: \(code)", "The unfinished submit went through: \(code)")
                : say(
                    "\(n) hồ sơ gửi dở đã được tiếp nhận, đầu tiên \(code)",
                    "\(n) unfinished submits went through, first \(code)")
        }
        static func refusedLater(_ title: String) -> Phrase {
            say(
                "CHƯA được tiếp nhận: \(title). Mở lại nháp để sửa rồi gửi lại.",
                "NOT taken in: \(title). Open its draft, mend it and send it again.")
        }
        /// What the store of drafts has to tell, each a line of its own.
        static func report(
            _ damaged: [String], _ otherKey: Int, _ newer: Int, _ expired: [String]
        ) -> [Phrase] {
            var lines: [Phrase] = []
            if !damaged.isEmpty {
                lines.append(
                    say(
                        "\(damaged.count) tệp nháp bị hỏng, đã cất riêng: \(damaged.joined(separator: ", "))",
                        "\(counted(damaged.count, "damaged draft file was", "damaged draft files were")) set aside: \(damaged.joined(separator: ", "))"
                    ))
            }
            if otherKey > 0 {
                lines.append(
                    say(
                        "\(otherKey) tệp nháp niêm phong bằng khóa khác (dữ liệu tập huấn cũ?), không mở được.",
                        "\(counted(otherKey, "draft file is", "draft files are")) sealed with another key (earlier training data?)."
                    ))
            }
            if newer > 0 {
                lines.append(
                    say(
                        "\(newer) tệp nháp do bản desk mới hơn ghi, bản này không mở được; tệp vẫn giữ nguyên.",
                        newer == 1
                            ? "1 draft file was written by a newer desk and can't be opened here; it is kept."
                            : "\(newer) draft files were written by a newer desk and can't be opened here; they are kept."
                    ))
            }
            if !expired.isEmpty {
                lines.append(
                    say(
                        "Nháp quá 30 ngày đã hết hạn: \(expired.joined(separator: "; "))",
                        "Drafts older than 30 days have expired: \(expired.joined(separator: "; "))"))
            }
            return lines
        }
        static let deleteDraft = say("Xóa nháp này?", "Delete this draft?")
        static func deleteDraftText(_ title: String) -> Phrase {
            say(
                "Nháp \"\(title)\" sẽ mất hẳn, không lấy lại được.",
                "The draft \"\(title)\" will be gone for good.")
        }
        static let delete = say("Xóa nháp", "Delete draft")
        static let draftDeleted = say("Đã xóa nháp.", "Draft deleted.")
        static func draftKept(_ title: String) -> Phrase {
            say("Nháp còn nguyên: \(title)", "The draft is kept: \(title)")
        }
        static let cantDeleteUnsent = say(
            "Nháp đã gửi, chưa biết kết quả: mở ra gửi lại, hoặc kết thúc ở Việc chờ gửi.",
            "This draft was sent, its outcome is unknown: send it again, or end it in the acts to send.")
        static let updated = say("cập nhật", "updated")
        static func unfetched(_ count: Int) -> Phrase {
            say(
                "K: \(count) kết quả quá 7 ngày chưa nhận",
                "K: \(count) \(count == 1 ? "result" : "results") not fetched for 7 days")
        }
        static let hint = say(
            "Quét thẻ căn cước để tiếp nhận ngay; quét mã hồ sơ để mở hồ sơ.",
            "Scan an identity card to begin an intake, a dossier code to open the dossier.")
        /// For roles that take nothing in.
        static let hintLookup = say(
            "Quét thẻ căn cước hay mã hồ sơ để tra cứu.",
            "Scan an identity card or a dossier code to look it up.")
        static let logoutTitle = say("Đăng xuất?", "Log out?")
        static let logoutText = say(
            "Các bản nháp vẫn được giữ kín, chờ lần đăng nhập sau.",
            "Drafts stay sealed until you log in again.")
        static func language(_ name: String) -> Phrase { say("Ngôn ngữ: \(name)", "Language: \(name)") }
        static let languageName = say("Tiếng Việt", "English")
        static func theme(_ name: String) -> Phrase {
            let word =
                switch name {
                case "dark": "tối"
                case "light": "sáng"
                case "16-colour": "16 màu"
                case "monochrome": "đơn sắc"
                case "high-contrast": "tương phản cao"
                default: name
                }
            return say("Bộ màu: \(word)", "Theme: \(name)")
        }
    }

    enum Queue {
        /// The English name of a queue that the contract knows; its Vietnamese one is the server's.
        static func name(slug: String) -> String? {
            switch slug {
            case "todo": "Waiting for me"
            case "online": "Online, to be received"
            case "new": "Registered, to be received"
            case "due_soon": "Due soon"
            case "overdue": "Overdue"
            case "waiting_supplement": "Waiting for papers"
            case "waiting_payment": "Waiting for payment"
            case "waiting_delivery": "Waiting for collection"
            case "mine": "Received or held by me"
            case "open": "All in progress"
            default: nil
            }
        }
        /// The names of the same queues in 16 columns at most.
        static func short(slug: String) -> Phrase? {
            switch slug {
            case "todo": say("Việc chờ tôi làm", "Waiting for me")
            case "online": say("Trực tuyến, chờ", "Online, waiting")
            case "new": say("Chờ tiếp nhận", "To be received")
            case "due_soon": say("Sắp đến hạn", "Due soon")
            case "overdue": say("Quá hạn", "Overdue")
            case "waiting_supplement": say("Chờ bổ sung", "Wait for papers")
            case "waiting_payment": say("Chờ nộp phí", "Wait for payment")
            case "waiting_delivery": say("Chờ trả kết quả", "To be collected")
            case "mine": say("Tôi nhận, giữ", "Mine")
            case "open": say("Đang giải quyết", "In progress")
            default: nil
            }
        }
        static let code = say("Mã hồ sơ", "Code")
        static let applicant = say("Chủ hồ sơ", "Applicant")
        static let procedure = say("Thủ tục", "Procedure")
        static let step = say("Bước", "Step")
        static let status = say("Trạng thái", "Status")
        static let accepted = say("Tiếp nhận", "Accepted")
        static let due = say("Hẹn trả", "Due")
        /// Of what waits to be received.
        static let answerBy = say("Hạn trả lời", "Answer by")
        static let unit = say("Đơn vị", "Unit")
        static let empty = say("Hàng đợi này đang trống.", "This queue is empty.")
        static func loaded(_ n: Int, more: Bool) -> Phrase {
            more
                ? say("đã tải \(n), còn nữa", "\(n) loaded, more to come")
                : say("\(n) hồ sơ", counted(n, "dossier"))
        }
        static let overdue = say("quá hạn", "overdue")
        static let left = say("Còn lại", "Left")
        static let today = say("hôm nay", "today")
        static let tomorrow = say("ngày mai", "tomorrow")
        static let answerToday = say("phải trả lời hôm nay", "to be answered today")
        /// What others brought into the list since it was loaded.
        static func arrived(_ n: Int) -> Phrase {
            say("\(n) hồ sơ mới, F5 xem", "\(n) new, F5 shows them")
        }
    }

    enum Lookup {
        static let title = say("Tra cứu", "Lookup")
        static let prompt = say("Tìm", "Find")
        static let help = say(
            "Mã hồ sơ, số định danh, số điện thoại hoặc họ tên (không cần dấu).",
            "Dossier code, identity number, phone number or name (accents not needed).")
        static let placeholder = say("gõ để tìm…", "type to find…")
        static let searching = say("Đang tìm…", "Searching…")
        static let recent = say("Vừa tra cứu, vừa mở", "Looked up and opened last")
        static let popular = say("Thủ tục làm nhiều nhất", "Procedures used most")
        static let popularHelp = say(
            "Gõ mã hồ sơ, số, họ tên; hoặc ↑↓ chọn thủ tục, Enter xem các hồ sơ của thủ tục ấy.",
            "Type a code, number or name; or ↑↓ and Enter for the dossiers of a procedure.")
        static let recentHelp = say(
            "Gõ mã hồ sơ, số, họ tên; hoặc ↑↓ chọn lại, Enter mở. Danh sách này chỉ riêng bạn thấy.",
            "Type a code, number or name; or ↑↓ and Enter for one of these. Only you see this list.")
        static let tooShort = say("Gõ ít nhất 2 ký tự.", "Type at least 2 characters.")
        static func nothing(_ query: String) -> Phrase {
            // What was pasted by mistake may be a whole page.
            let short = query.count > 60 ? query.prefix(60) + "…" : query[...]
            return say(
                "Không tìm thấy hồ sơ nào cho \"\(short)\" trong phạm vi của đơn vị.",
                "No dossier of your unit matches \"\(short)\".")
        }
        /// With what it was taken for.
        static func nothing(_ query: String, _ understood: [SearchUnderstood]) -> Phrase {
            let nothing = nothing(query)
            if LookupQuery.isTooLong(query) {
                return say(
                    "\(nothing.text(.vi)) Đã gõ \(query.count) ký tự, dài hơn mọi mã, số và họ tên; hãy xóa bớt.",
                    "\(nothing.text(.en)) These are \(query.count) characters, more than any code, number or name has; take some out."
                )
            }
            guard !understood.isEmpty else { return nothing }
            func list(_ language: Language) -> String {
                understood.map { "\($0.kind.words.text(language)) \($0.text)" }.joined(separator: "; ")
            }
            return say(
                "\(nothing.text(.vi)) Đã tìm theo: \(list(.vi)).",
                "\(nothing.text(.en)) Looked for: \(list(.en)).")
        }
        static let filter = say("Lọc tra cứu", "Filter the look-up")
        static let from = say("Nộp từ ngày", "Handed in from")
        static let onlyOverdue = say("Chỉ hồ sơ quá hạn", "Overdue ones only")
        static let unitHelp = say(
            "Đơn vị ấy và các đơn vị cấp dưới; gõ vài chữ của tên.",
            "That unit and all under it; type letters of its name.")
        static let filtered = say("Lọc:", "Only:")
        static let unfilterHint = say("F7 bỏ bớt", "F7 takes one off")
        static let nothingFiltered = say(
            "Không hồ sơ nào qua bộ lọc.", "No dossier passes the filter.")
        static func perhapsFiltered(_ nothing: Phrase) -> Phrase {
            say(
                "\(nothing.text(.vi)) Đang lọc: F7 bỏ bớt một điều kiện, Alt-C bỏ hết.",
                "\(nothing.text(.en)) A filter is on: F7 takes one part off, Alt-C all.")
        }
        static func why(_ match: SearchMatch) -> Phrase {
            switch match {
            case .code: say("mã hồ sơ", "dossier code")
            case .codePart: say("một phần mã hồ sơ", "part of the code")
            case .lookupCode: say("mã tra cứu", "look-up code")
            case .identityNumber: say("số định danh", "identity number")
            case .submitterIdentity: say("số định danh người nộp", "submitter's identity number")
            case .taxCode: say("mã số thuế", "tax code")
            case .phone: say("điện thoại", "phone")
            case .submitterPhone: say("điện thoại người nộp", "submitter's phone")
            case .tracking: say("mã bưu gửi", "tracking number")
            case .name: say("họ tên", "name")
            case .representativeName: say("tên người đại diện", "representative's name")
            case .submitterName: say("tên người nộp", "submitter's name")
            case .similarName: say("tên gần giống", "similar name")
            case .filter: say("theo bộ lọc", "by the filters")
            }
        }
        static func found(_ n: Int, more: Bool) -> Phrase {
            more
                ? say("hơn \(n) hồ sơ", "more than \(counted(n, "dossier"))")
                : say("\(n) hồ sơ", counted(n, "dossier"))
        }
    }

    enum Command {
        static let title = say("Lệnh", "Command")
        static let placeholder = say(
            "vài chữ của lệnh, hàng đợi, thủ tục hoặc mã hồ sơ",
            "letters of a command, queue, procedure or a dossier code")
        static let help = say("Enter chọn, ↑↓ di chuyển, Esc đóng.", "Enter chooses, ↑↓ move, Esc closes.")
        static func noQueues(_ reason: Phrase) -> Phrase {
            say(
                "Chưa có các hàng đợi trong danh sách này: \(reason.text(.vi))",
                "The queues are missing in this list: \(reason.text(.en))")
        }
        static func openDossier(_ code: String) -> Phrase { say("Mở hồ sơ \(code)", "Open dossier \(code)") }
        static func search(_ query: String) -> Phrase { say("Tra cứu \"\(query)\"", "Look up \"\(query)\"") }
        static func queue(_ name: Phrase) -> Phrase {
            say("Hàng đợi: \(name.text(.vi))", "Queue: \(name.text(.en))")
        }
        static func intake(_ name: String) -> Phrase { say("Tiếp nhận: \(name)", "Intake: \(name)") }
        static let newIntake = say("Tiếp nhận hồ sơ mới", "New intake")
        static let home = say("Trang chủ", "Home")
        static let lookup = say("Tra cứu hồ sơ", "Look up a dossier")
        static let register = say("Sổ theo dõi hồ sơ (mẫu 07)", "Register of dossiers (form 07)")
        static let language = say("Đổi ngôn ngữ (Việt/Anh)", "Change language (Vietnamese/English)")
        static let theme = say("Đổi bộ màu", "Change theme")
        static let logout = say("Đăng xuất", "Log out")
        static let quit = say("Thoát desk", "Quit desk")
    }
}
