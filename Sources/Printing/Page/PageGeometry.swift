/// Measures of a slip's page, in points (1/72 inch).
///
/// NĐ 30/2020/NĐ-CP, Phụ lục I gives A4 papers a wide margin at the left for binding; the A5 slip keeps the
/// proportion.
enum PageGeometry {
    static let millimetre = 72 / 25.4
    static let width = 148 * millimetre
    static let height = 210 * millimetre
    static let left = 15 * millimetre
    static let right = 11 * millimetre
    static let top = 11 * millimetre
    static let bottom = 11.5 * millimetre
    static let bodyWidth = width - left - right
    static let bodyHeight = height - top - bottom
    /// Base line of the marks above the body, from the top of the page.
    static let marksBaseline = 7.6 * millimetre
    /// Base line of the line below the body, from the top of the page.
    static let footBaseline = height - 7 * millimetre
}
