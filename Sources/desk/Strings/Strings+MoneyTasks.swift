import Forms
import Models

extension Strings {
    /// What a cashier does with money that was taken, receipts and drawers.
    enum MoneyTasks {
        static let reason = say("Lý do", "Reason")
        static let reasonHelp = say(
            "Ghi vào sổ cùng tên người làm và giờ; sau không sửa được.",
            "Stands in the book with name and time; nobody changes it later.")
        static let unknown = say(
            "Chưa biết kết quả. Bấm F10 lần nữa là an toàn: không làm hai lần.",
            "Nobody knows yet whether it was done. Pressing F10 again is safe: it is not done twice.")

        static let left = say("Đã bỏ, chưa làm gì.", "Left; nothing was done.")

        static func title(_ task: MoneyTask) -> Phrase {
            switch task {
            case .open: say("Mở ngăn kéo", "Open a drawer")
            case .count: say("Kiểm đếm ngăn kéo", "Count the drawer")
            case .move(_, .deposit): say("Nộp tiền vào ngăn kéo", "Put money in")
            case .move(_, .withdrawal): say("Rút tiền khỏi ngăn kéo", "Take money out")
            case .close: say("Đóng ngăn kéo", "Close the drawer")
            case .void: say("Hủy biên lai", "Void a receipt")
            case .replace: say("Thay biên lai", "Replace a receipt")
            case .refund: say("Hoàn tiền", "Refund")
            case .cancel: say("Bỏ yêu cầu chuyển khoản", "Give the transfer up")
            case .match: say("Ghép tiền vào hồ sơ", "Give the money to a dossier")
            case .giveBack: say("Trả lại tiền chưa khớp", "Send the money back")
            case .issue: say("Lập biên lai còn thiếu", "Issue the missing receipt")
            }
        }

        static func button(_ task: MoneyTask) -> Phrase {
            switch task {
            case .open: say("Mở ngăn kéo", "Open")
            case .count: say("Xong, báo số phải có", "Counted; tell what should be there")
            case .move: say("Ghi", "Record")
            case .close: say("Đóng ngăn kéo", "Close")
            case .void: say("Hủy biên lai", "Void")
            case .replace: say("Lập biên lai thay", "Replace")
            case .refund: say("Hoàn tiền", "Refund")
            case .cancel: say("Bỏ yêu cầu", "Give up")
            case .match: say("Ghép vào hồ sơ", "It is this dossier's")
            case .giveBack: say("Trả lại", "Send back")
            case .issue: say("Lập biên lai", "Issue")
            }
        }

        /// What the button does beyond its name (eForm BT-1).
        static func buttonHelp(_ task: MoneyTask) -> Phrase {
            switch task {
            case .open:
                say(
                    "F10 mở ngăn kéo; từ đó mọi tiền mặt thu, hoàn vào ngăn này.",
                    "F10 opens it; all cash goes into it from then on.")
            case .count:
                say(
                    "F10 chốt số đếm; sau đó ngăn kéo không thu thêm.",
                    "F10 notes the count; the drawer takes nothing more.")
            case .move:
                say(
                    "F10 ghi vào sổ ngăn kéo; không xóa được.",
                    "F10 writes it into the drawer's book for good.")
            case .close:
                say("F10 đóng ngăn kéo; không mở lại được.", "F10 closes the drawer for good.")
            case .void:
                say("F10 hủy biên lai; không lấy lại được.", "F10 makes the receipt void for good.")
            case .replace:
                say(
                    "F10 hủy biên lai cũ và lập biên lai mới, cùng một lúc.",
                    "F10 makes the old receipt void and a new one at once.")
            case .refund:
                say(
                    "F10 ghi hoàn tiền một lần; biên lai cũ bị hủy.",
                    "F10 books the refund once; the receipt is void.")
            case .cancel:
                say(
                    "F10 bỏ yêu cầu; tiền về sau vẫn được ghi nhận.",
                    "F10 gives the transfer up; money that comes later is booked.")
            case .match:
                say(
                    "F10 ghi tiền này là của hồ sơ ấy, một lần.",
                    "F10 books this money as that dossier's, once.")
            case .giveBack:
                say(
                    "F10 ghi là đã trả lại người gửi; không gỡ được.",
                    "F10 books it as sent back, for good.")
            case .issue:
                say(
                    "F10 lập biên lai cho khoản đã thu này.",
                    "F10 issues the receipt of this payment.")
            }
        }

        /// What it is about, above the form.
        static func facts(_ task: MoneyTask) -> [Phrase] {
            switch task {
            case .open:
                return [
                    say(
                        "Đếm tiền đang có trong ngăn kéo; bỏ trống loại không có.",
                        "Count what lies in the drawer; leave blank what there is none of.")
                ]
            case .count(let session):
                return [
                    of(session),
                    session.kind == .rescue ? Drawer.spokenRescue : nil,
                    say(
                        "Đếm trước, xong mới biết số phải có.",
                        "Count first; only then it is told what should be there."),
                ].compactMap(\.self)
            case .move(let session, _): return [of(session)]
            case .close(let session):
                return [of(session)] + Drawer.difference(session)
            case .void(let receipt):
                return of(receipt) + [
                    say(
                        "Biên lai hủy vẫn nằm trong sổ, có lý do và người hủy; khoản thu chưa có biên lai khác.",
                        "A void receipt stays in the book with reason and name; the payment has no other yet."
                    )
                ]
            case .replace(let receipt):
                return of(receipt) + [
                    say(
                        "Biên lai cũ bị hủy, biên lai mới có số mới và ghi thay cho số cũ.",
                        "The old one is void; the new one has a new number and names the old.")
                ]
            case .refund(let receipt):
                return of(receipt) + [
                    say(
                        "Người hoàn phải khác người đã thu. Biên lai cũ bị hủy; còn lại bao nhiêu thì có biên lai mới.",
                        "Another person than who took it gives it back. The receipt is void; what is left has a new one."
                    )
                ]
            case .cancel(let payment):
                return [
                    say(
                        "\(payment.dossierCode), \(Money(payment.amount).display), chuyển khoản.",
                        "\(payment.dossierCode), \(Money(payment.amount).display), transfer."),
                    say(
                        "Tiền về sau khi bỏ vẫn được ghi nhận, thành khoản chưa khớp.",
                        "Money that comes all the same is booked as unmatched."),
                ]
            case .match(let item, let dossier):
                let (code, owed) = (dossier.code, Money(dossier.owed).display)
                return [
                    of(item),
                    say(
                        "Vào hồ sơ \(code), \(dossier.applicantName), còn phải nộp \(owed).",
                        "To dossier \(code), \(dossier.applicantName), which owes \(owed)."),
                    say(
                        "Hồ sơ được ghi là đã nộp số ấy, biên lai được lập ngay. Ghi căn cứ: ủy nhiệm chi, điện thoại…",
                        "The dossier is paid by so much and gets its receipt at once. Say how it is known."),
                ]
            case .giveBack(let item):
                return [
                    of(item),
                    say(
                        "Sổ ghi tiền đã ra khỏi tài khoản; lệnh chuyển trả làm ở ngân hàng. Ghi số lệnh, ngày trả.",
                        "The books say that it has left; the bank sends it. Say under which order and when."),
                ]
            case .issue(let payment):
                return [
                    say(
                        "\(payment.dossierCode), \(Money(payment.amount).display), đã thu nhưng chưa có biên lai.",
                        "\(payment.dossierCode), \(Money(payment.amount).display): taken, and without a receipt."
                    )
                ]
            }
        }

        /// What the bank or the platform says of it.
        private static func of(_ item: UnmatchedPayment) -> Phrase {
            let words = Reconciling.words(item)
            return say(words.vi + ".", words.text(.en) + ".")
        }

        private static func of(_ session: CashSession) -> Phrase {
            let place = Drawer.place(session)
            let (officer, day) = (session.officer.name, session.day.display)
            return say(
                "Ngăn kéo \(place.vi) của \(officer), ngày \(day).",
                "Drawer \(place.text(.en)) of \(officer), \(day).")
        }

        private static func of(_ receipt: Receipt) -> [Phrase] {
            let number = "\(receipt.symbol) \(SlipContent.receiptNumber(receipt.number))"
            let amount = Money(receipt.total).display
            return [
                say(
                    "Biên lai \(number), \(receipt.payerName), \(amount).",
                    "Receipt \(number), \(receipt.payerName), \(amount).")
            ]
        }

        /// For the officer, should the act stay open.
        static func actTitle(_ task: MoneyTask) -> String {
            let about =
                switch task {
                case .open: ""
                case .count(let session), .move(let session, _), .close(let session):
                    " " + Drawer.place(session).vi
                case .void(let receipt), .replace(let receipt), .refund(let receipt):
                    " " + SlipContent.receiptNumber(receipt.number)
                case .cancel(let payment), .issue(let payment): " " + payment.dossierCode
                case .match(_, let dossier): " " + dossier.code
                case .giveBack(let item): " " + Money(item.amount).display
                }
            return title(task).text(.vi) + about
        }

        static func done(_ task: MoneyTask, _ value: MoneyTask.Value) -> Phrase {
            switch (task, value) {
            case (.open, .session(let session)):
                let amount = Money(session.opening).display
                return say("Đã mở ngăn kéo với \(amount).", "The drawer is open with \(amount).")
            case (.count, .session): return say("Đã kiểm đếm.", "Counted.")
            case (.move, .session): return say("Đã ghi.", "Recorded.")
            case (.close, .session): return say("Đã đóng ngăn kéo.", "The drawer is closed.")
            case (.void, _): return say("Đã hủy biên lai.", "The receipt is void.")
            case (.replace, .receipt(let receipt)):
                let number = "\(receipt.symbol) \(SlipContent.receiptNumber(receipt.number))"
                return say("Đã lập biên lai thay \(number).", "Receipt \(number) stands in its place.")
            case (.refund, .payment(let payment)):
                let amount = Money(payment.refunded).display
                return say("Đã hoàn, cộng \(amount).", "Given back, \(amount) in all.")
            case (.match(_, let dossier), _):
                return say("Đã ghép vào hồ sơ \(dossier.code).", "Matched to dossier \(dossier.code).")
            case (.giveBack, _): return say("Đã ghi trả lại.", "Recorded as sent back.")
            case (.issue, .receipt(let receipt)):
                let number = "\(receipt.symbol) \(SlipContent.receiptNumber(receipt.number))"
                return say("Đã lập biên lai \(number).", "Issued receipt \(number).")
            case (.cancel, _): return say("Đã bỏ yêu cầu chuyển khoản.", "The transfer was given up.")
            default: return title(task)
            }
        }
    }

    /// Drawers of cash.
    enum Drawer {
        static let negative = say("Số tờ không thể âm.", "A number of notes is not negative.")
        static let title = say("Ngăn kéo tiền", "Drawers")
        static let one = say("ngăn kéo chưa đóng", "drawer not closed")
        static let command = say("Ngăn kéo tiền: mở, kiểm đếm, đóng", "Drawers: open, count, close")
        static let desk = say("Quầy", "Desk")
        static func desk(_ number: Int) -> Phrase { say("Quầy \(number)", "Desk \(number)") }
        static let officer = say("Người giữ", "Kept by")
        static let state = say("Tình trạng", "State")
        static let opened = say("Mở lúc", "Opened")
        static let opening = say("Đầu ca", "Opening")
        static let counted = say("Đếm được", "Counted")
        static let expected = say("Phải có", "Expected")
        static let off = say("Chênh lệch", "Difference")
        static let closedBy = say("Người đóng", "Closed by")
        static let limit = say("Mức cho phép", "Limit")
        static let payments = say("Số lần thu, hoàn", "Payments")
        static let none = say(
            "Hôm nay chưa có ngăn kéo nào. O mở ngăn kéo.", "No drawer today yet. O opens one.")
        static let list = say("Ngăn kéo hôm nay và chưa đóng", "Drawers of today, and those not closed")
        static let pending = say("Khoản chưa có kết quả", "Payments on their way")
        static let waits = say("chờ", "wait")
        static let leaves = say("để lại, về sau vẫn ghi nhận", "leave them; they are booked when they come")
        static let pendingHelp = say(
            "Chuyển khoản hay trực tuyến chưa có kết quả: chờ, hoặc để lại.",
            "Transfers and online payments without an outcome: wait for them or leave them.")
        static let hidden = say("báo sau khi kiểm đếm", "told after the count")

        /// What a rescue drawer is, and what is done with it.
        static let rescue = say(
            "Ngăn tạm: tiền mặt thu khi chưa mở ngăn kéo, hoặc sau khi ngăn kéo đã đếm hay đã đóng. Để số tiền này riêng, "
                + "C kiểm đếm rồi X đóng trong ngày như ngăn kéo khác.",
            "Spare drawer: cash taken while none was open, or after it was counted or closed. Keep that money apart, count it "
                + "(C) and close it (X) today like any other.")
        static let spokenRescue = say(
            "Ngăn tạm: tiền mặt thu khi chưa mở ngăn kéo, hoặc sau khi ngăn kéo đã đếm hay đã đóng. Để số tiền này riêng, "
                + "kiểm đếm rồi đóng trong ngày như ngăn kéo khác.",
            "Spare drawer: cash taken while none was open, or after it was counted or closed. Keep that money apart, count it "
                + "and close it today like any other.")
        static let cashWithout = say(
            "Chưa mở ngăn kéo: tiền mặt vào ngăn tạm, phải đếm riêng. Esc rồi D mở ngăn kéo.",
            "No drawer is open: cash goes into a spare one, counted apart. Esc, then D opens one.")
        static let refundWithout = say(
            "Hoàn tiền mặt lấy từ ngăn kéo của bạn, mà bạn chưa mở ngăn nào. D mở ngăn kéo trước.",
            "Cash goes back out of your own drawer, and you have none open. D opens one first.")

        /// A rescue drawer stands at no desk.
        static func place(_ session: CashSession) -> Phrase {
            session.desk.isEmpty
                ? say("(ngăn tạm)", "(spare drawer)") : say(session.desk, session.desk)
        }
        static func closesNow(_ title: Phrase) -> Phrase {
            say(title.vi + "?", title.text(.en) + "?")
        }
        static func loaded(_ n: Int) -> Phrase { say("\(n) ngăn kéo", Phrase.counted(n, "drawer")) }
        static func note(_ value: String) -> Phrase { say("Tờ \(value)", "Notes of \(value)") }
        static func sum(_ amount: String, _ words: String) -> Phrase {
            say("Cộng \(amount) (\(words))", "Total \(amount) (\(words))")
        }

        static func name(_ session: CashSession) -> Phrase {
            switch session.state {
            case .open where session.overdue: say("quá ngày, chưa đóng", "overdue")
            case .open: session.kind == .rescue ? say("tạm, đang mở", "spare, open") : say("đang mở", "open")
            case .counted: say("đã đếm, chờ đóng", "counted")
            case .closed: say("đã đóng", "closed")
            }
        }

        /// What was counted beside what should be there.
        static func difference(_ session: CashSession) -> [Phrase] {
            guard let counted = session.counted, let expected = session.expected else { return [] }
            let off = session.difference ?? 0
            let sums = say(
                "Đếm được \(Money(counted).display), phải có \(Money(expected).display).",
                "Counted \(Money(counted).display), expected \(Money(expected).display).")
            let amount = Money(abs(off)).display
            var lines = [
                sums,
                off == 0
                    ? say("Khớp.", "They agree.")
                    : off > 0
                        ? say("Thừa \(amount): ghi lý do.", "\(amount) too much: say why.")
                        : say("Thiếu \(amount): ghi lý do.", "\(amount) missing: say why."),
            ]
            let shown = session.greatestDifference ?? off
            if shown != off { lines.append(earlier(shown)) }
            if max(abs(off), abs(shown)) > session.limit {
                let limit = Money(session.limit).display
                lines.append(
                    say(
                        "Vượt mức \(limit): người khác của đơn vị phải xem và đóng.",
                        "Above \(limit): another person of the unit has to close it."))
            }
            return lines
        }

        /// What a count before the last one showed.
        static func earlier(_ off: Int) -> Phrase {
            let amount = Money(abs(off)).display
            return off > 0
                ? say("Một lần đếm trước thừa \(amount).", "An earlier count had \(amount) too much.")
                : say("Một lần đếm trước thiếu \(amount).", "An earlier count lacked \(amount).")
        }

        /// For the till's head line and for home.
        static func brief(_ sessions: [CashSession]) -> Phrase {
            let open = sessions.filter { $0.state != .closed }
            // A spare one stands open until it is counted, and is no drawer that cash should go into.
            guard let session = open.first(where: { $0.kind == .regular }) ?? open.first else {
                return say("ngăn kéo chưa mở", "no drawer open")
            }
            if session.overdue {
                return say(
                    "ngăn kéo ngày \(session.day.display) chưa đóng",
                    "the drawer of \(session.day.display) is not closed")
            }
            if session.kind == .rescue {
                return say("ngăn kéo chưa mở, có tiền ở ngăn tạm", "no drawer open, cash in the spare one")
            }
            switch session.state {
            case .counted: return say("ngăn kéo đã đếm, chờ đóng", "drawer counted")
            default:
                return say(
                    "ngăn kéo mở từ \(session.openedAt.clock)", "drawer open since \(session.openedAt.clock)")
            }
        }
    }

    /// Receipts for fees.
    enum Receipts {
        static let title = say("Biên lai", "Receipts")
        static let command = say("Biên lai hôm nay: tra, in lại, hủy, hoàn tiền", "Today's receipts")
        static let one = say("Biên lai", "Receipt")
        static let number = say("Số", "Number")
        static let template = say("Mẫu số, ký hiệu", "Form, symbol")
        static let time = say("Lúc", "At")
        static let total = say("Tổng tiền", "Total")
        static let words = say("Bằng chữ", "In words")
        static let address = say("Địa chỉ", "Address")
        static let officer = say("Người thu", "Taken by")
        static let method = say("Hình thức", "How")
        static let replaces = say("Thay cho", "Replaces")
        static let replacedBy = say("Được thay bằng", "Replaced by")
        static let voided = say("Hủy", "Void")
        static let prints = say("Đã in", "Printed")
        static let prints1 = say("In", "Print")
        static let plainHint = say(
            "Gõ “tìm” rồi số biên lai hay mã hồ sơ để tìm mọi ngày.",
            "“find” and a receipt's number or a dossier's code searches all days.")
        static let lines = say("Khoản thu", "Fees")
        static let mistake = say(
            "Biên lai chỉ hủy hoặc thay được, không sửa, không xóa.",
            "A receipt can be made void or replaced; it is never changed and never deleted.")
        static let printFirst = say(
            "Chưa ghi được lần in nên chưa in. Bấm P lần nữa là an toàn.",
            "The print could not be noted, so nothing was printed. Pressing P again is safe.")
        static let printing = say("Đang in…", "Printing…")
        static let find = say("Tìm biên lai", "Find a receipt")
        static let findHelp = say(
            "Số biên lai hoặc mã hồ sơ; mọi ngày. Bỏ trống là biên lai hôm nay.",
            "A receipt's number or a dossier's code, of any day. Blank: today's.")
        static func today(_ day: String) -> Phrase { say("Biên lai ngày \(day)", "Receipts of \(day)") }
        static func found(_ text: String) -> Phrase { say("Biên lai: \(text)", "Receipts: \(text)") }
        static func none(_ text: String?) -> Phrase {
            guard let text else { return say("Hôm nay chưa có biên lai nào.", "No receipt today yet.") }
            return say(
                "Không có biên lai nào của “\(text)”. F4 tìm lại.",
                "No receipt of “\(text)”. F4 searches again.")
        }
        static func times(_ n: Int) -> Phrase { say("\(n) lần", counted(n, "time")) }
        static func loaded(_ n: Int, more: Bool) -> Phrase {
            more
                ? say("đã tải \(n), còn nữa", "\(n) loaded, more to come")
                : say("\(n) biên lai", counted(n, "receipt"))
        }
        /// As the paper names another receipt.
        static func onPaper(_ symbol: String, _ number: String) -> String { "\(symbol) số \(number)" }
        static func printTitle(_ number: String) -> String { "In biên lai \(number)" }
        static func name(_ state: ReceiptState) -> Phrase {
            switch state {
            case .valid: say("có hiệu lực", "valid")
            case .void: say("đã hủy", "void")
            case .replaced: say("đã thay", "replaced")
            }
        }
        static func voidedBy(_ name: String, _ at: String, _ reason: String) -> Phrase {
            say("\(at), \(name): \(reason)", "\(at), \(name): \(reason)")
        }
    }
}
