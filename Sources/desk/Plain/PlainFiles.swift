import APIClient
import Forms
import Models
import TUI

/// Reads files out and fetches them, for `desk --plain`: those of a dossier, and those of an intake that is going on.
struct PlainFiles: Sendable {
    let plain: PlainDesk
    let dossier: Dossier

    private var language: Language { plain.language }

    /// Offers the dossier's files until nothing more is wanted.
    func offer() async {
        let dossier = dossier
        let form = await plain.desk.ask { client throws(APIError) in
            try await client.form(dossier.formId, version: dossier.formVersion)
        }
        // Without the form its files have no labels.
        if let failure = form.failure { plain.say(failure.words) }
        let files = AttachedFile.all(in: dossier.answers, form: try? form.get(), language)
        guard !files.isEmpty else { return plain.say(Strings.Plain.noFiles) }
        let viewer = FileViewer(desk: plain.desk, owner: plain.desk.signedIn)
        while true {
            for (index, file) in files.enumerated() {
                plain.console.say(SafeText("\(index + 1). \(file.label): \(file.file.name)"))
            }
            let prompt = SafeText(Strings.Plain.chooseFile.text(language) + ": ")
            guard let line = await plain.console.ask(prompt), !["", "!", "<"].contains(line.trimmed) else {
                return
            }
            let words = TextFold.fold(line.trimmed).split(separator: " ")
            guard let number = words.last.flatMap({ Int($0) }), files.indices.contains(number - 1),
                words.count <= 2
            else {
                plain.say(Strings.Plain.fileNumber(files.count))
                continue
            }
            let file = files[number - 1].file
            let chosen = ChosenFile(
                id: number, name: file.name, size: file.size, type: file.type, sha256: file.sha256,
                state: .done)
            switch words.count == 1 ? "xem" : words[0] {
            case "xem", "view": await Self.read(chosen, viewer, plain)
            case "tai", "save": await Self.fetch(chosen, viewer, plain)
            default: plain.say(Strings.Plain.fileNumber(files.count))
            }
        }
    }

    /// Reads a text out; of a picture, what can be said of it.
    static func read(_ file: ChosenFile, _ viewer: FileViewer, _ plain: PlainDesk) async {
        let look = FileViewer.Look(columns: 40, rows: 20, language: plain.language)
        switch await viewer.copy(of: file) {
        case .failure(let failure): plain.say(failure.reason)
        case .success(let copy):
            plain.console.say(SafeText("== \(file.name)"))
            switch await viewer.view(copy, page: 1, look) {
            case .failure(let failure): plain.say(failure.reason)
            case .success(.text(let lines)): for line in lines { plain.console.say(SafeText(line)) }
            case .success(.picture(_, _, let pages)):
                plain.say(Strings.Plain.picture(file.type, file.size, pages: pages))
            }
        }
    }

    static func fetch(_ file: ChosenFile, _ viewer: FileViewer, _ plain: PlainDesk) async {
        switch await viewer.download(file) {
        case .failure(let failure): plain.say(failure.reason)
        case .success(let path): plain.say(Strings.Files.saved(path))
        }
    }
}
