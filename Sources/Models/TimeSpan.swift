/// A stretch of a day's clock, the end not included: `{"from": "08:00", "to": "12:00"}`.
public struct TimeSpan: Hashable, Sendable {
    /// Minutes since midnight.
    public var from: Int
    /// Minutes since midnight, later than `from`, at most 24:00.
    public var to: Int

    /// Nil where the end is not after the beginning or lies past midnight.
    public init?(from: Int, to: Int) {
        guard from >= 0, from < to, to <= 24 * 60 else { return nil }
        self.from = from
        self.to = to
    }

    /// Nil where a text is no clock time `HH:MM` or the end is not after the beginning.
    public init?(from: String, to: String) {
        guard let from = Self.minutes(from), let to = Self.minutes(to) else { return nil }
        self.init(from: from, to: to)
    }

    static func minutes(_ text: String) -> Int? {
        let bytes = Array(text.utf8)
        guard bytes.count == 5, bytes[2] == UInt8(ascii: ":") else { return nil }
        let digits = [bytes[0], bytes[1], bytes[3], bytes[4]].map { Int($0) - 48 }
        guard digits.allSatisfy((0...9).contains) else { return nil }
        let minutes = digits[2] * 10 + digits[3]
        let total = (digits[0] * 10 + digits[1]) * 60 + minutes
        return minutes < 60 && total <= 24 * 60 ? total : nil
    }

    static func text(_ minutes: Int) -> String {
        let (hour, minute) = (minutes / 60, minutes % 60)
        return (hour < 10 ? "0" : "") + "\(hour):" + (minute < 10 ? "0" : "") + "\(minute)"
    }
}

extension TimeSpan: Codable {
    private enum CodingKeys: String, CodingKey {
        case from, to
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let from = try container.decode(String.self, forKey: .from)
        let to = try container.decode(String.self, forKey: .to)
        guard let span = TimeSpan(from: from, to: to) else {
            throw DecodingError.dataCorruptedError(
                forKey: .from, in: container,
                debugDescription: "khoảng giờ phải viết HH:MM và kết thúc sau lúc bắt đầu")
        }
        self = span
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(Self.text(from), forKey: .from)
        try container.encode(Self.text(to), forKey: .to)
    }
}
