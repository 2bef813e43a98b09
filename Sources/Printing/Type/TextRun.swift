/// Text of one style within a paragraph.
struct TextRun {
    var text: String
    var style: TextStyle

    init(_ text: String, _ style: TextStyle) {
        self.text = text
        self.style = style
    }
}
