import Forms
import Models

extension Strings {
    /// A day's books side by side, the bank's file, the tax authority's table and the month.
    enum Reconciling {
        static let title = say("Đối soát", "Reconciliation")
        static let command = say(
            "Đối soát: sổ, ngân hàng, nền tảng, biên lai", "Reconciliation: ledger, bank, platform, receipts")
        static func day(_ day: String) -> Phrase { say("Đối soát ngày \(day)", "Books of \(day)") }
        static let balanced = say("✓ khớp", "✓ they agree")
        static let unbalanced = say("! chưa khớp", "! they do not agree")
        static let unknown = say("chưa tải được", "not loaded")
        static let agrees = say(
            "✓ Sổ cái, biên lai, ngăn kéo, ngân hàng và nền tảng khớp đến từng đồng.",
            "✓ Ledger, receipts, drawers, bank and platform agree to the đồng.")

        // MARK: The table

        static let count = say("Lần", "No.")
        static let collected = say("Thu", "Collected")
        static let refunded = say("Hoàn", "Refunded")
        static let netColumn = say("Thực thu", "Net")
        static let confirmed = say("Bên kia báo", "They say")
        static func net(_ amount: String) -> Phrase {
            say("Thực thu (thu trừ hoàn): \(amount)", "Net (collected less refunded): \(amount)")
        }
        static func receipts(_ books: Reconciliation) -> Phrase {
            let amount = Money(books.receiptsAmount).display
            return say(
                "Biên lai: lập \(books.receiptsIssued), hủy \(books.receiptsVoided), còn hiệu lực \(amount)",
                "Receipts: \(books.receiptsIssued) issued, \(books.receiptsVoided) void, valid for \(amount)")
        }
        static func pending(_ n: Int) -> Phrase {
            say(
                "\(n) khoản chuyển khoản, trực tuyến đang chờ kết quả.",
                n == 1
                    ? "1 transfer or online payment is on its way."
                    : "\(n) transfers and online payments are on their way.")
        }
        static func more(_ n: Int) -> Phrase {
            say("… còn \(n) dòng: phóng to cửa sổ để xem", "… \(counted(n, "more line")): enlarge the window")
        }
        static func spoken(_ method: ReconciledMethod) -> Phrase {
            let name = Till.name(method.method)
            let (more, less) = (Money(method.collected).display, Money(method.refunded).display)
            let net = Money(method.net).display
            var (vi, en) = (
                "\(name.vi): \(method.count) lần, thu \(more), hoàn \(less), thực thu \(net)",
                "\(name.text(.en)): \(counted(method.count, "time")), collected \(more), refunded \(less), net \(net)"
            )
            if let confirmed = method.confirmed {
                let amount = Money(confirmed).display
                vi += ", bên kia báo \(amount)"
                en += ", they say \(amount)"
            }
            return say(vi, en)
        }

        // MARK: The work

        static func work(_ n: Int) -> Phrase {
            n == 0
                ? say("Không còn việc phải xử lý", "Nothing to settle")
                : say("Việc phải xử lý: \(n)", "To settle: \(n)")
        }
        static let at = say("Lúc", "At")
        static let what = say("Việc", "What")
        static let says = say("Nội dung", "Says")
        static let settled = say("(đã xong)", "(settled)")
        static let unreceipted = say("chưa có biên lai", "no receipt")
        static func arrived(_ n: Int) -> Phrase { say("\(n) mới, F5 xem", "\(n) new, F5 shows them") }
        static func name(_ source: MoneySource) -> Phrase {
            switch source {
            case .bank: say("ngân hàng báo có", "the bank's")
            case .platform: say("nền tảng báo có", "the platform's")
            case .post: say("bưu điện thu hộ", "the post's")
            }
        }
        static func name(_ reason: UnmatchedReason) -> Phrase {
            switch reason {
            case .unknownCode: say("không có mã hồ sơ nào", "no dossier is named")
            case .amountMismatch: say("số tiền không khớp", "another amount than was asked for")
            case .nothingOwed: say("hồ sơ không còn phải nộp", "nothing is owed")
            case .unknownPayment: say("không ai yêu cầu khoản này", "nobody asked for it")
            }
        }
        /// Money that came, in a line.
        static func words(_ item: UnmatchedPayment) -> Phrase {
            let (amount, source, reason) = (Money(item.amount).display, name(item.source), name(item.reason))
            let code = item.dossierCode.map { ", \($0)" } ?? ""
            return say(
                "\(amount), \(source.vi) \(item.at.display), \(reason.vi)\(code): “\(item.text)”",
                "\(amount), \(source.text(.en)) of \(item.at.display), \(reason.text(.en))\(code): “\(item.text)”"
            )
        }
        static func unmatchedHint(_ item: UnmatchedPayment) -> Phrase {
            let reason = name(item.reason)
            return say(
                "\(reason.vi.prefix(1).uppercased() + reason.vi.dropFirst()). Enter ghép vào hồ sơ, R trả lại.",
                "It is \(reason.text(.en)). Enter gives it to a dossier, R sends it back.")
        }
        static let unreceiptedHint = say(
            "Đã thu, chưa có biên lai. Enter lập biên lai.", "Taken, and without a receipt. Enter issues it.")
        static let drawerHint = say(
            "Ngăn kéo chưa đóng. Enter mở danh sách ngăn kéo.", "Not closed. Enter opens the drawers.")
        static let whose = say("Tiền này của hồ sơ nào", "Whose money is it")
        static func noSuchDebtor(_ text: String) -> Phrase {
            say(
                "Không có hồ sơ “\(text)” còn phải nộp ở đơn vị này; nếu không tìm được hồ sơ thì R trả lại.",
                "No dossier “\(text)” owes anything here; where none is found R sends the money back.")
        }

        static let plainWhose = say(
            "Mã hồ sơ để ghép, 0 để trả lại, bỏ trống để thôi",
            "The dossier's code, 0 to send it back, blank to leave it")
        static func plainNoDebtor(_ text: String) -> Phrase {
            say(
                "Không có hồ sơ “\(text)” còn phải nộp ở đơn vị này.",
                "No dossier “\(text)” owes anything here.")
        }
        static let plainSummary = say(
            "x lưu XML, s lưu bảng, i in, bỏ trống để thôi", "x XML, s table, p print, blank to leave")

        // MARK: The bank's file

        static let bankFile = say("Tệp ngân hàng", "The bank's file")
        static let file = say("Tệp CSV", "CSV file")
        static let fileHelp = say("Enter chọn tệp.", "Enter chooses it.")
        static let fileColumns = say(
            "CSV (UTF-8) có các cột: ngày, số tiền, nội dung, mã giao dịch. Dòng đã có trong tệp trước không ghi lần nữa.",
            "CSV (UTF-8) with the columns date, amount, description, reference. What was in an earlier file is booked no second time."
        )
        static let sending = say("Đang gửi tệp…", "Sending…")
        static func unreadable(_ reason: String) -> Phrase {
            say("Không đọc được tệp: \(reason).", "The file can't be read: \(reason).")
        }
        static func tooLarge(_ megabytes: Int) -> Phrase {
            say("Tệp lớn quá \(megabytes) MiB.", "The file is larger than \(megabytes) MiB.")
        }
        static func chooseAgain(_ words: Phrase) -> Phrase {
            say(
                words.vi + " Chọn lại tệp là an toàn: không ghi hai lần.",
                words.text(.en) + " Choosing it again is safe: nothing is booked twice.")
        }
        static func lines(_ n: Int) -> Phrase { say("\(n) dòng", counted(n, "line")) }
        static func imported(_ result: BankImport) -> Phrase {
            let amount = Money(result.amount).display
            return say(
                "Khớp \(result.matched), chưa khớp \(result.unmatched), hỏng \(result.broken), đã có \(result.known); mới ghi \(amount).",
                "\(result.matched) matched, \(result.unmatched) unmatched, \(result.broken) broken, \(result.known) known; \(amount) new."
            )
        }
        static let line = say("Dòng", "Line")
        static let outcome = say("Kết quả", "Outcome")
        static let reference = say("Mã giao dịch", "Reference")
        static let message = say("Vì sao", "Why")
        static func name(_ outcome: BankLineOutcome) -> Phrase {
            switch outcome {
            case .matched: say("khớp", "matched")
            case .known: say("đã có", "known")
            case .unmatched: say("chưa khớp", "unmatched")
            case .broken: say("hỏng", "broken")
            }
        }
        static func spoken(_ line: BankLine) -> Phrase {
            let outcome = name(line.outcome)
            let facts = [line.amount.map { Money($0).display }, line.dossierCode].compactMap(\.self)
                .joined(separator: ", ")
            let middle = facts.isEmpty ? "" : ", " + facts
            return say(
                "Dòng \(line.line): \(outcome.vi)\(middle). \(line.message)",
                "Line \(line.line): \(outcome.text(.en))\(middle). \(line.message)")
        }

        // MARK: The tax authority's table

        static let summaryTitle = say("Tổng hợp biên lai", "Receipts for the tax authority")
        static let summaryCommand = say(
            "Bảng tổng hợp biên lai gửi cơ quan thuế", "The day's receipts for the tax authority")
        static func summary(_ day: String) -> Phrase {
            say("Bảng tổng hợp biên lai điện tử ngày \(day)", "Electronic receipts of \(day)")
        }
        static let form = say("Mẫu 01/TH-BLĐT", "Form 01/TH-BLĐT")
        static let unit = say("Cơ quan thu", "Collected by")
        static let numbers = say("Từ số – đến số", "Numbers")
        static let issued = say("Số lượng", "Issued")
        static let voided = say("Số hủy", "Void")
        static let phi = say("Tiền phí", "Phí")
        static let lePhi = say("Tiền lệ phí", "Lệ phí")
        static let sum = say("Tổng tiền", "Sum")
        static let all = say("Cộng", "Total")
        static let voidedEarlier = say("Hủy của ngày trước", "Void, of days before")
        static func earlier(_ n: Int, _ amount: String) -> Phrase {
            say("\(n) biên lai, \(amount)", "\(n) receipts, \(amount)")
        }
        static let left = say("Còn lại", "Left")
        static let noReceipts = say("Ngày này không có biên lai nào.", "No receipt on this day.")
        static let unsigned = say(
            "XML có chỗ cho chữ ký số của cơ quan thu, chưa được ký.",
            "The XML has a place for the issuer's signature; it is not signed.")
        static let sameDay = say(
            "Gửi cơ quan thuế ngay trong ngày. X lưu XML, S lưu bảng, P in.",
            "The tax authority has it the same day. X saves XML, S a table, P prints.")

        // MARK: The month

        static let monthTitle = say("Thu trong tháng", "The month")
        static func month(_ month: Int, _ year: Int) -> Phrase {
            say("Thực thu tháng \(month)/\(year)", "Net of \(month)/\(year)")
        }
        static func monthNet(_ amount: String) -> Phrase { say("cả tháng \(amount)", "\(amount) in all") }
        static let wholeMonth = say("Cả tháng", "Month")
        static func sums(_ day: CollectionDay) -> Phrase {
            func money(_ amount: Int) -> String { Money(amount).grouped }
            var (vi, en) = (
                "tiền mặt \(money(day.cash)), chuyển khoản \(money(day.transfer)), trực tuyến \(money(day.online))",
                "cash \(money(day.cash)), transfers \(money(day.transfer)), online \(money(day.online))"
            )
            if day.cod > 0 {
                vi += ", bưu điện thu hộ \(money(day.cod))"
                en += ", collected by the post \(money(day.cod))"
            }
            if day.refunded > 0 {
                vi += ", hoàn \(money(day.refunded))"
                en += ", refunded \(money(day.refunded))"
            }
            return say(vi + "; \(day.receipts) biên lai", en + "; \(counted(day.receipts, "receipt"))")
        }
        static let monthHint = say(
            "←→ chọn ngày, ↑↓ tuần, Enter đối soát ngày ấy; [ ] tháng trước, tháng sau.",
            "←→ day, ↑↓ week, Enter its books; [ ] the month before or after.")
    }
}
