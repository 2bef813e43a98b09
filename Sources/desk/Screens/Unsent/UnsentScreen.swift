import APIClient
import Forms
import Models
import TUI

/// The acts whose outcome is not known, and the way to end one that the server does not look at any more.
struct UnsentScreen: Screen {
    enum Message: Sendable {
        case loaded(Result<[Intent], StoreError>)
        case resumed(Int, Resumed)
        /// An act was ended, or the reason why it was not.
        case ended(Intent, Phrase?)
    }

    let desk: Desk
    private(set) var items: [Intent] = []
    private var place = ListPlace()
    private var isLoading = true
    private var isSending = false
    private var problem: Phrase?
    private var asking: Asking<Intent>?

    init(desk: Desk) {
        self.desk = desk
    }

    var title: SafeText { desk.title(Strings.Unsent.title) }
    var scopes: [String] { asking?.scopes ?? ["unsent"] }
    var wheelIsArrows: Bool { true }
    var cursor: Int { place.cursor }
    private var selected: Intent? { items.indices.contains(cursor) ? items[cursor] : nil }

    func enabled(_ action: ActionID) -> Bool {
        switch action {
        case .endUnsent: selected?.isStuck ?? false
        case .sendUnsent: !items.isEmpty && !isSending
        default: true
        }
    }

    mutating func start(_ context: ScreenContext) -> [Effect<Message>] { [load()] }

    mutating func handle(_ event: ScreenEvent<Message>, _ context: ScreenContext) -> [Effect<Message>] {
        switch asking.answer(to: event) {
        case .accepted(let intent):
            let desk = desk
            return [.run(id: "end") { .ended(intent, desk.end(intent)) }]
        case .taken: return []
        case .ignored: break
        }
        switch event {
        case .action(.closeUnsent): return [.pop()]
        case .action(.endUnsent):
            if let selected, selected.isStuck { ask(selected) }
            return []
        case .action(.sendUnsent):
            isSending = true
            let (desk, serial) = (desk, desk.serial)
            return [.run(id: "send") { .resumed(serial, await desk.resumePending()) }]
        case .input(.key(let key)):
            _ = place.handle(key, count: items.count, rows: ColumnList.rows(of: context.size.rows))
            return []
        case .input(.mouse(let mouse)):
            // There is nothing to open: the keys of the row are in the bar below.
            _ = place.point(mouse, count: items.count)
            return []
        case .message(.loaded(let result)):
            loaded(result)
            return []
        case .message(.resumed(let serial, let resumed)):
            isSending = false
            // A title names a person: nothing of it is for the next officer.
            return (serial == desk.serial ? DeskChrome.toasts(for: resumed, context.language) : []) + [load()]
        case .message(.ended(let intent, let problem)):
            if let problem { return [.toast(SafeText(problem.text(context.language)), .warning), load()] }
            let words = Strings.Unsent.ended(intent.title)
            return [.toast(SafeText(words.text(context.language))), load()]
        case .resumed(let result):
            return result as? LoginResult == .other ? [.popToRoot] : [load()]
        case .input, .action, .hangup: return []
        }
    }

    private func load() -> Effect<Message> {
        let desk = desk
        return .run(id: "load") { .loaded(desk.unsent()) }
    }

    private mutating func loaded(_ result: Result<[Intent], StoreError>) {
        isLoading = false
        switch result {
        case .success(let found):
            let before = selected?.key
            problem = nil
            items = found
            place.stay(on: items.firstIndex { $0.key == before }, count: items.count)
        case .failure(let error): problem = error.words
        }
    }

    // MARK: - Ending one

    private mutating func ask(_ intent: Intent) {
        asking = Asking(
            intent, title: Strings.Unsent.endTitle,
            text: Strings.Unsent.endText(intent.title, intent.stateWords), does: Strings.Unsent.end)
    }

    // MARK: - Drawing

    func draw(into canvas: inout Canvas, _ context: ScreenContext) {
        let language = context.language
        let area = ColumnList.head(
            into: &canvas, Strings.Unsent.title, count: Strings.Unsent.count(items.count), context)
        if items.isEmpty {
            let words = problem ?? (isLoading ? Strings.Common.loading : Strings.Unsent.none)
            ColumnList.say(words, role: problem == nil ? .dim : .error, into: &canvas, area: area, language)
        } else {
            let list = ColumnList(
                titles: [Strings.Unsent.act, Strings.Unsent.at, Strings.Unsent.state],
                widths: [max(8, area.columns - 46), 17, 25])
            list.draw(into: &canvas, area: area, count: items.count, place: place, context) { index in
                let item = items[index]
                return ColumnList.Row(
                    texts: [item.title, item.madeAt.display, item.stateName.text(language)],
                    role: item.isStuck ? .warning : .text)
            }
        }
        asking?.draw(into: &canvas, context)
    }

    func messageLine(_ context: ScreenContext) -> MessageLine? {
        if let problem, !items.isEmpty {
            return MessageLine(SafeText(problem.text(context.language)), role: .error)
        }
        guard let selected else { return nil }
        return MessageLine(
            SafeText(selected.stateWords.text(context.language)), role: selected.isStuck ? .warning : .dim,
            waits: true)
    }
}
