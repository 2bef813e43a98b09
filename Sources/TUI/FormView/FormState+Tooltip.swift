import Forms

/// What a tooltip is about.
struct TooltipSubject: Hashable, Sendable {
    var stop: FormStop
    /// Of a radio group or boxes, the one under the cursor.
    var option: Int?
}

extension FormState {
    /// A short word about the button or the option in focus (eForm TT-1); nil where there is none. It stands on the
    /// message line too.
    var tooltipText: Phrase? {
        guard !working, popup == nil else { return nil }
        switch stop {
        case .submit: return submitHelp ?? ToolkitStrings.submitHelp
        case .reveal: return ToolkitStrings.revealHelp
        case .removeRow: return ToolkitStrings.removeRowHelp
        case .addRow(let group):
            guard let repeats = index.groups[group].repeats else { return nil }
            return ToolkitStrings.addRowHelp(groups[group].rows.count, of: repeats.max)
        case .field(let id): return place(of: id).flatMap { optionHelp($0) }
        }
    }

    /// The help of the option under the cursor.
    func optionHelp(_ place: EntryPlace) -> Phrase? {
        guard let option = litOption(place) else { return nil }
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

    /// Starts, moves or takes away the tooltip after a key (eForm TT-2).
    mutating func followTooltip() {
        let option = focusedPlace.flatMap { litOption($0) }
        let text = tooltipText
        let subject = text == nil ? nil : TooltipSubject(stop: stop, option: option)
        guard subject != tooltipSubject else { return }
        tooltipSubject = subject
        let now = time.milliseconds
        if isTooltipShown || subject != nil || tooltip.due != nil {
            tooltip.focusMoved(hasTooltip: subject != nil, wasShown: isTooltipShown, at: now)
        }
        isTooltipShown = subject != nil && tooltip.isVisible(at: now)
    }
}
