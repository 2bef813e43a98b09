/// What kind of value an expression comes to, as far as the form's definition tells.
enum ExpressionType: Hashable, Sendable {
    /// `null`, or something that can't be told: fits everywhere.
    case unknown
    case bool, int, text, date, time, dateRange, timeRange, list, rows
    /// One of these values.
    case choice(Set<String>)
    /// A text that stands in the expression; it may be read as a date or a time.
    case literal(String)

    init(_ kind: FieldKind) {
        func choice(_ options: [Option]) -> ExpressionType { .choice(Set(options.map(\.value))) }
        self =
            switch kind {
            case .text, .password, .textArea: .text
            case .radio(let options), .dropdown(.fixed(let options), false, _),
                .search(.fixed(let options), _):
                choice(options)
            case .dropdown(.reference, false, _), .search(.reference, _): .text
            case .checkbox: .bool
            case .checkboxes, .dropdown(_, true, _): .list
            case .date: .date
            case .dateRange: .dateRange
            case .time: .time
            case .timeRange: .timeRange
            case .number, .money, .slider, .spinBox: .int
            case .files: .rows
            case .note: .unknown
            }
    }

    var isText: Bool {
        switch self {
        case .text, .choice, .literal: true
        default: false
        }
    }

    var isDate: Bool {
        switch self {
        case .date, .unknown: true
        case .literal(let text): LocalDate(iso: text) != nil
        default: false
        }
    }

    var isTime: Bool {
        switch self {
        case .time, .unknown: true
        case .literal(let text): LocalTime(iso: text) != nil
        default: false
        }
    }

    var isInt: Bool { self == .int || self == .unknown }
    var isBool: Bool { self == .bool || self == .unknown }

    /// Whether `==` between the two can ever be true.
    func canEqual(_ other: ExpressionType) -> Bool {
        switch (self, other) {
        case (.unknown, _), (_, .unknown): true
        case (.literal(let left), .literal(let right)): left == right
        case (.literal(let text), .choice(let values)), (.choice(let values), .literal(let text)):
            values.contains(text)
        case (.choice(let left), .choice(let right)): !left.isDisjoint(with: right)
        case (.literal(let text), .dateRange), (.dateRange, .literal(let text)): DateRange(iso: text) != nil
        case (.literal(let text), .timeRange), (.timeRange, .literal(let text)): TimeRange(iso: text) != nil
        case (.literal, .date), (.date, .literal), (.literal, .time), (.time, .literal):
            isDate && other.isDate || isTime && other.isTime
        case _ where isText && other.isText: true
        default: self == other
        }
    }

    /// Whether `<` between the two says anything.
    func canOrder(_ other: ExpressionType) -> Bool {
        isInt && other.isInt || isDate && other.isDate || isTime && other.isTime
    }

    /// Whether a computed value of this type may stand in a field of the kind.
    func fits(_ kind: FieldKind) -> Bool {
        switch ExpressionType(kind) {
        case .unknown, .rows: false
        case .text: isText || self == .unknown
        case .date: isDate
        case .time: isTime
        case let type: canEqual(type)
        }
    }

    /// As the author knows it.
    var words: String {
        switch self {
        case .unknown: "không rõ"
        case .bool: "có/không"
        case .int: "số"
        case .text: "chữ"
        case .date: "ngày"
        case .time: "giờ"
        case .dateRange: "khoảng ngày"
        case .timeRange: "khoảng giờ"
        case .list: "danh sách lựa chọn"
        case .rows: "các dòng"
        case .choice(let values): "lựa chọn (\(values.sorted().prefix(4).joined(separator: ", "))…)"
        case .literal(let text): "'\(text)'"
        }
    }
}
