import APIClient
import Forms
import Models
import TUI

/// Pages 4 and 5, and the draft that has answers for them.
extension PlainIntake {
    mutating func askDeclaration() async -> Step {
        guard let procedure = screen.intake.picker.procedure, let chosen = screen.intake.picker.chosenCase
        else {
            plain.say(Strings.Procedure.notChosen)
            return .back
        }
        if screen.intake.declaration?.definition.id != chosen.formId {
            let begun = screen.intake.laidAside[chosen.formId].map(\.version)
            guard
                let form = await plain.ask({ client throws(APIError) in
                    try await client.declaration(procedure: procedure.code, case: chosen, begun: begun)
                })
            else { return .stopped }
            for words in screen.place(form) { plain.say(words) }
            if let number = screen.intake.identityNumber {
                let request = AutofillRequest(
                    identityNumber: number, procedure: procedure.code, caseCode: chosen.code)
                let answer = await desk.ask { client throws(APIError) in try await client.autofill(request) }
                if case .success(let autofill) = answer { _ = screen.intake.take(autofill) }
            }
        }
        screen.intake.fillDeclaration()
        await nameCodes()
        return await fill(.declaration)
    }

    mutating func askTerms() async -> Step {
        screen.intake.fillQuantities()
        let step = await fill(.terms)
        screen.intake.fillDelivery()
        guard step == .next else { return step }
        if screen.intake.wireDelivery.method == .post, !screen.intake.terms.validate().isEmpty {
            guard await fill(.terms) == .next else { return .stopped }
        }
        await askQuote()
        for line in screen.quoteLines(width: PlainLookup.width, language) {
            plain.say(line)
        }
        if let due = screen.due.value?.dueAt {
            let day = Strings.Common.weekday(due.date.weekday).text(language)
            plain.say(Strings.Terms.appointmentAt("\(day), \(due.display)"))
        }
        return .next
    }

    /// The names behind codes that were filled in without being asked.
    private mutating func nameCodes() async {
        for request in screen.intake.declaration?.missingOptions() ?? [] {
            let answer = await desk.ask { client throws(APIError) in
                try await client.allOptions(request)
            }
            switch answer {
            case .success(let items):
                let options = items.map { Option(value: $0.code, label: Phrase(vi: $0.name)) }
                screen.intake.declaration?.provide(options, for: request)
            case .failure: screen.intake.declaration?.optionsFailed(request)
            }
        }
    }

    mutating func resume() async {
        guard let code = screen.intake.resuming?.procedure else { return }
        guard
            let procedure = await plain.ask({ client throws(APIError) in try await client.procedure(code) })
        else {
            screen.intake.resumeWithoutProcedure()
            return plain.say(Strings.Intake.procedureGone)
        }
        let leftover = screen.intake.resume(with: procedure)
        plain.say(Strings.Intake.resumed)
        if !leftover.isEmpty {
            plain.say(Strings.Intake.leftover(leftover.map { $0.name ?? $0.code }.joined(separator: "; ")))
        }
    }
}
