import ArgumentParser
import Forms
import Glibc

/// Reads the command line. Only used where there are arguments: a start without any needs no parser.
struct DeskCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "desk", abstract: Strings.Config.abstract.onCommandLine, version: DeskVersion.current,
        subcommands: [GalleryCommand.self, CallCommand.self, LookupCommand.self, StatusCommand.self])

    @ArgumentParser.Option(help: ArgumentHelp(Strings.Config.helpConfig.onCommandLine, valueName: "FILE"))
    var config: String?

    @ArgumentParser.Option(help: ArgumentHelp(Strings.Config.helpServer.onCommandLine, valueName: "URL"))
    var server: String?

    @ArgumentParser.Option(help: ArgumentHelp(Strings.Config.helpLang.onCommandLine, valueName: "vi|en"))
    var lang: String?

    @ArgumentParser.Option(help: ArgumentHelp(Strings.Config.helpTheme.onCommandLine, valueName: "NAME"))
    var theme: String?

    @Flag(name: .long, help: ArgumentHelp(Strings.Config.helpReset.onCommandLine))
    var resetTraining = false

    @Flag(name: .long, help: ArgumentHelp(Strings.Plain.help.onCommandLine))
    var plain = false

    @Flag(name: .long, help: .hidden)
    var keysMarkdown = false

    func validate() throws {
        if let lang, Language(rawValue: lang) == nil {
            throw ValidationError(
                Strings.Config.badOption("--lang", lang, "vi, en").onCommandLine)
        }
    }

    /// Reads the command line and does what it says.
    static func start() -> Never {
        do {
            var command = try parseAsRoot()
            try command.run()
        } catch {
            let code = exitCode(for: error)
            let message = Self.translated(fullMessage(for: error)) + "\n"
            let descriptor = code == .success ? STDOUT_FILENO : STDERR_FILENO
            _ = write(descriptor, Array(message.utf8), message.utf8.count)
            Glibc.exit(code.rawValue)
        }
        Glibc.exit(0)
    }

    /// The help that the parser makes has titles and sentences of its own, in English.
    static func translated(_ help: String) -> String {
        guard Language.ofCommandLine == .vi else { return help }
        return Strings.Config.helpWords.reduce(help) { $0.replacing($1.0, with: $1.1) }
    }

    mutating func run() throws {
        if keysMarkdown {
            print(KeysDocument.markdown(), terminator: "")
            return
        }
        App.run(launch)
    }

    /// What the options say, for whatever the desk is started for.
    var launch: LaunchOptions {
        LaunchOptions(
            configFile: config, server: server, language: lang.flatMap(Language.init(rawValue:)),
            theme: theme,
            resetTraining: resetTraining, plain: plain)
    }
}
