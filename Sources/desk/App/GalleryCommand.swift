import ArgumentParser
import Forms
import Glibc
import Models
import TUI

/// `desk gallery`: every component in every state, or a form from its file, without a server.
struct GalleryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gallery", abstract: Strings.Gallery.help.vi, discussion: Strings.Gallery.options.vi)

    /// Has `--lang` and `--theme`: what it knows it reads itself, wherever it stands on the line.
    @ParentCommand var desk: DeskCommand

    @ArgumentParser.Option(help: ArgumentHelp(Strings.Gallery.helpForm.vi, valueName: "FILE"))
    var form: String?

    func run() throws {
        App.gallery(
            language: desk.lang.flatMap(Language.init(rawValue:)) ?? .vi, theme: desk.theme, formFile: form)
    }
}
