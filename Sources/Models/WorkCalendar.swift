import Forms

/// When a unit works: its hours by day of the week, its days off, its make-up working days.
///
/// One may span several years; `provisional` names the years whose days off are not decided yet.
public struct WorkCalendar: Hashable, Sendable {
    public var unit: String
    /// The year asked for; nil where it spans several.
    public var year: Int?
    public var name: String
    public var hours: [WeekHours]
    public var daysOff: [CalendarDay]
    /// Days worked though they fall on a weekly rest day, in the hours of a Monday.
    public var makeupDays: [CalendarDay]
    public var provisional: [Int]

    public init(
        unit: String, year: Int? = nil, name: String, hours: [WeekHours], daysOff: [CalendarDay] = [],
        makeupDays: [CalendarDay] = [], provisional: [Int] = []
    ) {
        self.unit = unit
        self.year = year
        self.name = name
        self.hours = hours
        self.daysOff = daysOff
        self.makeupDays = makeupDays
        self.provisional = provisional
    }
}

extension WorkCalendar: Codable {
    private enum CodingKeys: String, CodingKey {
        case unit, year, name, hours, daysOff, makeupDays, provisional
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            unit: try container.decode(String.self, forKey: .unit),
            year: try container.decodeIfPresent(Int.self, forKey: .year),
            name: try container.decode(String.self, forKey: .name),
            hours: try container.decode([WeekHours].self, forKey: .hours),
            daysOff: try container.decodeIfPresent([CalendarDay].self, forKey: .daysOff) ?? [],
            makeupDays: try container.decodeIfPresent([CalendarDay].self, forKey: .makeupDays) ?? [],
            provisional: try container.decodeIfPresent([Int].self, forKey: .provisional) ?? [])
    }
}
