/// What takes input on a screen, as a value.
///
/// A widget declares its keys as rows of the program's action table, and nowhere else. A screen that has one
/// in focus puts the widget's `scopes` before its own and passes events on.
public protocol Widget: Sendable {
    /// The rows for the program's action table.
    static var actions: [Action] { get }
    /// The scopes of its actions that hold now, innermost first.
    var scopes: [String] { get }

    mutating func perform(_ action: ActionID) -> WidgetOutcome
    /// Takes an input that ran no action.
    mutating func handle(_ input: Input) -> WidgetOutcome
}

extension Widget {
    /// Takes what a screen was given, input or action.
    public mutating func handle<Message>(_ event: ScreenEvent<Message>) -> WidgetOutcome {
        switch event {
        case .input(let input): handle(input)
        case .action(let action): perform(action)
        case .message, .resumed, .hangup: .ignored
        }
    }
}
