import APIClient
import Forms
import Models
import TUI

/// What a cashier does that needs something said first, asked line by line and done once.
struct PlainMoneyTask: Sendable {
    let plain: PlainDesk

    private var desk: Desk { plain.desk }
    private var language: Language { plain.language }

    /// - Returns: What came of it; nil where it was left, and that is said.
    func perform(_ task: MoneyTask) async -> MoneyTask.Value? {
        for fact in Strings.MoneyTasks.facts(task) { plain.say(fact) }
        let owner = desk.signedIn
        let place = task.place(owner?.me.officer.id ?? "")
        var form = task.form(desk: nil, today: desk.today, language)
        let key = desk.newID()
        while true {
            let ending = await plain.fill(
                &form, keeping: place, title: Strings.MoneyTasks.actTitle(task), owner: owner)
            guard ending == .finished else {
                plain.say(Strings.MoneyTasks.left)
                return nil
            }
            if task.countsNotes {
                let total = Money(MoneyTask.count(form.answers).total)
                plain.say(Strings.Drawer.sum(total.display, total.words))
            }
            switch await send(task, form.answers, key: key, owner: owner) {
            case .done(let value): return value
            case .refused: continue
            case .left: return nil
            }
        }
    }

    private enum Outcome {
        case done(MoneyTask.Value)
        /// The form is asked again; what was typed stands in it.
        case refused
        case left
    }

    private func send(_ task: MoneyTask, _ answers: Answers, key: ID, owner: SignedIn?) async -> Outcome {
        while true {
            switch await task.perform(answers, desk, key: key, owner: owner) {
            case .success(let value):
                plain.say(Strings.MoneyTasks.done(task, value))
                return .done(value)
            case .failure(.expired): guard await plain.logIn(again: owner) else { return .left }
            case .failure(let failure):
                if let words = failure.words(unknown: Strings.MoneyTasks.unknown) { plain.say(words) }
                guard await plain.asksYes(Strings.Plain.again) == true else { return .left }
                if case .refused = failure { return .refused }
            }
        }
    }
}
