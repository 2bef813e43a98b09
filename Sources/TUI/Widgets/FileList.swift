import Forms

/// The files of a file field, each with how far it is, and a button for more (eForm UP-1, UP-2).
///
/// It shows and asks; who holds it reads, hashes and sends, and reports with ``update(_:_:)``.
public struct FileList: Widget, Hashable {
    public let rule: FileRule
    public private(set) var files: [ChosenFile] = []
    /// The line in focus: a file, or after the last one the button.
    public private(set) var cursor = 0
    /// What was asked for with the last key; taken by ``takeRequest()``.
    private var request: Request?
    private var nextID = 1
    public private(set) var notice: Phrase?

    /// What a key in the list asks for.
    enum Request: Hashable, Sendable {
        case browse
        case file(FileRequest)
    }

    public init(_ rule: FileRule) {
        self.rule = rule
    }

    public var canAdd: Bool { files.count < most }

    /// How many files the field takes at most.
    public var most: Int { max(1, rule.many ? rule.maxCount : 1) }

    /// Every file that is there is at the server.
    public var isSettled: Bool { files.allSatisfy { $0.answer != nil } }

    /// One of them will not get there as it is.
    var hasFailed: Bool {
        files.contains { if case .failed = $0.state { true } else { false } }
    }

    public var answer: Answer? {
        let rows = files.compactMap(\.answer?.row)
        return rows.isEmpty ? nil : .rows(rows)
    }

    /// The file under the cursor; nil on the button.
    public var selected: ChosenFile? { files.indices.contains(cursor) ? files[cursor] : nil }

    // MARK: - What the program reports

    /// A file was chosen. One more than the field takes is refused, and so is one that is too large.
    ///
    /// - Returns: The file as it stands in the list now; nil where it was refused, and the notice says why.
    public mutating func add(name: String, size: Int? = nil, path: String? = nil) -> ChosenFile? {
        guard canAdd else {
            notice = ToolkitStrings.mostFiles(most)
            return nil
        }
        if let size, size > rule.maxBytes {
            notice = ToolkitStrings.fileTooLarge(name, size, most: rule.maxBytes)
            return nil
        }
        notice = nil
        let file = ChosenFile(id: nextID, name: name, size: size, path: path)
        nextID += 1
        files.append(file)
        cursor = files.count - 1
        return file
    }

    /// How far a file is now; one that was taken out meanwhile is left out.
    ///
    /// - Returns: Whether it is still in the list.
    @discardableResult
    public mutating func update(_ id: Int, _ change: (inout ChosenFile) -> Void) -> Bool {
        guard let index = files.firstIndex(where: { $0.id == id }) else { return false }
        change(&files[index])
        return true
    }

    /// Shows the files of an answer.
    public mutating func set(_ answers: [FileAnswer]) {
        files = answers.map { answer in
            defer { nextID += 1 }
            return ChosenFile(
                id: nextID, name: answer.name, size: answer.size, type: answer.type, sha256: answer.sha256,
                state: .done)
        }
        cursor = 0
    }

    /// Shows what had not been uploaded when a draft was kept, each with what to do about it.
    mutating func restoreUnfinished(_ paths: [String], _ refusals: [Phrase]) {
        for (index, path) in paths.enumerated() {
            let name = path.split(separator: "/").last.map(String.init) ?? path
            let reason = refusals.indices.contains(index) ? refusals[index] : ToolkitStrings.fileInterrupted
            files.append(ChosenFile(id: nextID, name: name, path: path, state: .failed(reason)))
            nextID += 1
        }
    }

    /// Takes over how far the files of another state of this list are. What is under way in this one and not in
    /// that has been stopped.
    mutating func follow(_ other: FileList) {
        nextID = max(nextID, other.nextID)
        for index in files.indices {
            if let file = other.files.first(where: { $0.id == files[index].id }) {
                files[index] = file
            } else if files[index].answer == nil {
                files[index].state = .failed(ToolkitStrings.fileInterrupted)
            }
        }
    }

    mutating func takeRequest() -> Request? {
        defer { request = nil }
        return request
    }

    public mutating func leave() {
        notice = nil
    }

    public mutating func enter(fromBelow: Bool) {
        cursor = fromBelow ? lineCount - 1 : 0
    }

    private var lineCount: Int { max(1, files.count + (canAdd ? 1 : 0)) }

    // MARK: - Input

    public static let actions: [Action] = [
        row("files.accept", "Thêm hoặc xem tệp", "Add or view a file", ["enter", "space"]),
        row("files.up", "Tệp trước", "File before", ["up"]),
        row("files.down", "Tệp sau", "Next file", ["down"]),
        row("files.preview", "Xem tệp", "View", ["alt-v"], isShown: true),
        row("files.download", "Lưu tệp", "Save", ["alt-w"], isShown: true),
        row("files.scan", "Quét giấy", "Scan paper", ["alt-q"], isShown: true),
        row("files.remove", "Bỏ tệp", "Take out", ["delete", "backspace"], isShown: true),
    ]

    private static let table = ActionTable(actions)

    private static func row(
        _ id: ActionID, _ vi: String, _ en: String, _ keys: [String], isShown: Bool = false
    ) -> Action {
        let phrase = Phrase(vi, en: en)
        return Action(
            id: id, name: phrase, help: phrase, keys: keys.compactMap { Key(name: $0) }, scope: "files",
            hidden: !isShown, priority: 48)
    }

    public var scopes: [String] { ["files"] }

    public mutating func handle(_ input: Input) -> WidgetOutcome {
        switch input {
        case .text(" "): return perform("files.accept")
        case .key(let key):
            guard let action = Self.table.action(for: key, scopes: scopes, inField: false) else {
                return .ignored
            }
            return perform(action)
        default: return .ignored
        }
    }

    public mutating func perform(_ action: ActionID) -> WidgetOutcome {
        notice = nil
        switch action {
        case "files.up":
            guard cursor > 0 else { return .ignored }
            cursor -= 1
        case "files.down":
            guard cursor < lineCount - 1 else { return .ignored }
            cursor += 1
        case "files.accept":
            request = selected.map { .file(.preview($0)) } ?? .browse
        case "files.scan":
            guard canAdd else {
                notice = ToolkitStrings.mostFiles(most)
                return .refused
            }
            request = .file(.scan)
        case "files.preview", "files.download", "files.remove":
            guard let file = selected else { return .ignored }
            return ask(action, file)
        default: return .ignored
        }
        return .handled
    }

    private mutating func ask(_ action: ActionID, _ file: ChosenFile) -> WidgetOutcome {
        switch action {
        case "files.preview": request = .file(.preview(file))
        case "files.download":
            // What lies here already needs no copy of it.
            guard file.state == .done else {
                notice = ToolkitStrings.fileNotThere
                return .refused
            }
            request = .file(.download(file))
        default:
            files.removeAll { $0.id == file.id }
            cursor = min(cursor, lineCount - 1)
            request = .file(.removed(file))
            return .changed
        }
        return .handled
    }

    /// Presses what stands at a point, as a click does.
    public mutating func click(at point: Point, area: Rect) -> WidgetOutcome {
        let line = point.row - area.row
        guard (0..<lineCount).contains(line) else { return .ignored }
        let isHere = line == cursor
        cursor = line
        return isHere || selected == nil ? perform("files.accept") : .handled
    }

    // MARK: - Drawing

    public var height: Int { lineCount }

    public func draw(
        into canvas: inout Canvas, area: Rect, isFocused: Bool, role: Role = .text, context: ScreenContext
    ) {
        for (line, file) in files.enumerated() where line < area.rows {
            let isHere = isFocused && line == cursor
            draw(file, into: &canvas, area: area.line(line), isHere: isHere, role: role, context)
        }
        guard canAdd, files.count < area.rows else { return }
        let label = files.isEmpty ? ToolkitStrings.chooseFile : ToolkitStrings.addFile
        Button(label).draw(
            into: &canvas, at: area.line(files.count).origin, isFocused: isFocused && cursor >= files.count,
            maxWidth: area.columns, context: context)
    }

    private func draw(
        _ file: ChosenFile, into canvas: inout Canvas, area: Rect, isHere: Bool, role: Role,
        _ context: ScreenContext
    ) {
        let glyphs = Glyphs.of(context)
        let sign: SafeText
        var stateRole: Role = .dim
        switch file.state {
        case .hashing, .uploading: sign = Spinner.sign(frame: context.spinnerFrame, glyphs: glyphs)
        case .done: (sign, stateRole) = (glyphs.success, .success)
        case .failed: (sign, stateRole) = (glyphs.error, .error)
        }
        canvas.put(sign, at: area.origin, role: stateRole)
        let words = [
            file.size.map { ToolkitStrings.bytes($0) }, ToolkitStrings.fileState(file.state),
        ].compactMap { $0?.text(context.language) }.joined(separator: " · ")
        let right = SafeText(words)
        let whole = SafeText(file.name)
        let inside = area.splitLeft(2).rest
        // A long name gives way to the whole of what is said about the file, but not all of it.
        let room = max(0, inside.columns - 2 - min(whole.width, 16))
        let parts = inside.splitRight(min(right.width, room), gap: 2)
        let name = whole.truncated(to: parts.rest.columns)
        canvas.put(name, at: parts.rest.origin, role: isHere ? .fieldFocused : role)
        canvas.put(right.truncated(to: parts.right.columns), at: parts.right.origin, role: stateRole)
        if isHere { canvas.cursor = parts.rest.origin }
    }
}
