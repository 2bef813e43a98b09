import APIClient
import Forms
import Models
import TUI

/// The answer to "what of my dossier?": sentences that can be read out as they stand, below them what was done and whom to
/// ask. Copied, printed and saved by a key each.
struct AnswerScreen: Screen {
    enum Message: Sendable {
        case found(Result<SearchPage, APIError>)
        case loaded(
            Result<Dossier, APIError>, Result<DossierClock, APIError>, Result<[DossierEvent], APIError>)
        case kept(Result<SlipPrinter.Outcome, SlipPrinter.Failure>)
    }

    let desk: Desk
    /// nil while only the code is known.
    private var id: ID?
    let code: String
    private(set) var readout: Readout?
    private var problem: Phrase?
    private var offset = 0
    private var isWorking = false
    private let openedAt: Instant

    init(desk: Desk, id: ID?, code: String) {
        self.desk = desk
        self.id = id
        self.code = code
        openedAt = desk.now
    }

    var title: SafeText { desk.title(Strings.Spoken.title) }
    var scopes: [String] { ["answer"] }
    var wheelIsArrows: Bool { true }

    func enabled(_ action: ActionID) -> Bool {
        switch action {
        case .copyAnswer, .openAnswered: readout != nil
        case .printAnswer, .saveAnswer: readout != nil && !isWorking
        default: true
        }
    }

    mutating func start(_ context: ScreenContext) -> [Effect<Message>] { [load()] }

    private func load() -> Effect<Message> {
        let desk = desk
        guard let id else {
            let code = code
            return .run(id: "find") { .found(await desk.search(code, limit: 5)) }
        }
        return .run(id: "load") {
            let owner = desk.signedIn
            async let dossier = desk.ask { client throws(APIError) in try await client.dossier(id) }
            async let clock = desk.ask { client throws(APIError) in try await client.clock(dossier: id) }
            async let events = desk.ask { client throws(APIError) in try await client.events(dossier: id) }
            let found = await dossier
            if case .success(let dossier) = found { desk.note(dossier.find, owner: owner) }
            return .loaded(found, await clock, await events)
        }
    }

    mutating func handle(_ event: ScreenEvent<Message>, _ context: ScreenContext) -> [Effect<Message>] {
        switch event {
        case .action(.closeAnswer): return [.pop()]
        case .action(.refreshAnswer): return [load()]
        case .action(.openAnswered):
            guard let id = readout?.dossier.id else { return [] }
            return [.push(DossierScreen(desk: desk, id: id, code: code))]
        case .action(.copyAnswer):
            return readout.map { ReadoutKeeping.copy($0, context.language) } ?? []
        case .action(.printAnswer): return keep(ReadoutKeeping.print)
        case .action(.saveAnswer): return keep(ReadoutKeeping.save)
        case .message(.kept(let outcome)):
            isWorking = false
            return Effect.told(outcome, context.language)
        case .message(.found(.success(let page))):
            guard let item = page.items.first(where: { $0.code == code }) else {
                problem = Strings.Dossier.notFound(code)
                return [.bell]
            }
            id = item.id
            return [load()]
        case .message(.found(.failure(let error))): return failed(error)
        case .message(.loaded(let dossier, let clock, let events)):
            return loaded(dossier, clock, events)
        case .input(.key(let key)):
            scroll(key, context)
            return []
        case .input(.scan(let scan)): return DossierScreen.open(scan: scan, desk: desk, context.language)
        case .resumed(let result):
            if result as? LoginResult == .other { return [.popToRoot] }
            return result is LoginResult ? [load()] : []
        case .input, .action, .hangup: return []
        }
    }

    private mutating func keep(
        _ work: @escaping @Sendable (Readout, Desk) async -> Result<SlipPrinter.Outcome, SlipPrinter.Failure>
    ) -> [Effect<Message>] {
        guard let readout, !isWorking else { return [] }
        isWorking = true
        let desk = desk
        return [.run(id: "keep") { .kept(await work(readout, desk)) }]
    }

    private mutating func loaded(
        _ dossier: Result<Dossier, APIError>, _ clock: Result<DossierClock, APIError>,
        _ events: Result<[DossierEvent], APIError>
    ) -> [Effect<Message>] {
        switch dossier {
        case .failure(let error): return failed(error)
        case .success(let whole):
            readout = Readout(
                dossier: whole, clock: try? clock.get(), events: (try? events.get()) ?? [], now: desk.now)
            // Less is read out then: the officer has to know that it is not all.
            let failure = clock.failure ?? events.failure
            problem = failure.map { Strings.Spoken.partly($0.words) }
            if failure == .unauthorised { return [.push(LoginScreen.again(desk))] }
            return failure == nil ? [] : [.bell]
        }
    }

    private mutating func failed(_ error: APIError) -> [Effect<Message>] {
        if case .problem(let problem) = error, problem.status == 404 || problem.status == 403 {
            // What was read before is nobody's to read any more.
            readout = nil
            self.problem = Strings.Dossier.notFound(code)
            return [.bell]
        }
        problem = error.words
        return error == .unauthorised ? [.push(LoginScreen.again(desk))] : [.bell]
    }

    // MARK: - Drawing

    private func sheet(_ context: ScreenContext) -> Sheet? {
        guard let readout else { return nil }
        let language = context.language
        var sheet = Sheet(width: min(context.size.columns - 4, 110))
        if desk.isHotline { sheet.text(Strings.Spoken.unverified.text(language), role: .warning) }
        for line in readout.lines {
            let isLate = readout.isOverdue && line.label == Strings.Spoken.due
            sheet.text(line.sentence.text(language), role: isLate ? .overdue : .text)
        }
        sheet.section(SafeText(Strings.Dossier.events.text(language)))
        for (moment, act) in readout.timeline { sheet.pair(SafeText(moment.display), act.text(language)) }
        sheet.section(SafeText(Strings.Spoken.whom.text(language)))
        sheet.pair(SafeText(Strings.Dossier.unit.text(language)), readout.whom.name)
        sheet.pair(SafeText(Strings.Dossier.receivedBy.text(language)), readout.dossier.receivedBy.name)
        sheet.blank()
        sheet.text(Strings.Spoken.at(Strings.Spoken.moment(readout.now)).text(language), role: .dim)
        return sheet
    }

    private func rows(_ size: Size) -> Int { max(1, size.rows - 1) }

    private mutating func scroll(_ key: Key, _ context: ScreenContext) {
        guard let sheet = sheet(context) else { return }
        let rows = rows(context.size)
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

    func draw(into canvas: inout Canvas, _ context: ScreenContext) {
        let language = context.language
        guard let readout, let sheet = sheet(context) else {
            let words =
                problem ?? SlowServer.words(since: openedAt, now: context.now) ?? Strings.Common.loading
            canvas.put(SafeText(code), at: Point(1, 0), role: .title)
            for (row, line) in SafeText.wrapped(words.text(language), to: canvas.size.columns - 4)
                .enumerated()
            {
                canvas.put(line, at: Point(2, 2 + row), role: problem == nil ? .dim : .error)
            }
            return
        }
        let end = 1 + canvas.put(SafeText(code), at: Point(1, 0), role: .title)
        canvas.put(
            SafeText(readout.dossier.statusTitle.text(language)).truncated(to: canvas.size.columns - end - 3),
            at: Point(end + 2, 0), role: readout.dossier.statusRole)
        let area = Rect(
            column: 2, row: 1, columns: canvas.size.columns - 3, rows: rows(canvas.size))
        let first = sheet.clamped(offset, rows: area.rows)
        sheet.draw(into: &canvas, area: area, offset: first)
        ScrollBar.draw(
            into: &canvas, area: Rect(column: area.endColumn, row: area.row, columns: 1, rows: area.rows),
            total: sheet.lines.count, first: first, role: .border, glyphs: Glyphs.of(context))
    }

    func messageLine(_ context: ScreenContext) -> MessageLine? {
        guard readout != nil else { return nil }
        if let problem { return MessageLine(SafeText(problem.text(context.language)), role: .error) }
        let words = isWorking ? Strings.Slip.saving : Strings.Spoken.hint
        return MessageLine(SafeText(words.text(context.language)))
    }
}
