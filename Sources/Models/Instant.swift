import Forms
import Glibc

/// A moment, to the second, told in Vietnam's time (GMT+7, which has had no summer time since 1975).
///
/// On the wire RFC 3339 with `+07:00` and whole seconds.
public struct Instant: Hashable, Comparable, Sendable {
    /// Since 1970-01-01T00:00:00Z.
    public var seconds: Int64

    private static let offset: Int64 = 7 * 3600
    /// The first and last second of the years 1800 to 9999 in Vietnam; what lies outside is told as the nearer one.
    private static let first = Int64(LocalDate(epochDay: .min).epochDay) * 86_400 - offset
    private static let last = Int64(LocalDate(epochDay: .max).epochDay + 1) * 86_400 - offset - 1

    public init(seconds: Int64) {
        self.seconds = seconds
    }

    /// A clock time in Vietnam. Hours past 23 run into the next days.
    public init(date: LocalDate, hour: Int, minute: Int, second: Int = 0) {
        seconds =
            Int64(date.epochDay) * 86_400 + Int64(hour * 3600 + minute * 60 + second) - Self.offset
    }

    /// Reads RFC 3339 with any offset; fractions of a second are cut off.
    public init?(rfc3339 text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count >= 20, bytes.count <= 40, let date = LocalDate(iso: String(text.prefix(10))),
            bytes[10] | 0x20 == UInt8(ascii: "t"), bytes[13] == UInt8(ascii: ":"),
            bytes[16] == UInt8(ascii: ":"),
            let hour = Self.number(bytes[11..<13], below: 24),
            let minute = Self.number(bytes[14..<16], below: 60),
            let second = Self.number(bytes[17..<19], below: 61)
        else { return nil }
        var rest = bytes[19...]
        if rest.first == UInt8(ascii: ".") {
            let fraction = rest.dropFirst().prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
            guard !fraction.isEmpty else { return nil }
            rest = rest.dropFirst(fraction.count + 1)
        }
        var shift: Int64 = 0
        if rest.count == 1, let zulu = rest.first, zulu | 0x20 == UInt8(ascii: "z") {
            shift = 0
        } else {
            let zone = Array(rest)
            guard zone.count == 6, zone[3] == UInt8(ascii: ":"),
                zone[0] == UInt8(ascii: "+") || zone[0] == UInt8(ascii: "-"),
                let hours = Self.number(zone[1..<3], below: 24),
                let minutes = Self.number(zone[4..<6], below: 60)
            else { return nil }
            shift = Int64(hours * 3600 + minutes * 60)
            if zone[0] == UInt8(ascii: "-") { shift = -shift }
        }
        seconds =
            Int64(date.epochDay) * 86_400 + Int64(hour * 3600 + minute * 60 + min(second, 59)) - shift
    }

    private static func number(_ digits: ArraySlice<UInt8>, below limit: Int) -> Int? {
        var value = 0
        for byte in digits {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
            value = value * 10 + Int(byte - UInt8(ascii: "0"))
        }
        return value < limit ? value : nil
    }

    /// The machine's clock.
    public static func now() -> Instant {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Instant(seconds: Int64(time.tv_sec))
    }

    private var local: (day: Int, second: Int) {
        let held = min(max(seconds, Self.first), Self.last) + Self.offset
        let day = held >= 0 ? held / 86_400 : (held + 1) / 86_400 - 1
        return (Int(day), Int(held - day * 86_400))
    }

    public var date: LocalDate { LocalDate(epochDay: local.day) }
    public var hour: Int { local.second / 3600 }
    public var minute: Int { local.second / 60 % 60 }
    public var second: Int { local.second % 60 }
    /// Seconds since midnight in Vietnam.
    public var secondOfDay: Int { local.second }

    /// `2026-11-23T09:41:07+07:00`
    public var rfc3339: String {
        date.iso + "T" + clock + ":" + Self.padded(second) + "+07:00"
    }

    /// `09:41 23/11/2026`
    public var display: String {
        clock + " " + date.display
    }

    /// `09:41`
    public var clock: String {
        Self.padded(hour) + ":" + Self.padded(minute)
    }

    private static func padded(_ number: Int) -> String {
        number < 10 ? "0\(number)" : "\(number)"
    }

    public func adding(seconds: Int64) -> Instant {
        let (sum, overflow) = self.seconds.addingReportingOverflow(seconds)
        return Instant(seconds: overflow ? (seconds < 0 ? .min : .max) : sum)
    }

    public func adding(seconds: Int) -> Instant {
        adding(seconds: Int64(seconds))
    }

    public static func < (left: Instant, right: Instant) -> Bool {
        left.seconds < right.seconds
    }
}

extension Instant: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let instant = Instant(rfc3339: try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "thời điểm phải viết như 2026-11-23T09:41:00+07:00")
        }
        self = instant
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rfc3339)
    }
}
