import ArgumentParser
import Forms
import Models

/// `desk status CODE [--json]`: how it stands with a dossier, in the sentences that are read out, without a screen.
struct StatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: Strings.Unattended.statusHelp.onCommandLine,
        discussion: Strings.Unattended.discussion.onCommandLine)

    @Argument(help: ArgumentHelp(Strings.Unattended.textHelp.onCommandLine, valueName: "CODE"))
    var code: String

    @Flag(help: ArgumentHelp(Strings.Unattended.statusJSONHelp.onCommandLine))
    var json = false

    @ArgumentParser.Option(help: ArgumentHelp(Strings.Unattended.lookupCodeHelp.onCommandLine))
    var lookupCode: String?

    @ArgumentParser.Option(help: ArgumentHelp(Strings.Unattended.identityDigitsHelp.onCommandLine))
    var identityDigits: String?

    @ArgumentParser.Option(help: ArgumentHelp(Strings.Unattended.phoneDigitsHelp.onCommandLine))
    var phoneDigits: String?

    @ParentCommand var desk: DeskCommand

    func validate() throws {
        if code.trimmed.isEmpty { throw ValidationError(Strings.Unattended.oneOf.onCommandLine) }
        if [lookupCode, identityDigits, phoneDigits].compactMap(\.self).count > 1 {
            throw ValidationError(Strings.Unattended.oneProof.onCommandLine)
        }
    }

    /// What the caller said; nil where nothing was.
    private var said: CallerCheck? {
        let check = CallerCheck(
            lookupCode: lookupCode?.trimmed, identityDigits: identityDigits?.trimmed,
            phoneDigits: phoneDigits?.trimmed)
        return check == CallerCheck() ? nil : check
    }

    mutating func run() throws {
        var launch = desk.launch
        launch.question = .status(code.trimmed, asJSON: json, said: said)
        App.run(launch)
    }
}
