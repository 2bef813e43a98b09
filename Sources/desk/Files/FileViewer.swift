import APIClient
import Forms
import TUI

/// Looks at the files of a declaration and fetches them again, for the screen and for plain mode alike.
struct FileViewer: Sendable {
    let desk: Desk
    /// Whose draft names the file.
    let owner: SignedIn?

    /// How much room a picture has, and the language of what is said.
    struct Look: Sendable {
        var columns: Int
        var rows: Int
        var language: Language

        init(columns: Int, rows: Int, language: Language) {
            (self.columns, self.rows, self.language) = (columns, rows, language)
        }

        init(_ context: ScreenContext) {
            columns = max(10, context.size.columns - 4)
            // Enough for a page of paper at the whole width, of which the window shows a part.
            rows = max(5, context.size.rows - 6, columns * 3 / 4)
            language = context.language
        }
    }

    /// Of what was sent, a copy that is fetched for it; before that, the file where it lies.
    func copy(of file: ChosenFile) async -> Result<FileCopy, WordedFailure> {
        if file.state != .done, let local = file.path.flatMap({ RawPath(reversible: $0) }) {
            return .success(FileCopy(name: file.name, path: local, isOwn: false))
        }
        await owner?.sync?.merge()
        do throws(StartError) {
            // With a server of its own nothing has made it yet.
            try PrivateFolder.make(desk.paths.runtime)
        } catch {
            return .failure(WordedFailure(error.message))
        }
        guard let owner, let hash = file.sha256,
            let place = RawPath("\(desk.paths.runtime)/preview-\(desk.newID())")
        else { return .failure(WordedFailure(Strings.Files.notSent)) }
        do throws(TransferError) {
            _ = try await owner.client.download(hash, to: place)
        } catch {
            return .failure(WordedFailure(error.words))
        }
        return .success(FileCopy(name: file.name, path: place, isOwn: true))
    }

    func view(_ copy: FileCopy, page: Int, _ look: Look) async -> Result<FileView, WordedFailure> {
        let preview = FilePreview()
        do {
            if try FilePreview.kind(of: copy.path) == .text {
                let text = try preview.text(of: copy.path)
                let more = text.isCut ? [Strings.Files.cut.text(look.language)] : []
                return .success(.text(text.lines.map(\.string) + more))
            }
            let picture = try await preview.picture(
                of: copy.path, page: page, columns: look.columns, rows: look.rows)
            guard let image = PixelImage(width: picture.width, height: picture.height, rgb: picture.bytes)
            else { return .failure(WordedFailure(Strings.Files.damaged)) }
            return .success(.picture(image, page: picture.page, pages: picture.pages))
        } catch let failure as FilePreview.Failure {
            return .failure(WordedFailure(failure.words))
        } catch let failure as FileFailure {
            return .failure(WordedFailure(failure.words))
        } catch {
            return .failure(WordedFailure(Strings.Files.damaged))
        }
    }

    /// Saves the file beside the papers, under a name that is free.
    ///
    /// - Returns: Where it lies.
    func download(_ file: ChosenFile) async -> Result<String, WordedFailure> {
        await owner?.sync?.merge()
        guard let owner, let hash = file.sha256 else {
            return .failure(WordedFailure(Strings.Files.notSent))
        }
        guard SlipPrinter.makeFolder(desk.printer.folder) else {
            return .failure(WordedFailure(Strings.Files.denied))
        }
        for number in 1...99 {
            let name = FileNaming.numbered(file.name, number)
            guard let path = RawPath(desk.printer.folder)?.appending(Array(name.utf8)) else {
                return .failure(WordedFailure(Strings.Files.denied))
            }
            do throws(TransferError) {
                _ = try await owner.client.download(hash, to: path)
                return .success(path.text)
            } catch .file(.exists) {
                continue
            } catch {
                return .failure(WordedFailure(error.words))
            }
        }
        return .failure(WordedFailure(Strings.Files.exists))
    }
}
