/// When a field has to be answered. In JSON `true`, `false` or an expression.
public enum Requirement: Hashable, Sendable {
    case never
    case always
    case when(Expression)

    public func holds(_ answers: Answers, row: Answers? = nil, today: LocalDate) -> Bool {
        switch self {
        case .never: false
        case .always: true
        case .when(let expression): expression.isTrue(answers, row: row, today: today)
        }
    }
}

extension Requirement: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let flag = try? container.decode(Bool.self) {
            self = flag ? .always : .never
        } else {
            self = .when(try container.decode(Expression.self))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .never: try container.encode(false)
        case .always: try container.encode(true)
        case .when(let expression): try container.encode(expression)
        }
    }
}
