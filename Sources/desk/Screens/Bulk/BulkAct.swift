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
    /// Those whose act is to be signed, each by itself.
    private var toSign: Set<ID> = []
    /// How long each can be taken back, in minutes.
    private var undoMinutes: [ID: Int] = [:]
    /// Those that nobody can take back.
    private var final: Set<ID> = []

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
    /// How long what was done here can be taken back, in minutes; nil where nothing can.
    var undoTime: Int? {
        verb == .undo ? nil : done.compactMap { undoMinutes[$0.id] }.filter { $0 > 0 }.min()
    }
    var canUndo: Bool { undoTime != nil }
    /// Something was done here that nobody can take back.
    var isFinal: Bool { done.contains { final.contains($0.id) } }
    /// Of those that can be done, how many nobody can take back afterwards: said before they are done.
    var finals: Int {
        rows.count { $0.isPossible && final.contains($0.id) }
    }
    /// What is said of that; nil where all can be taken back.
    var finalWords: Phrase? {
        let (finals, all) = (finals, rows.count(where: \.isPossible))
        return finals == 0 ? nil : finals == all ? Strings.Bulk.final : Strings.Bulk.finals(finals)
    }
    /// How many of those that can be done go out signed.
    var signatures: Int { rows.count { $0.isPossible && toSign.contains($0.id) } }
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
        let verb = verb
        for case (let id, .success(let options)) in answers {
            revisions[id] = options.revision
            let option = options.items.first { $0.action == verb }
            if option?.needs.contains(.signature) == true { toSign.insert(id) } else { toSign.remove(id) }
            undoMinutes[id] = option?.undoMinutes
            if option?.isFinal == true { final.insert(id) } else { final.remove(id) }
            if assignees.isEmpty { assignees = options.assignees }
        }
        list.update { row in
            switch byID[row.id] {
            case .success(let options):
                row.state = OutcomeRow.state(verb, options)
                row.note = OutcomeRow.results(verb, options)
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

    /// What goes out; each act that needs it is signed for its dossier at the revision that was seen.
    func signed(_ answers: Answers, _ desk: Desk) -> Result<BulkActionRequest, ActSigning.Failure> {
        var request = request(answers)
        let codes = Dictionary(rows.map { ($0.id, $0.code) }) { first, _ in first }
        for (index, item) in request.items.enumerated() where toSign.contains(item.id) {
            let act = SignedAct(
                dossier: item.id, code: codes[item.id] ?? "", revision: item.revision, action: verb)
            switch ActSigning.signature(desk, of: act) {
            case .success(let signature): request.items[index].signature = signature
            case .failure(let failure): return .failure(failure)
            }
        }
        return .success(request)
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
