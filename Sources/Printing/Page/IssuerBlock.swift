import Models

/// The top of an official paper: who issues it beside the state's name and motto, number and date below.
///
/// NĐ 30/2020/NĐ-CP, Phụ lục I: the issuer at the left with a rule of a third to half its line below, the
/// state's name and motto at the right with a rule as long as the motto, number and date on one line.
struct IssuerBlock {
    let setter: Typesetter
    /// Of the body, in points.
    let width: Double
    /// The size of the state's name where it has the room, in points.
    let largest: Double
    let authority: String
    let desk: String
    /// Empty: none.
    let number: String
    let placeAndDate: String

    private static let leftShare = 0.42
    private static let gutter = 6.0

    func row() -> Row {
        let leftWidth = (width - Self.gutter) * Self.leftShare
        let rightWidth = width - Self.gutter - leftWidth
        let size = stateSize(rightWidth)
        let capitals = TextStyle(size: size)
        let bold = TextStyle(size: size, isBold: true)
        let authority = setter.balanced(authority, capitals, width: leftWidth)
        let desk = setter.balanced(desk, bold, width: leftWidth)
        let nation = setter.lines(SlipContent.nation, bold, width: rightWidth, alignment: .centre)
        let motto = setter.lines(
            SlipContent.motto, TextStyle(size: size + 1, isBold: true), width: rightWidth,
            alignment: .centre)
        let number =
            number.isEmpty
            ? []
            : setter.lines(number, TextStyle(size: size + 0.7), width: leftWidth, alignment: .centre)
        let date = setter.lines(
            placeAndDate, TextStyle(size: size + 0.7, isItalic: true), width: rightWidth,
            alignment: .centre)
        let leftRule = (desk.last?.width ?? 0) * 0.45
        let rightRule = motto.last?.width ?? 0
        let ruleRoom = 5.0
        let lower =
            max(Self.height(authority + desk), Self.height(nation + motto)) + ruleRoom + 2
        return Row(height: lower + max(Self.height(number), Self.height(date))) { canvas, x, y in
            let right = x + leftWidth + Self.gutter
            let leftEnd = canvas.draw(authority + desk, x: x, y: y)
            let middle = x + leftWidth / 2
            canvas.rule(from: middle - leftRule / 2, to: middle + leftRule / 2, y: leftEnd + ruleRoom / 2)
            let rightEnd = canvas.draw(nation + motto, x: right, y: y)
            let rightMiddle = right + rightWidth / 2
            canvas.rule(
                from: rightMiddle - rightRule / 2, to: rightMiddle + rightRule / 2,
                y: rightEnd + ruleRoom / 2)
            canvas.draw(number, x: x, y: y + lower)
            canvas.draw(date, x: right, y: y + lower)
        }
    }

    /// The largest size from 7 points on at which the state's name stands on one line, as it has to.
    private func stateSize(_ width: Double) -> Double {
        let reference = setter.width(SlipContent.nation, TextStyle(size: 10, isBold: true))
        return min(max((width / reference * 10 * 4).rounded(.down) / 4, 7), largest)
    }

    private static func height(_ lines: [TextLine]) -> Double {
        lines.reduce(0) { $0 + $1.height }
    }
}
