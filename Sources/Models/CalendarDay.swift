import Forms

/// A named day of a calendar: a day off or a make-up working day.
public struct CalendarDay: Codable, Hashable, Sendable {
    public var date: LocalDate
    /// "Ngày Văn hóa Việt Nam", "làm bù ngày 02/01/2026".
    public var name: String
    /// Whether the day is proposed but not decided.
    public var provisional: Bool?

    public init(date: LocalDate, name: String, provisional: Bool? = nil) {
        self.date = date
        self.name = name
        self.provisional = provisional
    }
}
