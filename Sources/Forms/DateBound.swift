/// The first or last day that a date field accepts. In JSON `"2020-01-31"`, `"today"`, `"today-365"` or
/// `"today+30"`.
public enum DateBound: Hashable, Sendable {
    case date(LocalDate)
    case today(offsetDays: Int)

    public func resolved(today: LocalDate) -> LocalDate {
        switch self {
        case .date(let date): date
        case .today(let days): today.adding(days: days)
        }
    }

    public init?(_ text: String) {
        if let date = LocalDate(iso: text) {
            self = .date(date)
            return
        }
        guard text.hasPrefix("today") else { return nil }
        let offset = text.dropFirst(5)
        guard offset.isEmpty || offset.first == "+" || offset.first == "-", offset.utf8.count <= 7,
            let days = offset.isEmpty ? 0 : Int(offset)
        else { return nil }
        self = .today(offsetDays: days)
    }

    public var text: String {
        switch self {
        case .date(let date): date.iso
        case .today(0): "today"
        case .today(let days): "today" + (days > 0 ? "+" : "") + String(days)
        }
    }
}

extension DateBound: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let bound = DateBound(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription: "giới hạn ngày phải là YYYY-MM-DD, today, today-N hoặc today+N")
        }
        self = bound
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
