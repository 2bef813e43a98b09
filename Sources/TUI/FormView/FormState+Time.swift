import Forms

extension FormState {
    /// The time of day in Việt Nam.
    var now: LocalTime { LocalTime(secondsUTC: time.now) }

    /// The moment has come that ``deadline`` named.
    ///
    /// - Returns: Whether anything was due.
    mutating func takeTime() -> Bool {
        let now = time.milliseconds
        var isDue = false
        if let due = searchDue, due <= now {
            searchDue = nil
            runSearch()
            isDue = true
        }
        if !isTooltipShown, tooltip.isVisible(at: now) {
            isTooltipShown = true
            isDue = true
        }
        return isDue
    }

    // MARK: - Times of day

    /// Alt-G: the present time into the field (eForm TP-2).
    mutating func writeNow(_ place: EntryPlace) {
        let now = now
        change(place) { editor in
            guard case .time(var entry) = editor else { return .ignored }
            guard entry.setNow(now) else { return .refused }
            editor = .time(entry)
            return .changed
        }
        if case .time(let entry) = self[place].editor, !entry.isAllowed(now) {
            refuse(ToolkitStrings.nowRefused)
        }
    }

    /// A time was chosen from the list; after the first of two the list asks for the last.
    mutating func takeTime(_ list: PickList, _ id: EntryID, _ from: LocalTime?) {
        guard let place = place(of: id), case .time(let entry) = self[place].editor,
            let chosen = list.chosen.first.flatMap({ LocalTime(iso: $0) })
        else { return }
        let clock = entry.rule.clock
        let text: String
        if entry.isRange {
            guard let from else {
                popup = .times(entry.list(now: now, language: language, from: chosen), id, from: chosen)
                return
            }
            guard let range = TimeRange(from: from, to: chosen) else { return }
            text = range.display(clock: clock)
        } else {
            text = chosen.display(clock: clock)
        }
        change(place) {
            guard $0.text != text else { return .handled }
            $0.setText(text)
            return .changed
        }
    }

    static func isTyped(_ input: Input) -> Bool {
        switch input {
        case .text, .paste, .key(Key(.backspace)): true
        default: false
        }
    }
}
