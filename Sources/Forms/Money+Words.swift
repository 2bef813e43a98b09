extension Money {
    private static let digits = [
        "không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín",
    ]

    /// The amount in words, as receipts ask for it: "mười sáu nghìn đồng chẵn".
    ///
    /// "chẵn" closes what is whole in thousands, so that nothing can be written behind it. Zeros inside are
    /// read ("không trăm linh năm"), thousands of millions are "tỷ", and larger amounts count in them
    /// ("một nghìn tỷ"). A negative amount begins with "âm".
    public var words: String {
        guard dong != 0 else { return "không đồng" }
        let amount = dong.magnitude
        let words = (dong < 0 ? ["âm"] : []) + Self.reading(amount)
        return words.joined(separator: " ") + (amount.isMultiple(of: 1000) ? " đồng chẵn" : " đồng")
    }

    private static func reading(_ number: UInt) -> [String] {
        let billions = number / 1_000_000_000
        let rest = number % 1_000_000_000
        var words: [String] = []
        if billions > 0 { words = reading(billions) + ["tỷ"] }
        for (power, name) in [(1_000_000 as UInt, "triệu"), (1000, "nghìn"), (1, "")] {
            let group = Int(rest / power % 1000)
            guard group > 0 else { continue }
            words += reading(group, isFirst: words.isEmpty)
            if !name.isEmpty { words.append(name) }
        }
        return words
    }

    /// 1 … 999; inside a number the hundreds are read even where they are none.
    private static func reading(_ group: Int, isFirst: Bool) -> [String] {
        let (hundreds, tens, ones) = (group / 100, group / 10 % 10, group % 10)
        var words: [String] = []
        if hundreds > 0 || !isFirst { words += [digits[hundreds], "trăm"] }
        switch tens {
        case 0: if ones > 0, !words.isEmpty { words.append("linh") }
        case 1: words.append("mười")
        default: words += [digits[tens], "mươi"]
        }
        switch (tens, ones) {
        case (_, 0): break
        case (2..., 1): words.append("mốt")
        case (2..., 4): words.append("tư")
        case (1..., 5): words.append("lăm")
        default: words.append(digits[ones])
        }
        return words
    }
}
