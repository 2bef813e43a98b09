import Forms

extension FormState {
    /// A click sets the focus, presses, chooses; outside of what lies open it closes that (eForm G-5). Places
    /// are those of the last drawing.
    mutating func point(_ mouse: Mouse) -> Bool {
        guard let frame = geometry.frame else { return false }
        if let area = frame.popup, popup != nil { return pointInPopup(mouse, area) }
        switch mouse.kind {
        case .scrollUp: move(.previous)
        case .scrollDown: move(.next)
        case .press where mouse.button == 1:
            if let tab = frame.tabs.first(where: { $0.area.contains(mouse.position) }) {
                leave(forward: tab.page > page)
                open(page: tab.page, atEnd: false)
                return true
            }
            return click(mouse.position, frame)
        default: return false
        }
        return true
    }

    private mutating func pointInPopup(_ mouse: Mouse, _ area: Rect) -> Bool {
        switch mouse.kind {
        case .scrollUp: return runInPopup("list.up") || feedPopup(.mouse(mouse))
        case .scrollDown: return runInPopup("list.down") || feedPopup(.mouse(mouse))
        case .press where !area.contains(mouse.position):
            popup = nil
            return true
        case .press:
            return answer(nil) { popup in
                switch popup {
                case .list(var list, let id):
                    guard let row = list.row(at: mouse.position, in: area) else { return .handled }
                    let outcome = list.click(row: row)
                    popup = .list(list, id)
                    return outcome
                case .errors(var list, let stops):
                    guard let row = list.row(at: mouse.position, in: area) else { return .handled }
                    let outcome = list.click(row: row)
                    popup = .errors(list, stops)
                    return outcome
                case .calendar(var calendar, let id):
                    let outcome = calendar.click(at: mouse.position, area: area)
                    popup = .calendar(calendar, id)
                    return outcome
                case .times(var list, let id, let from):
                    guard let row = list.row(at: mouse.position, in: area) else { return .handled }
                    let outcome = list.click(row: row)
                    popup = .times(list, id, from: from)
                    return outcome
                case .browser(var browser, let id):
                    let outcome = browser.click(at: mouse.position)
                    popup = .browser(browser, id)
                    return outcome
                case .help, .preview: return .handled
                }
            }
        default: return true
        }
    }

    private mutating func click(_ position: Point, _ frame: FormGeometry.Frame) -> Bool {
        guard frame.body.contains(position) else { return false }
        let point = Point(position.column - frame.body.column, position.row - frame.body.row + frame.top)
        guard let block = frame.layout.blocks.first(where: { $0.area.contains(point) }) else { return false }
        switch block.content {
        case .text: return false
        case .button(let button):
            leave(forward: true)
            focus(button, fromBelow: false)
            accept()
            return true
        case .field(let field):
            guard groups[field.place.group].rows.indices.contains(field.place.row), isOpen(field.place) else {
                return false
            }
            let target = FormStop.field(id(of: field.place))
            if let reveal = field.reveal, point.row == reveal.row, point.column >= reveal.column {
                self[field.place].editor.toggleReveal()
                return true
            }
            if stop != target {
                leave(forward: true)
                focus(target, fromBelow: false)
            }
            guard !working, field.entry.contains(point) else { return true }
            switch self[field.place].editor {
            case .pick: open()
            case .date where point.column >= field.entry.endColumn - 2,
                .time where point.column >= field.entry.endColumn - 2:
                open()
            case .radio, .check, .checks, .spin, .slider, .files:
                let language = language
                change(field.place) { $0.click(at: point, area: field.entry, language) }
                serveFiles(field.place)
            default: break
            }
            return true
        }
    }
}

extension FieldEditor {
    mutating func click(at point: Point, area: Rect, _ language: Language) -> WidgetOutcome {
        switch self {
        case .spin(var box):
            let outcome = box.click(at: point, area: area)
            self = .spin(box)
            return outcome
        case .slider(var slider):
            let outcome = slider.click(at: point, area: area, language)
            self = .slider(slider)
            return outcome
        case .files(var list):
            let outcome = list.click(at: point, area: area)
            self = .files(list)
            return outcome
        case .radio(var group):
            let outcome = group.click(at: point, area: area)
            self = .radio(group)
            return outcome
        case .check: return perform("choice.choose")
        case .checks(var boxes):
            let outcome = boxes.click(at: point, area: area)
            self = .checks(boxes)
            return outcome
        default: return .ignored
        }
    }
}
