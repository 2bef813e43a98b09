import Forms

/// The keys of open lists, declared once.
public enum ListActions {
    public static let scope = "list"

    public static let all: [Action] = [
        row("list.accept", "Chọn", "Choose", "Chọn mục đang sáng.", "Chooses the lit item.", "enter"),
        row(
            "list.cancel", "Đóng", "Close", "Đóng, giữ như cũ.", "Closes it, nothing changes.", "esc",
            "ctrl-g"),
        row("list.up", "Lên", "Up", "Lên một mục.", "One item up.", "up", hidden: true),
        row("list.down", "Xuống", "Down", "Xuống một mục.", "One item down.", "down", hidden: true),
        row("list.page_up", "Trang trước", "Page up", "Lên một trang.", "One page up.", "pgup", hidden: true),
        row(
            "list.page_down", "Trang sau", "Page down", "Xuống một trang.", "One page down.", "pgdn",
            hidden: true),
        row("list.first", "Về đầu", "First", "Về mục đầu.", "To the first item.", "home", hidden: true),
        row("list.last", "Về cuối", "Last", "Về mục cuối.", "To the last item.", "end", hidden: true),
        row(
            "list.next_field", "Ô sau", "Next field",
            "Nhận mục đang sáng nếu đã lọc hay di chuyển, sang ô sau.",
            "Takes the lit item where one filtered or moved, and goes on.", "tab", hidden: true),
        row(
            "list.previous_field", "Ô trước", "Previous field", "Đóng, về ô trước.",
            "Closes it and goes back a field.", "shift-tab", hidden: true),
        row(
            "list.toggle", "Đánh dấu", "Tick", "Đánh dấu hoặc bỏ đánh dấu mục đang sáng.",
            "Ticks or unticks the lit item.", "space", hidden: true),
        row(
            "list.all", "Chọn tất cả", "Select all", "Đánh dấu mọi mục đang hiện.", "Ticks every item shown.",
            "alt-a", hidden: true),
        row(
            "list.none", "Bỏ chọn tất cả", "Deselect all", "Bỏ đánh dấu mọi mục.", "Unticks every item.",
            "alt-q", hidden: true),
    ]

    static let table = ActionTable(all)

    private static func row(
        _ id: ActionID, _ vi: String, _ en: String, _ helpVi: String, _ helpEn: String, _ keys: String...,
        hidden: Bool = false
    ) -> Action {
        Action(
            id: id, name: Phrase(vi, en: en), help: Phrase(helpVi, en: helpEn),
            keys: keys.compactMap { Key(name: $0) }, scope: scope, hidden: hidden, priority: 50)
    }
}
