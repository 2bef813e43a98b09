/// An amount in đồng. There is nothing smaller than one đồng, so amounts are whole numbers.
public struct Money: Hashable, Comparable, Sendable {
    public var dong: Int

    public init(_ dong: Int) {
        self.dong = dong
    }

    public init(dong: Int) {
        self.dong = dong
    }

    /// "16.000"
    public var grouped: String {
        let digits = Array(String(dong.magnitude))
        var text = dong < 0 ? "-" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { text.append(".") }
            text.append(digit)
        }
        return text
    }

    /// "16.000 đ"
    public var display: String {
        grouped + " đ"
    }

    public static func < (left: Money, right: Money) -> Bool {
        left.dong < right.dong
    }
}

extension Money: Codable {
    public init(from decoder: any Decoder) throws {
        self.init(try decoder.singleValueContainer().decode(Int.self))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(dong)
    }
}
