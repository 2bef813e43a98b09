import ArgumentParser
import Forms
import Glibc

/// `desk call --phone NUMBER`: rings at the desk of a hotline's officer; where there is none, starts one that opens the
/// call's card after the login.
struct CallCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "call", abstract: Strings.Call.commandHelp.onCommandLine)

    @ArgumentParser.Option(help: ArgumentHelp(Strings.Call.phoneHelp.onCommandLine, valueName: "NUMBER"))
    var phone: String

    /// Has the options of a desk: what it knows it reads itself, wherever it stands on the line.
    @ParentCommand var desk: DeskCommand

    func validate() throws {
        if CallNumber.read(phone) == nil { throw ValidationError(Strings.Call.noNumber(phone).onCommandLine) }
    }

    mutating func run() throws {
        guard let number = CallNumber.read(phone) else { return }
        switch CallLine.ring(number, folder: Paths(environment: App.currentEnvironment()).runtime) {
        case true?: return
        case nil: App.end(Strings.Call.notTaken, code: 75)
        case false?:
            // A telephone system has no terminal to start a desk on.
            guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else {
                App.end(Strings.Call.nobody, code: 69)
            }
            var launch = desk.launch
            launch.call = number
            App.run(launch)
        }
    }
}
