import APIClient
import Forms
import Models
import TUI

/// What a chosen file is good for.
enum FileChoice: Sendable {
    case opens(any Screen)
    /// The browser begins anew where it was, and says why.
    case refused(Phrase)
}

/// Which file is to be taken in: chosen in the browser, or by its path.
struct FileChoiceScreen: Screen {
    enum Message: Sendable {
        case folder(String, Result<Folder, FolderError>)
        case read(String, Result<[UInt8], FileFailure>)
    }

    let desk: Desk
    private let heading: Phrase
    private let hint: Phrase
    private let use: @Sendable (Desk, [UInt8]) -> FileChoice
    private var browser = FileBrowser(FileRule(types: [], maxBytes: FileRule.largestBytes))
    private var asked: String?
    private var problem: Phrase?

    /// - Parameters:
    ///   - title: What the file is for.
    ///   - use: What is done with its bytes, at most `FileRule.largestBytes` of them.
    init(
        desk: Desk, title: Phrase, hint: Phrase, use: @escaping @Sendable (Desk, [UInt8]) -> FileChoice
    ) {
        self.desk = desk
        heading = title
        self.hint = hint
        self.use = use
    }

    var title: SafeText { desk.title(heading) }
    var scopes: [String] { ["file_choice"] + browser.scopes }
    var capturesText: Bool { true }
    var wheelIsArrows: Bool { true }

    mutating func start(_ context: ScreenContext) -> [Effect<Message>] { serve() }

    mutating func handle(_ event: ScreenEvent<Message>, _ context: ScreenContext) -> [Effect<Message>] {
        switch event {
        case .action(.closeFileChoice): return [.pop()]
        case .action(let action): return judged(browser.perform(action))
        case .input(.mouse(let mouse)) where mouse.kind == .press:
            return judged(browser.click(at: mouse.position))
        case .input(let input): return judged(browser.handle(input))
        case .message(.folder(let path, .success(let folder))):
            func name(_ entry: FolderEntry) -> String { RawPath(entry.name)?.reversible ?? "" }
            let entries = folder.entries.compactMap { entry -> FolderListing.Entry? in
                switch entry.kind {
                case .folder: .init(name(entry), isFolder: true)
                case .file: .init(name(entry), size: entry.size)
                case .special, .missing: nil
                }
            }
            browser.show(FolderListing(path: folder.path.reversible, entries: entries), for: path)
            return serve()
        // A path that was typed and is no folder is the file.
        case .message(.folder(let path, .failure(.notAFolder))): return [read(desk.paths.expanding(path))]
        case .message(.folder(let path, .failure(let error))):
            browser.fail(path, error == .vanished ? Strings.Files.noSuchPath : error.words)
            return [.bell]
        case .message(.read(_, .success(let bytes))):
            switch use(desk, bytes) {
            case .opens(let screen): return [.push(screen)]
            case .refused(let words): return failed(words)
            }
        case .message(.read(_, .failure(let failure))): return failed(failure.words)
        // The file was taken in, or given up.
        case .resumed(let result):
            if result as? LoginResult == .other { return [.popToRoot] }
            return [.pop()]
        case .hangup: return []
        }
    }

    private mutating func judged(_ outcome: WidgetOutcome) -> [Effect<Message>] {
        problem = nil
        switch outcome {
        case .accepted: return browser.chosen.first.map { [read($0)] } ?? []
        case .cancelled: return [.pop()]
        case .refused: return [.bell]
        case .ignored, .handled, .changed: return serve()
        }
    }

    /// Asks for the folder that the browser wants, once.
    private mutating func serve() -> [Effect<Message>] {
        guard let wanted = browser.wanted else {
            asked = nil
            return []
        }
        guard wanted != asked else { return [] }
        asked = wanted
        let place = wanted.isEmpty ? desk.paths.home : desk.paths.expanding(wanted)
        return [
            .run(id: "folder") {
                guard let raw = RawPath(reversible: place) else {
                    return .folder(wanted, .failure(.vanished))
                }
                return .folder(wanted, Result { () throws(FolderError) in try Folder.read(raw) })
            }
        ]
    }

    private func read(_ path: String) -> Effect<Message> {
        .run(id: "read") {
            guard let raw = RawPath(reversible: path) else { return .read(path, .failure(.vanished)) }
            return .read(
                path,
                Result { () throws(FileFailure) in
                    try FileBytes.read(raw, limit: FileRule.largestBytes)
                })
        }
    }

    /// The browser begins anew where it was.
    private mutating func failed(_ words: Phrase) -> [Effect<Message>] {
        problem = words
        let folder = browser.folder
        browser = FileBrowser(browser.rule)
        asked = ""
        guard let folder, let raw = RawPath(reversible: folder) else { return [.bell] }
        return [
            .bell,
            .run(id: "folder") {
                .folder("", Result { () throws(FolderError) in try Folder.read(raw) })
            },
        ]
    }

    func draw(into canvas: inout Canvas, _ context: ScreenContext) {
        browser.draw(into: &canvas, in: canvas.bounds, context: context)
    }

    func messageLine(_ context: ScreenContext) -> MessageLine? {
        if let problem { return MessageLine(SafeText(problem.text(context.language)), role: .error) }
        return MessageLine(SafeText(hint.text(context.language)))
    }
}
