/// How a run of text is set. Sizes are in points (1/72 inch).
struct TextStyle: Hashable {
    var size: Double
    var isBold = false
    var isItalic = false
}
