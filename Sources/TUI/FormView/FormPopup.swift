import Forms

/// What lies open over a form.
enum FormPopup: Sendable {
    case list(PickList, EntryID)
    case calendar(CalendarPopup, EntryID)
    /// Suggested times; with the first time of a range once that is chosen.
    case times(PickList, EntryID, from: LocalTime?)
    case browser(FileBrowser, EntryID)
    case preview(ImagePanel)
    /// All errors, as a list; the values are their places in it.
    case errors(PickList, [FormStop?])
    case help(HelpPanel)

    var scopes: [String] {
        switch self {
        case .list(let list, _), .errors(let list, _), .times(let list, _, _): list.scopes
        case .browser(let browser, _): browser.scopes
        case .preview(let panel): panel.scopes
        case .calendar(let calendar, _): calendar.scopes
        case .help(let panel): panel.scopes
        }
    }
}
