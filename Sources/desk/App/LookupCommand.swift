import ArgumentParser
import Forms

/// `desk lookup CODE|--phone|--id|--name [--json]`: what is found, a line each, without a screen.
struct LookupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lookup", abstract: Strings.Unattended.lookupHelp.onCommandLine,
        discussion: Strings.Unattended.discussion.onCommandLine)

    @Argument(help: ArgumentHelp(Strings.Unattended.textHelp.onCommandLine, valueName: "CODE"))
    var text: String?

    @ArgumentParser.Option(
        help: ArgumentHelp(Strings.Unattended.phoneHelp.onCommandLine, valueName: "NUMBER"))
    var phone: String?

    @ArgumentParser.Option(help: ArgumentHelp(Strings.Unattended.idHelp.onCommandLine, valueName: "NUMBER"))
    var id: String?

    @ArgumentParser.Option(help: ArgumentHelp(Strings.Unattended.nameHelp.onCommandLine, valueName: "NAME"))
    var name: String?

    @Flag(help: ArgumentHelp(Strings.Unattended.jsonHelp.onCommandLine))
    var json = false

    @ParentCommand var desk: DeskCommand

    private var asked: [String] { [text, phone, id, name].compactMap(\.self).filter { !$0.trimmed.isEmpty } }

    func validate() throws {
        if asked.count != 1 { throw ValidationError(Strings.Unattended.oneOf.onCommandLine) }
        if let problem = kind?.problem(asked[0].trimmed) { throw ValidationError(problem.onCommandLine) }
    }

    private var kind: Question.Kind? {
        phone != nil ? .phone : id != nil ? .identity : name != nil ? .name : nil
    }

    mutating func run() throws {
        var launch = desk.launch
        launch.question = .lookup(asked[0].trimmed, as: kind, asJSON: json)
        App.run(launch)
    }
}
