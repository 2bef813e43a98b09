import Forms
import TUI

/// `desk gallery`: every component of the forms in every look, in every theme and language; or a form that its author
/// wants to see as an officer will.
///
/// For whoever draws up a form or a theme, and for whoever wants to see what a component does. It works without any
/// server: searches and lists answer from the sample itself.
struct GalleryScreen: Screen {
    enum Message: Sendable {
        /// A list was waited for long enough to be seen waiting.
        case options(OptionRequest)
    }

    /// How long a part of a list takes, in seconds: what a slow server would.
    static let wait = 0.6

    private let today: LocalDate
    private(set) var look = ComponentSample.Look.empty
    private(set) var form: FormState
    /// It shows a form of somebody's, which has no other looks.
    private let isOwn: Bool

    /// - Parameter definition: nil for the sample of all components.
    init(_ definition: FormDefinition? = nil, today: LocalDate, language: Language) {
        self.today = today
        isOwn = definition != nil
        form =
            definition.map { FormState($0, today: today, language: language) }
            ?? ComponentSample.state(.empty, today: today, language: language)
    }

    var title: SafeText {
        if isOwn { return SafeText(form.definition.title.text(form.language)) }
        let name = Strings.Gallery.look(look.rawValue).text(form.language)
        return SafeText(Strings.Gallery.title.text(form.language) + ": " + name)
    }
    var scopes: [String] { form.isPopupOpen ? form.scopes : ["gallery"] + form.scopes }
    var capturesText: Bool { form.capturesText }
    var deadline: Int64? { form.deadline }
    /// What needs a server and an officer is not offered here.
    func enabled(_ action: ActionID) -> Bool {
        switch action {
        case .command, .lookup, .quit: false
        case .galleryLook: !isOwn
        default: form.isEnabled(action)
        }
    }

    mutating func start(_ context: ScreenContext) -> [Effect<Message>] {
        let words = Strings.Config.faint(context.theme)?.text(context.language)
        return words.map { [.toast(SafeText($0), .warning)] } ?? []
    }

    mutating func handle(_ event: ScreenEvent<Message>, _ context: ScreenContext) -> [Effect<Message>] {
        form.setLanguage(context.language)
        switch event {
        case .action(.galleryTheme):
            let next = HomeScreen.theme(after: context.theme)
            return [.setTheme(next), .toast(SafeText(Strings.Home.theme(next.name).text(context.language)))]
        case .action(.galleryLanguage):
            let next: Language = context.language == .vi ? .en : .vi
            // The title is asked of the form, and at once.
            form.setLanguage(next)
            return [.setLanguage(next)]
        case .action(.galleryLook):
            let all = ComponentSample.Look.allCases
            let index = all.firstIndex(of: look) ?? 0
            look = all[(index + 1) % all.count]
            let page = form.focus
            form = ComponentSample.state(look, today: today, language: context.language)
            if let page { form.focus(page) }
            return [.toast(SafeText(Strings.Gallery.look(look.rawValue).text(context.language)))]
        case .action(.galleryQuit): return [.quit()]
        case .message(.options(let request)):
            guard let part = ComponentSample.part(of: request) else { return [] }
            let next = form.provide(part.options, for: request, isComplete: part.isComplete)
            return next.map { [.after(id: "options", seconds: Self.wait, .options($0))] } ?? []
        default:
            let outcome = form.handle(event)
            var effects: [Effect<Message>] = []
            for event in outcome.events { if let effect = answer(event) { effects.append(effect) } }
            return effects
        }
    }

    /// What a program would fetch, from the sample.
    private mutating func answer(_ event: FormEvent) -> Effect<Message>? {
        switch event {
        case .needsOptions(let request):
            guard !isOwn, ComponentSample.part(of: request) != nil else {
                form.optionsFailed(request)
                break
            }
            return .after(id: "options", seconds: Self.wait, .options(request))
        case .file(let path, .add(let files)):
            for file in files {
                let name = file.split(separator: "/").last.map(String.init) ?? file
                form.failFile(to: path, name: name, filePath: file, Strings.Gallery.noFiles)
            }
        case .needsFolder(let path):
            form.provide(
                FolderListing(path: path.isEmpty ? "/" : path, entries: [.init("don-xin.pdf", size: 120_000)])
            )
        case .refused: return .bell
        default: break
        }
        return nil
    }

    func draw(into canvas: inout Canvas, _ context: ScreenContext) {
        FormView.draw(form, into: &canvas, rect: canvas.bounds, context: context)
    }

    func lineEnd(_ context: ScreenContext) -> LineEnd? {
        FormView.lineEnd(form, context: context)
    }

    func drawTyped(into canvas: inout Canvas, _ context: ScreenContext) -> Range<Int>? {
        FormView.drawTyped(form, into: &canvas, context: context)
    }

    func messageLine(_ context: ScreenContext) -> MessageLine? {
        let line = form.messageLine(context.language)
        guard line.text.isEmpty, !isOwn else { return line }
        return MessageLine(SafeText(Strings.Gallery.hint.text(context.language)))
    }
}
