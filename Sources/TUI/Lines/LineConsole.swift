/// Where a program without a screen says things and hears answers, line by line: a terminal that is read
/// aloud, a pipe, a test.
///
/// What is said is whole: no colour, no cursor movement, nothing that is drawn over. A screen reader or a
/// Braille display then has each message once, in the order it came.
public protocol LineConsole: Sendable {
    /// Says one line.
    func say(_ line: SafeText)
    /// Asks, and waits for a line.
    ///
    /// - Parameter isSecret: What is typed is not echoed.
    /// - Returns: The line without its end, as it was typed; nil when no more will come.
    func ask(_ prompt: SafeText, isSecret: Bool) async -> String?
}

extension LineConsole {
    /// Asks, and waits for a line.
    public func ask(_ prompt: SafeText) async -> String? { await ask(prompt, isSecret: false) }

    /// Says a text of one or more lines.
    public func say(_ text: String) {
        for line in SafeText.lines(text) { say(line) }
    }
}
