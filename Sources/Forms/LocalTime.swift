/// A time of day in Vietnam, 00:00 to 23:59, to the minute.
///
/// On the wire `HH:MM` and always of 24 hours; on screen as `TimeClock` asks. It has no day and no zone.
public struct LocalTime: Hashable, Comparable, Sendable {
    public let hour: Int
    public let minute: Int

    /// Nil where a clock does not show it.
    public init?(hour: Int, minute: Int) {
        guard (0...23).contains(hour), (0...59).contains(minute) else { return nil }
        self.hour = hour
        self.minute = minute
    }

    /// Reads `HH:MM`, nothing else.
    public init?(iso: String) {
        let bytes = Array(iso.utf8.prefix(6))
        guard bytes.count == 5, bytes[2] == UInt8(ascii: ":"), let hour = Self.number(bytes[0..<2]),
            let minute = Self.number(bytes[3..<5])
        else { return nil }
        self.init(hour: hour, minute: minute)
    }

    /// Reads what people type: `8`, `830`, `0830`, `8:30`, `8.30`, `8h30`, `8h`, `8 giờ 30`, each with `SA`, `CH`, `AM`
    /// or `PM` behind it where the clock has 12 hours. Without one the hours are those of 24.
    ///
    /// 12 SA is midnight and 12 CH noon; an hour beyond 12 may carry `CH`, which says nothing new.
    public init?(typed: String) {
        guard typed.utf8.count <= 32 else { return nil }
        var text = TextFold.fold(typed).filter { !$0.isWhitespace }[...]
        var isLate: Bool?
        for (mark, late) in [("sa", false), ("am", false), ("ch", true), ("pm", true)]
        where text.hasSuffix(mark) {
            isLate = late
            text = text.dropLast(2)
        }
        guard let (hour, minute) = Self.parts(String(text)) else { return nil }
        switch isLate {
        case nil: self.init(hour: hour, minute: minute)
        case false?:
            guard hour <= 12 else { return nil }
            self.init(hour: hour % 12, minute: minute)
        case true?:
            guard hour >= 1 else { return nil }
            self.init(hour: hour < 12 ? hour + 12 : hour, minute: minute)
        }
    }

    /// Hour and minute as written, whatever the clock.
    private static func parts(_ text: String) -> (hour: Int, minute: Int)? {
        var parts: [[UInt8]] = [[]]
        for character in text.replacing("gio", with: "h").replacing("phut", with: "").utf8 {
            switch character {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): parts[parts.count - 1].append(character)
            case UInt8(ascii: ":"), UInt8(ascii: "."), UInt8(ascii: "h"), UInt8(ascii: "g"): parts.append([])
            default: return nil
            }
        }
        switch parts.count {
        case 1:
            let digits = parts[0]
            guard (1...4).contains(digits.count) else { return nil }
            let hours = digits.count <= 2 ? digits[...] : digits.dropLast(2)
            guard let hour = number(hours) else { return nil }
            return (hour, digits.count <= 2 ? 0 : number(digits.suffix(2)) ?? 0)
        case 2:
            guard (1...2).contains(parts[0].count), let hour = number(parts[0][...]) else { return nil }
            if parts[1].isEmpty { return text.hasSuffix(":") || text.hasSuffix(".") ? nil : (hour, 0) }
            guard parts[1].count == 2, let minute = number(parts[1][...]) else { return nil }
            return (hour, minute)
        default: return nil
        }
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        var value = 0
        for byte in digits {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
            value = value * 10 + Int(byte - UInt8(ascii: "0"))
        }
        return digits.isEmpty ? nil : value
    }

    /// Minutes since midnight, 0 … 1439.
    public var minuteOfDay: Int { hour * 60 + minute }

    /// The time so many minutes after midnight; nil outside the day.
    public init?(minuteOfDay: Int) {
        guard (0..<1440).contains(minuteOfDay) else { return nil }
        self.init(hour: minuteOfDay / 60, minute: minuteOfDay % 60)
    }

    /// `HH:MM`
    public var iso: String {
        Self.padded(hour) + ":" + Self.padded(minute)
    }

    /// `13:30`, or `01:30 CH` where the clock has 12 hours: SA before noon, CH from noon on.
    public func display(clock: TimeClock) -> String {
        switch clock {
        case .h24: iso
        case .h12:
            Self.padded((hour + 11) % 12 + 1) + ":" + Self.padded(minute) + (hour < 12 ? " SA" : " CH")
        }
    }

    private static func padded(_ number: Int) -> String {
        (number < 10 ? "0" : "") + String(number)
    }

    public static func < (left: LocalTime, right: LocalTime) -> Bool {
        left.minuteOfDay < right.minuteOfDay
    }
}

extension LocalTime: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let time = LocalTime(iso: try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "giờ phải viết HH:MM, từ 00:00 đến 23:59")
        }
        self = time
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(iso)
    }
}
