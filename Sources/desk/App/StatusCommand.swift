import ArgumentParser
import Forms

/// `desk status CODE`: how it stands with a dossier, in the sentences that are read out, without a screen.
struct StatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: Strings.Unattended.statusHelp.onCommandLine,
        discussion: Strings.Unattended.discussion.onCommandLine)

    @Argument(help: ArgumentHelp(Strings.Unattended.textHelp.onCommandLine, valueName: "CODE"))
    var code: String

    @ParentCommand var desk: DeskCommand

    func validate() throws {
        if code.trimmed.isEmpty { throw ValidationError(Strings.Unattended.oneOf.onCommandLine) }
    }

    mutating func run() throws {
        var launch = desk.launch
        launch.question = .status(code.trimmed)
        App.run(launch)
    }
}
