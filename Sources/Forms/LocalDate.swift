/// A day of the Gregorian calendar in Vietnam, 01/01/1800 to 31/12/9999.
///
/// On the wire `YYYY-MM-DD`, on screen and paper `DD/MM/YYYY`. There is no time zone in it, so nothing can
/// shift it by a day.
public struct LocalDate: Hashable, Comparable, Sendable {
    public let year: Int
    public let month: Int
    public let day: Int

    /// Nil where there is no such day.
    public init?(year: Int, month: Int, day: Int) {
        guard (1800...9999).contains(year), (1...12).contains(month),
            day >= 1, day <= Self.days(in: month, of: year)
        else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    private init(unchecked year: Int, _ month: Int, _ day: Int) {
        self.year = year
        self.month = month
        self.day = day
    }

    /// Reads `YYYY-MM-DD`, nothing else.
    public init?(iso: String) {
        let bytes = Array(iso.utf8)
        guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
            let year = Self.number(bytes[0..<4]), let month = Self.number(bytes[5..<7]),
            let day = Self.number(bytes[8..<10])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// Reads what people type: `12/03/1985`, `12-3-85`, `12.3.1985`, `12031985`, `120385`, `1203` (the
    /// reference's year).
    ///
    /// A year of two digits is the latest one not more than 20 years after the reference's: a birth date in
    /// '85 is 1985, an expiry date in '31 is 2031.
    public init?(typed: String, reference: LocalDate) {
        let text = typed.utf8.drop { $0 == UInt8(ascii: " ") }
        var parts: [[UInt8]] = [[]]
        for byte in text.reversed().drop(while: { $0 == UInt8(ascii: " ") }).reversed() {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): parts[parts.count - 1].append(byte)
            case UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: " "):
                parts.append([])
            default: return nil
            }
        }
        if parts.count == 1 {
            let digits = parts[0]
            guard [4, 6, 8].contains(digits.count) else { return nil }
            parts = [Array(digits[0..<2]), Array(digits[2..<4])]
            if digits.count > 4 { parts.append(Array(digits[4...])) }
        }
        guard (2...3).contains(parts.count), (1...2).contains(parts[0].count),
            (1...2).contains(parts[1].count), let day = Self.number(parts[0][...]),
            let month = Self.number(parts[1][...])
        else { return nil }
        var year = reference.year
        if parts.count == 3 {
            guard parts[2].count == 2 || parts[2].count == 4, let written = Self.number(parts[2][...])
            else { return nil }
            year = written
            if parts[2].count == 2 {
                let limit = reference.year + 20
                year = limit - limit % 100 + written
                if year > limit { year -= 100 }
            }
        }
        self.init(year: year, month: month, day: day)
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        var value = 0
        for byte in digits {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
            value = value * 10 + Int(byte - UInt8(ascii: "0"))
        }
        return digits.isEmpty ? nil : value
    }

    public static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        default: 31
        }
    }

    /// `YYYY-MM-DD`
    public var iso: String {
        Self.padded(year, 4) + "-" + Self.padded(month, 2) + "-" + Self.padded(day, 2)
    }

    /// `DD/MM/YYYY`
    public var display: String {
        Self.padded(day, 2) + "/" + Self.padded(month, 2) + "/" + Self.padded(year, 4)
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }

    /// 1 = Monday … 7 = Sunday.
    public var weekday: Int {
        let index = (epochDay + 3) % 7
        return (index < 0 ? index + 7 : index) + 1
    }

    public static func < (left: LocalDate, right: LocalDate) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }
}

extension LocalDate {
    /// Days since 01/01/1970.
    public var epochDay: Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    private static let firstEpochDay = LocalDate(unchecked: 1800, 1, 1).epochDay
    private static let lastEpochDay = LocalDate(unchecked: 9999, 12, 31).epochDay

    /// The day so many days after 01/01/1970, held within the type's range.
    public init(epochDay: Int) {
        let held = min(max(epochDay, Self.firstEpochDay), Self.lastEpochDay)
        let shifted = held + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let index = (5 * dayOfYear + 2) / 153
        let month = index + (index < 10 ? 3 : -9)
        self.init(
            unchecked: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month,
            dayOfYear - (153 * index + 2) / 5 + 1)
    }

    /// The day so many days later (earlier, where negative), held within the type's range.
    public func adding(days: Int) -> LocalDate {
        let (sum, overflow) = epochDay.addingReportingOverflow(days)
        return LocalDate(epochDay: overflow ? (days < 0 ? .min : .max) : sum)
    }

    /// How many days later the other one is; negative where it is earlier.
    public func days(to other: LocalDate) -> Int {
        other.epochDay - epochDay
    }

    /// Completed years on a day, by the Civil Code: one is a year older on one's birthday, and who was born
    /// on 29/02 is so on 01/03 of a common year. Negative before birth.
    public func age(on date: LocalDate) -> Int {
        date.year - year - ((date.month, date.day) < (month, day) ? 1 : 0)
    }
}

extension LocalDate: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let date = LocalDate(iso: text) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "ngày phải viết YYYY-MM-DD và có thật")
        }
        self = date
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(iso)
    }
}
