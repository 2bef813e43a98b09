/// A strip of a page that is never cut: a line of text, a header, a place to sign.
struct Row {
    /// White above it, left out at the top of a page.
    var gap = 0.0
    var height: Double
    /// Stands on one page with the row after it.
    var staysWithNext = false
    /// Draws it with its top left corner at the point.
    var draw: (Canvas, _ x: Double, _ y: Double) -> Void
}
