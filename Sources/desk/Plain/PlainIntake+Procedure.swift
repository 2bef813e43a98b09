import APIClient
import Forms
import Models
import TUI

/// Page 2: the procedure and its case.
extension PlainIntake {
    mutating func askProcedure() async -> Step {
        if screen.intake.picker.items.isEmpty {
            if let catalogue = desk.catalogue {
                screen.intake.picker.load(catalogue)
            } else if let page = await plain.ask({ client throws(APIError) in
                try await client.procedures(limit: 200)
            }) {
                desk.setCatalogue(page)
                screen.intake.picker.load(page.items)
            }
        }
        if let procedure = screen.intake.picker.procedure, let chosen = screen.intake.picker.chosenCase {
            let words = Strings.Plain.keepProcedure("\(procedure.name), \(chosen.name)")
            guard let keeps = await plain.asksYes(words, meant: true) else { return .stopped }
            if keeps { return .next }
        }
        plain.say(Strings.Procedure.placeholder)
        let items = screen.intake.picker.items.map {
            PickItems.Item(value: $0.code, label: SafeText("\($0.name) (\($0.code))"))
        }
        let choice = LineChoice(console: plain.console, language: language)
        let prompt = SafeText(Strings.Procedure.find.text(language))
        while true {
            switch await choice.pick(prompt, among: PickItems(items), takesOther: desk.catalogueIsPartial) {
            case .back: return .back
            case .stopped, .ended: return .stopped
            case .other(let text):
                guard
                    let page = await plain.ask({ client throws(APIError) in
                        try await client.procedures(text, limit: 12)
                    })
                else { continue }
                screen.intake.picker.add(page.items)
                let found = page.items.map {
                    PickItems.Item(value: $0.code, label: SafeText("\($0.name) (\($0.code))"))
                }
                guard !found.isEmpty else {
                    plain.say(Strings.Procedure.nothing)
                    continue
                }
                if case .chosen(let code) = await choice.pick(prompt, among: PickItems(found)) {
                    return await take(procedure: code, choice)
                }
            case .chosen(let code): return await take(procedure: code, choice)
            }
        }
    }

    private mutating func take(procedure code: String, _ choice: LineChoice) async -> Step {
        guard
            let procedure = await plain.ask({ client throws(APIError) in try await client.procedure(code) })
        else { return .back }
        screen.intake.picker.take(procedure)
        if screen.intake.picker.chosenCase == nil {
            plain.say(Strings.Procedure.cases)
            let cases = procedure.cases.map {
                PickItems.Item(
                    value: $0.code, label: SafeText("\($0.name), \($0.time.words.text(language))"))
            }
            let prompt = SafeText(Strings.Plain.choose.text(language))
            switch await choice.pick(prompt, among: PickItems(cases)) {
            case .chosen(let chosen): screen.intake.picker.take(procedure, case: chosen)
            case .stopped, .ended: return .stopped
            case .back, .other: return .back
            }
        }
        if screen.intake.needsRebuild {
            screen.intake.caseChanged()
            screen.quote = .none
            screen.due = .none
            screen.duplicates = .none
        }
        return .next
    }
}
