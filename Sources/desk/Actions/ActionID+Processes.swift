import TUI

/// Processes, and files that are chosen.
extension ActionID {
    static let openProcess: ActionID = "processes.open"
    static let putProcess: ActionID = "processes.put"
    static let otherProcesses: ActionID = "processes.group"
    static let refreshProcesses: ActionID = "processes.refresh"
    static let closeProcesses: ActionID = "processes.close"
    static let savePutProcess: ActionID = "process.put"
    static let activateProcess: ActionID = "process.activate"
    static let refreshProcess: ActionID = "process.refresh"
    static let closeProcess: ActionID = "process.close"
    static let closeProcessForm: ActionID = "process_form.close"
    static let closeFileChoice: ActionID = "file_choice.close"
}

extension DeskActions {
    static let processes = [
        row(.openProcess, Strings.Keys.open, "processes", "enter", priority: 70),
        row(.otherProcesses, Strings.Keys.otherProcesses, "processes", "f4", "tab", "alt-o", priority: 68),
        row(.putProcess, Strings.Keys.putProcess, "processes", "insert", "f7", "alt-t", priority: 69),
        row(.closeProcesses, Strings.Keys.back, "processes", "escape", "f12", priority: 60),
        row(.refreshProcesses, Strings.Keys.refresh, "processes", "f5", "ctrl-r", priority: 30),
        row(.savePutProcess, Strings.Keys.savePutProcess, "process", "f10", "ctrl-s", priority: 90),
        row(.activateProcess, Strings.Keys.activateProcess, "process", "f8", "A", "a", priority: 80),
        row(.closeProcess, Strings.Keys.back, "process", "escape", "f12", priority: 60),
        row(.refreshProcess, Strings.Keys.refresh, "process", "f5", "ctrl-r", priority: 30),
        row(.closeProcessForm, Strings.Keys.close, "process_form", "escape", "f12", priority: 60),
        row(.closeFileChoice, Strings.Keys.close, "file_choice", "escape", "f12", priority: 60),
    ]
}
