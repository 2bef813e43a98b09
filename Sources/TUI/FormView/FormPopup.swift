/// What lies open over a form.
enum FormPopup: Sendable {
    case list(PickList, EntryID)
    case calendar(CalendarPopup, EntryID)
    /// All errors, as a list; the values are their places in it.
    case errors(PickList, [FormStop?])
    case help(HelpPanel)

    var scopes: [String] {
        switch self {
        case .list(let list, _), .errors(let list, _): list.scopes
        case .calendar(let calendar, _): calendar.scopes
        case .help(let panel): panel.scopes
        }
    }
}
