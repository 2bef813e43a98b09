/// A strip of a page that is never cut: a line of text, a header, a place to sign.
struct Row {
    /// White above it, left out at the top of a page.
    var gap = 0.0
    var height: Double
    /// Stands on one page with the row after it.
    var staysWithNext = false
    /// Set again above it where it begins a page: the head of its table.
    var pageHead: [Row] = []
    /// Draws it with its top left corner at the point.
    var draw: (Canvas, _ x: Double, _ y: Double) -> Void
    /// Drawn over it where it is the last on its page: the edge of a table that goes on.
    var drawLast: ((Canvas, _ x: Double, _ y: Double) -> Void)?
}
