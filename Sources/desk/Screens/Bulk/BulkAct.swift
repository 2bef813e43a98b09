import APIClient
import Forms
import Models
import TUI

/// One act on many dossiers: of each whether it is possible, what the act asks, what goes out, and what became of each.
/// The screen and plain mode both work by it.
struct BulkAct: Sendable {
    let verb: ProcessAction
    private(set) var list: OutcomeList
    private var assignees: [OfficerRef] = []
    /// As they were seen: each goes out with the revision of that answer.
    private var revisions: [ID: Int] = [:]

    /// So many dossiers are asked about at once.
    private static let width = 8

    init(_ verb: ProcessAction, rows: [OutcomeRow]) {
        self.verb = verb
        list = OutcomeList(rows)
    }

    init(_ verb: ProcessAction, items: [SearchItem]) {
        self.init(verb, rows: items.map { OutcomeRow(id: $0.id, code: $0.code, name: $0.applicantName) })
    }

    var rows: [OutcomeRow] { list.rows }
    var isPossible: Bool { rows.contains(where: \.isPossible) }
    var done: [OutcomeRow] { rows.filter(\.isDone) }
    /// Whether something was done that may be taken back.
    var canUndo: Bool { verb != .undo && rows.contains(where: \.isDone) }
    /// Taking back what was done; each dossier is asked about anew.
    var undoing: BulkAct { BulkAct(.undo, rows: done.map(\.anew)) }

    /// Scrolls the list by a key; false where the key means something else.
    mutating func scroll(_ key: Key, rows: Int, width: Int, _ language: Language) -> Bool {
        list.scroll(key, rows: rows, width: width, language)
    }

    // MARK: Before

    /// Asks of each dossier what can be done with it, a few at once: it is seen before the act goes out, and each goes out
    /// with the revision that was seen.
    ///
    /// - Parameter asked: The act, to hear of each why it is not to be had; nil where none is chosen yet.
    static func ask(_ desk: Desk, _ ids: [ID], about asked: ProcessAction? = nil) async -> [(
        ID, Result<ActionOptions, APIError>
    )] {
        await withTaskGroup(of: (ID, Result<ActionOptions, APIError>).self) { group in
            var answers: [(ID, Result<ActionOptions, APIError>)] = []
            var waiting = ids[...]
            func next() {
                guard let id = waiting.popFirst() else { return }
                group.addTask {
                    (
                        id,
                        await desk.ask { client throws(APIError) in
                            try await client.actions(dossier: id, asked: asked)
                        }
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
        if byID.values.contains(where: { if case .failure(.unauthorised) = $0 { true } else { false } }) {
            return false
        }
        for case (let id, .success(let options)) in answers {
            revisions[id] = options.revision
            if assignees.isEmpty { assignees = options.assignees }
        }
        let verb = verb
        list.update { row in
            switch byID[row.id] {
            case .success(let options): row.state = OutcomeRow.state(verb, options)
            case .failure(let error): row.state = .impossible(error.words)
            case nil: break
            }
        }
        return true
    }

    /// What the act asks.
    var definition: FormDefinition {
        let isReason = [.sendBack, .suspend, .stop, .refuse, .withdraw, .recall].contains(verb)
        return ActForm.definition(verb, needs: isReason ? [.note] : [], assignees: assignees)
    }

    func request(_ answers: Answers) -> BulkActionRequest {
        let one = ActForm.request(verb, needs: [.note], to: nil, answers)
        let items = rows.filter(\.isPossible).compactMap { row in
            revisions[row.id].map { BulkActionRequest.Item(id: row.id, revision: $0) }
        }
        return BulkActionRequest(action: verb, assignee: one.assignee, note: one.note, items: items)
    }

    // MARK: After

    mutating func finish(_ result: BulkActionResult) {
        let results = Dictionary(result.items.map { ($0.id, $0) }) { first, _ in first }
        list.update { row in
            guard let result = results[row.id] else { return }
            if result.done {
                row.state = .done(result.stepName)
            } else {
                let words = result.problem.map { APIError.problem($0).words } ?? Strings.Bulk.none
                row.state = .refused(words)
            }
        }
    }

    mutating func noteUndone(_ ids: Set<ID>) {
        list.update { row in
            if ids.contains(row.id) { row.state = .undone }
        }
    }
}
