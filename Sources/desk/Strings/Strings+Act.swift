import Forms
import Models

extension Strings {
    /// Acts on dossiers: their names, what their forms ask, what became of them.
    enum Act {
        static let panel = say("Việc làm được", "What can be done")
        static let nothing = say(
            "Không có việc nào cho hồ sơ ở bước này.", "Nothing can be done at this step.")
        static func failed(_ reason: Phrase) -> Phrase {
            say(
                "Chưa biết được làm gì: \(reason.text(.vi))",
                "What can be done is not known: \(reason.text(.en))")
        }

        static let readsOnly = say(
            "Tài khoản này chỉ xem hồ sơ, không làm bước nào.",
            "This account reads dossiers and does no step.")

        static func name(_ verb: ProcessAction) -> Phrase {
            switch verb {
            case .receive: say("Tiếp nhận", "Receive")
            case .refuse: say("Từ chối", "Refuse")
            case .forward: say("Chuyển bước", "Forward")
            case .recall: say("Thu hồi", "Recall")
            case .claim: say("Nhận xử lý", "Claim")
            case .release: say("Nhả xử lý", "Release")
            case .reassign: say("Giao người khác", "Reassign")
            case .approve: say("Duyệt", "Approve")
            case .sign: say("Ký", "Sign")
            case .extend: say("Gia hạn", "Extend")
            case .withdraw: say("Rút hồ sơ", "Withdraw")
            case .suspend: say("Tạm dừng", "Suspend")
            case .resume: say("Tiếp tục", "Resume")
            case .stop: say("Dừng giải quyết", "Stop")
            case .finish: say("Có kết quả", "Finish")
            case .deliver: say("Trả kết quả", "Deliver")
            case .amend: say("Sửa hồ sơ", "Amend")
            case .undo: say("Hoàn tác", "Undo")
            case .requestSupplement: say("Yêu cầu bổ sung", "Ask for papers")
            case .supplementIn: say("Nhận bổ sung", "Papers came")
            case .sendBack: say("Trả lại bước trước", "Send back")
            case .requestPayment: say("Yêu cầu nộp tiền", "Ask for payment")
            case .paymentOk: say("Đã nộp tiền", "Paid")
            case .expire: say("Quá hạn bổ sung", "Expired")
            }
        }

        static func help(_ verb: ProcessAction) -> Phrase {
            switch verb {
            case .receive: say("Tiếp nhận hồ sơ trực tuyến.", "Take an online dossier in.")
            case .refuse: say("Từ chối tiếp nhận, mẫu 03.", "Refuse it, form 03.")
            case .forward: say("Chuyển hồ sơ sang bước sau.", "Hand it on to the next step.")
            case .recall: say("Lấy lại hồ sơ vừa chuyển đi.", "Take back what was just handed on.")
            case .claim: say("Nhận hồ sơ về mình xử lý.", "Take it to work on it.")
            case .release: say("Thôi xử lý, để người khác nhận.", "Let others take it.")
            case .reassign: say("Giao hồ sơ cho người khác cùng bước.", "Give it to another of the step.")
            case .approve: say("Duyệt kết quả.", "Approve the result.")
            case .sign: say("Ký số kết quả.", "Sign the result.")
            case .extend: say("Gia hạn và xin lỗi, mẫu 04.", "Extend the deadline, form 04.")
            case .withdraw: say("Công dân rút hồ sơ.", "The citizen withdraws it.")
            case .suspend: say("Tạm dừng giải quyết; đồng hồ dừng.", "Suspend it; the clock stands.")
            case .resume: say("Giải quyết tiếp hồ sơ tạm dừng.", "Go on with a suspended one.")
            case .stop: say("Dừng hẳn, mẫu 05.", "Stop it for good, form 05.")
            case .finish: say("Có kết quả, chờ trả.", "There is a result, to be handed over.")
            case .deliver: say("Trả kết quả cho người nhận.", "Hand the result over.")
            case .amend: say("Sửa hồ sơ kèm lý do.", "Correct it with a reason.")
            case .undo:
                say("Hoàn tác việc vừa làm, khi còn thời hạn.", "Undo the last act while there is time.")
            case .requestSupplement: say("Yêu cầu bổ sung, mẫu 02.", "Ask for papers, form 02.")
            case .supplementIn: say("Giấy tờ bổ sung đã tới.", "The papers asked for have come.")
            case .sendBack: say("Trả hồ sơ về bước trước.", "Send it back a step.")
            case .requestPayment: say("Yêu cầu nộp phí, lệ phí.", "Ask for the fees.")
            case .paymentOk, .expire: say("Hệ thống tự làm.", "The system's own.")
            }
        }

        // MARK: - Why not

        static func whyNot(_ verb: Phrase) -> Phrase {
            say("Chưa làm được: \(verb.text(.vi))", "Not possible: \(verb.text(.en))")
        }
        static func unknownHere(_ step: String) -> Phrase {
            say(
                "Quy trình không có việc này ở bước \(step).",
                "The process has no such act at the step \(step).")
        }
        static let cannotUndo = say(
            "Việc sau cùng của hồ sơ này không hoàn tác được, hoặc đã hết thời gian hoàn tác.",
            "The last act on this dossier can't be undone, or its time is over.")

        // MARK: - The form

        static func formTitle(_ verb: Phrase, _ step: String?) -> Phrase {
            // A step that is called like the act is not said twice.
            guard let step, step != verb.text(.vi) else { return verb }
            return say("\(verb.text(.vi)) → \(step)", "\(verb.text(.en)) → \(step)")
        }
        static let submitHelp = say("F10 thực hiện; Esc bỏ.", "F10 does it; Esc leaves.")
        static let note = say("Ý kiến, lý do", "Note, reason")
        static let noteHelp = say(
            "Vào diễn biến của hồ sơ; phiếu in ghi đúng như vậy.",
            "Stands in the history; the papers quote it as it is.")
        static let missing = say("Cần bổ sung", "What is missing")
        static let missingItem = say("Giấy tờ, nội dung", "Paper or content")
        static let missingHelp = say(
            "Mỗi dòng một giấy tờ hay nội dung, như sẽ in ở mẫu 02.", "One a line, as form 02 will list them."
        )
        static let came = say("Giấy tờ đã tới", "Papers that came")
        static let cameHelp = say(
            "Những giấy tờ đã yêu cầu; ghi số bản đã tới, 0 là chưa tới.",
            "What was asked for: how many came of each, 0 where none did.")
        static let lacking = say("Tờ khai còn thiếu", "What the declaration lacks")
        static func lackingHelp(_ entries: [String]) -> Phrase {
            let list = entries.joined(separator: "; ")
            return say(
                "\(list). Esc rồi Q để bổ sung tờ khai; chỉ khi tờ khai nộp bằng giấy mới ghi lý do ở đây.",
                "\(list). Esc, then Q completes it; give a reason only where it was handed in on paper.")
        }
        static let incompleteReason = say("Vì sao vẫn nhận", "Why it goes on")
        static let incompleteReasonHelp = say(
            "Ví dụ: tờ khai nộp bằng giấy, đã lưu cùng hồ sơ. Được giữ trong diễn biến.",
            "For example: the declaration is on paper, with the dossier. It stands in the history.")
        static func wentOn(_ lacking: [String], _ why: String) -> Phrase {
            let list = lacking.joined(separator: "; ")
            return say(
                "Nhận khi tờ khai còn thiếu (\(list)): \(why)", "Went on though lacking (\(list)): \(why)")
        }
        static let paper = say("Giấy tờ", "Paper")
        static let otherPaper = say("Giấy tờ khác", "Another paper")
        static let paperName = say("Tên giấy tờ", "Name of the paper")
        static let originals = say("Bản chính", "Originals")
        static let copies = say("Bản sao", "Copies")
        static let results = say("Kết quả", "Results")
        static let resultName = say("Tên kết quả", "Name of the result")
        static let resultHelp = say(
            "Như tên in trên giấy trả cho người dân.", "As the paper that is handed over names itself.")
        static let resultNumber = say("Số văn bản", "Number")
        static let resultNumberHelp = say(
            "Bắt buộc: số văn thư cấp, như ghi trên văn bản.", "Needed: as it stands on the paper.")
        static let resultDate = say("Ngày văn bản", "Date")
        static let draft = say("Dự thảo kết quả", "Draft result")
        static let draftHelp = say(
            "Người ký thấy tên này; số và ngày văn thư cấp sau.",
            "Who signs sees this name; number and date come later.")
        static func issued(_ number: String?, _ day: String?) -> Phrase? {
            switch (number, day) {
            case (let number?, let day?): say("số \(number) ngày \(day)", "no. \(number) of \(day)")
            case (let number?, nil): say("số \(number)", "no. \(number)")
            case (nil, let day?): say("ngày \(day)", "of \(day)")
            case (nil, nil): nil
            }
        }
        static func draftOf(_ result: String) -> Phrase {
            say("Dự thảo kết quả: \(result)", "Draft result: \(result)")
        }
        static func resultOf(_ result: String) -> Phrase { say("Kết quả: \(result)", "Result: \(result)") }
        static let newDue = say("Hẹn trả mới", "New due time")
        static let dueDate = say("Ngày", "Day")
        static let dueTime = say("Giờ", "Time")
        static func handedOver(_ at: String, by: String?) -> Phrase {
            say(at + (by.map { ", \($0) trả" } ?? ""), at + (by.map { ", by \($0)" } ?? ""))
        }
        static let handedAt = say("Trả lúc", "Handed over")
        static let handover = say("Người nhận kết quả", "Who takes the result")
        static let recipient = say("Họ và tên", "Name")
        static let identityNumber = say("Số định danh", "Identity number")
        static let identityHelp = say(
            "Xem thẻ rồi gõ hoặc quét; để trống nếu không xem.",
            "From the card; blank where it was not looked at.")
        static let identityHelpAtDesk = say(
            "Xem thẻ rồi gõ hoặc quét; chỉ để trống khi đã thu lại giấy hẹn.",
            "From the card; blank only where the slip was taken back.")
        static let relation = say("Quan hệ, ủy quyền", "Relation, authorisation")
        static let relationHelp = say(
            "Bắt buộc khi người nhận không phải chủ hồ sơ hay người nộp.",
            "Required where neither the applicant nor the submitter takes it.")
        static let slipReturned = say("Đã thu lại giấy hẹn", "The slip was taken back")
        static let tracking = say("Số bưu gửi", "Tracking number")
        static let amount = say("Số tiền", "Amount")
        static let assignee = say("Giao cho", "To")
        static let assigneeHelp = say(
            "Những người được phân quyền ở bước này.", "Those who are bound to this step.")
        static let signing = say("Chữ ký số", "Signature")
        static func signingNote(_ key: String) -> Phrase {
            guard key != TrainingSigningKey.id else {
                return say("Ký bằng khóa tập huấn khi bấm F10.", "F10 signs with the training key.")
            }
            return say("Ký bằng khóa \(key) khi bấm F10.", "F10 signs with the key \(key).")
        }
        static let noSigner = say(
            "Máy này không có khóa ký số. Cắm thiết bị ký rồi thử lại.",
            "This machine has no signing key. Connect the token and try again.")
        static func signFailed(_ reason: String) -> Phrase {
            say("Không ký được: \(reason)", "Signing failed: \(reason)")
        }

        static let fromCard = say("thẻ", "card")

        // MARK: - Who has it

        static func claimedBy(_ name: String, _ until: String) -> Phrase {
            say("\(name) đang xử lý, giữ tới \(until)", "\(name) works on it, until \(until)")
        }
        static func claimedByMe(_ until: String) -> Phrase {
            say("bạn đang giữ đến \(until)", "you hold it until \(until)")
        }
        static let assignedToMe = say("bạn đang giữ", "you have it")
        static func assignedTo(_ name: String) -> Phrase { say("\(name) đang giữ", "\(name) has it") }
        static let unclaimed = say("chưa ai nhận", "nobody works on it")
        static let waitsForDelivery = say("có kết quả, chờ trả", "the result waits to be given out")
        static func claimFailed(_ reason: Phrase) -> Phrase {
            say("Không giữ được hồ sơ: \(reason.text(.vi))", "It could not be claimed: \(reason.text(.en))")
        }

        // MARK: - What became of it

        static func done(_ verb: Phrase, _ code: String, _ step: String, _ undo: Int?) -> Phrase {
            let vi = "\(code): \(verb.text(.vi)), nay ở \(step)."
            let en = "\(code): \(verb.text(.en)), now at \(step)."
            guard let undo, undo > 0 else { return say(vi, en) }
            return say(vi + " U hoàn tác trong \(undo) phút.", en + " U undoes it for \(undo) min.")
        }
        static func undone(_ code: String, _ step: String) -> Phrase {
            say("Đã hoàn tác. \(code) lại ở \(step).", "Undone. \(code) is at \(step) again.")
        }
        static func printHint(_ forms: String) -> Phrase {
            say("P in mẫu \(forms)", "P prints form \(forms)")
        }
        static let earlierContent = say(
            "Lần gửi trước đã tới nơi với nội dung TRƯỚC khi sửa; việc chỉ làm một lần.",
            "The earlier try had arrived with what stood there BEFORE your change; it was done once.")
        /// - Parameters:
        ///   - what: The act that was done, where it is known.
        ///   - isPossible: Whether the officer's own act can be done on what stands there now.
        static func changed(_ by: String?, _ at: String?, what: Phrase? = nil, isPossible: Bool = true)
            -> Phrase
        {
            let vi = [
                by ?? "Có người", "vừa thay đổi hồ sơ này", at.map { "lúc \($0)" },
                what.map { "(\($0.text(.vi)))" },
            ]
            let en = [
                by ?? "Somebody", "has changed this dossier", at.map { "at \($0)" },
                what.map { "(\($0.text(.en)))" },
            ]
            guard isPossible else {
                return say(
                    vi.compactMap(\.self).joined(separator: " ")
                        + ". Việc này không còn làm được ở bước hiện nay; Esc quay lại hồ sơ.",
                    en.compactMap(\.self).joined(separator: " ")
                        + ". This act is not possible any more; Esc goes back to the dossier.")
            }
            return say(
                vi.compactMap(\.self).joined(separator: " ")
                    + ". Nội dung đã gõ còn nguyên: xem lại rồi F10 để làm trên bản mới.",
                en.compactMap(\.self).joined(separator: " ")
                    + ". What you typed is kept: look again, then F10 does it on the new state.")
        }
        static func nowAt(_ status: String, _ step: String) -> Phrase {
            say("Nay: \(status), bước \(step).", "Now: \(status), step \(step).")
        }
        static let unknown = say(
            "Chưa biết đã làm được chưa. F10 gửi lại, chỉ làm một lần; rời đi thì máy tự gửi khi có mạng.",
            "It is not known whether it was done. F10 sends it again, it is done once; if you leave, it is sent when the server is back."
        )
        static let maybeDone = say(
            "Việc đang gửi có thể vẫn được làm: máy hỏi lại ngay khi máy chủ trả lời, và chỉ làm một lần.",
            "What is being sent may still be done: it is settled as soon as the server answers, and done once."
        )
        static let restored = say(
            "Nội dung gõ dở lần trước còn đây.", "What you had typed the last time stands here.")
        static let doneBefore = say(
            "Việc này đã được làm với nội dung khác. Mở lại hồ sơ để xem.",
            "This was done with another content. Open the dossier again to see.")
        static func doneLater(_ title: String) -> Phrase {
            say("Việc gửi dở đã xong: \(title)", "The unfinished act went through: \(title)")
        }
        static func refusedLater(_ title: String, _ reason: Phrase) -> Phrase {
            say(
                "CHƯA làm được: \(title). \(reason.text(.vi))", "NOT done: \(title). \(reason.text(.en))")
        }
        static func title(_ verb: Phrase, _ code: String) -> String { "\(verb.text(.vi)) \(code)" }

        // MARK: - The clock

        static let clock = say("Đồng hồ", "Clock")
        static let running = say("đang chạy", "running")
        /// A share of the term at which the officer is warned.
        static func warning(_ percent: Int) -> Phrase {
            switch percent {
            case 100...: say("hết thời hạn", "time is up")
            case 80...: say("sắp hết hạn", "nearly due")
            default: say("đã quá nửa hạn", "over half used")
            }
        }
        static let paused = say("tạm dừng", "paused")
        static let pausedLate = say("QUÁ HẠN, tạm dừng", "OVERDUE, paused")
        static let overdue = say("QUÁ HẠN", "OVERDUE")
        static func overdueDays(_ days: Int) -> Phrase {
            days == 0
                ? Strings.Dossier.overdueToday
                : say(
                    "quá hạn \(days) ngày làm việc",
                    days == 1 ? "1 working day overdue" : "\(days) working days overdue")
        }
        static let ended = say("đã xong", "ended")
        static func endedLate(_ days: Int) -> Phrase {
            days == 0
                ? say("đã xong, trễ hẹn", "ended, late")
                : say("đã xong, trễ \(days) ngày", "ended, \(counted(days, "day")) late")
        }
        static let notStarted = say("chưa tính", "not started")
        static func dueAt(_ time: String) -> Phrase { say("hẹn \(time)", "due \(time)") }
        static func pausedSince(_ time: String) -> Phrase { say("từ \(time)", "since \(time)") }
        static func receiveBefore(_ time: String) -> Phrase {
            say("phải trả lời trước \(time)", "to be answered by \(time)")
        }
        static func receiveLate(_ time: String) -> Phrase {
            say("QUÁ HẠN trả lời, phải trước \(time)", "OVERDUE, was to be answered by \(time)")
        }
        static let pauses = say("Các lần tạm dừng", "Pauses")
        static func pause(_ from: String, _ to: String?, reset: Bool) -> Phrase {
            let vi = to.map { "\(from) – \($0)" } ?? "từ \(from), chưa hết"
            let en = to.map { "\(from) – \($0)" } ?? "since \(from)"
            return reset ? say(vi + ", sau đó tính lại từ đầu", en + ", then counted anew") : say(vi, en)
        }
        static func place(_ unit: String) -> Phrase { say("Đang ở \(unit)", "At \(unit)") }
        static func endedAt(_ unit: String) -> Phrase {
            say("Hồ sơ đã kết thúc tại \(unit)", "The dossier has ended at \(unit)")
        }
        static func ofQueue(_ n: Int, _ count: Int) -> Phrase {
            say("hồ sơ \(n)/\(count)", "dossier \(n)/\(count)")
        }
    }
}
