import APIClient
import Forms
import Models
import TUI

/// What is reported as wrong in the sources, read out and handled by those who own them, for `desk --plain`.
struct PlainMismatches: Sendable {
    let plain: PlainDesk

    private var language: Language { plain.language }

    func run() async {
        while true {
            guard
                let page = await plain.ask({ client throws(APIError) in
                    try await client.mismatches(state: "open", limit: 100)
                })
            else { return }
            guard !page.items.isEmpty else { return plain.say(Strings.Mismatch.none) }
            plain.say(Strings.Mismatch.loaded(page.items.count, more: page.nextCursor != nil))
            let items = page.items.map { item in
                let facts = [
                    item.at.display, item.unit.name, item.field, item.sourceValue + " → " + item.correctValue,
                ]
                return PickItems.Item(value: item.id, label: SafeText(facts.joined(separator: ", ")))
            }
            let choice = LineChoice(console: plain.console, language: language)
            guard
                case .chosen(let id) = await choice.pick(
                    SafeText(Strings.Plain.choose.text(language)), among: PickItems(items))
            else { return }
            // The list shows nobody whole. Opening one to handle it is the purpose, which the audit keeps.
            guard
                let mismatch = await plain.ask({ client throws(APIError) in
                    try await client.revealMismatch(id, purpose: Strings.Mismatch.handle.text(.vi))
                })
            else { return }
            await handle(mismatch)
        }
    }

    private func handle(_ mismatch: Mismatch) async {
        for fact in MismatchScreen.facts(mismatch) {
            let words = fact.label.text(language) + ": " + fact.value.text(language)
            for line in SafeText.lines(words) { plain.console.say(line) }
        }
        guard mismatch.resolution == nil else { return }
        let (place, owner, key) = (MismatchScreen.place(mismatch), plain.desk.signedIn, plain.desk.newID())
        var form = MismatchScreen.form(today: plain.desk.today, language, submitLabel: nil)
        guard
            await plain.fill(
                &form, keeping: place, title: Strings.Mismatch.handle.text(.vi), owner: owner) == .finished,
            let note = form.answers.text(MismatchScreen.FieldName.note)
        else { return }
        while true {
            let done = await plain.ask { client throws(APIError) in
                try await client.resolveMismatch(mismatch.id, note: note, key: key)
            }
            if done != nil {
                plain.desk.forgetTyped(at: place, owner: owner)
                return plain.say(Strings.Mismatch.sent)
            }
            // Under the same key: a second try is the same act.
            guard await plain.asksYes(Strings.Plain.again) == true else {
                return plain.say(Strings.Typed.kept)
            }
        }
    }
}
