import CPango

/// Breaks text into lines with Pango, in one family of fonts.
///
/// Text goes to Pango as plain text, its looks as attributes over byte ranges: markup is never read from it,
/// so nothing in a name can change how a slip is set.
final class Typesetter {
    enum Alignment { case left, centre, right, justified }

    /// The families tried in turn, all with the look of official papers. A family counts only where it has
    /// every letter of Vietnamese: Liberation before version 2 lacks most of them, and letters borrowed from
    /// another font one by one make a ragged page.
    static let families = [
        "Liberation Serif", "Tinos", "Times New Roman", "Nimbus Roman", "Noto Serif", "DejaVu Serif",
    ]

    /// Letters that fonts without care for Vietnamese lack.
    private static let sample = "ạảãấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹđƠƯĐ"

    /// In one paragraph. Each costs Pango time in proportion to the paragraph's length, so a text of nothing
    /// but such words would take minutes.
    private static let keptWords = 100

    /// Bytes of a paragraph that are set at once. Pango takes time in proportion to the square of some texts'
    /// length, and its measures overflow beyond 2³¹.
    private static let piece = 4096

    let family: String
    private let context: OpaquePointer

    init() throws(PrintFailure) {
        guard let map = pango_cairo_font_map_get_default(), let context = pango_font_map_create_context(map)
        else { throw PrintFailure(.software, Words.drawingFailed("pango")) }
        // Paper has no pixels: no hinting, and every glyph where the font's own widths put it.
        let options = cairo_font_options_create()
        cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
        cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
        pango_cairo_context_set_font_options(context, options)
        cairo_font_options_destroy(options)
        pango_context_set_round_glyph_positions(context, 0)
        pango_context_set_base_dir(context, PANGO_DIRECTION_LTR)
        pango_context_set_language(context, pango_language_from_string("vi"))
        self.context = context
        guard let family = Self.families.first(where: { Self.covers($0, map, context) }) else {
            g_object_unref(UnsafeMutableRawPointer(context))
            throw PrintFailure(.unavailable, Words.noFont(Array(Self.families.prefix(2))))
        }
        self.family = family
    }

    deinit { g_object_unref(UnsafeMutableRawPointer(context)) }

    /// Sets a paragraph. Words, as blanks part them, stay whole wherever a line can hold them: addresses and
    /// codes are not broken at their dashes. A no-break space counts as part of its word and is set as a
    /// plain blank.
    ///
    /// - Parameters:
    ///   - width: where lines are broken, in points; nil: never. A word longer than a line is broken anywhere.
    ///   - leading: the distance of base lines as a multiple of the first run's size.
    func lines(
        _ runs: [TextRun], width: Double?, alignment: Alignment = .left, leading: Double = 1.2
    ) -> [TextLine] {
        guard width != nil, runs.reduce(0, { $0 + $1.text.utf8.count }) > Self.piece else {
            return piece(runs, width: width, alignment: alignment, leading: leading)
        }
        var lines: [TextLine] = []
        var rest = runs
        while !rest.isEmpty {
            let (head, tail) = rest.split(after: Self.piece)
            var set = piece(head, width: width, alignment: alignment, leading: leading)
            rest = tail
            // The last line is not full yet: it is set again with what follows it.
            if !tail.isEmpty, set.count > 1, let last = set.popLast() {
                rest = head.dropping(bytes: last.start) + tail
            }
            lines += set
        }
        return lines
    }

    /// Sets a paragraph, or a part of one, of a length that Pango's measures can hold.
    private func piece(
        _ runs: [TextRun], width: Double?, alignment: Alignment, leading: Double
    ) -> [TextLine] {
        guard let first = runs.first else { return [] }
        let layout = TextLine.Layout(context)
        let source = runs.map(\.text).joined()
        let text = Self.blanks(source)
        pango_layout_set_text(layout.pointer, text, Int32(text.utf8.count))
        let description = Self.description(family, first.style)
        pango_layout_set_font_description(layout.pointer, description)
        pango_font_description_free(description)
        pango_layout_set_auto_dir(layout.pointer, 0)
        if let width {
            pango_layout_set_width(layout.pointer, Int32(width * Double(PANGO_SCALE)))
            pango_layout_set_wrap(layout.pointer, PANGO_WRAP_WORD_CHAR)
        }
        switch alignment {
        case .left: pango_layout_set_alignment(layout.pointer, PANGO_ALIGN_LEFT)
        case .centre: pango_layout_set_alignment(layout.pointer, PANGO_ALIGN_CENTER)
        case .right: pango_layout_set_alignment(layout.pointer, PANGO_ALIGN_RIGHT)
        case .justified: pango_layout_set_justify(layout.pointer, 1)
        }
        let attributes = Attributes()
        style(attributes, runs)
        if let width { keepWords(of: source, first.style, width, attributes) }
        attributes.apply(to: layout)
        return TextLine.lines(of: layout, leading: first.style.size * leading)
    }

    /// Sets a paragraph of one style.
    func lines(
        _ text: String, _ style: TextStyle, width: Double? = nil, alignment: Alignment = .left,
        leading: Double = 1.2
    ) -> [TextLine] {
        lines([TextRun(text, style)], width: width, alignment: alignment, leading: leading)
    }

    /// Sets a heading so that its lines are about equally long, on as few lines as the width allows.
    func balanced(_ text: String, _ style: TextStyle, width: Double) -> [TextLine] {
        let widest = lines(text, style, width: width, alignment: .centre)
        guard widest.count > 1 else { return widest }
        var tooNarrow = width / Double(widest.count + 1)
        var enough = width
        while enough - tooNarrow > 2 {
            let middle = (tooNarrow + enough) / 2
            let count = lines(text, style, width: middle, alignment: .centre).count
            if count > widest.count { tooNarrow = middle } else { enough = middle }
        }
        return lines(text, style, width: enough, alignment: .centre).map { line in
            line.moved(by: (width - enough) / 2)
        }
    }

    /// A box to tick; brackets where no font on this machine has one.
    private(set) lazy var emptyBox = canSet("☐☑") ? "☐" : "[ ]"
    private(set) lazy var tickedBox = canSet("☐☑") ? "☑" : "[x]"

    /// Whether some font has a glyph for each letter.
    private func canSet(_ text: String) -> Bool {
        let layout = TextLine.Layout(context)
        pango_layout_set_text(layout.pointer, text, Int32(text.utf8.count))
        let description = Self.description(family, TextStyle(size: 10))
        pango_layout_set_font_description(layout.pointer, description)
        pango_font_description_free(description)
        return pango_layout_get_unknown_glyphs_count(layout.pointer) == 0
    }

    /// How wide the text is on one line, in points.
    func width(_ text: String, _ style: TextStyle) -> Double {
        lines(text, style).map(\.width).max() ?? 0
    }

    private func style(_ attributes: Attributes, _ runs: [TextRun]) {
        var start = 0
        for run in runs {
            let end = start + Self.blanks(run.text).utf8.count
            let description = Self.description(family, run.style)
            attributes.add(pango_attr_font_desc_new(description), start..<end)
            pango_font_description_free(description)
            start = end
        }
        // No hyphen where a long word is cut: it would be read as part of it.
        attributes.add(pango_attr_insert_hyphens_new(0), 0..<start)
    }

    /// Forbids breaks within words that have places to break and would fit on a line of their own.
    private func keepWords(of source: String, _ style: TextStyle, _ width: Double, _ attributes: Attributes) {
        var start = 0
        var kept = 0
        for word in source.split(separator: " ", omittingEmptySubsequences: false) where kept < Self.keptWords
        {
            let text = Self.blanks(String(word))
            let end = start + text.utf8.count
            let isBreakable = word.unicodeScalars.contains { !$0.properties.isAlphabetic }
            if isBreakable, fits(text, style, width) {
                attributes.add(pango_attr_allow_breaks_new(0), start..<end)
                kept += 1
            }
            start = end + 1
        }
    }

    private func fits(_ word: String, _ style: TextStyle, _ width: Double) -> Bool {
        // No Latin letter is wider than the font's size; measuring every short word would take long.
        let isShort = Double(word.utf8.count) * style.size <= width
        if isShort, word.utf8.allSatisfy({ $0 < 0x80 }) { return true }
        return self.width(word, style) <= width
    }

    private static func blanks(_ text: String) -> String {
        guard text.unicodeScalars.contains("\u{A0}") else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.map { $0 == "\u{A0}" ? " " : $0 }))
    }

    private static func description(_ family: String, _ style: TextStyle) -> OpaquePointer? {
        let description = pango_font_description_new()
        pango_font_description_set_family(description, family)
        pango_font_description_set_absolute_size(description, style.size * Double(PANGO_SCALE))
        pango_font_description_set_weight(description, style.isBold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL)
        pango_font_description_set_style(
            description, style.isItalic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL)
        return description
    }

    private static func covers(
        _ family: String, _ map: UnsafeMutablePointer<PangoFontMap>, _ context: OpaquePointer
    ) -> Bool {
        let wanted = description(family, TextStyle(size: 10))
        defer { pango_font_description_free(wanted) }
        guard let font = pango_font_map_load_font(map, context, wanted) else { return false }
        defer { g_object_unref(font) }
        let found = pango_font_describe(font)
        defer { pango_font_description_free(found) }
        guard let name = pango_font_description_get_family(found), String(cString: name) == family else {
            return false
        }
        return sample.unicodeScalars.allSatisfy { pango_font_has_char(font, $0.value) != 0 }
    }
}
