import CPango

/// Draws on a page in points, the origin at the top left.
struct Canvas {
    let cairo: OpaquePointer

    /// A line of text with its top left corner at the point.
    func draw(_ line: TextLine, x: Double, y: Double) {
        cairo_move_to(cairo, x + line.x, y + line.ascent)
        pango_cairo_show_layout_line(cairo, line.line)
    }

    /// Lines below each other, and where they end.
    @discardableResult
    func draw(_ lines: [TextLine], x: Double, y: Double) -> Double {
        var y = y
        for line in lines {
            draw(line, x: x, y: y)
            y += line.height
        }
        return y
    }

    func rule(from x: Double, to end: Double, y: Double, thickness: Double = 0.6) {
        cairo_save(cairo)
        cairo_set_line_width(cairo, thickness)
        cairo_move_to(cairo, x, y)
        cairo_line_to(cairo, end, y)
        cairo_stroke(cairo)
        cairo_restore(cairo)
    }

    func upright(x: Double, from y: Double, to end: Double, thickness: Double = 0.6) {
        cairo_save(cairo)
        cairo_set_line_width(cairo, thickness)
        cairo_move_to(cairo, x, y)
        cairo_line_to(cairo, x, end)
        cairo_stroke(cairo)
        cairo_restore(cairo)
    }

    /// A dotted line to write on. Dots of all lines stand under each other, wherever their lines begin.
    func dots(from x: Double, to end: Double, y: Double) {
        let step = 2.6
        let start = (x / step).rounded(.up) * step
        guard start < end else { return }
        cairo_save(cairo)
        cairo_set_line_width(cairo, 0.75)
        cairo_set_line_cap(cairo, CAIRO_LINE_CAP_ROUND)
        cairo_set_dash(cairo, [0, step], 2, 0)
        cairo_move_to(cairo, start, y)
        cairo_line_to(cairo, end, y)
        cairo_stroke(cairo)
        cairo_restore(cairo)
    }

    func frame(x: Double, y: Double, width: Double, height: Double) {
        cairo_save(cairo)
        cairo_set_line_width(cairo, 0.6)
        cairo_rectangle(cairo, x, y, width, height)
        cairo_stroke(cairo)
        cairo_restore(cairo)
    }

    /// Bars of the given height on white, the quiet zones beside the box.
    func draw(_ code: Code128, x: Double, y: Double, module: Double, height: Double) {
        let quiet = Double(Code128.quietZone) * module
        whiten(x: x - quiet, y: y, width: Double(code.width) * module + 2 * quiet, height: height)
        for bar in code.bars {
            cairo_rectangle(
                cairo, x + Double(bar.lowerBound) * module, y, Double(bar.count) * module, height)
        }
        cairo_fill(cairo)
    }

    /// A square with sides of the given length, quiet zone included, on white.
    func draw(_ symbol: QRSymbol, x: Double, y: Double, side: Double) {
        whiten(x: x, y: y, width: side, height: side)
        let module = side / Double(symbol.width + 2 * QRSymbol.quietZone)
        let offset = Double(QRSymbol.quietZone) * module
        for run in symbol.runs {
            cairo_rectangle(
                cairo, x + offset + Double(run.columns.lowerBound) * module,
                y + offset + Double(run.row) * module, Double(run.columns.count) * module, module)
        }
        cairo_fill(cairo)
    }

    /// Pale letters across the page. They are drawn as outlines, so that text taken from the page does not
    /// hold them.
    func watermark(_ line: TextLine, centreX: Double, centreY: Double) {
        cairo_save(cairo)
        cairo_translate(cairo, centreX, centreY)
        cairo_rotate(cairo, -0.9)
        cairo_set_source_rgb(cairo, 0.93, 0.93, 0.93)
        cairo_move_to(cairo, -line.width / 2, line.height / 4)
        pango_cairo_layout_line_path(cairo, line.line)
        cairo_fill(cairo)
        cairo_restore(cairo)
    }

    /// Where to cut, pale and with a gap in the middle of each dash.
    func cut(x: Double, height: Double) {
        cairo_save(cairo)
        cairo_set_source_rgb(cairo, 0.6, 0.6, 0.6)
        cairo_set_line_width(cairo, 0.4)
        cairo_set_dash(cairo, [4, 4], 2, 0)
        cairo_move_to(cairo, x, 0)
        cairo_line_to(cairo, x, height)
        cairo_stroke(cairo)
        cairo_restore(cairo)
    }

    private func whiten(x: Double, y: Double, width: Double, height: Double) {
        cairo_save(cairo)
        cairo_set_source_rgb(cairo, 1, 1, 1)
        cairo_rectangle(cairo, x, y, width, height)
        cairo_fill(cairo)
        cairo_restore(cairo)
    }
}
