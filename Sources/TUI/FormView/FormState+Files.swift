import Forms

extension FormState {
    /// A file was chosen and can be read; puts it into the list of its field.
    ///
    /// - Parameters:
    ///   - path: The field, as the event named it.
    ///   - size: In bytes.
    /// - Returns: The file as it stands in the list: hash and send it, and tell how far it is with
    ///   ``updateFile(at:id:_:)``. nil where the field takes no more or none so large; the message line says why.
    public mutating func addFile(
        to path: FieldPath, name: String, size: Int?, filePath: String
    ) -> ChosenFile? {
        guard let place = place(of: path), case .files(var list) = self[place].editor else { return nil }
        let file = list.add(name: name, size: size, path: filePath)
        if file != nil {
            history.record(.entry(id(of: place), self[place]))
            self[place].origin = .typed
        } else {
            message = list.notice.map { MessageText(text: $0, role: .warning) }
        }
        self[place].editor = .files(list)
        filesChanged(place)
        return file
    }

    /// A file could not even be opened: it stands in the list with the reason, so that it is not lost silently.
    public mutating func failFile(to path: FieldPath, name: String, filePath: String, _ reason: Phrase) {
        guard let file = addFile(to: path, name: name, size: nil, filePath: filePath) else { return }
        updateFile(at: path, id: file.id) { $0.state = .failed(reason) }
    }

    /// How far a file is now.
    ///
    /// - Returns: False where it was taken out meanwhile: stop what is under way for it.
    @discardableResult
    public mutating func updateFile(
        at path: FieldPath, id: Int, _ change: (inout ChosenFile) -> Void
    ) -> Bool {
        guard let place = place(of: path), case .files(var list) = self[place].editor else { return false }
        guard list.update(id, change) else { return false }
        self[place].editor = .files(list)
        filesChanged(place)
        return true
    }

    /// The files of a field.
    public func files(at path: FieldPath) -> [ChosenFile] {
        guard let place = place(of: path), case .files(let list) = self[place].editor else { return [] }
        return list.files
    }

    /// The file fields that stand on the form now, in its order.
    public var filePaths: [FieldPath] {
        allPlaces.compactMap { place in
            guard case .files = index.field(place).kind, isShown(place) else { return nil }
            return path(of: place)
        }
    }

    private mutating func filesChanged(_ place: EntryPlace) {
        let before = events
        touched(place)
        flush()
        events = before
        relayout()
        if !self[place].issues.isEmpty { judge(place) }
    }

    // MARK: - The browser

    /// A folder that ``FormEvent/needsFolder(_:)`` asked for was read.
    ///
    /// - Parameter wanted: What the event named, where that is another way to write the folder's path.
    public mutating func provide(_ folder: FolderListing, for wanted: String? = nil) {
        guard case .browser(var browser, let id) = popup else { return }
        browser.show(folder, for: wanted)
        popup = .browser(browser, id)
    }

    /// A folder could not be read.
    public mutating func folderFailed(_ path: String, _ reason: Phrase) {
        guard case .browser(var browser, let id) = popup else { return }
        browser.fail(path, reason)
        popup = .browser(browser, id)
    }

    /// What ``FormEvent/needsFolder(_:)`` named is a file: its path was typed, and so it is chosen.
    ///
    /// - Returns: The field to add it to; nil where nothing waits for that path any more.
    public mutating func chooseFile(_ path: String) -> FieldPath? {
        guard case .browser(let browser, let id) = popup, browser.wanted == path,
            let field = self.path(of: id)
        else { return nil }
        popup = nil
        askedFolder = nil
        return field
    }

    /// Shows a text that ``FileRequest/preview(_:)`` asked for.
    public mutating func showPreview(_ title: String, lines: [String]) {
        let text = Phrase(lines.joined(separator: "\n"))
        popup = .help(HelpPanel(title: Phrase(title), [Pager.Paragraph(text)]))
    }

    /// Shows a picture that ``FileRequest/preview(_:)`` asked for.
    ///
    /// - Parameter page: Which page of the file this is, from 1; ``FormEvent/previewPage(_:)`` asks for others.
    public mutating func showPreview(_ title: String, image: PixelImage, page: Int = 1, of pages: Int = 1) {
        // The next page is looked at as the one before.
        let isWide = if case .preview(let open) = popup { open.isWide } else { false }
        popup = .preview(
            ImagePanel(title: SafeText(title), image: image, page: page, pages: pages, isWide: isWide))
    }

    /// A file is being looked at.
    public var isPreviewOpen: Bool {
        if case .preview = popup { true } else { false }
    }

    mutating func openBrowser(_ list: FileList, _ id: EntryID) {
        guard list.canAdd else { return refuse(ToolkitStrings.mostFiles(list.most)) }
        popup = .browser(FileBrowser(list.rule, room: list.most - list.files.count), id)
        serveBrowser()
    }

    /// Asks for the folder that the browser wants, once.
    mutating func serveBrowser() {
        guard case .browser(let browser, _) = popup, let wanted = browser.wanted, wanted != askedFolder else {
            if case .browser(let browser, _) = popup, browser.wanted == nil { askedFolder = nil }
            if popup == nil { askedFolder = nil }
            return
        }
        askedFolder = wanted
        events.append(.needsFolder(wanted))
    }

    /// Passes on what a key in a list of files asked for.
    mutating func serveFiles(_ place: EntryPlace) {
        guard case .files(var list) = self[place].editor, let request = list.takeRequest() else { return }
        self[place].editor = .files(list)
        switch request {
        case .browse: openBrowser(list, id(of: place))
        case .file(let request): events.append(.file(path(of: place), request))
        }
    }
}
