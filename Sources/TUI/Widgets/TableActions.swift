import Forms

/// The keys of tables, declared once.
public enum TableActions {
    public static let scope = "table"

    public static let all: [Action] = [
        row("table.open", "Mở", "Open", "Mở dòng đang sáng.", "Opens the lit row.", "enter", isShown: true),
        row("table.up", "Lên", "Up", "Lên một dòng.", "One row up.", "up"),
        row("table.down", "Xuống", "Down", "Xuống một dòng.", "One row down.", "down"),
        row("table.page_up", "Trang trước", "Page up", "Lên một trang.", "One page up.", "pgup"),
        row("table.page_down", "Trang sau", "Page down", "Xuống một trang.", "One page down.", "pgdn"),
        row("table.first", "Về đầu", "First", "Về dòng đầu.", "To the first row.", "home"),
        row("table.last", "Về cuối", "Last", "Về dòng cuối.", "To the last row.", "end"),
    ]

    static let table = ActionTable(all)

    private static func row(
        _ id: ActionID, _ vi: String, _ en: String, _ helpVi: String, _ helpEn: String, _ key: String,
        isShown: Bool = false
    ) -> Action {
        Action(
            id: id, name: Phrase(vi, en: en), help: Phrase(helpVi, en: helpEn),
            keys: [Key(name: key)].compactMap { $0 }, scope: scope, hidden: !isShown, priority: 50)
    }
}
