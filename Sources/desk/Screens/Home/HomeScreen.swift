import APIClient
import Forms
import Models
import TUI

/// The root of all screens: the queues with their counts, the drafts, and the ways from here.
struct HomeScreen: Screen {
    enum Message: Sendable {
        case inboxes(Int, Result<[Inbox], APIError>)
        case day(Int, Result<DayFigures, APIError>)
        case board(Int, BoardNews)
        case drafts(Int, Result<[Draft], StoreError>)
        case catalogue(Int, Result<Page<ProcedureSummary>, APIError>)
        case resumed(Int, Resumed)
        case merged(Int)
        /// What ends soon, for this login to be told.
        case expiring(Int, Result<[Expiring], StoreError>)
        /// A draft was removed, or the reason why it was not.
        case removed(Int, Phrase?)
        /// The server knows that the session has ended, or can't be told.
        case loggedOut
        /// Others did something; the counts may be others.
        case news(Int, ChangeLog.News)
        case recount(Int)
    }

    enum Panel: Sendable, Equatable {
        case queues, drafts
    }

    /// What is asked before it is done.
    enum Question: Sendable {
        case deleteDraft(Draft)
        case logout
    }

    let desk: Desk
    var inboxes = Remote<[Inbox]>.none
    /// How the day goes; stays as it is while a newer answer can't be had.
    var day: DayFigures?
    /// In place of the queues, where this is the hotline.
    var board = HotlineBoard()
    /// Tickets of the hotline that wait for this officer's units.
    var tickets: TicketFigures?
    /// Of a cashier.
    var till = TillNews()
    /// Of the post's counter.
    var post: [ShipmentGroup: Int]?
    /// When the day was last asked for, in seconds.
    var dayAskedAt: Int64?
    /// What others do makes a new picture at most so often, in seconds.
    static let dayPause: Int64 = 60
    var drafts: [Draft] = []
    var panel = Panel.queues
    var queuePlace = ListPlace()
    var draftPlace = ListPlace()
    var dialog: Dialog?
    var question: Question?
    /// The login whose work is shown; another one empties the screen first.
    var serial = 0
    /// Why it is not known which drafts there are.
    var draftProblem: Phrase?
    /// The officer has come back from another screen, and the drafts have not been read since.
    var isBack = false
    /// A count is about to be asked for: many changes at once are one question.
    var isRecounting = false
    /// So many seconds after the first of them.
    private static let recountDelay = 0.3

    init(desk: Desk) {
        self.desk = desk
    }

    var title: SafeText { desk.title(Strings.Home.title) }
    var scopes: [String] { dialog?.scopes ?? ["home"] }
    var wheelIsArrows: Bool { true }

    func enabled(_ action: ActionID) -> Bool {
        switch action {
        case .deleteDraft: selectedDraft != nil && (desk.isHotline || panel == .drafts)
        case .handOver: !desk.isHotline && panel == .drafts && selectedDraft != nil
        case .open:
            if desk.isHotline {
                canOpenOnBoard
            } else {
                panel == .queues ? selectedInbox != nil : selectedDraft != nil
            }
        case .callFromHome: desk.isHotline
        case .tillFromHome, .drawersFromHome: desk.isCashier
        case .officersFromHome, .unitsFromHome: desk.isAdministrator
        case .postFromHome: desk.handlesPost
        case .unfetchedFromHome: unfetched != nil
        case .ticketsFromHome: desk.isHotline || tickets?.open ?? 0 > 0
        case .newIntake: canTakeIn
        case .unsent: desk.waitingToSend > 0 || desk.waitingProblem != nil
        default: true
        }
    }

    var canTakeIn: Bool { desk.canTakeIn }

    var selectedInbox: Inbox? {
        guard let inboxes = inboxes.value, inboxes.indices.contains(queueCursor) else { return nil }
        return inboxes[queueCursor]
    }

    var queueCursor: Int { queuePlace.cursor }
    var draftCursor: Int { draftPlace.cursor }
    var selectedDraft: Draft? {
        desk.isHotline
            ? unfinishedCall : drafts.indices.contains(draftCursor) ? drafts[draftCursor] : nil
    }

    // MARK: - Events

    mutating func start(_ context: ScreenContext) -> [Effect<Message>] {
        desk.signedIn == nil ? [.push(LoginScreen(desk: desk))] : load()
    }

    mutating func handle(_ event: ScreenEvent<Message>, _ context: ScreenContext) -> [Effect<Message>] {
        if dialog != nil, let effects = handleDialog(event, context) { return effects }
        switch event {
        case .action(let action): return handle(action, context)
        case .input(.key(let key)):
            return move(key, context)
        case .input(.mouse(let mouse)): return point(mouse, context)
        case .input(.scan(let scan)): return taken(scan: scan, context)
        case .message(let message): return handle(message, context)
        case .resumed:
            guard desk.signedIn != nil else { return [.push(LoginScreen(desk: desk))] }
            if desk.wantsLogOut { return logOut() }
            isBack = true
            return load()
        case .input, .hangup: return []
        }
    }

    private mutating func handle(_ action: ActionID, _ context: ScreenContext) -> [Effect<Message>] {
        switch action {
        case .newIntake: return [.push(IntakeScreen(desk: desk))]
        case .callFromHome: return [.push(CallScreen(desk: desk))]
        case .tillFromHome: return [.push(TillScreen(desk: desk))]
        case .drawersFromHome: return [.push(DrawerScreen(desk: desk))]
        case .postFromHome: return [.push(PostScreen(desk: desk))]
        case .unfetchedFromHome:
            return unfetched.map { [.push(QueueScreen(desk: desk, unfetchedOf: $0.inbox))] } ?? []
        case .ticketsFromHome: return [.push(TicketListScreen(desk: desk))]
        case .officersFromHome: return [.push(OfficerListScreen(desk: desk))]
        case .unitsFromHome: return [.push(UnitListScreen(desk: desk))]
        case .open: return desk.isHotline ? openOnBoard(context.language) : open()
        case .handOver: return selectedDraft.map { [.push(HandOverScreen(desk: desk, draft: $0))] } ?? []
        case .deleteDraft:
            if let draft = selectedDraft { askToDelete(draft, context.language) }
            return []
        case .unsent: return [.push(UnsentScreen(desk: desk))]
        case .switchPanel:
            panel = panel == .queues ? .drafts : .queues
            return []
        case .refresh: return load()
        case .language:
            let next: Language = context.language == .vi ? .en : .vi
            desk.language = next
            return [
                .setLanguage(next),
                .toast(SafeText(Strings.Home.language(Strings.Home.languageName.text(next)).text(next))),
            ]
        case .theme:
            let next = Self.theme(after: context.theme)
            return [.setTheme(next), .toast(SafeText(Strings.Home.theme(next.name).text(context.language)))]
        case .logout:
            question = .logout
            dialog = Dialog(
                title: Strings.Home.logoutTitle, text: Strings.Home.logoutText,
                buttons: [.init("cancel", Strings.Common.cancel), .init("logout", Strings.Command.logout)])
            return []
        default: return []
        }
    }

    static func theme(after theme: Theme) -> Theme {
        let all = Theme.builtIn
        let index = all.firstIndex { $0.name == theme.name } ?? -1
        return all.isEmpty ? theme : all[(index + 1) % all.count]
    }

    private func open() -> [Effect<Message>] {
        switch panel {
        case .queues: selectedInbox.map { [.push(QueueScreen(desk: desk, inbox: $0))] } ?? []
        case .drafts: selectedDraft.map { [.push(IntakeScreen(desk: desk, draft: $0))] } ?? []
        }
    }

    /// A card scanned here begins an intake for that person.
    private func taken(scan: String, _ context: ScreenContext) -> [Effect<Message>] {
        if case .identityCard = ScanReading.recognise(scan), canTakeIn {
            return [.push(IntakeScreen(desk: desk, scan: scan))]
        }
        return DossierScreen.open(scan: scan, desk: desk, context.language)
    }

    private mutating func move(_ key: Key, _ context: ScreenContext) -> [Effect<Message>] {
        if desk.isHotline { return moveOnBoard(key) }
        let rows = listRows(context.size)
        switch panel {
        case .queues:
            _ = queuePlace.handle(key, count: inboxes.value?.count ?? 0, rows: rows.queues)
        case .drafts: _ = draftPlace.handle(key, count: drafts.count, rows: rows.drafts)
        }
        return []
    }

    /// A click on a row goes to its list, and opens what was under the bar already.
    private mutating func point(_ mouse: Mouse, _ context: ScreenContext) -> [Effect<Message>] {
        if desk.isHotline { return pointOnBoard(mouse, context) }
        if let opens = queuePlace.point(
            mouse, count: inboxes.value?.count ?? 0, isFocused: panel == .queues)
        {
            panel = .queues
            return opens ? open() : []
        }
        if let opens = draftPlace.point(mouse, count: drafts.count, isFocused: panel == .drafts) {
            panel = .drafts
            return opens ? open() : []
        }
        return []
    }

    // MARK: - Answers

    private mutating func handle(_ message: Message, _ context: ScreenContext) -> [Effect<Message>] {
        switch message {
        case .inboxes(let serial, let result):
            guard serial == self.serial else { return [] }
            if case .failure(.unauthorised) = result { return [.push(LoginScreen.again(desk))] }
            // Counts a minute old are better than none.
            if case .failure(let error) = result, inboxes.value != nil {
                return [.toast(SafeText(error.words.text(context.language)), .warning)]
            }
            inboxes = Remote(result)
            queuePlace.stay(
                on: min(queueCursor, max(0, (inboxes.value?.count ?? 1) - 1)),
                count: inboxes.value?.count ?? 0)
            return inboxes.value == nil ? [] : loadDay(at: context.now)
        case .day(let serial, let result):
            guard serial == self.serial else { return [] }
            switch result {
            case .success(let day): self.day = day
            case .failure(.unauthorised): return [.push(LoginScreen.again(desk))]
            // The queues told the same of the server a moment ago; the next minute asks again.
            case .failure: break
            }
        case .board(let serial, let news): return serial == self.serial ? take(news, context) : []
        case .drafts(let serial, let result):
            guard serial == self.serial else { return [] }
            switch result {
            case .success(let drafts):
                show(drafts)
                draftProblem = nil
            case .failure(let error): draftProblem = error.words
            }
            return desk.takeStoreReport().map { .toast(SafeText($0.text(context.language)), .warning) }
        case .catalogue(let serial, let result):
            // What needs it asks anew where it is not there, and says why it can't be had.
            guard serial == self.serial, case .success(let page) = result else { return [] }
            desk.setCatalogue(page)
        case .resumed(let serial, let resumed):
            guard serial == self.serial else { return [] }
            return DeskChrome.toasts(for: resumed, context.language) + [loadDrafts()]
        case .merged(let serial):
            return serial == self.serial ? [loadDrafts(), lookForExpiring()] : []
        case .expiring(let serial, let result):
            return serial == self.serial ? tell(result, context) : []
        case .removed(let serial, let problem):
            guard serial == self.serial else { return [] }
            if let problem { return [.toast(SafeText(problem.text(context.language)), .warning)] }
            return [.toast(SafeText(Strings.Home.draftDeleted.text(context.language))), loadDrafts()]
        case .loggedOut: break
        case .news(let serial, let news):
            guard serial == self.serial else { return [] }
            guard !isRecounting else { return [listen(after: news.mark)] }
            isRecounting = true
            return [
                listen(after: news.mark),
                .after(id: "recount", seconds: Self.recountDelay, .recount(serial)),
            ]
        case .recount(let serial):
            isRecounting = false
            return serial == self.serial && serial != 0 ? [count()] : []
        }
        return []
    }

    /// The bar stays on its draft. One that was just saved here has come to the top, and is seen there; what others
    /// hand over moves nothing.
    private mutating func show(_ drafts: [Draft]) {
        let (newest, chosen) = (self.drafts.first, selectedDraft?.id)
        self.drafts = drafts
        let isNewer = drafts.first.map { $0.id != newest?.id || $0.updatedAt != newest?.updatedAt } ?? false
        if isBack && isNewer {
            draftPlace = ListPlace()
        } else {
            draftPlace.stay(on: drafts.firstIndex { $0.id == chosen }, count: drafts.count)
        }
        isBack = false
        board.settle(drafts)
    }
}
