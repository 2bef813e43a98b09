extension ActionID {
    public static let programHelp: ActionID = "program.help"
    public static let programRedraw: ActionID = "program.redraw"
    public static let programSuspend: ActionID = "program.suspend"
    /// Turns to the next typing method.
    public static let programTyping: ActionID = "program.typing"
    /// Mouse reports on or off.
    public static let programMouse: ActionID = "program.mouse"
}

extension ActionTable {
    /// The scope that holds everywhere. Its actions go to the chrome, those of other scopes to the screen.
    public static let globalScope = "global"

    /// What the program does itself, on any screen; part of every program's table.
    public static let programActions: [Action] = [
        Action(
            .programHelp, RuntimeStrings.help, help: RuntimeStrings.helpText, keys: "f1", "alt-h",
            scope: globalScope, priority: 100),
        Action(
            .programRedraw, RuntimeStrings.redraw, help: RuntimeStrings.redrawText, keys: "ctrl-l",
            scope: globalScope, hidden: true),
        Action(
            .programSuspend, RuntimeStrings.suspend, help: RuntimeStrings.suspendText, keys: "ctrl-z",
            scope: globalScope, hidden: true),
        // Alt-V first: desktops take Ctrl-Space to switch methods of their own.
        Action(
            .programTyping, RuntimeStrings.typing, help: RuntimeStrings.typingText, keys: "alt-v",
            "ctrl-space", scope: globalScope, hidden: true),
        Action(
            .programMouse, RuntimeStrings.mouse, help: RuntimeStrings.mouseText, keys: "alt-m",
            scope: globalScope, hidden: true),
    ]

    static func isProgramAction(_ id: ActionID) -> Bool {
        programActions.contains { $0.id == id }
    }
}
