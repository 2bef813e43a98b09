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
        static let tenderedHelp = say(
            "Chỉ với tiền mặt; bỏ trống nếu đưa vừa đủ.", "For cash only; blank where it is exact.")
        static let payer = say("Người nộp", "Payer")
        static let payerHelp = say(
            "Tên trên biên lai; bỏ trống thì là chủ hồ sơ.",
            "The name on the receipt; the applicant where blank.")
        static let take = say("Thu", "Take")
        static let none = say("Không còn hồ sơ nào phải nộp.", "No dossier owes anything.")
        static let onItsWay = say("(chờ)", "(waits)")
        static let unknown = say(
            "Bấm F10 lần nữa là an toàn: không thu hai lần.",
            "Pressing F10 again is safe: nothing is taken twice.")
        static let notYet = say("Ngân hàng chưa báo có.", "The bank has not confirmed it yet.")
        static let scan = say("Quét bằng ứng dụng ngân hàng", "Scan with a bank's app")
        static let left = say("Đã bỏ, chưa thu gì.", "Left; nothing was taken.")
        static let printsCode = say("In phiếu có mã QR?", "Print a slip with the code?")
        static let feeLine = say("Phí, lệ phí giải quyết hồ sơ", "Fees of the dossier")
        static func loaded(_ n: Int, more: Bool) -> Phrase {
            more
                ? say("đã tải \(n), còn nữa", "\(n) loaded, more to come")
                : say("\(n) hồ sơ", "\(n) dossiers")
        }
        static func owes(_ amount: String) -> Phrase { say("Còn phải nộp \(amount)", "Owes \(amount)") }
        static func change(_ amount: String) -> Phrase { say("Trả lại \(amount)", "Change \(amount)") }
        static func actTitle(_ code: String) -> String { "Thu tiền " + code }
        static func tooSmall(columns: Int, rows: Int) -> Phrase {
            say(
                "Màn hình nhỏ quá để hiện mã QR: cần \(columns) cột, \(rows) dòng. P in phiếu có mã.",
                "The screen is too small for the code: \(columns) columns, \(rows) rows. P prints it.")
        }
        static func name(_ method: PaymentMethod) -> Phrase {
            switch method {
            case .cash: say("Tiền mặt", "Cash")
            case .transfer: say("Chuyển khoản (mã QR)", "Transfer (QR code)")
            case .online: say("Trực tuyến", "Online")
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
            guard payment.state == .paid else {
                return payment.state == .pending || payment.state == .unknown
                    ? waits(payment.method)
                    : say(
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
