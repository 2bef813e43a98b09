import Forms

/// A unit that takes part in the work, as it is called in a stretch of time.
///
/// One code may have several rows: units are renamed and merged by law in mid-year.
struct Agency: Codable, Hashable, Sendable {
    enum Kind: String, Codable, Sendable {
        case ministry, province, department, commune, centre, hotline, post
        case communePolice = "commune_police"
        case provincialPolice = "provincial_police"
    }

    /// "H26.1.5": the unit that dossier codes begin with.
    var code: String
    var name: String
    var kind: Kind
    /// The code of the unit above it.
    var parent: String?
    /// The code of the province that it works in.
    var province: String?
    /// The code of the commune that it works in.
    var commune: String?
    var from: LocalDate
    /// The last day on which the row holds.
    var to: LocalDate?
    /// On which citizens reach it.
    var phone: String?
    /// The unit that took over its work.
    var successor: String?
    /// Whether the code was made up for training.
    var trainingCode: Bool

    func holds(on day: LocalDate) -> Bool {
        from <= day && to.map { day <= $0 } ?? true
    }
}
