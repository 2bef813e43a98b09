import Forms

/// Form 07 of TT 03/2025/TT-VPCP, Phụ lục I: the register of a unit's dossiers in a period, as `desk-print` reads it.
public struct RegisterDocument: PrintablePaper, Hashable {
    public static let form = "07"

    /// "UBND phường Hoàn Kiếm"
    public var authority: String
    /// "Bộ phận Tiếp nhận và Trả kết quả"
    public var desk: String
    public var place: String
    public var date: LocalDate
    /// The first day of the period.
    public var from: LocalDate
    /// The last day of the period.
    public var to: LocalDate
    /// In any order: the paper has them by book and number.
    public var entries: [RegisterEntry]
    /// 0 on the first print of this period, n on the n-th after it.
    public var reprint: Int
    public var training: Bool

    public init(
        authority: String, desk: String, place: String, date: LocalDate, from: LocalDate, to: LocalDate,
        entries: [RegisterEntry], reprint: Int = 0, training: Bool = false
    ) {
        self.authority = authority
        self.desk = desk
        self.place = place
        self.date = date
        self.from = from
        self.to = to
        self.entries = entries
        self.reprint = reprint
        self.training = training
    }

    /// The bounds of a register.
    public enum Limit {
        /// UTF-8 bytes of the JSON.
        public static let bytes = 8 << 20
        /// More dossiers are printed in two periods.
        public static let entries = 2000
        /// UTF-8 bytes of one text.
        public static let textBytes = 4096
    }

    public func issues() -> [SlipIssue] {
        var found = PaperFindings()
        found.require(authority, "authority", "thiếu tên cơ quan")
        found.require(desk, "desk", "thiếu tên bộ phận tiếp nhận")
        found.require(place, "place", "thiếu địa danh")
        for (key, text) in [("authority", authority), ("desk", desk), ("place", place)] {
            found.bound(text, key, SlipDocument.Limit.shortTextBytes)
        }
        if to < from { found.add("to", "ngày cuối không được trước ngày đầu") }
        if reprint < 0 { found.add("reprint", "lần in lại không được âm") }
        found.bound(entries.count, "entries", Limit.entries)
        for (index, entry) in entries.enumerated() {
            let key = "entries/\(index)"
            if !(from...max(from, to)).contains(entry.submittedAt.date) {
                found.add("\(key)/submitted_at", "ngày nhận không nằm trong kỳ của sổ")
            }
            for (name, text) in [
                ("code", entry.code), ("procedure_name", entry.procedureName),
                ("applicant_name", entry.applicantName), ("address", entry.address), ("phone", entry.phone),
                ("unit_name", entry.unitName), ("recipient", entry.recipient),
                ("status_name", entry.statusName), ("book", entry.book),
            ] {
                found.bound(text ?? "", "\(key)/\(name)", Limit.textBytes)
            }
        }
        return found.issues
    }
}
