import Forms

extension FormState {
    /// What the message line says: why something was refused, else what the last act has to say, else help for
    /// the field in focus (eForm UX-2).
    public func messageLine(_ language: Language) -> MessageLine {
        if case .field(let id) = stop, let place = place(of: id), popup == nil,
            let notice = self[place].editor.notice
        {
            return line(notice, .warning, language)
        }
        if let message { return line(message.text, message.role, language) }
        if let popup, let text = popupText(popup) { return MessageLine(text) }
        if working { return line(ToolkitStrings.working, .dim, language) }
        if let issue = generalErrors.first { return line(issue.message, .error, language) }
        switch stop {
        case .field(let id):
            guard let place = place(of: id) else { return MessageLine(.empty) }
            return help(place, language)
        case .reveal: return line(ToolkitStrings.revealHelp, .dim, language)
        case .addRow(let group):
            guard let repeats = index.groups[group].repeats else { return MessageLine(.empty) }
            return line(ToolkitStrings.addRowHelp(groups[group].rows.count, of: repeats.max), .dim, language)
        case .removeRow: return line(ToolkitStrings.removeRowHelp, .dim, language)
        case .submit: return line(submitHelp ?? ToolkitStrings.submitHelp, .dim, language)
        }
    }

    /// Says something until the next act, in place of what the form has to say; nil takes that back.
    public mutating func say(_ words: Phrase?, _ role: Role = .text) {
        message = words.map { MessageText(text: $0, role: role) }
    }

    private func line(_ text: Phrase, _ role: Role, _ language: Language) -> MessageLine {
        MessageLine(SafeText(text.text(language)), role: role, isAboutInput: role == .error)
    }

    private func help(_ place: EntryPlace, _ language: Language) -> MessageLine {
        let field = index.field(place)
        var parts: [String] = []
        if case .files(let list) = self[place].editor, let file = list.selected, case .failed = file.state {
            let words = ToolkitStrings.fileState(file.state).text(language)
            return MessageLine(SafeText(file.name + ": " + words), role: .error)
        }
        if let source = self[place].source { parts.append(ToolkitStrings.filledFrom(source).text(language)) }
        if let help = optionHelp(place) { parts.append(help.text(language)) }
        if let hint = FieldHint.text(field) { parts.append(hint.text(language)) }
        if let issue = self[place].issues.first?.hint, parts.isEmpty { parts.append(issue.text(language)) }
        return MessageLine(SafeText(parts.joined(separator: " ")))
    }

    /// The whole of the lit item, which the list itself may have cut.
    private func popupText(_ popup: FormPopup) -> SafeText? {
        switch popup {
        case .list(let list, _), .errors(let list, _): list.highlightedItem?.label
        case .times(_, _, let from?):
            SafeText(ToolkitStrings.timeTo(from: from.iso).text(language))
        case .times(_, let id, nil):
            if let place = place(of: id), case .time(let entry) = self[place].editor, entry.isRange {
                SafeText(ToolkitStrings.timeFrom.text(language))
            } else {
                nil
            }
        case .browser, .preview: nil
        case .calendar: SafeText(ToolkitStrings.calendarHint.text(language))
        case .help: nil
        }
    }
}
