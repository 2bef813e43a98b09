import APIClient
import Forms
import Models
import TUI

/// The acts whose outcome is not known: read out, and ended where the server does not look at them, for
/// `desk --plain`.
struct PlainUnsent: Sendable {
    let plain: PlainDesk

    func run() async {
        while true {
            let acts: [Intent]
            switch plain.desk.unsent() {
            case .failure(let error): return plain.say(error.words)
            case .success(let found): acts = found
            }
            guard !acts.isEmpty else { return plain.say(Strings.Unsent.none) }
            let items = acts.map { act in
                let facts = [act.title, act.madeAt.display, act.stateName.text(plain.language)]
                return PickItems.Item(value: act.key, label: SafeText(facts.joined(separator: ", ")))
            }
            let choice = LineChoice(console: plain.console, language: plain.language)
            guard
                case .chosen(let key) = await choice.pick(
                    SafeText(Strings.Plain.choose.text(plain.language)), among: PickItems(items)),
                let act = acts.first(where: { $0.key == key })
            else { return }
            guard act.isStuck else {
                plain.say(act.stateWords)
                continue
            }
            for line in Strings.Unsent.endText(act.title, act.stateWords).text(plain.language)
                .split(separator: "\n")
            {
                plain.console.say(SafeText(String(line)))
            }
            guard await plain.asksYes(Strings.Unsent.endTitle) == true else { continue }
            plain.say(plain.desk.end(act) ?? Strings.Unsent.ended(act.title))
        }
    }
}
