import ArgumentParser
import Forms
import Glibc
import Models
import TUI

/// `desk gallery`: every component in every state, or a form from its file, without a server.
struct GalleryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gallery", abstract: Strings.Gallery.help.vi)

    @ArgumentParser.Option(help: ArgumentHelp(Strings.Config.helpLang.vi, valueName: "vi|en"))
    var lang: String?

    @ArgumentParser.Option(help: ArgumentHelp(Strings.Config.helpTheme.vi, valueName: "NAME"))
    var theme: String?

    @ArgumentParser.Option(help: ArgumentHelp(Strings.Gallery.helpForm.vi, valueName: "FILE"))
    var form: String?

    func validate() throws {
        if let lang, Language(rawValue: lang) == nil {
            throw ValidationError(Strings.Config.badOption("--lang", lang, "vi, en").vi)
        }
    }

    func run() throws {
        App.gallery(language: lang.flatMap(Language.init(rawValue:)) ?? .vi, theme: theme, formFile: form)
    }
}
