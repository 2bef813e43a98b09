import Forms

/// Draws a form, and what lies open over it.
public enum FormView {
    /// Draws the form into an area of the screen: page tabs where there is more than one page, what is wrong in
    /// one line, then the part of the page that the focus is in.
    ///
    /// Only what is in view is formatted, from a layout that is kept between keys.
    ///
    /// - Parameter popupArea: What lists and calendars may cover; the form's own area where nothing is said.
    ///   Draw the form last where it is larger than that.
    public static func draw(
        _ state: FormState, into canvas: inout Canvas, rect: Rect, context: ScreenContext,
        popupArea: Rect? = nil
    ) {
        guard !rect.isEmpty else { return }
        guard state.language == context.language else {
            var translated = state
            translated.setLanguage(context.language)
            return draw(translated, into: &canvas, rect: rect, context: context, popupArea: popupArea)
        }
        var body = rect
        var tabs: [(page: Int, area: Rect)] = []
        if state.visiblePages.count > 1 {
            let parts = body.splitTop(1)
            tabs = drawTabs(state, into: &canvas, area: parts.top)
            body = parts.rest
        }
        if let summary = state.issueSummary.line, body.rows > 4 {
            let parts = body.splitTop(1)
            canvas.put(summary.truncated(to: body.columns), at: parts.top.origin, role: .error)
            body = parts.rest
        }
        let layout = layout(state, columns: max(1, body.columns - 1))
        var painter = FormPainter(state, layout: layout, body: body, context: context)
        canvas.clip(to: body) { painter.paint(state, &$0) }
        ScrollBar.draw(
            into: &canvas, area: body.splitRight(1).right, total: layout.rows, first: painter.top,
            glyphs: painter.glyphs)
        let pointed = state.pointedArea(layout).map { painter.screen($0) }
        drawTooltip(
            state, into: &canvas, anchor: pointed ?? painter.anchor, bounds: body, context: context)
        let popup = drawPopup(
            state, into: &canvas, anchor: painter.anchor, bounds: popupArea ?? rect, context: context)
        state.geometry.frame = FormGeometry.Frame(
            window: canvas.place, version: state.layoutVersion, page: state.page, stop: state.stop,
            body: body,
            top: painter.top, popup: popup, hasTooltip: state.isTooltipShown, layout: layout, tabs: tabs)
    }

    /// Draws the entry in focus alone, over the frame that the form was drawn in last: what a typed key changes first.
    ///
    /// For ``Screen/drawTyped(into:_:)`` of a screen where nothing lies over its form.
    ///
    /// - Returns: The rows of the grid that were drawn on; nil where more than that entry has changed, or may have.
    public static func drawTyped(
        _ state: FormState, into canvas: inout Canvas, context: ScreenContext
    ) -> Range<Int>? {
        guard case .field = state.stop, let frame = state.geometry.frame,
            frame.version == state.layoutVersion,
            frame.page == state.page, frame.stop == state.stop, frame.popup == nil, !frame.hasTooltip,
            state.popup == nil, !state.isTooltipShown, state.language == context.language,
            let block = frame.layout.block(of: state.stop, in: state), case .field(let field) = block.content,
            field.entry.rows <= frame.body.rows
        else { return nil }
        var painter = FormPainter(frame, context: context)
        var rows = 0..<0
        canvas.within(frame.window) { canvas in
            canvas.clip(to: frame.body) { rows = painter.paintTyped(field, state, &$0) }
        }
        return rows
    }

    /// The line of the form that is typed in, for ``Screen/lineEnd(_:)`` of a screen where nothing lies over its form.
    public static func lineEnd(_ state: FormState, context: ScreenContext) -> LineEnd? {
        guard case .field(let id) = state.stop, state.popup == nil, !state.working,
            let place = state.place(of: id), case .line(let line) = state[place].editor
        else { return nil }
        let field = state.index.field(place)
        return line.end(
            typing: context.typing, hasPlaceholder: field.placeholder != nil, advances: field.autoAdvance)
    }

    private static func layout(_ state: FormState, columns: Int) -> FormLayout {
        state.geometry.layout(
            version: state.layoutVersion, page: state.page, columns: columns, language: state.language
        ) { FormLayout.make(state, page: state.page, columns: columns) }
    }

    private static func drawTabs(
        _ state: FormState, into canvas: inout Canvas, area: Rect
    ) -> [(page: Int, area: Rect)] {
        let pages = state.visiblePages
        let tabs = Tabs(
            pages.map { page in
                let title = SafeText(state.definition.pages[page].title.text(state.language))
                return Tabs.Tab(title: title, hasError: state.hasError(onPage: page))
            }, selected: pages.firstIndex(of: state.page) ?? 0)
        return zip(pages, tabs.draw(into: &canvas, area: area)).map { ($0, $1) }
    }

    private static func drawTooltip(
        _ state: FormState, into canvas: inout Canvas, anchor: Rect?, bounds: Rect, context: ScreenContext
    ) {
        guard state.isTooltipShown, state.popup == nil, let anchor, let text = state.tooltipText else {
            return
        }
        Tooltip.draw(text, into: &canvas, anchor: anchor, bounds: bounds, context: context)
    }

    private static func drawPopup(
        _ state: FormState, into canvas: inout Canvas, anchor: Rect?, bounds: Rect, context: ScreenContext
    ) -> Rect? {
        guard let popup = state.popup else { return nil }
        let anchor = anchor ?? bounds.splitTop(1).top
        switch popup {
        case .list(let list, _), .times(let list, _, _):
            let area = list.area(anchor: anchor, in: bounds)
            list.draw(into: &canvas, area: area, context: context)
            return area
        case .calendar(let calendar, _):
            let area = calendar.area(anchor: anchor, in: bounds)
            calendar.draw(into: &canvas, area: area, context: context)
            return area
        case .errors(let list, _):
            let rows = min(list.rows.count + 2, bounds.rows, PickList.maximumRows + 2)
            let area = bounds.centred(Size(columns: min(bounds.columns, 76), rows: rows))
            list.draw(into: &canvas, area: area, context: context)
            let title = SafeText(" " + ToolkitStrings.errorList.text(state.language) + " ")
            canvas.put(title, at: area.origin.offset(columns: 1), role: .title, maxWidth: area.columns - 2)
            return area
        case .browser(let browser, _):
            browser.draw(into: &canvas, in: bounds, context: context)
            return browser.area(in: bounds)
        case .preview(let panel):
            panel.draw(into: &canvas, in: bounds, context: context)
            return panel.area(in: bounds, context.language)
        case .help(let panel):
            panel.draw(into: &canvas, in: bounds, context: context)
            return panel.area(in: bounds, context.language)
        }
    }
}
