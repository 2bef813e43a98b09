import Forms

/// A province or city under the central government, as it is called in a stretch of time.
///
/// One code may have several rows: Đồng Nai, Quảng Ninh and Bắc Ninh became cities in 2026, and old papers
/// keep the old name.
struct Province: Codable, Hashable, Sendable {
    enum Kind: String, Codable, Sendable {
        case province = "tinh"
        case city = "thanh_pho"
    }

    /// The statistics office's code, two digits.
    var code: String
    /// "Thành phố Hà Nội", "Tỉnh Cao Bằng".
    var name: String
    var type: Kind
    /// The electronic code of its people's committee: "H26".
    var hCode: String
    var from: LocalDate
    /// The last day on which the row holds.
    var to: LocalDate?
    var note: String?

    func holds(on day: LocalDate) -> Bool {
        from <= day && to.map { day <= $0 } ?? true
    }
}
