import Forms

/// What the command line asked for, free of the parser that read it, so that a start without arguments
/// never touches the parser.
struct LaunchOptions: Sendable, Equatable {
    /// `--config FILE`: read instead of `$XDG_CONFIG_HOME/desk/config.toml`; then the file must exist.
    var configFile: String?
    /// `--server URL`: wins over the configured server; never training unless the server says so.
    var server: String?
    /// `--lang vi|en`.
    var language: Language?
    /// `--theme NAME`.
    var theme: String?
    /// `--reset-training`: begins with a fresh training database.
    var resetTraining = false
    /// `--plain`: asks line by line, for screen readers.
    var plain = false
    /// `desk call --phone NUMBER`: the call whose card is opened after the login.
    var call: String?
    /// `desk lookup`, `desk status`: answered without a screen.
    var question: Question?

    init(
        configFile: String? = nil, server: String? = nil, language: Language? = nil, theme: String? = nil,
        resetTraining: Bool = false, plain: Bool = false
    ) {
        self.configFile = configFile
        self.server = server
        self.language = language
        self.theme = theme
        self.resetTraining = resetTraining
        self.plain = plain
    }
}
