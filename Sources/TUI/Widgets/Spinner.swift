/// The sign that something is under way.
public enum Spinner {
    /// - Parameter frame: Counts up while it turns; ``ScreenContext/spinnerFrame``.
    public static func sign(frame: Int, glyphs: Glyphs = .unicode) -> SafeText {
        guard !glyphs.spinner.isEmpty else { return .empty }
        let count = glyphs.spinner.count
        return glyphs.spinner[((frame % count) + count) % count]
    }

    /// Draws the sign and what is under way behind it.
    ///
    /// - Returns: the columns used.
    @discardableResult
    public static func draw(
        into canvas: inout Canvas, at point: Point, text: SafeText = .empty, role: Role = .dim,
        maxWidth: Int? = nil, context: ScreenContext
    ) -> Int {
        let sign = sign(frame: context.spinnerFrame, glyphs: Glyphs.of(context))
        let shown = text.isEmpty ? sign : sign + SafeText(" ") + text
        return canvas.put(maxWidth.map { shown.truncated(to: $0) } ?? shown, at: point, role: role)
    }
}
