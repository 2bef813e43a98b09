extension Stage {
    typealias Erased = Effect<any Sendable>

    // MARK: Opening the existentials

    /// An event for a screen whose message type is not known here.
    enum Event {
        case input(Input)
        case action(ActionID)
        case message(any Sendable)
        case resumed((any Sendable)?)
        case hangup
    }

    private static func handle<S: Screen>(
        _ event: Event, in screen: inout S, _ context: ScreenContext
    ) -> [Erased] {
        let typed: ScreenEvent<S.Message>
        switch event {
        case .input(let input): typed = .input(input)
        case .action(let action): typed = .action(action)
        case .resumed(let result): typed = .resumed(result)
        case .hangup: typed = .hangup
        case .message(let message):
            guard let message = message as? S.Message else { return [] }
            typed = .message(message)
        }
        return screen.handle(typed, context).map { $0.erased() }
    }

    private static func start<S: Screen>(_ screen: inout S, _ context: ScreenContext) -> [Erased] {
        screen.start(context).map { $0.erased() }
    }

    /// Nil where the screen agrees to be closed.
    private static func objection<S: Screen>(_ screen: inout S, _ context: ScreenContext) -> [Erased]? {
        switch screen.willClose(context) {
        case .close: nil
        case .stay(let effects): effects.map { $0.erased() }
        }
    }

    private static func start<C: Chrome>(chrome: inout C, _ context: ScreenContext) -> [Erased] {
        chrome.start(context).map { $0.erased() }
    }

    private static func handle<C: Chrome>(
        message: any Sendable, in chrome: inout C, _ context: ScreenContext
    ) -> [Erased] {
        guard let message = message as? C.Message else { return [] }
        return chrome.handle(.message(message), context).map { $0.erased() }
    }

    private static func handle<C: Chrome>(
        _ event: ChromeEvent<Never>, in chrome: inout C, _ context: ScreenContext
    ) -> [Erased] {
        let typed: ChromeEvent<C.Message>
        switch event {
        case .posted(let value): typed = .posted(value)
        case .action(let action): typed = .action(action)
        case .hangup: typed = .hangup
        }
        return chrome.handle(typed, context).map { $0.erased() }
    }

    // MARK: Sending

    func startChrome() -> [Erased] {
        Self.start(chrome: &chrome, context(owner: Self.chromeOwner))
    }

    func start(at index: Int) -> [Erased] {
        let context = context(owner: entries[index].id)
        return Self.start(&entries[index].screen, context)
    }

    func toTop(_ event: Event) {
        if let id = entries.last?.id { send(event, to: id) }
    }

    func send(_ event: Event, to owner: Int) {
        guard let index = entries.firstIndex(where: { $0.id == owner }) else { return }
        let context = context(owner: owner)
        let effects = TypingOptions.$current.withValue(typing) {
            Self.handle(event, in: &entries[index].screen, context)
        }
        apply(effects, owner: owner)
    }

    func deliver(message: any Sendable, to owner: Int) {
        if owner == Self.chromeOwner {
            let context = context(owner: owner)
            apply(Self.handle(message: message, in: &chrome, context), owner: owner)
        } else {
            send(.message(message), to: owner)
        }
    }

    func toChrome(_ event: ChromeEvent<Never>) {
        let context = context(owner: Self.chromeOwner)
        apply(Self.handle(event, in: &chrome, context), owner: Self.chromeOwner)
    }

    // MARK: Doing

    func apply(_ effects: [Erased], owner: Int) {
        let isParting = effects.contains { effect in
            switch effect {
            case .pop, .popToRoot, .replace: true
            default: false
            }
        }
        guard isParting else {
            for effect in effects { apply(effect, owner: owner) }
            return
        }
        // Its last words are for the screen that comes now.
        var words: [Erased] = []
        for effect in effects {
            if case .toast = effect { words.append(effect) } else { apply(effect, owner: owner) }
        }
        let heir = owner == Self.chromeOwner ? owner : entries.last?.id ?? owner
        for effect in words { apply(effect, owner: heir) }
    }

    private func apply(_ effect: Erased, owner: Int) {
        needsDraw = true
        let now = time.milliseconds
        switch effect {
        case .run(let id, let work): runner.run(id, owner: owner, at: now, work)
        case .watch(let id, let work): runner.run(id, owner: owner, at: now, isWatch: true, work)
        case .cancel(let id): runner.cancel(id, owner: owner)
        case .after(let id, let seconds, let message):
            runner.schedule(id, owner: owner, at: now + Int64(seconds * 1000), message)
        case .push(let screen): push(screen)
        case .pop(let result):
            close(owner == Self.chromeOwner ? entries.last?.id ?? owner : owner, result: result)
        case .replace(let screen):
            replace(owner == Self.chromeOwner ? entries.last?.id ?? owner : owner, with: screen)
        case .popToRoot: closeScreens(downTo: 1, asker: owner)
        case .toast(let text, let role): toasts.add(text, role, owner: owner, at: now)
        case .clearToasts(let all): toasts.drop(owner: all ? nil : owner, at: now)
        case .bell: requests.append(.bell)
        case .copy(let text): requests.append(.copy(text))
        case .suspend: requests.append(.suspend)
        case .quit(let message):
            if closeScreens(downTo: 0, asker: owner) { requests.append(.quit(message)) }
        case .setLanguage(let language): self.language = language
        case .setTheme(let theme):
            self.theme = theme
            requests.append(.repaint)
        case .setTyping(let options): typing = options
        case .setMouse(let isOn): setMouse(isOn)
        case .post(let value): toChrome(.posted(value))
        }
    }

    /// Closes screens from the top until `count` are left. Each is asked first, but for the one that asked for
    /// it; one that objects stays on top with its question.
    ///
    /// - Returns: false where a screen objected.
    @discardableResult
    private func closeScreens(downTo count: Int, asker: Int) -> Bool {
        while entries.count > count {
            let index = entries.count - 1
            let id = entries[index].id
            let context = context(owner: id)
            if id != asker, let effects = Self.objection(&entries[index].screen, context) {
                apply(effects, owner: id)
                return false
            }
            // The last screen stays, so that there is something to draw until the program has ended.
            if index == 0 { break }
            forget(id)
            entries.removeLast()
            turnToasts()
        }
        if count > 0, let root = entries.last, root.id != asker { send(.resumed(nil), to: root.id) }
        return true
    }
}
