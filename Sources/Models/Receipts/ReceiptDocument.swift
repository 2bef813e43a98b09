import Forms

/// A receipt for fees, or what stands for one for the time being, as `desk-print` reads it.
public struct ReceiptDocument: PrintablePaper, Hashable {
    public enum Kind: String, Codable, Hashable, Sendable, CaseIterable {
        /// Biên lai thu phí, lệ phí: it has a number.
        case receipt
        /// Phiếu thu tạm: money was taken while no number could be had. It says that the receipt follows.
        case provisional
        /// Nothing was paid yet: how to transfer it, with the code for the bank's app.
        case transfer
    }

    public var kind: Kind
    /// The body that collects: "UBND phường Hoàn Kiếm".
    public var authority: String
    /// "Bộ phận Tiếp nhận và Trả kết quả"
    public var desk: String
    public var place: String
    /// When it was issued, or taken.
    public var at: Instant
    /// "01BLP0-001"; a receipt alone has it, as it has a symbol and a number.
    public var template: String?
    public var symbol: String?
    public var number: Int?
    /// The dossier's code.
    public var code: String
    public var procedureName: String
    public var payerName: String
    public var payerAddress: String?
    public var lines: [PaymentLine]
    public var method: PaymentMethod
    /// Who took it.
    public var officerName: String?
    /// "TH-26E số 00000012", of the receipt that this one stands in place of.
    public var replaces: String?
    /// Why it holds no more.
    public var voidReason: String?
    /// Covers what the receipt says; the first letters of it are printed.
    public var checkCode: String?
    /// What the code for the bank's app holds.
    public var vietqr: String?
    /// Whom a transfer pays.
    public var beneficiary: Beneficiary?
    /// 0 on the first print, n on the n-th print after it.
    public var reprint: Int
    public var training: Bool

    public init(
        kind: Kind, authority: String, desk: String, place: String, at: Instant, template: String? = nil,
        symbol: String? = nil, number: Int? = nil, code: String, procedureName: String, payerName: String,
        payerAddress: String? = nil, lines: [PaymentLine], method: PaymentMethod, officerName: String? = nil,
        replaces: String? = nil, voidReason: String? = nil, checkCode: String? = nil, vietqr: String? = nil,
        beneficiary: Beneficiary? = nil, reprint: Int = 0, training: Bool = false
    ) {
        self.kind = kind
        self.authority = authority
        self.desk = desk
        self.place = place
        self.at = at
        self.template = template
        self.symbol = symbol
        self.number = number
        self.code = code
        self.procedureName = procedureName
        self.payerName = payerName
        self.payerAddress = payerAddress
        self.lines = lines
        self.method = method
        self.officerName = officerName
        self.replaces = replaces
        self.voidReason = voidReason
        self.checkCode = checkCode
        self.vietqr = vietqr
        self.beneficiary = beneficiary
        self.reprint = reprint
        self.training = training
    }

    /// More lines than a dossier has fees.
    static let mostLines = 50

    public var total: Int { lines.reduce(0) { $0 + $1.amount } }

    public func issues() -> [SlipIssue] {
        var found = PaperFindings()
        found.require(authority, "authority", "thiếu tên cơ quan thu")
        found.require(desk, "desk", "thiếu tên bộ phận")
        found.require(place, "place", "thiếu địa danh")
        found.check(code: code)
        found.require(payerName, "payer_name", "thiếu tên người nộp")
        for (key, text) in [
            ("authority", authority), ("desk", desk), ("place", place), ("officer_name", officerName ?? ""),
            ("template", template ?? ""), ("symbol", symbol ?? ""), ("replaces", replaces ?? ""),
        ] {
            found.bound(text, key, SlipDocument.Limit.shortTextBytes)
        }
        for (key, text) in [
            ("payer_name", payerName), ("procedure_name", procedureName),
            ("payer_address", payerAddress ?? ""), ("void_reason", voidReason ?? ""),
        ] {
            found.bound(text, key)
        }
        found.bound(vietqr ?? "", "vietqr", SlipDocument.Limit.urlLength)
        switch kind {
        case .receipt:
            found.require(template ?? "", "template", "biên lai phải có mẫu số")
            found.require(symbol ?? "", "symbol", "biên lai phải có ký hiệu")
            if !(1...99_999_999).contains(number ?? 0) {
                found.add("number", "số biên lai từ 1 đến 99.999.999")
            }
        case .provisional, .transfer:
            if number != nil { found.add("number", "chỉ biên lai mới có số") }
        }
        if kind == .transfer { found.require(vietqr ?? "", "vietqr", "thiếu nội dung mã QR") }
        if reprint < 0 { found.add("reprint", "lần in lại không được âm") }
        if lines.isEmpty { found.add("lines", "không có khoản nào") }
        found.bound(lines.count, "lines", Self.mostLines)
        for (index, line) in lines.enumerated() {
            if !(1...1_000_000_000_000).contains(line.amount) {
                found.add("lines/\(index)/amount", "số tiền phải lớn hơn 0")
            }
            found.bound(line.name, "lines/\(index)/name")
            found.bound(line.basis, "lines/\(index)/basis")
        }
        return found.issues
    }
}
