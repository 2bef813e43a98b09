import Forms

/// The keys of an open calendar, declared once.
public enum CalendarActions {
    public static let scope = "calendar"

    public static let all: [Action] = [
        row(
            "calendar.accept", "Chọn", "Choose", "Chọn ngày đang sáng.", "Chooses the lit day.", "enter",
            "space"),
        row(
            "calendar.cancel", "Đóng", "Close", "Đóng, giữ như cũ.", "Closes it, nothing changes.", "esc",
            "ctrl-g"),
        row("calendar.today", "Hôm nay", "Today", "Về hôm nay.", "To today.", "home"),
        row("calendar.left", "Ngày trước", "Day before", "Về trước một ngày.", "One day back.", "left"),
        row("calendar.right", "Ngày sau", "Next day", "Tới một ngày.", "One day on.", "right"),
        row("calendar.up", "Tuần trước", "Week before", "Về trước một tuần.", "One week back.", "up"),
        row("calendar.down", "Tuần sau", "Next week", "Tới một tuần.", "One week on.", "down"),
        row(
            "calendar.month_back", "Tháng trước", "Month before", "Về trước một tháng.", "One month back.",
            "pgup"),
        row("calendar.month_on", "Tháng sau", "Next month", "Tới một tháng.", "One month on.", "pgdn"),
        row(
            "calendar.year_back", "Năm trước", "Year before", "Về trước một năm.", "One year back.",
            "alt-pgup",
            "ctrl-pgup", "shift-pgup", "alt-up"),
        row(
            "calendar.year_on", "Năm sau", "Next year", "Tới một năm.", "One year on.", "alt-pgdn",
            "ctrl-pgdn",
            "shift-pgdn", "alt-down"),
        row(
            "calendar.next_field", "Ô sau", "Next field", "Đóng, sang ô sau.", "Closes it and goes on.", "tab"
        ),
        row(
            "calendar.previous_field", "Ô trước", "Previous field", "Đóng, về ô trước.",
            "Closes it and goes back a field.", "shift-tab"),
    ]

    static let table = ActionTable(all)

    private static func row(
        _ id: ActionID, _ vi: String, _ en: String, _ helpVi: String, _ helpEn: String, _ keys: String...
    ) -> Action {
        let isShown = id == "calendar.accept" || id == "calendar.cancel" || id == "calendar.today"
        return Action(
            id: id, name: Phrase(vi, en: en), help: Phrase(helpVi, en: helpEn),
            keys: keys.compactMap { Key(name: $0) }, scope: scope, hidden: !isShown, priority: 50)
    }
}
