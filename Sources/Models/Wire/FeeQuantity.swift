/// How much of a fee: a number, or the pages of each copy. In JSON `3` or `[12, 40]`.
public enum FeeQuantity: Hashable, Sendable {
    case count(Int)
    case pages([Int])
}

extension FeeQuantity: ExpressibleByIntegerLiteral, ExpressibleByArrayLiteral {
    public init(integerLiteral value: Int) {
        self = .count(value)
    }

    public init(arrayLiteral elements: Int...) {
        self = .pages(elements)
    }
}

extension FeeQuantity: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let count = try? container.decode(Int.self) {
            self = .count(count)
        } else {
            self = .pages(try container.decode([Int].self))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .count(let count): try container.encode(count)
        case .pages(let pages): try container.encode(pages)
        }
    }
}
