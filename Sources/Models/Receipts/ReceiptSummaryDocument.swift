import Forms

/// A day's receipts for the tax authority on paper (form 01/TH-BLĐT), as `desk-print` reads it.
public struct ReceiptSummaryDocument: PrintablePaper, Hashable {
    /// "UBND phường Hoàn Kiếm"
    public var authority: String
    /// "Bộ phận Tiếp nhận và Trả kết quả"
    public var desk: String
    public var place: String
    /// When it was made.
    public var date: LocalDate
    public var summary: ReceiptSummary
    public var training: Bool

    /// More series than a unit uses on one day.
    static let mostRows = 200

    /// As the lines below the sum are called, on paper and in a table.
    public static let earlierTitle = "Hủy biên lai của ngày trước"
    public static let netTitle = "Còn lại"

    public init(
        authority: String, desk: String, place: String, date: LocalDate, summary: ReceiptSummary,
        training: Bool = false
    ) {
        self.authority = authority
        self.desk = desk
        self.place = place
        self.date = date
        self.summary = summary
        self.training = training
    }

    public func issues() -> [SlipIssue] {
        var found = PaperFindings()
        found.require(authority, "authority", "thiếu tên cơ quan thu")
        found.require(desk, "desk", "thiếu tên bộ phận")
        found.require(place, "place", "thiếu địa danh")
        for (key, text) in [("authority", authority), ("desk", desk), ("place", place)] {
            found.bound(text, key, SlipDocument.Limit.shortTextBytes)
        }
        found.bound(summary.rows.count, "summary/rows", Self.mostRows)
        for (index, row) in summary.rows.enumerated() {
            found.bound(row.template, "summary/rows/\(index)/template", SlipDocument.Limit.shortTextBytes)
            found.bound(row.symbol, "summary/rows/\(index)/symbol", SlipDocument.Limit.shortTextBytes)
            if row.last < row.first {
                found.add("summary/rows/\(index)/last", "số cuối không được nhỏ hơn số đầu")
            }
        }
        return found.issues
    }
}

extension RegisterContent {
    /// The summary has the frame of a register: who issues, of which day, a table, and who signs.
    public init(_ paper: ReceiptSummaryDocument) {
        let summary = paper.summary
        func money(_ amount: Int) -> String { Money(amount).grouped }
        let rows = summary.rows.map { row in
            [
                SlipText.clean(row.template), SlipText.clean(row.symbol),
                SlipContent.receiptNumber(row.first), SlipContent.receiptNumber(row.last),
                String(row.issued), String(row.voided), money(row.phi), money(row.lePhi), money(row.amount),
            ]
        }
        let sum = [
            "Cộng", "", "", "", String(summary.issued), String(summary.voided),
            money(summary.rows.reduce(0) { $0 + $1.phi }), money(summary.rows.reduce(0) { $0 + $1.lePhi }),
            money(summary.amount),
        ]
        let below = summary.earlier.map { earlier in
            [
                [
                    ReceiptSummaryDocument.earlierTitle, "", "", "", "", String(earlier.count),
                    money(-earlier.phi), money(-earlier.lePhi), money(-earlier.amount),
                ],
                [
                    ReceiptSummaryDocument.netTitle, "", "", "", "", "",
                    money(summary.rows.reduce(-earlier.phi) { $0 + $1.phi }),
                    money(summary.rows.reduce(-earlier.lePhi) { $0 + $1.lePhi }), money(summary.net),
                ],
            ]
        }
        let words = Money(summary.amount).words
        self.init(
            authority: SlipText.clean(paper.authority).uppercased(),
            desk: SlipText.clean(paper.desk).uppercased(),
            placeAndDate: SlipText.clean(paper.place) + ", " + paper.date.inWords,
            title: "BẢNG TỔNG HỢP BIÊN LAI ĐIỆN TỬ", period: "Ngày \(summary.date.display)",
            marks: paper.training ? ["TẬP HUẤN - không có giá trị pháp lý"] : [],
            table: SlipTable(
                titles: [
                    "Mẫu số", "Ký hiệu", "Từ số", "Đến số", "Số lượng", "Số hủy", "Tiền phí (đồng)",
                    "Tiền lệ phí (đồng)", "Tổng tiền (đồng)",
                ], rows: rows + [sum] + (below ?? [])),
            count: "Tổng số tiền: \(Money(summary.amount).display) (\(words)).",
            signatures: [
                SlipSignature(title: "NGƯỜI LẬP BẢNG", hint: SlipContent.signHint, name: nil),
                SlipSignature(title: "THỦ TRƯỞNG ĐƠN VỊ", hint: SlipContent.signHint, name: nil),
            ], isTraining: paper.training, form: nil)
        amounts = [4, 5, 6, 7, 8]
        sums = below == nil ? 1 : 3
        notes = ["Mẫu số 01/TH-BLĐT; gửi cơ quan thuế trong ngày."]
    }
}
