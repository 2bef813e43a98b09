import APIClient
import Forms
import Models
import TUI

/// A task asked line by line and done once.
struct PlainTask: Sendable {
    let plain: PlainDesk

    private var desk: Desk { plain.desk }

    /// - Returns: What came of it; nil where it was left, and that is said.
    func perform<Work: FormTask>(_ asked: Work) async -> Work.Value? {
        var task = asked
        guard case .form(var form) = task.start(desk) else { return nil }
        for fact in task.facts { plain.say(fact.words) }
        let run = TaskRun(task, desk: desk)
        let place = task.place(run.owner?.me.officer.id ?? "")
        let desk = desk
        let hooks = LineForm.Hooks(options: { request in try? await asked.options(request, desk).get() })
        while true {
            let ending = await plain.fill(
                &form, keeping: place, title: task.actTitle, owner: run.owner, hooks: hooks)
            guard ending == .finished else {
                plain.say(Strings.MoneyTasks.left)
                return nil
            }
            if let total = task.total(form.answers) { plain.say(total) }
            switch await send(task, form.answers, run) {
            case .done(let value): return value
            case .refused(let refusal):
                if let next = refusal.flatMap({ task.reasked(after: $0, form.answers, desk) }) {
                    (task, form) = (next.task, next.form)
                }
            case .left: return nil
            }
        }
    }

    private enum Outcome<Value> {
        case done(Value)
        /// The form is asked again; what was typed stands in it.
        case refused(Problem?)
        case left
    }

    private func send<Work: FormTask>(
        _ task: Work, _ answers: Answers, _ run: TaskRun
    ) async -> Outcome<Work.Value> {
        while true {
            switch await task.perform(answers, run) {
            case .success(let value):
                switch task.ending(value, desk) {
                case .done(let words): plain.say(words)
                case .shows: break
                case .mends(let error):
                    plain.say(error.issue.message)
                    return .refused(nil)
                }
                return .done(value)
            case .failure(.expired): guard await plain.logIn(again: run.owner) else { return .left }
            case .failure(let failure):
                if let words = failure.words(unknown: Work.unknown) { plain.say(words) }
                guard await plain.asksYes(Strings.Plain.again) == true else { return .left }
                if case .refused(let refusal) = failure { return .refused(refusal) }
            }
        }
    }
}
