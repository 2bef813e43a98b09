extension Stage {
    /// Turns to the next typing method and says which it is. The chrome is told, and may remember it.
    func switchTyping() {
        typing.method = typing.method.next
        say(
            RuntimeStrings.typing(typing.method, language),
            insteadOf: InputMethod.allCases.map {
                RuntimeStrings.typing($0, language)
            })
        toChrome(.posted(typing))
    }

    /// Mouse reports on or off. While they are on, most terminals select text only with Shift held.
    func switchMouse() {
        setMouse(!reportsMouse)
        say(
            RuntimeStrings.mouse(reportsMouse, language),
            insteadOf: [true, false].map {
                RuntimeStrings.mouse($0, language)
            })
    }

    func setMouse(_ isOn: Bool) {
        reportsMouse = isOn
        requests.append(.mouse(isOn))
    }

    /// A key that goes on, Tab or Enter, has something to say of its own, at the next field: the switch is known.
    func endSwitchWords() {
        guard toasts.current?.owner == Self.chromeOwner else { return }
        let words =
            InputMethod.allCases.map { RuntimeStrings.typing($0, language) }
            + [true, false].map { RuntimeStrings.mouse($0, language) }
        toasts.drop(texts: words, at: time.milliseconds)
    }

    /// Says how a switch stands. What was said of it before is no longer true, and must not come back.
    private func say(_ text: SafeText, insteadOf others: [SafeText]) {
        let now = time.milliseconds
        toasts.drop(texts: others, at: now)
        toasts.add(text, .text, owner: Self.chromeOwner, at: now)
    }
}
