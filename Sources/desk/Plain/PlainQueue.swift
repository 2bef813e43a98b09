import APIClient
import Forms
import Models
import TUI

/// One queue, for `desk --plain`: read out, filtered and sorted by the form of the screen, dealt with one by one or many at
/// once.
struct PlainQueue: Sendable {
    /// What can be typed in place of a dossier's number.
    private enum Command: String {
        case filter, all, more, many

        init?(_ line: String) {
            switch TextFold.fold(line.trimmed) {
            case "!loc", "!filter": self = .filter
            case "!het", "!all": self = .all
            case "!tiep", "!more": self = .more
            case "!nhieu", "!many": self = .many
            default: return nil
            }
        }
    }

    let plain: PlainDesk
    let inbox: Inbox
    private var filter = QueueFilter()
    private var items: [SearchItem] = []
    private var cursor: String?

    private static let page = 50

    /// - Parameter isUnfetched: Whether of the results only those are meant that nobody has fetched for a week.
    init(plain: PlainDesk, inbox: Inbox, isUnfetched: Bool = false) {
        self.plain = plain
        self.inbox = inbox
        filter.asked.isUncollected = isUnfetched
    }

    private var language: Language { plain.language }

    /// Reads the queue out until it is left.
    mutating func run() async {
        guard await load() else { return }
        let lookup = PlainLookup(plain: plain)
        let choice = LineChoice(console: plain.console, language: language)
        while true {
            tell()
            let picked = await choice.pick(
                SafeText(Strings.Plain.chooseInQueue.text(language)),
                among: PickItems(items.map(lookup.line)), takesOther: true)
            switch picked {
            case .chosen(let id):
                await lookup.read(id)
                guard await load() else { return }
            case .other(let line):
                guard await take(line) else { return }
            case .back, .stopped, .ended: return
            }
        }
    }

    /// - Returns: false where the queue can't be had any more.
    private mutating func take(_ line: String) async -> Bool {
        switch Command(line) {
        case .filter:
            guard await askFilter() else { return true }
            return await load()
        case .all:
            filter.clear()
            return await load()
        case .more: return await loadMore()
        case .many:
            guard await PlainBulk(plain: plain).run(items) else { return true }
            return await load()
        case nil:
            plain.say(Strings.Plain.queueHelp)
            return true
        }
    }

    private func tell() {
        plain.console.say(SafeText("== " + inbox.title.text(language)))
        if let words = filter.words(language) { plain.say(Strings.Plain.filtered(words)) }
        guard !items.isEmpty else {
            return plain.say(filter.isActive ? Strings.Plain.filteredOut : Strings.Queue.empty)
        }
        plain.say(Strings.Queue.loaded(items.count, more: cursor != nil))
    }

    /// - Returns: Whether another filter is wanted.
    private mutating func askFilter() async -> Bool {
        let known = FilterForm.Choices(
            statuses: filter.statuses(of: items), ownOrder: Strings.Filter.ownOrder(inbox.slug))
        let (choices, failures) = await known.loaded(plain.desk)
        for failure in failures.prefix(1) { plain.say(failure.words) }
        var form = FormState(
            FilterForm.definition(choices), answers: FilterForm.answers(filter.asked),
            today: plain.desk.today, language: language, submitLabel: nil)
        guard await LineForm(console: plain.console, language: language).fill(&form) == .finished else {
            return false
        }
        filter = FilterForm.filter(form.answers, choices, language)
        return true
    }

    private mutating func load() async -> Bool {
        let (slug, asked) = (inbox.slug, filter.asked)
        let page = await plain.ask { client throws(APIError) in
            try await client.inbox(slug, filter: asked, limit: Self.page)
        }
        guard let page else { return false }
        (items, cursor) = (page.items, page.nextCursor)
        return true
    }

    private mutating func loadMore() async -> Bool {
        guard let next = cursor else {
            plain.say(Strings.Plain.noMore)
            return true
        }
        let (slug, asked) = (inbox.slug, filter.asked)
        let page = await plain.ask { client throws(APIError) in
            try await client.inbox(slug, filter: asked, cursor: next, limit: Self.page)
        }
        guard let page else { return false }
        // Dossiers that moved down meanwhile and come again are not read twice.
        let known = Set(items.map(\.id))
        items += page.items.filter { !known.contains($0.id) }
        cursor = page.nextCursor
        return true
    }
}
