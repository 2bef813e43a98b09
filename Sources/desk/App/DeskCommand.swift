import ArgumentParser
import Forms
import Glibc

/// Reads the command line. Only used where there are arguments: a start without any needs no parser.
struct DeskCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "desk", abstract: Strings.Config.abstract.vi, version: DeskVersion.current,
        subcommands: [GalleryCommand.self, CallCommand.self, LookupCommand.self, StatusCommand.self])

    @ArgumentParser.Option(help: ArgumentHelp(Strings.Config.helpConfig.vi, valueName: "FILE"))
    var config: String?

    @ArgumentParser.Option(help: ArgumentHelp(Strings.Config.helpServer.vi, valueName: "URL"))
    var server: String?

    @ArgumentParser.Option(help: ArgumentHelp(Strings.Config.helpLang.vi, valueName: "vi|en"))
    var lang: String?

    @ArgumentParser.Option(help: ArgumentHelp(Strings.Config.helpTheme.vi, valueName: "NAME"))
    var theme: String?

    @Flag(name: .long, help: ArgumentHelp(Strings.Config.helpReset.vi))
    var resetTraining = false

    @Flag(name: .long, help: ArgumentHelp(Strings.Plain.help.vi))
    var plain = false

    @Flag(name: .long, help: .hidden)
    var keysMarkdown = false

    func validate() throws {
        if let lang, Language(rawValue: lang) == nil {
            throw ValidationError(
                Strings.Config.badOption("--lang", lang, "vi, en").vi)
        }
    }

    /// Reads the command line and does what it says.
    static func start() -> Never {
        do {
            var command = try parseAsRoot()
            try command.run()
        } catch {
            guard exitCode(for: error) == .success else { exit(withError: error) }
            print(Self.translated(fullMessage(for: error)))
        }
        Glibc.exit(0)
    }

    /// The help that the parser makes has titles and sentences of its own, in English.
    static func translated(_ help: String) -> String {
        Strings.Config.helpWords.reduce(help) { $0.replacing($1.0, with: $1.1) }
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
