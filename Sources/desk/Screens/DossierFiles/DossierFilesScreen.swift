import APIClient
import Forms
import Models
import TUI

/// The files that came with a dossier: one key looks at one, one saves it, as in the file field of the intake.
struct DossierFilesScreen: Screen {
    enum Message: Sendable {
        case previewed(FileCopy?, Result<FileView, WordedFailure>)
        /// The path that it lies under.
        case saved(Result<String, WordedFailure>)
    }

    /// What lies open over the list.
    enum Panel: Sendable {
        case picture(ImagePanel)
        case text(HelpPanel)
    }

    let desk: Desk
    let code: String
    let files: [AttachedFile]
    private let drawn = DrawnList()
    /// Whose login reads them.
    private let owner: SignedIn?
    private(set) var cursor = 0
    private var panel: Panel?
    /// The file that is being looked at, for its other pages.
    private var viewed: FileCopy?
    private var isWorking = false

    init(desk: Desk, code: String, files: [AttachedFile]) {
        self.desk = desk
        self.code = code
        self.files = files
        owner = desk.signedIn
    }

    var title: SafeText { desk.title(Strings.Files.ofDossier) }

    var scopes: [String] {
        switch panel {
        case .picture(let picture): picture.scopes
        case .text(let text): text.scopes
        case nil: ["dossier_files"]
        }
    }

    var wheelIsArrows: Bool { panel == nil }

    func enabled(_ action: ActionID) -> Bool {
        switch action {
        case .viewFile, .saveFile: !isWorking && files.indices.contains(cursor)
        case "image.next", "image.previous":
            if case .picture(let open) = panel { open.canTurn } else { false }
        default: true
        }
    }

    mutating func handle(_ event: ScreenEvent<Message>, _ context: ScreenContext) -> [Effect<Message>] {
        switch event {
        case .message(.previewed(let copy, let result)):
            isWorking = false
            return show(copy, result, context.language)
        case .message(.saved(let result)):
            isWorking = false
            switch result {
            case .success(let path):
                return [.toast(SafeText(Strings.Files.saved(path).text(context.language)), .success)]
            case .failure(let failure): return refuse(failure, context.language)
            }
        case .resumed(let result): return result as? LoginResult == .other ? [.popToRoot] : []
        case .hangup: return []
        case .input, .action: break
        }
        if panel != nil { return handleInPanel(event, context) }
        switch event {
        case .action(.closeFiles): return [.pop()]
        case .action(.viewFile): return view(context)
        case .action(.saveFile): return save()
        case .input(.key(let key)): move(key)
        case .input(.mouse(let mouse)):
            switch drawn.click(mouse, bar: cursor, count: files.count) {
            case .open: return view(context)
            case .row(let row): cursor = row
            case nil: break
            }
        case .input(.scan(let scan)): return DossierScreen.open(scan: scan, desk: desk, context.language)
        case .input, .action, .message, .resumed, .hangup: break
        }
        return []
    }

    private mutating func move(_ key: Key) {
        switch key.code {
        case .up: cursor -= 1
        case .down: cursor += 1
        case .home: cursor = 0
        case .end: cursor = files.count - 1
        default: return
        }
        cursor = max(0, min(cursor, files.count - 1))
    }

    // MARK: - Looking and saving

    private var chosen: ChosenFile? {
        guard files.indices.contains(cursor) else { return nil }
        let file = files[cursor].file
        return ChosenFile(
            id: cursor, name: file.name, size: file.size, type: file.type, sha256: file.sha256, state: .done)
    }

    private mutating func view(_ context: ScreenContext) -> [Effect<Message>] {
        guard let chosen else { return [.bell] }
        isWorking = true
        let (viewer, look) = (FileViewer(desk: desk, owner: owner), FileViewer.Look(context))
        return [
            .run(id: "file") {
                switch await viewer.copy(of: chosen) {
                case .failure(let failure): return .previewed(nil, .failure(failure))
                case .success(let copy): return .previewed(copy, await viewer.view(copy, page: 1, look))
                }
            }
        ]
    }

    private mutating func save() -> [Effect<Message>] {
        guard let chosen else { return [.bell] }
        isWorking = true
        let viewer = FileViewer(desk: desk, owner: owner)
        return [.run(id: "file") { .saved(await viewer.download(chosen)) }]
    }

    private func turn(to page: Int, _ context: ScreenContext) -> [Effect<Message>] {
        guard let viewed else { return [.bell] }
        let (viewer, look) = (FileViewer(desk: desk, owner: owner), FileViewer.Look(context))
        return [.run(id: "file") { .previewed(viewed, await viewer.view(viewed, page: page, look)) }]
    }

    private mutating func show(
        _ copy: FileCopy?, _ result: Result<FileView, WordedFailure>, _ language: Language
    ) -> [Effect<Message>] {
        let name = copy?.name ?? ""
        switch result {
        case .success(.picture(let image, let page, let pages)):
            viewed = copy
            // The next page is looked at as the one before.
            let isWide = if case .picture(let open) = panel { open.isWide } else { false }
            panel = .picture(
                ImagePanel(title: SafeText(name), image: image, page: page, pages: pages, isWide: isWide))
        case .success(.text(let lines)):
            let text = Phrase(lines.joined(separator: "\n"))
            panel = .text(HelpPanel(title: Phrase(name), [Pager.Paragraph(text)]))
        case .failure(let failure): return refuse(failure, language)
        }
        return []
    }

    private func refuse(_ failure: WordedFailure, _ language: Language) -> [Effect<Message>] {
        [.toast(SafeText(failure.reason.text(language)), .error), .bell]
    }

    private mutating func handleInPanel(
        _ event: ScreenEvent<Message>, _ context: ScreenContext
    ) -> [Effect<Message>] {
        let outcome: WidgetOutcome
        var effects: [Effect<Message>] = []
        switch panel {
        case .picture(var picture):
            outcome = picture.handle(event)
            if let page = picture.takeWanted() { effects = turn(to: page, context) }
            panel = .picture(picture)
        case .text(var text):
            outcome = text.handle(event)
            panel = .text(text)
        case nil: return []
        }
        if outcome == .cancelled || outcome == .accepted {
            panel = nil
            // A file that was looked at is not kept longer than it is seen.
            viewed = nil
        }
        return outcome == .refused ? effects + [.bell] : effects
    }

    // MARK: - Drawing

    func draw(into canvas: inout Canvas, _ context: ScreenContext) {
        let area = canvas.bounds
        canvas.put(
            SafeText(Strings.Files.count(code, files.count).text(context.language)), at: Point(1, 0),
            role: .title, maxWidth: area.columns - 2)
        let list = area.splitTop(2).rest
        // Two rows each: what it is for, and its name with kind and size.
        let room = max(1, list.rows / 2)
        let first = max(0, cursor - room + 1)
        drawn.record(list, first: first, height: 2)
        for (row, item) in files.dropFirst(first).prefix(room).enumerated() {
            let isLit = first + row == cursor
            let line = list.line(row * 2)
            if isLit {
                canvas.fill(
                    Rect(column: 0, row: line.row, columns: area.columns - 1, rows: 2), role: .selection)
                canvas.cursor = line.origin.offset(columns: 1)
            }
            canvas.put(
                SafeText(item.label).truncated(to: area.columns - 4), at: line.origin.offset(columns: 1),
                role: isLit ? .selection : .text)
            let size = ToolkitStrings.bytes(item.file.size).text(context.language)
            canvas.put(
                SafeText("\(item.file.name) · \(size)").truncated(to: area.columns - 6),
                at: line.origin.offset(columns: 3, rows: 1), role: isLit ? .selection : .dim)
        }
        ScrollBar.draw(
            into: &canvas, area: list.splitRight(1).right, total: files.count * 2, first: first * 2,
            glyphs: Glyphs.of(context))
        switch panel {
        case .picture(let picture): picture.draw(into: &canvas, in: area, context: context)
        case .text(let text): text.draw(into: &canvas, in: area, context: context)
        case nil: break
        }
    }

    func messageLine(_ context: ScreenContext) -> MessageLine? {
        guard isWorking else { return nil }
        return MessageLine(SafeText(Strings.Common.loading.text(context.language)))
    }
}
