import CPango

/// One line of a set paragraph, ready to be drawn.
struct TextLine {
    /// Keeps the line below alive.
    private let layout: Layout
    let line: UnsafeMutablePointer<PangoLayoutLine>
    /// From the paragraph's left edge to the line's.
    private(set) var x: Double
    let width: Double
    /// From the top of the line to its base line.
    let ascent: Double
    let height: Double

    /// Where it begins in the text as it was set, in bytes.
    var start: Int { Int(line.pointee.start_index) }

    func moved(by distance: Double) -> TextLine {
        var line = self
        line.x += distance
        return line
    }

    /// Owns a paragraph's PangoLayout.
    final class Layout {
        let pointer: OpaquePointer

        init(_ context: OpaquePointer) {
            pointer = pango_layout_new(context)
        }

        deinit { g_object_unref(UnsafeMutableRawPointer(pointer)) }
    }

    /// The lines of a paragraph in order.
    ///
    /// - Parameter leading: the distance of base lines; a line whose glyphs are taller gets what it needs.
    static func lines(of layout: Layout, leading: Double) -> [TextLine] {
        guard let iterator = pango_layout_get_iter(layout.pointer) else { return [] }
        defer { pango_layout_iter_free(iterator) }
        var lines: [TextLine] = []
        let scale = Double(PANGO_SCALE)
        repeat {
            guard let line = pango_layout_iter_get_line_readonly(iterator) else { break }
            var logical = PangoRectangle()
            pango_layout_iter_get_line_extents(iterator, nil, &logical)
            let baseline = Double(pango_layout_iter_get_baseline(iterator) - logical.y) / scale
            let natural = Double(logical.height) / scale
            let height = max(leading, natural)
            lines.append(
                TextLine(
                    layout: layout, line: line, x: Double(logical.x) / scale,
                    width: Double(logical.width) / scale, ascent: baseline + (height - natural) / 2,
                    height: height))
        } while pango_layout_iter_next_line(iterator) != 0
        return lines
    }
}
