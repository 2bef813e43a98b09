import APIClient
import Forms
import Models

/// One act on many dossiers: of each whether it is possible, what the act asks, what goes out, and what became of each.
/// The screen and plain mode both work by it.
struct BulkAct: Sendable {
    let verb: ProcessAction
    private(set) var rows: [BulkRow]
    private var assignees: [OfficerRef] = []

    /// So many dossiers are asked about at once.
    private static let width = 8

    init(_ verb: ProcessAction, rows: [BulkRow]) {
        self.verb = verb
        self.rows = rows
    }

    init(_ verb: ProcessAction, items: [SearchItem]) {
        self.init(verb, rows: items.map { BulkRow(id: $0.id, code: $0.code, name: $0.applicantName) })
    }

    var isPossible: Bool { rows.contains { $0.revision != nil } }
    var done: [BulkRow] { rows.filter(\.isDone) }
    /// Whether something was done that may be taken back.
    var canUndo: Bool { verb != .undo && rows.contains(where: \.isDone) }
    /// Taking back what was done; each dossier is asked about anew.
    var undoing: BulkAct { BulkAct(.undo, rows: done.map(\.anew)) }

    // MARK: Before

    /// Asks of each dossier what can be done with it, a few at once: it is seen before the act goes out, and each goes out
    /// with the revision that was seen.
    static func ask(_ desk: Desk, _ ids: [ID]) async -> [(ID, Result<ActionOptions, APIError>)] {
        await withTaskGroup(of: (ID, Result<ActionOptions, APIError>).self) { group in
            var answers: [(ID, Result<ActionOptions, APIError>)] = []
            var waiting = ids[...]
            func next() {
                guard let id = waiting.popFirst() else { return }
                group.addTask {
                    (
                        id,
                        await desk.ask { client throws(APIError) in try await client.actions(dossier: id) }
                    )
                }
            }
            for _ in 0..<width { next() }
            while let answer = await group.next() {
                answers.append(answer)
                next()
            }
            return answers
        }
    }

    /// - Returns: false where the session has ended: they have to be asked again.
    mutating func take(_ answers: [(ID, Result<ActionOptions, APIError>)]) -> Bool {
        let byID = Dictionary(answers) { first, _ in first }
        for index in rows.indices {
            switch byID[rows[index].id] {
            case .success(let options):
                rows[index].state = BulkRow.state(verb, options)
                if assignees.isEmpty { assignees = options.assignees }
            case .failure(.unauthorised): return false
            case .failure(let error): rows[index].state = .impossible(error.words)
            case nil: break
            }
        }
        // What can't be done stands first, to be seen before the rest is.
        putRefusedFirst()
        return true
    }

    /// What the act asks.
    var definition: FormDefinition {
        let isReason = [.sendBack, .suspend, .stop, .refuse, .withdraw, .recall].contains(verb)
        return ActForm.definition(verb, needs: isReason ? [.note] : [], assignees: assignees)
    }

    func request(_ answers: Answers) -> BulkActionRequest {
        let one = ActForm.request(verb, needs: [.note], to: nil, answers)
        return BulkActionRequest(
            action: verb, assignee: one.assignee, note: one.note, items: rows.compactMap(\.item))
    }

    // MARK: After

    mutating func finish(_ result: BulkActionResult) {
        let results = Dictionary(result.items.map { ($0.id, $0) }) { first, _ in first }
        for index in rows.indices {
            guard let result = results[rows[index].id] else { continue }
            if result.done {
                rows[index].state = .done(result.stepName)
            } else {
                let words = result.problem.map { APIError.problem($0).words } ?? Strings.Bulk.none
                rows[index].state = .refused(words)
            }
        }
        putRefusedFirst()
    }

    mutating func noteUndone(_ ids: Set<ID>) {
        for index in rows.indices where ids.contains(rows[index].id) { rows[index].state = .undone }
    }

    private mutating func putRefusedFirst() {
        rows = rows.filter(\.isRefused) + rows.filter { !$0.isRefused }
    }
}
