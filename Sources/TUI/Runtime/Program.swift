import Forms

/// A program in a terminal: waits for keys, answers, timers and signals, and shows the stage.
public final class Program {
    public let stage: Stage
    private let terminal: any Terminal
    private let scanShape: @Sendable (String) -> Bool

    /// - Parameters:
    ///   - clock: where the time comes from.
    ///   - table: all actions; those of ``ActionTable/programActions`` should be among them.
    ///   - scanShape: whether a burst of characters is a scanner's: a card, a dossier code, a tracking number.
    public init(
        terminal: any Terminal, clock: any TimeSource = SystemTime(), table: ActionTable, root: any Screen,
        chrome: any Chrome = PlainChrome(), language: Language = .vi, theme: Theme = .standard,
        scanShape: @escaping @Sendable (String) -> Bool = { _ in false }
    ) {
        self.terminal = terminal
        self.scanShape = scanShape
        stage = Stage(
            size: terminal.size, table: table, root: root, chrome: chrome, time: clock, language: language,
            theme: theme, ascii: terminal.isASCII)
    }
}
