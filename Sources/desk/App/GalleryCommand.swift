import ArgumentParser
import Forms
import Glibc
import Models
import TUI

/// `desk gallery`: every component in every state, or a form from its file, without a server.
struct GalleryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gallery", abstract: Strings.Gallery.help.onCommandLine,
        discussion: Strings.Gallery.options.onCommandLine)

    /// Has `--config`, `--lang` and `--theme`: what it knows it reads itself, wherever it stands on the line.
    @ParentCommand var desk: DeskCommand

    @ArgumentParser.Option(help: ArgumentHelp(Strings.Gallery.helpForm.onCommandLine, valueName: "FILE"))
    var form: String?

    func run() throws {
        App.gallery(
            LaunchOptions(
                configFile: desk.config, language: desk.lang.flatMap(Language.init(rawValue:)),
                theme: desk.theme),
            formFile: form)
    }
}
