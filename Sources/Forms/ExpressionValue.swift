extension Expression {
    /// What an expression comes to.
    public enum Value: Hashable, Sendable {
        case null
        case bool(Bool)
        case int(Int)
        /// Also a date `YYYY-MM-DD`, a time `HH:MM` and a range of either.
        case text(String)
        case list([String])

        init(_ answer: Answer?) {
            switch answer {
            case nil: self = .null
            case .text(let text)?: self = answer?.isEmpty == true ? .null : .text(text)
            case .number(let number)?: self = .int(number)
            case .flag(let flag)?: self = .bool(flag)
            case .choices(let values)?: self = .list(values)
            case .rows?: self = .null
            }
        }

        /// The answer that a computed field holds; nil for `null`.
        public var answer: Answer? {
            switch self {
            case .null: nil
            case .bool(let flag): .flag(flag)
            case .int(let number): .number(number)
            case .text(let text): .text(text)
            case .list(let values): .choices(values)
            }
        }

        var date: LocalDate? {
            if case .text(let text) = self { LocalDate(iso: text) } else { nil }
        }

        var time: LocalTime? {
            if case .text(let text) = self { LocalTime(iso: text) } else { nil }
        }
    }
}
