import Forms

/// What a tooltip is about.
struct TooltipSubject: Hashable, Sendable {
    var stop: FormStop
    /// Of a radio group or boxes, the one under the cursor or the pointer.
    var option: Int?
}

extension FormState {
    /// A short word about what the pointer stands on, else about the button or the option in focus (eForm TT-1); nil
    /// where there is none.
    var tooltipText: Phrase? { tooltipText(of: tooltipSubject ?? focusSubject) }

    private var focusSubject: TooltipSubject {
        TooltipSubject(stop: stop, option: focusedPlace.flatMap { litOption($0) })
    }

    private func tooltipText(of subject: TooltipSubject) -> Phrase? {
        guard !working, popup == nil else { return nil }
        switch subject.stop {
        case .submit: return submitHelp ?? ToolkitStrings.submitHelp
        case .reveal: return ToolkitStrings.revealHelp
        case .removeRow: return ToolkitStrings.removeRowHelp
        case .addRow(let group):
            guard let repeats = index.groups[group].repeats else { return nil }
            return ToolkitStrings.addRowHelp(groups[group].rows.count, of: repeats.max)
        case .field(let id):
            guard let place = place(of: id), let option = subject.option else { return nil }
            return optionHelp(place, option)
        }
    }

    /// The help of the option under the cursor.
    func optionHelp(_ place: EntryPlace) -> Phrase? {
        litOption(place).flatMap { optionHelp(place, $0) }
    }

    private func optionHelp(_ place: EntryPlace, _ option: Int) -> Phrase? {
        switch index.field(place).kind {
        case .radio(let options), .checkboxes(let options):
            return options.indices.contains(option) ? options[option].help : nil
        default: return nil
        }
    }

    private func litOption(_ place: EntryPlace) -> Int? {
        switch self[place].editor {
        case .radio(let group): group.cursor
        case .checks(let boxes): boxes.cursor
        default: nil
        }
    }

    /// Starts, moves or takes away the tooltip after a key, a click or a move of the pointer (eForm TT-2).
    mutating func followTooltip() {
        let subject = [pointed, focusSubject].compactMap(\.self).first { tooltipText(of: $0) != nil }
        guard subject != tooltipSubject else { return }
        tooltipSubject = subject
        let now = time.milliseconds
        if isTooltipShown || subject != nil || tooltip.due != nil {
            tooltip.focusMoved(hasTooltip: subject != nil, wasShown: isTooltipShown, at: now)
        }
        isTooltipShown = subject != nil && tooltip.isVisible(at: now)
    }

    // MARK: - The pointer

    /// The pointer stands for the focus where the terminal reports it: what it is on gets its tooltip. The focus stays
    /// where it is.
    ///
    /// - Returns: Whether anything is seen otherwise for it.
    mutating func followPointer(to position: Point) -> Bool {
        let found = subject(at: position).flatMap { tooltipText(of: $0) == nil ? nil : $0 }
        guard found != pointed else { return false }
        pointed = found
        followTooltip()
        return true
    }

    /// What stands at a point of the screen, where the last drawing put it.
    private func subject(at position: Point) -> TooltipSubject? {
        guard popup == nil, let frame = geometry.frame, frame.body.contains(position) else { return nil }
        let point = Point(position.column - frame.body.column, position.row - frame.body.row + frame.top)
        guard let block = frame.layout.blocks.first(where: { $0.area.contains(point) }) else { return nil }
        switch block.content {
        case .text: return nil
        case .button(let button): return TooltipSubject(stop: button)
        case .field(let field):
            guard groups[field.place.group].rows.indices.contains(field.place.row), isOpen(field.place) else {
                return nil
            }
            let id = id(of: field.place)
            if let reveal = field.reveal, point.row == reveal.row, point.column >= reveal.column {
                return TooltipSubject(stop: .reveal(id))
            }
            guard field.entry.contains(point) else { return nil }
            let option: Int? =
                switch self[field.place].editor {
                case .radio(let group): group.option(at: point, area: field.entry)
                case .checks(let boxes): boxes.option(at: point, area: field.entry)
                default: nil
                }
            return TooltipSubject(stop: .field(id), option: option)
        }
    }

    /// Where the tooltip of what the pointer is on stands, on the page; nil where it belongs to the focus.
    func pointedArea(_ layout: FormLayout) -> Rect? {
        guard let pointed, pointed == tooltipSubject, let block = layout.block(of: pointed.stop, in: self)
        else { return nil }
        guard case .field(let field) = block.content else { return block.area }
        if case .reveal = pointed.stop, let reveal = field.reveal {
            let width = SafeText(ToolkitStrings.show.text(language)).width
            return Rect(column: reveal.column, row: reveal.row, columns: width + 4, rows: 1)
        }
        return field.entry
    }
}
