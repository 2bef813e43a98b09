/// Measures of a page, in points (1/72 inch).
struct PageGeometry {
    static let millimetre = 72 / 25.4

    let width: Double
    let height: Double
    let left: Double
    let right: Double
    let top: Double
    let bottom: Double
    /// Base line of the marks above the body, from the top of the page.
    let marksBaseline: Double
    /// Base line of the line below the body, from the top of the page.
    let footBaseline: Double

    var bodyWidth: Double { width - left - right }
    var bodyHeight: Double { height - top - bottom }

    /// In millimetres; `marks` from the top of the page, `foot` from its lower edge.
    private init(
        width: Double, height: Double, left: Double, right: Double, top: Double, bottom: Double,
        marks: Double, foot: Double
    ) {
        self.width = width * Self.millimetre
        self.height = height * Self.millimetre
        self.left = left * Self.millimetre
        self.right = right * Self.millimetre
        self.top = top * Self.millimetre
        self.bottom = bottom * Self.millimetre
        marksBaseline = marks * Self.millimetre
        footBaseline = (height - foot) * Self.millimetre
    }

    /// NĐ 30/2020/NĐ-CP, Phụ lục I: 20 to 25 mm above and below, 30 to 35 at the left, where it is bound, 15 to
    /// 20 at the right.
    static let a4 = PageGeometry(
        width: 210, height: 297, left: 30, right: 15, top: 20, bottom: 20, marks: 13, foot: 11)
    /// The same across: bound at its upper edge.
    static let a4Across = PageGeometry(
        width: 297, height: 210, left: 15, right: 15, top: 22, bottom: 15, marks: 14, foot: 8)
    /// A slip's, which keeps the proportion.
    static let a5 = PageGeometry(
        width: 148, height: 210, left: 15, right: 11, top: 11, bottom: 11.5, marks: 7.6, foot: 7)
}
