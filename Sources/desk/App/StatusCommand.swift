import ArgumentParser
import Forms

/// `desk status CODE [--json]`: how it stands with a dossier, in the sentences that are read out, without a screen.
struct StatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: Strings.Unattended.statusHelp.onCommandLine,
        discussion: Strings.Unattended.discussion.onCommandLine)

    @Argument(help: ArgumentHelp(Strings.Unattended.textHelp.onCommandLine, valueName: "CODE"))
    var code: String

    @Flag(help: ArgumentHelp(Strings.Unattended.statusJSONHelp.onCommandLine))
    var json = false

    @ParentCommand var desk: DeskCommand

    func validate() throws {
        if code.trimmed.isEmpty { throw ValidationError(Strings.Unattended.oneOf.onCommandLine) }
    }

    mutating func run() throws {
        var launch = desk.launch
        launch.question = .status(code.trimmed, asJSON: json)
        App.run(launch)
    }
}
