import Forms

/// The keys of radio buttons and checkboxes, declared once.
public enum ChoiceActions {
    public static let scope = "choice"

    public static let all: [Action] = [
        row("choice.choose", "Chọn hoặc bỏ chọn", "Choose or unchoose", "space"),
        row("choice.previous", "Lựa chọn trước", "Choice before", "left"),
        row("choice.next", "Lựa chọn sau", "Next choice", "right"),
        row("choice.up", "Lên một lựa chọn", "One choice up", "up"),
        row("choice.down", "Xuống một lựa chọn", "One choice down", "down"),
        row("choice.all", "Chọn tất cả", "Select all", "alt-a"),
        row("choice.none", "Bỏ chọn tất cả", "Deselect all", "alt-q"),
    ]

    static let table = ActionTable(all)

    private static func row(_ id: ActionID, _ vi: String, _ en: String, _ key: String) -> Action {
        let phrase = Phrase(vi, en: en)
        return Action(
            id: id, name: phrase, help: phrase, keys: [Key(name: key)].compactMap { $0 }, scope: scope,
            hidden: true)
    }
}
