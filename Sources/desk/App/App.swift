import APIClient
import Forms
import Glibc
import Models
import TUI

/// The program: puts configuration, server, terminal and screens together, and runs them.
enum App {
    /// Ends the program with a message for the person at the terminal.
    struct Refusal: Error {
        var message: Phrase
        /// After sysexits.h: 64 for a wrong call, 78 for a wrong configuration, 69 for something missing.
        var code: Int32
    }

    /// The entry point. A start without arguments is the usual one and touches no parser.
    static func main() -> Never {
        if CommandLine.argc > 1 {
            DeskCommand.start()
        }
        run(LaunchOptions())
    }

    static func run(_ options: LaunchOptions) -> Never {
        do {
            exit(try start(options))
        } catch let refusal as Refusal {
            say(refusal.message.text(options.language ?? .vi))
            exit(refusal.code)
        } catch {
            say("\(error)")
            exit(70)
        }
    }

    /// Ends with a word and a code of sysexits.h.
    static func end(_ message: Phrase, code: Int32) -> Never {
        say(message.onCommandLine)
        exit(code)
    }

    /// Shows the gallery of components, or one form, which needs no server; it looks and types as the configuration says.
    static func gallery(_ options: LaunchOptions, formFile: String?) -> Never {
        var language = options.language ?? .vi
        do {
            let form = try formFile.map(formDefinition)
            let paths = Paths(environment: currentEnvironment())
            let config = try readConfig(options, paths)
            language = options.language ?? config.interface.language
            let theme = try Self.theme(options.theme ?? config.interface.theme, paths)
            let table = try actionTable(paths)
            // The log's folder; where it can't be made, the terminal does without a log.
            try? PrivateFolder.make(paths.state)
            let terminal: CursesTerminal
            do {
                terminal = try CursesTerminal(
                    log: paths.log, crashMessage: SafeText(Strings.Config.crashed(paths.log).text(language)))
            } catch {
                throw Refusal(message: Strings.Config.terminal(error), code: 69)
            }
            let today = Instant(seconds: SystemTime().now).date
            let program = Program(
                terminal: terminal, table: table, root: GalleryScreen(form, today: today, language: language),
                language: language, theme: theme ?? Theme.standard, ascii: config.interface.ascii,
                typing: TypingOptions(method: config.typing.method, tones: config.typing.tones))
            switch program.run() {
            case .quit, .hangup: exit(0)
            case .signal(let number): exit(128 + number)
            }
        } catch let refusal as Refusal {
            say(refusal.message.text(language))
            exit(refusal.code)
        } catch {
            say("\(error)")
            exit(70)
        }
    }

    static func formDefinition(_ file: String) throws -> FormDefinition {
        guard let text = TextFile.read(file) else {
            let reason = String(cString: strerror(errno))
            throw Refusal(message: Strings.Gallery.unreadable(file, reason), code: 66)
        }
        // What would not be published is not shown either: its mistakes are said, each with its place.
        let findings = FormDefinition.lint(text.utf8)
        guard findings.isEmpty else {
            throw Refusal(message: Strings.Gallery.badForm(file, findings.map(\.description)), code: 65)
        }
        return try StrictJSON.decode(FormDefinition.self, from: text.utf8)
    }

    private static func start(_ options: LaunchOptions) throws -> Int32 {
        let paths = Paths(environment: currentEnvironment())
        var config = try readConfig(options, paths)
        if let language = options.language { config.interface.language = language }
        let theme = try theme(options.theme ?? config.interface.theme, paths)
        let table = try actionTable(paths)
        let desk = try makeDesk(options, config, paths)
        if options.resetTraining {
            guard let training = desk.training else {
                throw Refusal(message: Strings.Config.resetNeedsTraining, code: 64)
            }
            do {
                try training.reset()
            } catch {
                throw Refusal(message: error.message, code: 75)
            }
        }
        if let call = options.call { desk.rings.add(call) }
        if let question = options.question {
            let console = StandardConsole()
            let login = UnattendedDesk.login(
                isTraining: desk.training != nil, environment: Executable.environment)
            let unattended = UnattendedDesk(
                desk: desk, console: console, language: config.interface.language, login: login)
            return console.serve { await unattended.run(question) }
        }
        if options.plain {
            let console = StandardConsole()
            let plain = PlainDesk(desk: desk, console: console, language: config.interface.language)
            return console.serve { await plain.run() }
        }
        // The log's folder; where it can't be made, the terminal does without a log.
        try? PrivateFolder.make(paths.state)
        let terminal: CursesTerminal
        do {
            terminal = try CursesTerminal(
                log: paths.log,
                crashMessage: SafeText(Strings.Config.crashed(paths.log).text(config.interface.language)))
        } catch {
            throw Refusal(message: Strings.Config.terminal(error), code: 69)
        }
        if let theme, let words = Strings.Config.faint(theme) { desk.warn(words) }
        let program = Program(
            terminal: terminal, table: table, root: HomeScreen(desk: desk),
            chrome: DeskChrome(desk: desk), language: config.interface.language,
            theme: theme ?? Theme.standard, ascii: config.interface.ascii,
            typing: TypingOptions(method: config.typing.method, tones: config.typing.tones),
            scanShape: { ScanReading.recognise($0) != nil })
        switch program.run() {
        case .quit, .hangup: return 0
        case .signal(let number): return 128 + number
        }
    }

    // MARK: - Configuration

    private static func readConfig(_ options: LaunchOptions, _ paths: Paths) throws -> Config {
        let file = options.configFile ?? paths.configFile
        // Nothing configured is the usual case in training; a file that was named must be there.
        if options.configFile == nil, access(file, F_OK) != 0 { return Config() }
        guard let text = TextFile.read(file) else {
            let reason = String(cString: strerror(errno))
            throw Refusal(message: ConfigError.unreadable(file: file, reason: reason).message, code: 66)
        }
        do {
            return try ConfigReader.read(text, file: file)
        } catch {
            throw Refusal(message: error.message, code: 78)
        }
    }

    /// A built-in theme, or the user's own: `themes/NAME.toml` beside the configuration.
    static func theme(_ name: String?, _ paths: Paths) throws -> Theme? {
        guard let name else { return nil }
        if let theme = Theme.builtIn.first(where: { $0.name == name }) { return theme }
        let file = paths.themes + "/" + name + ".toml"
        // A name is no way out of the folder.
        guard !name.contains("/"), access(file, F_OK) == 0 else {
            throw Refusal(message: Strings.Config.theme(name, Theme.builtIn.map(\.name), file), code: 64)
        }
        guard let text = TextFile.read(file) else {
            let reason = String(cString: strerror(errno))
            throw Refusal(message: ConfigError.unreadable(file: file, reason: reason).message, code: 66)
        }
        do {
            return try Theme.load(toml: text)
        } catch {
            throw Refusal(message: Strings.Config.badTheme(file, error.description), code: 78)
        }
    }

    /// The keys, with those of the user's `keymap.toml` where there is one.
    static func actionTable(_ paths: Paths) throws -> ActionTable {
        let file = paths.keymap
        guard access(file, F_OK) == 0 else { return DeskActions.table }
        guard let text = TextFile.read(file) else {
            let reason = String(cString: strerror(errno))
            throw Refusal(message: ConfigError.unreadable(file: file, reason: reason).message, code: 66)
        }
        do {
            return try DeskActions.table.applying(keymap: text)
        } catch {
            throw Refusal(message: Strings.Config.keymap(file, error.problems), code: 78)
        }
    }

    private static func makeDesk(_ options: LaunchOptions, _ config: Config, _ paths: Paths) throws -> Desk {
        let training = options.server == nil && config.server.url == nil ? TrainingCentral(paths: paths) : nil
        let text = options.server ?? config.server.url ?? training?.address ?? ""
        let address: ServerAddress
        do {
            address = try ServerAddress(parsing: text)
        } catch {
            throw Refusal(message: error.message, code: 64)
        }
        // One set of connections for all: whose session a call belongs to is its client's affair.
        let transport = CurlTransport(address: address, authorities: config.server.caFile)
        return Desk(
            config: config, paths: paths, training: training,
            client: {
                Client(
                    address: address, transport: transport, pacing: .real.on(EffectPool.shared),
                    agent: DeskVersion.agent)
            }, follows: true)
    }

    static func currentEnvironment() -> [String: String] {
        let names = [
            "HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR",
            "XDG_DOCUMENTS_DIR", "TMPDIR",
        ]
        var environment: [String: String] = [:]
        for name in names { environment[name] = Executable.environment(name) }
        return environment
    }

    private static func say(_ message: String) { StandardError.say(SafeText(message)) }
}
