import APIClient
import Forms
import Models
import TUI

/// One dossier: what stands in it, its clock, its history, and what can be done with it now, a key each.
///
/// After an act it stays, with what was done and what can be done now; opened from a queue it knows the next one, a key away.
struct DossierScreen: Screen {
    enum Message: Sendable {
        case found(Result<SearchPage, APIError>)
        case loaded(Result<Dossier, APIError>)
        case events(Result<[DossierEvent], APIError>)
        case clock(Result<DossierClock, APIError>)
        case options(Result<ActionOptions, APIError>)
        case form(Result<FormDefinition, APIError>)
        case names([AnswerLines.Code: String])
        /// What the papers of the case are called, by their codes.
        case paperNames([String: String])
        /// Until when an online dossier has to be answered.
        case limit(Result<Instant?, APIError>)
        case released
        /// The time has come that the clock ran to.
        case due
        /// What others did.
        case news(ChangeLog.News)
    }

    let desk: Desk
    /// nil while only the code is known.
    var id: ID?
    let code: String
    /// The queue that it was opened from.
    var trail: DossierTrail?
    var dossier: Dossier?
    var events = Remote<[DossierEvent]>.loading
    var clock: DossierClock?
    var options = Remote<ActionOptions>.loading
    /// The account's role does no step of any process.
    var isForReading = false
    /// An administrator's, who may open it with a reason.
    var isClosed = false
    var form = Remote<FormDefinition>.loading
    var names: [AnswerLines.Code: String] = [:]
    /// Until when a dossier that came in online has to be received or refused.
    var limit: Instant?
    /// The act that was done here: it can be taken back, and its paper printed.
    var last: ActOutcome.Done?
    /// The same, as long as nobody has moved the dossier on since.
    var standing: ActOutcome.Done? {
        last.flatMap { $0.dossier.id == id && dossier?.revision ?? 0 <= $0.dossier.revision ? $0 : nil }
    }
    var problem: Phrase?
    var offset = 0
    var dialog: Dialog?
    let openedAt: Instant

    init(desk: Desk, id: ID, code: String) {
        self.desk = desk
        openedAt = desk.now
        self.id = id
        self.code = code
    }

    /// By its code alone, as read from paper or spoken.
    init(desk: Desk, code: String) {
        self.desk = desk
        openedAt = desk.now
        self.code = LookupQuery.code(code, unit: desk.dossierUnit) ?? code
    }

    /// From a queue.
    init(desk: Desk, trail: DossierTrail) {
        self.init(desk: desk, id: trail.stop.id, code: trail.stop.code)
        self.trail = trail
    }

    /// What a scan means on a screen that has no use of its own for it: a dossier's code opens the dossier.
    static func open<M: Sendable>(scan: String, desk: Desk, _ language: Language) -> [Effect<M>] {
        switch ScanReading.recognise(scan) {
        case .dossierCode(let code): [.push(DossierScreen(desk: desk, code: code))]
        case .identityCard(let raw):
            [.push(LookupScreen(desk: desk, query: String(raw.prefix { $0 != "|" })))]
        case .trackingNumber(let number): [.push(LookupScreen(desk: desk, query: number))]
        case nil: []
        }
    }

    var title: SafeText { desk.title(Strings.Dossier.title) }
    var scopes: [String] { dialog?.scopes ?? ["dossier", "acts"] }
    var wheelIsArrows: Bool { true }

    func enabled(_ action: ActionID) -> Bool {
        switch action {
        case .printAgain: desk.canPrint && (dossier?.slipForm != nil || standing?.forms.isEmpty == false)
        case .dossierPapers: desk.canPrint && dossier != nil
        case .dossierFiles: !attached(.vi).isEmpty
        case .amendDossier: desk.canAmend(dossier)
        case .postOfDossier: desk.canSend(dossier)
        case .openBundle: dossier?.bundle?.dossiers.isEmpty == false
        case .answerDossier: dossier != nil
        case .breakGlass: isClosed && dossier == nil
        case .nextDossier: trail?.next != nil
        case .previousDossier: trail?.previous != nil
        // A verb that is not possible says why; until that is known it says nothing.
        case let action where action.verb != nil:
            dossier != nil && options.value != nil
        default: true
        }
    }

    mutating func start(_ context: ScreenContext) -> [Effect<Message>] {
        [listen(after: desk.changes.mark)] + load()
    }

    mutating func handle(_ event: ScreenEvent<Message>, _ context: ScreenContext) -> [Effect<Message>] {
        switch event {
        case .message(let message): return handle(message, context)
        case .resumed(let done as TaskScreen<BreakGlassTask>.Done):
            (id, isClosed, problem) = (done.value.dossier, false, nil)
            return load()
        case .resumed(let outcome as ActOutcome): return resumed(outcome, context.language)
        case .resumed(let result):
            if result as? LoginResult == .other { return [.popToRoot] }
            return result is LoginResult ? load() : []
        case .hangup: return []
        case .input, .action: break
        }
        if dialog != nil { return handleDialog(event) }
        switch event {
        case .action(.backFromDossier): return [.pop(result: trail)]
        case .action(.refreshDossier): return load()
        case .action(.amendDossier):
            guard let dossier, desk.canAmend(dossier) else { return [] }
            return [.push(AmendScreen(desk: desk, dossier: dossier))]
        case .action(.postOfDossier):
            return dossier.map { [.push(PostScreen(desk: desk, dossier: $0))] } ?? []
        case .action(.openBundle):
            guard let dossier, let bundle = dossier.bundle else { return [] }
            return [.push(BundleScreen(desk: desk, dossier: dossier, bundle: bundle))]
        case .action(.answerDossier):
            return dossier.map { [.push(AnswerScreen(desk: desk, id: $0.id, code: $0.code))] } ?? []
        case .action(.breakGlass): return [.push(TaskScreen(desk: desk, task: BreakGlassTask(code: code)))]
        case .action(.nextDossier): return trail?.next.map { [turn(to: $0)] } ?? []
        case .action(.previousDossier): return trail?.previous.map { [turn(to: $0)] } ?? []
        case .action(.printAgain): return printed()
        case .action(.dossierPapers): return papers()
        case .action(.dossierFiles):
            let files = attached(context.language)
            return files.isEmpty
                ? [] : [.push(DossierFilesScreen(desk: desk, code: dossier?.code ?? code, files: files))]
        case .action(let action): return action.verb.map { act($0) } ?? []
        case .input(.key(let key)):
            scroll(key, context)
            return []
        case .input(.scan(let scan)): return Self.open(scan: scan, desk: desk, context.language)
        case .input, .message, .resumed, .hangup: return []
        }
    }

    // MARK: - Acts

    private mutating func act(_ verb: ProcessAction) -> [Effect<Message>] {
        guard let dossier, let options = options.value else { return [] }
        let option = options.items.first { $0.action == verb }
        guard let option, option.allowed else {
            dialog = WhyNot.dialog(verb, option, step: dossier.stepName)
            return []
        }
        let subject = ActSubject(
            id: dossier.id, code: dossier.code, dossier: dossier, options: options, clock: clock, limit: limit
        )
        return [.push(ActScreen(desk: desk, verb: verb, subject: subject))]
    }

    private mutating func resumed(_ outcome: ActOutcome, _ language: Language) -> [Effect<Message>] {
        var effects: [Effect<Message>] = []
        if let claimed = outcome.claimed { effects.append(release(claimed)) }
        guard let done = outcome.done else { return effects + (outcome.isOutdated ? load() : []) }
        let words = SafeText(done.words.text(language))
        trail?.changed.insert(done.dossier.id)
        last = done.verb == .undo ? nil : done
        if done.dossier.id == id { dossier = done.dossier }
        return effects + [.toast(words, .success)] + load()
    }

    private mutating func handleDialog(_ event: ScreenEvent<Message>) -> [Effect<Message>] {
        guard var dialog else { return [] }
        let outcome = dialog.handle(event)
        self.dialog = dialog
        switch outcome {
        case .accepted, .cancelled: self.dialog = nil
        case .ignored, .handled, .changed, .refused: break
        }
        return []
    }

    private func turn(to trail: DossierTrail) -> Effect<Message> {
        .replace(DossierScreen(desk: desk, trail: trail))
    }

    /// The papers of the dossier where one has just followed from an act; else the slip of what was decided at intake.
    private func printed() -> [Effect<Message>] {
        guard let dossier, desk.canPrint, let me = desk.me else { return [] }
        if let standing, !standing.forms.isEmpty { return papers() }
        // What was corrected prints as its correction, which the history counts.
        let isAmended = events.value?.contains { $0.action == ProcessAction.amend.rawValue } ?? false
        if isAmended { return papers() }
        guard dossier.slipForm != nil else { return [] }
        return [.push(SlipScreen(desk: desk, dossier: dossier, me: me))]
    }

    /// Which papers can be made of it now, and why not the others.
    private func papers() -> [Effect<Message>] {
        guard let dossier, desk.canPrint, let me = desk.me else { return [] }
        return [.push(PapersScreen(desk: desk, dossier: dossier, events: events.value, me: me))]
    }

    private func attached(_ language: Language) -> [AttachedFile] {
        dossier.map { AttachedFile.all(in: $0.answers, form: form.value, language) } ?? []
    }

    // MARK: - Answers

    private mutating func handle(_ message: Message, _ context: ScreenContext) -> [Effect<Message>] {
        switch message {
        case .found(let result):
            switch result {
            case .success(let page):
                guard let item = page.items.first(where: { $0.code == code }) else {
                    notFound()
                    return []
                }
                id = item.id
                return load()
            case .failure(let error): return failed(error)
            }
        case .loaded(let result):
            switch result {
            case .success(let dossier):
                self.dossier = dossier
                if dossier.status != 1 { limit = nil }
                problem = nil
                return [loadForm(dossier)] + loadPaperNames(dossier) + loadLimit(dossier)
            case .failure(let error): return failed(error)
            }
        case .events(let result):
            events = Remote(result)
            return expired(result)
        case .clock(let result):
            clock = try? result.get()
            // The bar then goes by the dossier alone, without the share that is used up.
            return expired(result) + told(result, context) + untilDue(clock?.dueAt)
        case .options(let result):
            options = Remote(result)
            if case .failure(.problem(let problem)) = result, problem.status == 403 { isForReading = true }
            return expired(result)
        case .form(let result):
            form = Remote(result)
            return expired(result) + loadNames()
        case .names(let names): self.names = names
        case .paperNames(let names):
            guard var dossier else { return [] }
            for (index, paper) in dossier.documents.enumerated() where paper.name == nil {
                dossier.documents[index].name = names[paper.code]
            }
            self.dossier = dossier
        case .limit(let result):
            // Nothing is decided by it here; that it is not known is said.
            limit = (try? result.get()) ?? nil
            return told(result, context) + untilDue(limit)
        case .due: return load()
        case .released: break
        case .news(let news):
            let isHere = news.changes.contains { $0.id == id && ($0.revision ?? .max) != dossier?.revision }
            return [listen(after: news.mark)] + (isHere || news.mustReload ? load() : [])
        }
        return []
    }

    private mutating func scroll(_ key: Key, _ context: ScreenContext) {
        guard let sheet = sheet(context) else { return }
        let rows = layout(context.size).sheet.rows
        offset = sheet.clamped(offset, rows: rows)
        switch key.code {
        case .up: offset -= 1
        case .down: offset += 1
        case .pageUp: offset -= rows - 1
        case .pageDown, .character(" "): offset += rows - 1
        case .home: offset = 0
        case .end: offset = sheet.lines.count
        default: break
        }
        offset = sheet.clamped(offset, rows: rows)
    }

    /// Who sees no dossiers is told how one is opened.
    private mutating func notFound() {
        isClosed = desk.opensWithReason
        problem = isClosed ? Strings.BreakGlass.closed(code) : Strings.Dossier.notFound(code)
        // What was read until its time was over is shown no longer.
        if isClosed { dossier = nil }
    }

    private mutating func failed(_ error: APIError) -> [Effect<Message>] {
        if case .problem(let problem) = error, problem.status == 404 || problem.status == 403 {
            notFound()
            return []
        }
        problem = error.words
        return error == .unauthorised ? [.push(LoginScreen.again(desk))] : []
    }

    /// A part that could not be loaded is said in its place; only a lost session asks for more.
    /// What the page has no place for where it could not be had.
    private func told<Value>(_ result: Result<Value, APIError>, _ context: ScreenContext) -> [Effect<Message>]
    {
        guard let failure = result.failure, failure != .unauthorised else { return [] }
        return [.toast(SafeText(Strings.Dossier.noClock(failure.words).text(context.language)), .warning)]
    }

    private func expired<Value>(_ result: Result<Value, APIError>) -> [Effect<Message>] {
        // The dossier itself is asked for at the same time, and opens the login where it comes first.
        guard case .failure(.unauthorised) = result, dossier != nil, problem == nil else { return [] }
        return [.push(LoginScreen.again(desk))]
    }
}
