import Forms

/// The keys of forms, declared once; rows of the program's action table in the scopes "form" and "picker".
///
/// The green-screen keys stand first: F1 help for the field, F4 list, F8 next error, F9 as before, F10 submit.
public enum FormActions {
    public static let scope = "form"
    /// Holds inside of "form", while a field has the focus that opens a list or a calendar.
    public static let pickerScope = "picker"

    public static let form: [Action] = [
        Action(
            "form.help", ToolkitStrings.help,
            help: Phrase("Giải thích ô đang nhập.", en: "Explains the field."), keys: "f1", "alt-h",
            scope: scope, priority: 60),
        Action(
            "form.list", Phrase("Danh sách", en: "List"),
            help: Phrase(
                "Mở danh sách hoặc lịch của ô đang nhập.", en: "Opens the list or calendar of the field."),
            keys: "f4", "ctrl-o", scope: scope, priority: 58),
        Action(
            "form.next_error", Phrase("Lỗi sau", en: "Next error"),
            help: Phrase("Đến ô có lỗi tiếp theo.", en: "To the next field in error."), keys: "f8", "ctrl-n",
            scope: scope, priority: 70),
        Action(
            "form.errors", Phrase("Mọi lỗi", en: "All errors"),
            help: Phrase(
                "Liệt kê mọi lỗi; Enter đến ô có lỗi.", en: "Lists all errors; Enter goes to the field."),
            keys: "alt-e", "shift-f8", scope: scope, priority: 40),
        Action(
            "form.repeat_last", Phrase("Như trước", en: "As before"),
            help: Phrase(
                "Lấy giá trị của hồ sơ vừa nhập trước.", en: "Takes the value of the dossier entered before."),
            keys: "f9", "ctrl-r", scope: scope, priority: 55),
        Action(
            "form.report", Phrase("Báo sai lệch", en: "Report"),
            help: Phrase(
                "Báo cho nơi quản lý dữ liệu rằng giá trị đã lấy là sai.",
                en: "Tells the owner of the source that the value filled in is wrong."),
            keys: "alt-r", scope: scope, priority: 4),
        Action(
            "form.submit", ToolkitStrings.submit,
            help: Phrase(
                "Kiểm tra cả biểu mẫu rồi gửi; có lỗi thì đến lỗi đầu tiên.",
                en: "Checks the whole form and submits it, or goes to the first error."),
            keys: "f10", "ctrl-s", scope: scope, priority: 80),
        Action(
            "form.next_page", Phrase("Trang sau", en: "Next page"),
            help: Phrase(
                "Sang trang sau; chỉ có một trang thì sang nhóm sau.", en: "To the next page or group."),
            keys: "pgdn", "alt-right", scope: scope, hidden: true),
        Action(
            "form.previous_page", Phrase("Trang trước", en: "Previous page"),
            help: Phrase(
                "Về trang trước; chỉ có một trang thì về nhóm trước.", en: "To the page or group before."),
            keys: "pgup", "alt-left", scope: scope, hidden: true),
        hidden("form.next", "Sang ô sau", "To the next field", "tab"),
        hidden("form.previous", "Về ô trước", "To the field before", "shift-tab"),
        hidden(
            "form.accept", "Sang ô sau, hoặc bấm nút đang sáng", "Next field, or press the button", "enter"),
        hidden("form.up", "Lên một ô", "One field up", "up"),
        hidden("form.down", "Xuống một ô", "One field down", "down"),
        Action(
            "form.add_row", Phrase("Thêm dòng", en: "Add row"),
            help: Phrase("Thêm một dòng vào nhóm đang nhập.", en: "Adds a row to the group."), keys: "insert",
            "ctrl-t", scope: scope, priority: 50),
        Action(
            "form.remove_row", Phrase("Xóa dòng", en: "Remove row"),
            help: Phrase(
                "Xóa dòng đang nhập; Alt-Z lấy lại.", en: "Removes the row; Alt-Z brings it back."),
            keys: "ctrl-d", "alt-delete", scope: scope, priority: 45),
        hidden("form.undo", "Hoàn tác việc vừa làm", "Undo", "ctrl-_", "alt-z"),
        hidden("form.redo", "Làm lại việc vừa hoàn tác", "Redo", "alt-shift-z", "alt-y"),
        hidden("form.reveal", "Hiện hoặc ẩn mật khẩu", "Shows or hides the password", "alt-p"),
    ]

    public static let picker: [Action] = [
        Action(
            "form.open", Phrase("Mở danh sách", en: "Open list"),
            help: Phrase("Mở danh sách hoặc lịch.", en: "Opens the list or calendar."), keys: "down",
            "alt-down", scope: pickerScope, hidden: true)
    ]

    /// Everything that a program with forms puts into its action table: the form's own keys and those of all
    /// widgets that a form is made of.
    public static let all: [Action] =
        form + picker + TextBox.actions + ListActions.all + ChoiceActions.all + CalendarActions.all
        + Pager.actions + own(TimeEntry.actions) + own(SpinBox.actions) + Slider.actions + FileList.actions
        + FileBrowser.actions + ImagePanel.actions

    /// Without the rows for texts, which stand in the table already.
    private static func own(_ actions: [Action]) -> [Action] {
        actions.filter { $0.scope != TextActions.scope }
    }

    static let table = ActionTable(all)

    private static func hidden(_ id: ActionID, _ vi: String, _ en: String, _ keys: String...) -> Action {
        let phrase = Phrase(vi, en: en)
        return Action(
            id: id, name: phrase, help: phrase, keys: keys.compactMap { Key(name: $0) }, scope: scope,
            hidden: true)
    }
}
