import APIClient
import Forms
import Models
import TUI

/// `desk --plain`: the same work as on the screens, asked and answered line by line.
///
/// For screen readers, Braille displays and slow lines. Nothing is drawn; whatever is said is said once and
/// whole. Forms, checks, acts, drafts and printing are those of the screens.
struct PlainDesk: Sendable {
    let desk: Desk
    let console: any LineConsole
    let language: Language

    private typealias Words = Strings.Plain

    /// Runs until the officer leaves or the input ends.
    ///
    /// - Returns: The exit code: 0; 69 where training can't be started.
    func run() async -> Int32 {
        let mode = desk.isTraining ? " " + Strings.Common.training.text(language) : ""
        console.say(SafeText(Strings.Common.appName.text(language) + mode))
        guard await join() else { return 69 }
        guard await logIn(again: nil) else { return 0 }
        await menu()
        await desk.logOut()()
        return 0
    }

    func say(_ phrase: Phrase) { console.say(SafeText(phrase.text(language))) }

    /// Says a composed page, without the rules between its sections.
    func say(_ sheet: Sheet) {
        for line in sheet.lines { say(line) }
    }

    /// Says a line of a page: blanks that line columns up are one.
    func say(_ line: [Sheet.Run]) {
        let text = line.filter { $0.role != .border }.map(\.text.string).joined()
        let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        console.say(SafeText((line.contains { $0.role == .border } ? "== " : "") + words))
    }

    /// - Parameter meant: What an empty line means; nil where only a word will do.
    /// - Returns: nil where the input has ended.
    func asksYes(_ question: Phrase, meant: Bool? = nil) async -> Bool? {
        let words =
            switch meant {
            case nil: Words.yesNo
            case true?: Words.yesElse
            case false?: Words.noElse
            }
        let prompt = "\(question.text(language)) (\(words.text(language))): "
        while let line = await console.ask(SafeText(prompt)) {
            if let meant, line.trimmed.isEmpty { return meant }
            if let answer = LineForm.yesNo(line.trimmed) { return answer }
            say(Words.answerYesNo)
        }
        return nil
    }

    // MARK: - The server

    /// Joins the training central, where this is training.
    private func join() async -> Bool {
        guard let training = desk.training else { return true }
        say(Strings.Starting.starting)
        do throws(StartError) {
            let lifeline = try await training.join { (try? await desk.client.isReady()) ?? false }
            desk.hold(lifeline)
            desk.setLink(.connected)
            return true
        } catch {
            desk.setLink(.failed(error))
            say(error.message)
            return false
        }
    }

    /// Asks the server until it answers or the officer gives up; logs in again where the session has ended.
    func ask<Value: Sendable>(
        _ question: @Sendable (Client) async throws(APIError) -> Value
    ) async -> Value? {
        await settled { await desk.ask(question) }
    }

    /// What a text finds, asked as ``ask(_:)`` asks.
    func search(_ text: String, limit: Int) async -> SearchPage? {
        await settled { await desk.search(text, limit: limit) }
    }

    private func settled<Value: Sendable>(_ question: () async -> Result<Value, APIError>) async -> Value? {
        while true {
            switch await question() {
            case .success(let value): return value
            case .failure(.unauthorised):
                guard await logIn(again: desk.signedIn) else { return nil }
            case .failure(let error):
                say(error.words)
                if error.isLink, desk.training != nil {
                    desk.setLink(.starting)
                    guard await join() else { return nil }
                    continue
                }
                guard await asksYes(Words.again) == true else { return nil }
            }
        }
    }

    /// - Parameter former: Who has to log in again; nil at the start.
    /// - Returns: false where the officer gives up, or where another one than `former` comes.
    func logIn(again former: SignedIn?) async -> Bool {
        if let former {
            say(Strings.Login.again)
            say(Strings.Login.goesOn(former.me.officer.name))
        }
        var form = FormState(
            LoginForm.definition(training: desk.isTraining), today: desk.today, language: language,
            submitLabel: nil)
        if desk.isTraining, former == nil {
            say(Strings.Login.accounts)
            for role in Strings.Login.roles {
                console.say(SafeText("\(role.user): \(role.what.text(language))"))
            }
        }
        let asked = LineForm(console: console, language: language)
        while true {
            guard await asked.fill(&form) == .finished, let user = form.answers.text(LoginForm.user),
                let password = form.answers.text(LoginForm.password)
            else { return false }
            switch await desk.logIn(user: user, password: password) {
            case .failure(let error):
                say(error.words)
                form.set(LoginForm.password, to: nil)
                guard await asksYes(Words.again) == true else { return false }
            case .success(let entry):
                let signedIn = desk.take(entry)
                if entry.storeError != nil { say(Strings.Login.noStore) }
                if let former, !signedIn.isSameOfficer(as: former) {
                    say(Strings.Login.otherOfficer)
                    return false
                }
                let unit = UnitName.short(signedIn.me.unit.name)
                console.say(SafeText("\(signedIn.me.officer.name), \(unit)"))
                await tellResumed()
                return true
            }
        }
    }

    /// What was sent earlier without a known outcome goes out now.
    private func tellResumed() async {
        let resumed = await desk.resumePending()
        if let first = resumed.dossiers.first {
            say(Strings.Home.resumed(resumed.dossiers.count, first.code))
        }
        for title in resumed.refused { say(Strings.Home.refusedLater(title)) }
        for title in resumed.acts { say(Strings.Act.doneLater(title)) }
        for act in resumed.refusedActs { say(Strings.Act.refusedLater(act.title, act.words)) }
        for act in resumed.stuck { say(Strings.Unsent.stuckLater(act.title, act.stateWords)) }
        if let problem = resumed.problem { say(Strings.Unsent.unknown(problem)) }
        for code in resumed.unjournalled { say(Strings.Slip.journalRefusedLater(code)) }
        await desk.signedIn?.sync?.merge()
        tellStoreReport()
        switch desk.expiring() {
        case .success(let expiring):
            if let words = DraftExpiry.warning(expiring, now: desk.now) { say(words) }
        case .failure(let error): say(error.words)
        }
    }

    /// What the store found and did by itself.
    func tellStoreReport() {
        for words in desk.takeStoreReport() { say(words) }
    }

    // MARK: - The menu

    private enum Entry: String {
        case intake, call, cards, tickets, till, drawers, receipts, reconciling, lookup, drafts, unsent,
            queues, register, figures
        case handOverAll = "hand_over_all"
        case post
        case postalSettings = "postal_settings"
        case deadLetters = "dead_letters"
        case mismatches, calendar, explain, quit
    }

    private func menu() async {
        while desk.signedIn != nil {
            // Who rang meanwhile waits for nobody longer than for the next question.
            if let phone = desk.rings.take() { await PlainHotline(plain: self).take(phone) }
            let canTakeIn = desk.canTakeIn
            var items: [PickItems.Item] = []
            func add(_ entry: Entry, _ words: Phrase) {
                items.append(.init(value: entry.rawValue, label: SafeText(words.text(language))))
            }
            if canTakeIn { add(.intake, Strings.Command.newIntake) }
            if desk.isHotline {
                add(.call, Strings.Call.command)
                switch cards() {
                case .success(let cards):
                    if !cards.isEmpty { add(.cards, Strings.PlainHotline.unfinished(cards.count)) }
                case .failure(let error): say(error.words)
                }
            }
            if desk.isCashier { add(.till, Strings.Till.command) }
            if desk.overseesMoney {
                add(.drawers, Strings.Drawer.command)
                add(.receipts, Strings.Receipts.command)
                add(.reconciling, Strings.Reconciling.command)
            }
            add(.lookup, Strings.Command.lookup)
            if canTakeIn {
                switch drafts() {
                case .success(let drafts): add(.drafts, Words.drafts(drafts.count))
                case .failure(let error):
                    say(error.words)
                    add(.drafts, Strings.Home.drafts)
                }
            }
            if desk.waitingToSend > 0 || desk.waitingProblem != nil {
                add(.unsent, Strings.Unsent.menu(desk.waitingToSend))
            }
            add(.queues, Strings.Home.queues)
            if desk.isHotline || desk.canAnswerTickets { add(.tickets, Strings.Ticket.command) }
            if desk.canPrint { add(.register, Strings.Command.register) }
            if desk.canSeeFigures {
                add(.figures, Strings.Figures.command)
                add(.handOverAll, Strings.HandOverAll.command)
            }
            if desk.handlesPost { add(.post, Strings.Post.command) }
            if desk.canSeeMismatches { add(.mismatches, Strings.Mismatch.command) }
            if desk.isAdministrator { add(.calendar, Strings.Calendar.command) }
            add(.explain, Strings.Explain.command)
            if desk.isAdministrator {
                add(.postalSettings, Strings.PostalSettings.command)
                add(.deadLetters, Strings.DeadLetters.command)
            }
            add(.quit, Strings.Command.quit)
            say(Words.menu)
            let choice = LineChoice(console: console, language: language)
            switch await choice.pick(
                SafeText(Words.choose.text(language)), among: PickItems(items), takesOther: true)
            {
            case .chosen(let value):
                switch Entry(rawValue: value) {
                case .intake: await takeIn(IntakeScreen(desk: desk))
                case .call: await PlainHotline(plain: self).take(desk.rings.take())
                case .cards: await takeUpCard()
                case .till: await PlainTill(plain: self).run()
                case .drawers: await PlainDrawer(plain: self).run()
                case .receipts: await PlainReceipts(plain: self).run()
                case .reconciling: await PlainReconciling(plain: self).run()
                case .post: await PlainPost(plain: self).run()
                case .tickets: await PlainHotline(plain: self).tickets()
                case .lookup: await PlainLookup(plain: self).run()
                case .drafts: await takeUp()
                case .unsent: await PlainUnsent(plain: self).run()
                case .queues: await PlainLookup(plain: self).queues()
                case .register: await PlainRegister(plain: self).run()
                case .figures: await PlainFigures(plain: self).run()
                case .handOverAll: await PlainHandOverAll(plain: self).run()
                case .mismatches: await PlainMismatches(plain: self).run()
                case .calendar: await PlainCalendar(plain: self).run()
                case .explain: await PlainExplain(plain: self).run()
                case .deadLetters: await PlainDeadLetters(plain: self).run()
                case .postalSettings: await PlainPostalSettings(plain: self).run()
                case .quit, nil: return
                }
            case .other(let line): await taken(line, canTakeIn: canTakeIn)
            case .back: continue
            case .stopped, .ended: return
            }
        }
    }

    /// A card begins an intake, anything else is looked up.
    private func taken(_ line: String, canTakeIn: Bool) async {
        if case .identityCard = ScanReading.recognise(line), canTakeIn {
            await takeIn(IntakeScreen(desk: desk), scan: line)
        } else {
            await PlainLookup(plain: self).find(line)
        }
    }

    private func takeIn(_ screen: IntakeScreen, scan: String? = nil) async {
        var next: (IntakeScreen, String?)? = (screen, scan)
        while let (screen, scan) = next {
            var intake = PlainIntake(plain: self, screen: screen)
            next = await intake.run(scan: scan).map { ($0, nil) }
        }
    }

    // MARK: - Drafts

    func drafts() -> Result<[Draft], StoreError> {
        guard let store = desk.store else { return .success([]) }
        return Result { () throws(StoreError) in
            try store.drafts().filter { $0.kind == IntakeDraft.kind }
        }
    }

    /// Calls' cards that were not saved.
    private func cards() -> Result<[Draft], StoreError> {
        guard let store = desk.store else { return .success([]) }
        return Result { () throws(StoreError) in try store.drafts().filter { $0.kind == CallDraft.kind } }
    }

    private func takeUpCard() async {
        let cards: [Draft]
        switch self.cards() {
        case .success(let found): cards = found
        case .failure(let error): return say(error.words)
        }
        let items = cards.map {
            PickItems.Item(value: $0.id, label: SafeText($0.updatedAt.display + ", " + $0.title))
        }
        guard
            case .chosen(let id) = await LineChoice(console: console, language: language).pick(
                SafeText(Words.choose.text(language)), among: PickItems(items)),
            let card = cards.first(where: { $0.id == id })
        else { return }
        await PlainHotline(plain: self).take(nil, draft: card)
    }

    private func takeUp() async {
        guard let draft = await PlainDrafts(plain: self).choose() else { return }
        await takeIn(IntakeScreen(desk: desk, draft: draft))
    }
}
