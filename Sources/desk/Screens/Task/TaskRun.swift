import APIClient
import Forms
import Models

/// Who performs a task, and under which key: the same in every try.
struct TaskRun: Sendable {
    let desk: Desk
    /// Made when the officer began.
    let key: ID
    let owner: SignedIn?
    let title: String
    /// What was typed for it; dropped when the act is done.
    let draft: ID

    init(_ task: some FormTask, desk: Desk) {
        self.desk = desk
        key = desk.newID()
        owner = desk.signedIn
        title = task.actTitle
        draft = task.place(desk.me?.officer.id ?? "").id
    }

    /// - Parameter title: Where only the answers tell what the act is called.
    func carryOut<Answer: Decodable & Sendable>(
        _ act: Act<Answer>, title: String? = nil
    ) async -> Result<Answer, SubmitFailure> {
        await desk.carryOut(act, key: key, title: title ?? self.title, draft: draft, owner: owner)
            .map(\.value)
    }
}

extension Answers {
    /// The text; nil where none was written.
    func filled(_ field: String) -> String? { text(field).flatMap { $0.isEmpty ? nil : $0 } }

    func number(_ field: String) -> Int? {
        if case .number(let number)? = self[field] { number } else { nil }
    }

    func day(_ field: String) -> LocalDate? { filled(field).flatMap { LocalDate(iso: $0) } }
}
