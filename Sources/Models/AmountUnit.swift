/// What a statutory time is counted in.
public enum AmountUnit: String, Codable, Hashable, Sendable, CaseIterable {
    case sameDay = "same_day"
    case workingDay = "working_day"
    case workingHour = "working_hour"
    case calendarDay = "calendar_day"
}
