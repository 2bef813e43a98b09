import APIClient
import Forms
import Models
import TUI

/// The files of the declaration: chosen here, sent in the background, looked at and fetched again.
///
/// The form stays as it is while they are under way; only the submit waits for them.
extension IntakeScreen {
    /// Seconds between two looks at how far uploads are. The timer runs while there is one.
    static let progressPace = 0.3

    /// The files that are not at the server yet.
    var unsentFiles: Int {
        guard let form = intake.declaration else { return 0 }
        return form.filePaths.flatMap { form.files(at: $0) }.count { file in
            switch file.state {
            case .hashing, .uploading: true
            case .done, .failed: false
            }
        }
    }

    mutating func serve(
        _ request: FileRequest, at path: FieldPath, _ context: ScreenContext
    ) -> [Effect<Message>] {
        switch request {
        case .add(let paths): return paths.flatMap { add($0, to: path) } + [progressTimer()]
        case .scan: return startOrStopScan(at: path, context)
        case .removed(let file):
            let id = Self.uploadID(path, file.id)
            uploads.removeValue(forKey: id)?.scanned?.remove()
            return [.cancel(id: id)]
        case .preview(let file): return [preview(file, context)]
        case .download(let file):
            guard file.sha256 != nil else {
                return [.toast(SafeText(Strings.Files.notSent.text(context.language)), .warning), .bell]
            }
            return [download(file)]
        }
    }

    private static func uploadID(_ path: FieldPath, _ id: Int) -> String { "upload\(path.pointer)/\(id)" }

    func progressTimer() -> Effect<Message> {
        .after(id: "file-progress", seconds: Self.progressPace, .fileProgress)
    }

    /// - Parameter scanned: The page that lies there, to be taken away once it was sent, or was not.
    mutating func add(
        _ filePath: String, to path: FieldPath, scanned: ScannedFile? = nil
    ) -> [Effect<Message>] {
        guard let raw = RawPath(reversible: filePath),
            let field = intake.declaration?.definition.field(path.field, group: path.group),
            case .files(let rule) = field.kind
        else {
            scanned?.remove()
            return [.bell]
        }
        let name = SafeText(String(decoding: raw.name, as: UTF8.self)).string
        guard
            let file = intake.declaration?.addFile(to: path, name: name, size: nil, filePath: filePath)
        else {
            scanned?.remove()
            return [.bell]
        }
        let started = PendingUpload(path: path, id: file.id, file: raw, rule: rule, scanned: scanned)
        uploads[Self.uploadID(path, file.id)] = started
        return [upload(started)]
    }

    private func upload(_ pending: PendingUpload) -> Effect<Message> {
        let (path, number, rule) = (pending.path, pending.id, pending.rule)
        let id = Self.uploadID(path, number)
        let (desk, session, progress) = (desk, session, fileProgress)
        return .run(id: id) {
            // Nobody hears how it ends once it is cancelled, and the page holds personal data.
            defer { if Task.isCancelled { pending.scanned?.remove() } }
            await desk.untilStarted()
            guard let session else { return .uploaded(path, number, .failure(.api(.unauthorised))) }
            do throws(TransferError) {
                let answer = try await Uploader(client: session.client, store: session.store).upload(
                    pending.file, types: rule.types, limit: rule.maxBytes,
                    onProgress: { progress.note($0, of: id) })
                return .uploaded(path, number, .success(answer))
            } catch {
                return .uploaded(path, number, .failure(error))
            }
        }
    }

    /// The owner's login of now, which may be a later one than that the work began under.
    private var session: SignedIn? {
        guard let owner, let now = desk.signedIn, now.isSameOfficer(as: owner) else { return owner }
        return now
    }

    /// After a renewed login: what the end of the session stopped goes on by itself, from where it was.
    mutating func goOnUploading() -> [Effect<Message>] {
        let paused = uploads.values.filter(\.isPaused).sorted {
            ($0.path.pointer, $0.id) < ($1.path.pointer, $1.id)
        }
        guard !paused.isEmpty else { return [] }
        for pending in paused { uploads[Self.uploadID(pending.path, pending.id)]?.isPaused = false }
        return paused.map(upload) + [progressTimer()]
    }

    /// Shows how far the uploads are, and looks again while there is one.
    mutating func filesMoved() -> [Effect<Message>] {
        // What waits for a login does not move.
        guard unsentFiles > uploads.values.count(where: \.isPaused), let form = intake.declaration else {
            return []
        }
        for path in form.filePaths {
            for file in form.files(at: path) {
                guard let now = fileProgress[Self.uploadID(path, file.id)] else { continue }
                let state: ChosenFile.State =
                    now.phase == .reading
                    ? .hashing : .uploading(now.total == 0 ? 0 : now.done * 100 / now.total)
                guard file.state != state, file.state != .done else { continue }
                intake.declaration?.updateFile(at: path, id: file.id) {
                    $0.state = state
                    $0.size = now.total
                }
            }
        }
        return [progressTimer()]
    }

    mutating func uploaded(
        _ path: FieldPath, _ id: Int, _ result: Result<FileAnswer, TransferError>
    ) -> [Effect<Message>] {
        let key = Self.uploadID(path, id)
        fileProgress.forget(key)
        if case .failure(.api(.unauthorised)) = result {
            uploads[key]?.isPaused = true
        } else {
            uploads.removeValue(forKey: key)?.scanned?.remove()
        }
        intake.declaration?.updateFile(at: path, id: id) { file in
            switch result {
            case .success(let answer):
                file.sha256 = answer.sha256
                file.type = answer.type
                file.size = answer.size
                file.state = .done
            // It goes on after the login.
            case .failure(.api(.unauthorised)): file.state = .hashing
            case .failure(let error): file.state = .failed(error.words)
            }
        }
        guard case .failure(.api(.unauthorised)) = result, waiting == .nothing else { return afterChange() }
        waiting = .reload
        return [.push(LoginScreen.again(desk))]
    }

    // MARK: - The browser

    func readFolder(_ path: String) -> Effect<Message> {
        let home = desk.paths.home
        // Where the last one was looked for the next one is, and the one that was refused beside the right one.
        let places =
            path.isEmpty ? [lastFolder, home].compactMap(\.self) : [desk.paths.expanding(path)]
        return .run(id: "folder") { .folder(path, Folder.find(places)) }
    }

    mutating func folderRead(
        _ path: String, _ result: Result<Folder, FolderError>, _ context: ScreenContext
    ) -> [Effect<Message>] {
        switch result {
        case .success(let folder):
            lastFolder = folder.path.reversible
            intake.declaration?.provide(folder.listing, for: path)
        case .failure(.notAFolder):
            guard let field = intake.declaration?.chooseFile(path) else { break }
            let file = desk.paths.expanding(path)
            lastFolder = RawPath(reversible: file)?.folder.reversible
            return serve(.add([file]), at: field, context)
        case .failure(.vanished): intake.declaration?.folderFailed(path, Strings.Files.noSuchPath)
        case .failure(let error): intake.declaration?.folderFailed(path, error.words)
        }
        return []
    }

    // MARK: - Looking and fetching

    private mutating func preview(_ file: ChosenFile, _ context: ScreenContext) -> Effect<Message> {
        saveNow()
        let (viewer, look) = (FileViewer(desk: desk, owner: session), FileViewer.Look(context))
        return .run(id: "preview") {
            switch await viewer.copy(of: file) {
            case .failure(let failure): return .previewed(nil, .failure(failure))
            case .success(let copy): return .previewed(copy, await viewer.view(copy, page: 1, look))
            }
        }
    }

    /// Another page of the file that is being looked at.
    func turn(to page: Int, _ context: ScreenContext) -> [Effect<Message>] {
        guard let viewed else { return [.bell] }
        let (viewer, look) = (FileViewer(desk: desk, owner: session), FileViewer.Look(context))
        return [
            .run(id: "preview") { .previewed(viewed, await viewer.view(viewed, page: page, look)) }
        ]
    }

    mutating func previewed(
        _ copy: FileCopy?, _ result: Result<FileView, WordedFailure>, _ context: ScreenContext
    ) -> [Effect<Message>] {
        let name = copy?.name ?? ""
        switch result {
        case .success(.picture(let image, let page, let pages)):
            viewed = copy
            intake.declaration?.showPreview(name, image: image, page: page, of: pages)
        case .success(.text(let lines)): intake.declaration?.showPreview(name, lines: lines)
        case .failure(let failure):
            return [.toast(SafeText(failure.reason.text(context.language)), .error), .bell]
        }
        return []
    }

    private mutating func download(_ file: ChosenFile) -> Effect<Message> {
        // The server gives a file out to whoever has a draft that names it: it has to know the draft first.
        saveNow()
        let viewer = FileViewer(desk: desk, owner: session)
        return .run(id: "download") { .downloaded(await viewer.download(file)) }
    }

    func downloaded(_ result: Result<String, WordedFailure>, _ context: ScreenContext) -> [Effect<Message>] {
        switch result {
        case .success(let path):
            [.toast(SafeText(Strings.Files.saved(path).text(context.language)), .success)]
        case .failure(let failure): [.toast(SafeText(failure.reason.text(context.language)), .error), .bell]
        }
    }

    // MARK: - Wrong values

    /// Opens the report of a value that a source gave wrong (eForm AF-3).
    func report(
        _ value: SourceValue, at path: FieldPath, _ context: ScreenContext
    ) -> [Effect<Message>] {
        guard let screen = reportScreen(value, at: path, context.language) else {
            return [.toast(SafeText(Strings.Report.needsNumber.text(context.language)), .warning), .bell]
        }
        return [.push(screen)]
    }

    /// The report of a value; nil where nobody's number is known yet.
    func reportScreen(_ value: SourceValue, at path: FieldPath, _ language: Language) -> ReportScreen? {
        ReportScreen(
            desk: desk, value, at: path, in: intake.form, of: intake.identityNumber, language)
    }
}
