extension TextSheet {
    /// Two header blocks stand side by side from this width on, in columns.
    private static let sideBySide = 64

    /// The head of an official paper: who issues it at the left, the state's name and motto at the right, number and
    /// date below them.
    mutating func issuer(authority: String, desk: String, number: String, placeAndDate: String) {
        let isWide = width >= Self.sideBySide
        let leftWidth = isWide ? (width - 2) * 44 / 100 : width
        let rightWidth = isWide ? width - 2 - leftWidth : width
        var left = TextWrap.balanced(authority, width: leftWidth)
        let desk = TextWrap.balanced(desk, width: leftWidth)
        left += desk
        left.append(Self.rule((desk.last?.count ?? 0) / 2))
        var right = TextWrap.lines(SlipContent.nation, width: rightWidth)
        right += TextWrap.lines(SlipContent.motto, width: rightWidth)
        right.append(Self.rule(min(SlipContent.motto.count, rightWidth)))
        let number = TextWrap.lines(number, width: leftWidth)
        let date = TextWrap.lines(placeAndDate, width: rightWidth)
        guard isWide else {
            for line in left + number + [""] + right + date { centre(line) }
            return
        }
        let rows = max(left.count, right.count)
        left += Array(repeating: "", count: rows - left.count) + number
        right += Array(repeating: "", count: rows - right.count) + date
        for row in 0..<max(left.count, right.count) {
            let leading = row < left.count ? left[row] : ""
            let trailing = row < right.count ? right[row] : ""
            line(
                TextWrap.centred(leading, width: leftWidth, padded: true) + "  "
                    + TextWrap.centred(trailing, width: rightWidth))
        }
    }

    private static func rule(_ width: Int) -> String {
        String(repeating: "─", count: max(width, 0))
    }
}
