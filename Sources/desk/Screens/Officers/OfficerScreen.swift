import APIClient
import Forms
import Models
import TUI

/// One officer: who he is, what he holds, how his account stands, and what can be done with him, a key each.
struct OfficerScreen: Screen {
    enum Message: Sendable {
        case loaded(Result<OfficerRecord, APIError>)
        case revealed(Result<OfficerRecord, APIError>)
        case reviewed(Result<Acted<OfficerRecord>, SubmitFailure>)
        case confirmed(Result<Acted<OfficerChange>, SubmitFailure>)
    }

    let desk: Desk
    private(set) var officer: OfficerRecord
    private var revealed: String?
    private var offset = 0
    private var isActing = false
    private var problem: Phrase?
    /// Asks before a change is confirmed.
    private var asking: Asking<OfficerChange>?
    private let owner: SignedIn?
    private var reviewKey: ID
    private var confirmKey: ID

    init(desk: Desk, officer: OfficerRecord) {
        self.desk = desk
        self.officer = officer
        owner = desk.signedIn
        reviewKey = desk.newID()
        confirmKey = desk.newID()
    }

    var title: SafeText { desk.title(Strings.Officers.one) }
    var scopes: [String] { asking?.scopes ?? ["officer"] }
    var wheelIsArrows: Bool { true }
    private var pending: OfficerChange? { officer.pending?.first }

    func enabled(_ action: ActionID) -> Bool {
        guard asking == nil else { return true }
        guard !isActing else { return action == .closeOfficer }
        let isOver = officer.state == .revoked
        switch action {
        case .suspendOfficer: return !isOver && officer.state != .suspended
        case .reactivateOfficer: return officer.state == .suspended
        case .assignOfficer, .transferOfficer, .bindOfficer:
            return officer.state == .active || officer.state == .waiting
        case .changeOfficer, .revokeOfficer, .reviewOfficer: return !isOver
        case .unassignOfficer: return !isOver && !officer.assignments.isEmpty
        case .confirmChange, .rejectChange: return pending != nil
        case .revealOfficer: return officer.identityNumber != nil && revealed == nil
        case .handOverOfficer: return officer.openDossiers ?? 0 > 0
        default: return true
        }
    }

    mutating func start(_ context: ScreenContext) -> [Effect<Message>] { [load()] }

    private func load() -> Effect<Message> {
        let (desk, id) = (desk, officer.id)
        return .run(id: "load") {
            .loaded(await desk.ask { client throws(APIError) in try await client.officer(id) })
        }
    }

    mutating func handle(_ event: ScreenEvent<Message>, _ context: ScreenContext) -> [Effect<Message>] {
        switch asking.answer(to: event) {
        case .accepted(let change): return [confirm(change)]
        case .taken: return []
        case .ignored: break
        }
        switch event {
        case .action(let action): return enabled(action) ? handle(action) : [.bell]
        case .input(.key(let key)):
            scroll(key, context)
            return []
        case .message(.loaded(.success(let officer))):
            self.officer = officer
            return []
        case .message(.revealed(.success(let officer))):
            revealed = officer.identityNumber
            return []
        case .message(.loaded(.failure(let error))), .message(.revealed(.failure(let error))):
            problem = error.words
            return error == .unauthorised ? [.push(LoginScreen.again(desk))] : [.bell]
        case .message(.reviewed(.success(let acted))):
            isActing = false
            officer = acted.value
            reviewKey = desk.newID()
            return [.toast(SafeText(Strings.Officers.reviewDone.text(context.language)), .success)]
        case .message(.confirmed(.success(let acted))):
            isActing = false
            confirmKey = desk.newID()
            let words = Strings.Officers.confirmed(acted.value.summary).text(context.language)
            return [.toast(SafeText(words), .success), load()]
        case .message(.reviewed(.failure(let failure))), .message(.confirmed(.failure(let failure))):
            isActing = false
            problem = failure.words(unknown: Strings.MoneyTasks.unknown)
            if case .expired = failure { return [.push(LoginScreen.again(desk))] }
            return [.bell, load()]
        case .resumed(let result):
            if result as? LoginResult == .other { return [.popToRoot] }
            problem = nil
            if let done = result as? OfficerTaskScreen.Done, case .officer(let officer) = done.value {
                self.officer = officer
                if officer.identityNumber == nil { revealed = nil }
            }
            return [load()]
        case .input, .hangup: return []
        }
    }

    private mutating func handle(_ action: ActionID) -> [Effect<Message>] {
        func task(_ task: OfficerTask) -> [Effect<Message>] {
            [.push(OfficerTaskScreen(desk: desk, task: task))]
        }
        switch action {
        case .closeOfficer: return [.pop()]
        case .refreshOfficer: return [load()]
        case .changeOfficer: return task(.change(officer))
        case .suspendOfficer: return task(.act(.suspend, officer))
        case .reactivateOfficer: return task(.act(.reactivate, officer))
        case .revokeOfficer: return task(.act(.revoke, officer))
        case .transferOfficer: return task(.transfer(officer))
        case .assignOfficer: return task(.assign(officer))
        case .unassignOfficer: return task(.unassign(officer))
        case .bindOfficer: return task(.bind(officer))
        case .rejectChange: return pending.map { task(.reject($0)) } ?? []
        case .handOverOfficer: return [.push(HandOverAllScreen(desk: desk))]
        case .auditOfficer:
            return [.push(AuditScreen(desk: desk, filter: AuditFilter(subject: officer.id)))]
        case .revealOfficer: return [reveal()]
        case .reviewOfficer: return [review()]
        case .confirmChange:
            guard let pending else { return [] }
            asking = Asking(
                pending, title: Strings.Officers.confirmTitle, text: Strings.Officers.confirmText(pending),
                does: Strings.Officers.confirm)
            return []
        default: return []
        }
    }

    // MARK: - Acts

    private func reveal() -> Effect<Message> {
        let (desk, id) = (desk, officer.id)
        return .run(id: "reveal") {
            .revealed(
                await desk.ask { client throws(APIError) in
                    try await client.revealOfficer(id, purpose: Strings.Officers.purpose.vi)
                })
        }
    }

    private mutating func review() -> Effect<Message> {
        isActing = true
        problem = nil
        let (desk, owner, officer, key) = (desk, owner, officer, reviewKey)
        let title = Strings.Officers.actTitle(Strings.Keys.reviewOfficer.name.vi, officer.name)
        return .run(id: "review") {
            .reviewed(
                await desk.carryOut(
                    .review(officer: officer.id, revision: officer.revision), key: key, title: title,
                    owner: owner))
        }
    }

    private mutating func confirm(_ change: OfficerChange) -> Effect<Message> {
        isActing = true
        problem = nil
        let (desk, owner, key) = (desk, owner, confirmKey)
        let title = Strings.Officers.actTitle(Strings.Officers.confirm.vi, change.summary)
        return .run(id: "confirm") {
            .confirmed(
                await desk.carryOut(.confirm(change: change.id), key: key, title: title, owner: owner))
        }
    }

    // MARK: - Drawing

    private mutating func scroll(_ key: Key, _ context: ScreenContext) {
        let page = max(1, context.size.rows - 3)
        switch key.code {
        case .up: offset -= 1
        case .down: offset += 1
        case .pageUp: offset -= page
        case .pageDown: offset += page
        case .home: offset = 0
        case .end: offset = .max / 2
        default: return
        }
        offset = sheet(context).clamped(offset, rows: context.size.rows - 1)
    }

    private func sheet(_ context: ScreenContext) -> Sheet {
        var shown = officer
        if let revealed { shown.identityNumber = revealed }
        return OfficerPage.make(
            shown, today: desk.today, width: context.size.columns - 3, context.language)
    }

    func draw(into canvas: inout Canvas, _ context: ScreenContext) {
        let (head, rest) = canvas.bounds.splitTop(1)
        canvas.put(
            SafeText(officer.name).truncated(to: canvas.size.columns - 2), at: Point(1, head.row),
            role: .title)
        let sheet = sheet(context)
        sheet.draw(into: &canvas, area: rest.inset(columns: 1, rows: 0), offset: offset)
        ScrollBar.draw(
            into: &canvas, area: Rect(column: rest.endColumn - 1, row: rest.row, columns: 1, rows: rest.rows),
            total: sheet.lines.count, first: sheet.clamped(offset, rows: rest.rows), role: .border,
            glyphs: Glyphs.of(context))
        asking?.draw(into: &canvas, context)
    }

    func messageLine(_ context: ScreenContext) -> MessageLine? {
        problem.map { MessageLine(SafeText($0.text(context.language)), role: .error) }
    }
}
