import ArgumentParser
import Forms

/// The options with which a desk is started, whatever it is started for.
struct DeskOptions: ParsableArguments {
    @ArgumentParser.Option(help: ArgumentHelp(Strings.Config.helpConfig.vi, valueName: "FILE"))
    var config: String?

    @ArgumentParser.Option(help: ArgumentHelp(Strings.Config.helpServer.vi, valueName: "URL"))
    var server: String?

    @ArgumentParser.Option(help: ArgumentHelp(Strings.Config.helpLang.vi, valueName: "vi|en"))
    var lang: String?

    @ArgumentParser.Option(help: ArgumentHelp(Strings.Config.helpTheme.vi, valueName: "NAME"))
    var theme: String?

    @Flag(name: .long, help: ArgumentHelp(Strings.Plain.help.vi))
    var plain = false

    func validate() throws {
        if let lang, Language(rawValue: lang) == nil {
            throw ValidationError(Strings.Config.badOption("--lang", lang, "vi, en").vi)
        }
    }

    var launch: LaunchOptions {
        LaunchOptions(
            configFile: config, server: server, language: lang.flatMap(Language.init(rawValue:)), theme: theme,
            plain: plain)
    }
}
