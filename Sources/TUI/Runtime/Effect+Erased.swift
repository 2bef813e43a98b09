extension Effect {
    /// The same effect with a message of any type, as the stage keeps them.
    func erased() -> Effect<any Sendable> {
        switch self {
        case .run(let id, let work): .run(id: id) { await work() }
        case .watch(let id, let work): .watch(id: id) { await work() }
        case .cancel(let id): .cancel(id: id)
        case .after(let id, let seconds, let message): .after(id: id, seconds: seconds, message)
        case .push(let screen): .push(screen)
        case .pop(let result): .pop(result: result)
        case .replace(let screen): .replace(screen)
        case .popToRoot: .popToRoot
        case .toast(let text, let role): .toast(text, role)
        case .clearToasts(let all): .clearToasts(all: all)
        case .bell: .bell
        case .copy(let text): .copy(text)
        case .suspend: .suspend
        case .quit(let message): .quit(message: message)
        case .setLanguage(let language): .setLanguage(language)
        case .setTheme(let theme): .setTheme(theme)
        case .setTyping(let options): .setTyping(options)
        case .setMouse(let isOn): .setMouse(isOn)
        case .post(let message): .post(message)
        }
    }
}
