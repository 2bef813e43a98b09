import Forms
import Models

extension Strings {
    /// Collecting fees.
    enum Till {
        static let title = say("Thu phí, lệ phí", "Fees")
        static let command = say("Thu phí, lệ phí", "Collect fees")
        static let owing = say("Hồ sơ còn phải nộp", "Dossiers that owe")
        static let collect = say("Thu tiền", "Collect")
        static let code = say("Mã hồ sơ", "Code")
        static let applicant = say("Chủ hồ sơ", "Applicant")
        static let procedure = say("Thủ tục", "Procedure")
        static let amount = say("Số tiền", "Amount")
        static let method = say("Hình thức", "How")
        static let tendered = say("Khách đưa", "Handed over")
        static let tooLittle = say(
            "Đưa chưa đủ: ít hơn số tiền thu.", "Not enough: less than what is collected.")
        static let tenderedHelp = say(
            "Chỉ với tiền mặt; bỏ trống nếu đưa vừa đủ.", "For cash only; blank where it is exact.")
        static let payer = say("Người nộp", "Payer")
        static let payerHelp = say(
            "Tên trên biên lai; bỏ trống thì là chủ hồ sơ.",
            "The name on the receipt; the applicant where blank.")
        static let take = say("Thu", "Take")
        static let none = say("Không còn hồ sơ nào phải nộp.", "No dossier owes anything.")
        static let onItsWay = say("(chờ)", "(waits)")
        static let withPost = say("(bưu điện)", "(post)")
        static func postCollects(_ number: String) -> Phrase {
            say(
                "Bưu điện đang thu hộ theo bưu gửi \(number); không thu ở quầy.",
                "The post is collecting it with \(number); it is not taken here.")
        }
        static let unknown = say(
            "Bấm F10 lần nữa là an toàn: không thu hai lần.",
            "Pressing F10 again is safe: nothing is taken twice.")
        static let unknownCash = say(
            "Khoản thu đã ghi ở máy này, tự gửi khi nối lại, rồi mới có biên lai. F7 in phiếu thu tạm; F10 gửi lại, không thu hai lần.",
            "It is recorded here and goes out by itself when the server is back; the receipt follows then. F7 prints a provisional slip; F10 sends it again, nothing is taken twice."
        )
        static let gone = say("(đã xong)", "(settled)")
        static let notYet = say("Ngân hàng chưa báo có.", "The bank has not confirmed it yet.")
        static let scan = say("Quét bằng ứng dụng ngân hàng", "Scan with a bank's app")
        static let awaits = say("Đang chờ ngân hàng báo có…", "Waiting for the bank…")
        static let outOfTouch = say(
            "Mất liên lạc, vẫn hỏi lại.", "Out of touch; it is asked again.")
        static let goesBack = say("Trả lại", "Change")
        static let earlier = say(
            "Lần thu trước của hồ sơ này chưa rõ kết quả. F10 hỏi lại đúng lần ấy, không thu hai lần.",
            "The outcome of an earlier try is not known. F10 asks for that one again; nothing is taken twice."
        )
        static let find = say("Tìm hồ sơ còn phải nộp", "Find a dossier that owes")
        static let findHelp = say(
            "Mã hồ sơ, hoặc quét phiếu. Bỏ trống là tất cả.",
            "A dossier's code, or scan its slip. Blank: all.")
        static func found(_ text: String) -> Phrase { say("Còn phải nộp: \(text)", "Owing: \(text)") }
        static func nothing(_ sought: String?) -> Phrase {
            guard let sought else { return none }
            return say(
                "Không có hồ sơ nào mang mã “\(sought)” còn phải nộp ở đơn vị này: gõ cả mã, hoặc đã nộp đủ. F4 tìm lại.",
                "No dossier with the code “\(sought)” owes anything here: give the whole code, or it is paid. F4 searches again."
            )
        }
        static func handed(_ count: Int, _ sums: String) -> Phrase {
            let keys = count > 1 ? "Alt-1…\(count)" : "Alt-1"
            return say("Khách đưa \(keys): \(sums)", "Handed over \(keys): \(sums)")
        }
        /// For a cashier's home.
        static func home(_ n: Int, more: Bool, _ drawer: Phrase) -> Phrase {
            let count = more ? "\(n)+" : "\(n)"
            return say(
                "P thu phí: \(count) hồ sơ chờ thu · \(drawer.vi)",
                "P collects: \(count) \(count == "1" ? "dossier owes" : "dossiers owe") · \(drawer.text(.en))"
            )
        }
        static let left = say("Đã bỏ, chưa thu gì.", "Left; nothing was taken.")
        static let printsReceipt = say("In biên lai?", "Print the receipt?")
        static let collectsNow = say("Thu phí ngay?", "Collect the fee now?")
        static let printsProvisional = say(
            "In phiếu thu tạm (không có số biên lai)?",
            "Print a provisional slip (without a receipt's number)?")
        static let printsCode = say("In phiếu có mã QR?", "Print a slip with the code?")
        static let feeLine = say("Phí, lệ phí giải quyết hồ sơ", "Fees of the dossier")
        static func loaded(_ n: Int, more: Bool) -> Phrase {
            more
                ? say("đã tải \(n), còn nữa", "\(n) loaded, more to come")
                : say("\(n) hồ sơ", counted(n, "dossier"))
        }
        static func owes(_ amount: String) -> Phrase { say("Còn phải nộp \(amount)", "Owes \(amount)") }
        static func change(_ amount: String) -> Phrase { say("Trả lại \(amount)", "Change \(amount)") }
        static func actTitle(_ code: String) -> String { "Thu tiền " + code }
        static func tooSmall(columns: Int, rows: Int) -> Phrase {
            say(
                "Màn hình nhỏ quá để hiện mã QR: cần \(columns) cột, \(rows) dòng. P in phiếu có mã.",
                "The screen is too small for the code: \(counted(columns, "column")), \(counted(rows, "row")). P prints it."
            )
        }
        static func name(_ method: PaymentMethod) -> Phrase {
            switch method {
            case .cash: say("Tiền mặt", "Cash")
            case .transfer: say("Chuyển khoản (mã QR)", "Transfer (QR code)")
            case .online: say("Trực tuyến", "Online")
            case .cod: say("Bưu điện thu hộ", "Collected by the post")
            }
        }
        static func waits(_ method: PaymentMethod) -> Phrase {
            say(
                "Đang chờ kết quả thanh toán (\(name(method).vi.lowercased())).",
                "A payment is on its way (\(name(method).text(.en).lowercased())).")
        }
        /// What became of a payment.
        static func taken(_ payment: Payment) -> Phrase {
            let amount = Money(payment.amount).display
            switch payment.state {
            case .paid: break
            case .pending: return waits(payment.method)
            case .unknown:
                return say(
                    "Chưa rõ khoản \(amount) đã trả hay chưa: chờ kết quả, không thu lại.",
                    "Nobody can say yet whether \(amount) was paid: wait, and do not collect again.")
            case .failed, .cancelled:
                return say(
                    "Khoản \(amount) không thành công, chưa thu gì.",
                    "The payment of \(amount) did not go through.")
            }
            let receipt =
                payment.receipt.map { "\($0.symbol) \(SlipContent.receiptNumber($0.number))" } ?? "-"
            let back = payment.change.flatMap { $0 > 0 ? Money($0).display : nil }
            return say(
                "Đã thu \(amount), biên lai \(receipt)." + (back.map { " Trả lại \($0)." } ?? ""),
                "Took \(amount), receipt \(receipt)." + (back.map { " Change \($0)." } ?? ""))
        }
    }
}
